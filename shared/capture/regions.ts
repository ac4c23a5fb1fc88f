/** Since 2024 in both browsers; TypeScript's library does not have it yet. */
interface WithTimeZones {
  getTimeZones?(): readonly string[] | undefined;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const zones = new Map<string, readonly string[]>();
const countries = new Map<string, Promise<string | null>>();

/** The time zones of a country; each is asked for once, for a browser takes milliseconds to tell. */
function zonesOf(region: string): readonly string[] {
  const known = zones.get(region);
  if (known) return known;
  const told = (new Intl.Locale(`und-${region}`) as WithTimeZones).getTimeZones?.() ?? [];
  zones.set(region, told);
  return told;
}

const regionsOfLanguages = (languages: readonly string[]) =>
  languages.map((tag) => new Intl.Locale(tag).maximize().region ?? "").filter(Boolean);

async function search(timeZone: string, pause: () => Promise<void>): Promise<string | null> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const one of LETTERS)
    for (const other of LETTERS) {
      const region = one + other;
      // Nobody's, or a code that is another's now: Vietnam was VD too.
      if (names.of(region) === undefined || new Intl.Locale(`und-${region}`).region !== region) continue;
      await pause();
      if (zonesOf(region).includes(timeZone)) return region;
    }
  return null;
}

/**
 * The country whose clock this is (ISO 3166-1 alpha-2), null where it is nobody's. It has to be looked for among all
 * countries, which takes a second on a slow machine: it is done once for a time zone, with a `pause` before each.
 */
export function countryOfClock(timeZone: string, pause: () => Promise<void>): Promise<string | null> {
  const known = countries.get(timeZone);
  if (known) return known;
  const nobodys = !timeZone.includes("/") || timeZone.startsWith("Etc/");
  const found = nobodys ? Promise.resolve(null) : search(timeZone, pause);
  countries.set(timeZone, found);
  return found;
}

/**
 * The countries (ISO 3166-1 alpha-2) whose telephone numbers may be typed without a country code, likeliest first:
 * the one whose clock this device keeps, then those of the person's languages.
 * @param country what `countryOfClock` found; one of the languages' countries that keeps this clock comes before it
 */
export function regionsOf(
  timeZone: string,
  languages: readonly string[],
  country: string | null,
): readonly string[] {
  const own = regionsOfLanguages(languages);
  const here = own.find((region) => zonesOf(region).includes(timeZone)) ?? country;
  return [...new Set([...(here ? [here] : []), ...own])];
}
