import { useSurface } from "../state/surface.tsx";
import { fullMoment } from "../state/times.ts";

/** A day whose number is no month's. */
const SAMPLE = new Date(2026, 10, 23, 16, 5);
const written = new Map<string, string>();

/** How figures of a day and an hour are written in a locale. */
function figures(locale: string): string {
  const known =
    written.get(locale) ??
    new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(SAMPLE);
  written.set(locale, known);
  return known;
}

/**
 * The day, with its hour where there is one, that a native field holds (`2026-12-03`, `2026-12-03T10:15`), in words.
 * Such a field writes dates as the browser does, whatever language was chosen: 03/12 can then be read as another day.
 * Null where both write alike, and where the field holds none.
 */
export function useSaidDate(local: string): string | null {
  const { words, languages } = useSurface();
  const locale = words.formats.value;
  if (!/^\d{4}-\d{2}-\d{2}/.test(local) || figures(locale) === figures(languages[0] ?? locale)) return null;
  return fullMoment(local, locale);
}
