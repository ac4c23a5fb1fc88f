/** Since 2024 in both browsers; TypeScript's library does not have it yet. */
interface WithTimeZones {
  getTimeZones?(): readonly string[] | undefined;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * The country (ISO 3166-1 alpha-2) whose telephone numbers are typed without a country code: the one whose clock
 * this device keeps, else that of the person's language.
 */
export function regionOf(timeZone: string, languages: readonly string[]): string {
  const own = languages.map((tag) => new Intl.Locale(tag).maximize().region ?? "").filter(Boolean);
  const keeps = (region: string) =>
    (new Intl.Locale(`und-${region}`) as WithTimeZones).getTimeZones?.()?.includes(timeZone) === true;
  const all = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return own.find(keeps) ?? all.find(keeps) ?? own[0] ?? "LV";
}
