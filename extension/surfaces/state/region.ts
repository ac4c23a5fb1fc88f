import type { Locale } from "../../../shared/records/labels.ts";

/**
 * The tag (BCP 47) by which dates, hours and numbers are written: in the words of `language`, in the order and with
 * the clock of the person's own region. That is the region of their first language: browsers put "en-US" behind
 * every other one.
 * @param languages the browser's languages (BCP 47), best first
 */
export function formatsOf(language: Locale, languages: readonly string[]): string {
  const own = languages.map((tag) => new Intl.Locale(tag));
  const [first] = own;
  if (!first) return language;
  const named = own.find((tag) => tag.language === first.language && tag.region);
  const region = (named ?? first.maximize()).region ?? "";
  const { language: spoken, script } = new Intl.Locale(language).maximize();
  const there = new Intl.Locale(spoken, { ...(spoken === "zh" && script ? { script } : {}), region });
  const known = new Intl.DateTimeFormat(there.baseName).resolvedOptions().locale;
  if (new Intl.Locale(known).region === region) return there.baseName;
  // Plain "en" is American. Elsewhere English puts the day first, and the clock is the country's.
  if (spoken !== "en") return language;
  const hours = new Intl.Locale(`und-${region}`).getHourCycles()[0] ?? "h23";
  return `en-001-u-hc-${hours}`;
}
