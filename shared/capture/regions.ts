/** Since 2024 in both browsers; TypeScript's library does not have it yet. */
interface WithTimeZones {
  getTimeZones?(): readonly string[] | undefined;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * The countries (ISO 3166-1 alpha-2) whose telephone numbers may be typed without a country code, likeliest first:
 * the one whose clock this device keeps, then those of the person's languages.
 */
export function regionsOf(timeZone: string, languages: readonly string[]): readonly string[] {
  const own = languages.map((tag) => new Intl.Locale(tag).maximize().region ?? "").filter(Boolean);
  const keeps = (region: string) =>
    (new Intl.Locale(`und-${region}`) as WithTimeZones).getTimeZones?.()?.includes(timeZone) === true;
  const all = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  const here = own.find(keeps) ?? all.find(keeps);
  return [...new Set([...(here ? [here] : []), ...own])];
}
