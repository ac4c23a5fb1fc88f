/** An airport as the table knows it; `name` is without the words "International" and "Airport". */
export type Airport = {
  iata: string;
  city: string;
  name: string;
  country: string;
  zone: string;
  latitude: number;
  longitude: number;
};

/** The contents of `airports.data.json`. */
export type AirportData = { groups: Record<string, string> };

/** Looks airports up by IATA code, and by the words that a mail writes for them. */
export type AirportTable = {
  byCode(iata: string): Airport | undefined;
  /** Gives the one airport that a written name can only mean, or undefined where none or several fit. */
  byName(written: string): Airport | undefined;
  /** Gives zone and country of a point when the airports around it agree on them. */
  around(latitude: number, longitude: number): { zone?: string; country?: string };
  /** Gives the zone of a country that has only one. */
  zoneOfCountry(country: string): string | undefined;
};

/** Words that say nothing about which airport is meant. */
const EMPTY_WORDS = new Set(
  "airport apt international intl airfield regional aéroport aeroport aeropuerto aeroporto flughafen luchthaven lotnisko letiště lidosta flygplats sân bay аэропорт terminal the of de la le du di da do am an der st saint city".split(
    " ",
  ),
);

/** Opens the table. It is read once into maps; the words for {@link AirportTable.byName} at its first use. */
export function openAirports(data: AirportData): AirportTable {
  const codes = new Map<string, Airport>();
  for (const [group, rows] of Object.entries(data.groups)) {
    const [zone = "", country = ""] = group.split(" ");
    for (const row of rows.split(";")) {
      const [place = "", name = "", point = ""] = row.split("|");
      const iata = place.slice(0, 3);
      const city = place.slice(3);
      const [latitude = 0, longitude = 0] = point.split(",").map(Number);
      const full = name.startsWith("+") ? city + name.slice(1) : name || city;
      codes.set(iata, { iata, city, name: full, country, zone, latitude, longitude });
    }
  }
  let words: Map<string, Set<string>> | undefined;
  let zones: Map<string, Set<string>> | undefined;
  return {
    byCode: (iata) => codes.get(iata),
    byName(written) {
      words ??= wordsOf(codes);
      return resolveName(written, codes, words);
    },
    around: (latitude, longitude) => around(latitude, longitude, codes),
    zoneOfCountry(country) {
      zones ??= zonesOf(codes);
      const of = zones.get(country);
      return of?.size === 1 ? [...of][0] : undefined;
    },
  };
}

function zonesOf(codes: Map<string, Airport>): Map<string, Set<string>> {
  const zones = new Map<string, Set<string>>();
  for (const { country, zone } of codes.values())
    zones.set(country, (zones.get(country) ?? new Set()).add(zone));
  return zones;
}

/** How far an airport may lie from a point to speak for it, in kilometres. */
const NEAR_KM = 250;

function around(
  latitude: number,
  longitude: number,
  codes: Map<string, Airport>,
): { zone?: string; country?: string } {
  const near: { airport: Airport; km: number }[] = [];
  const narrow = Math.cos((latitude * Math.PI) / 180);
  for (const airport of codes.values()) {
    const north = (airport.latitude - latitude) * 111;
    const east = (airport.longitude - longitude) * 111 * narrow;
    const km = Math.hypot(north, east);
    if (km < NEAR_KM) near.push({ airport, km });
  }
  near.sort((a, b) => a.km - b.km);
  const nearest = near.slice(0, 3).map((one) => one.airport);
  const agreed = (key: "zone" | "country") =>
    nearest.length > 0 && nearest.every((one) => one[key] === nearest[0]?.[key])
      ? nearest[0]?.[key]
      : undefined;
  const zone = agreed("zone");
  const country = agreed("country");
  return { ...(zone ? { zone } : {}), ...(country ? { country } : {}) };
}

function fold(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
}

function wordsOf(codes: Map<string, Airport>): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const airport of codes.values()) {
    for (const word of new Set(fold(`${airport.city} ${airport.name}`))) {
      const set = words.get(word) ?? new Set();
      set.add(airport.iata);
      words.set(word, set);
    }
  }
  return words;
}

/** Every known word must fit; words that no airport has are taken for noise when at least one did fit. */
function resolveName(
  written: string,
  codes: Map<string, Airport>,
  words: Map<string, Set<string>>,
): Airport | undefined {
  let fitting: Set<string> | undefined;
  for (const word of fold(written.slice(0, 120))) {
    const having = words.get(word);
    if (!having) continue;
    const next: Set<string> = fitting ? fitting.intersection(having) : having;
    if (fitting && next.size === 0) continue;
    fitting = next;
  }
  if (!fitting || fitting.size === 0) return undefined;
  if (fitting.size === 1) return codes.get([...fitting][0] ?? "");
  const wanted = fold(written).join(" ");
  const exact = [...fitting].filter((iata) => {
    const airport = codes.get(iata);
    return airport !== undefined && fold(airport.name).join(" ") === wanted;
  });
  return exact.length === 1 ? codes.get(exact[0] ?? "") : undefined;
}
