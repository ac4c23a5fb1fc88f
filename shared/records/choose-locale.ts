import { LOCALES, type Locale } from "./labels.ts";

/** The first of `wanted` (BCP 47 tags, best first) that Sidedesk speaks, or English. */
export function chooseLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    const found = LOCALES.find(
      (locale) => lower === locale.toLowerCase() || lower.split("-")[0] === locale.split("-")[0],
    );
    if (found) return found;
  }
  return "en";
}
