import { MAJOR_AIRPORTS } from "./airport-names.ts";

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
  /** Gives the zone of the town that a station's name begins with, when all towns of that name share one. */
  zoneOfTown(station: string): string | undefined;
  /** Gives the zone of a country that has only one. */
  zoneOfCountry(country: string): string | undefined;
};

/** Words that say nothing about which airport is meant. */
const EMPTY_WORDS = new Set(
  "airport apt international intl airfield regional aéroport aeroport aeropuerto aeroporto flughafen luchthaven lotnisko letiště lidosta flygplats sân bay аэропорт terminal the of de la le du di da do am an der st saint".split(
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
  let words: NameIndex | undefined;
  let zones: Map<string, Set<string>> | undefined;
  return {
    byCode: (iata) => codes.get(iata),
    byName(written) {
      words ??= wordsOf(codes);
      return resolveName(written, codes, words);
    },
    zoneOfTown(station) {
      words ??= wordsOf(codes);
      return zoneOfTown(station, codes, words);
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
    .filter((word) => (word.length > 1 || /[\u3400-\u9fff]/u.test(word)) && !EMPTY_WORDS.has(word));
}

/** `towns` holds only what towns are called: their first words, and the words of other languages for them. */
type NameIndex = {
  words: Map<string, Set<string>>;
  towns: Map<string, Set<string>>;
  major: Set<string>;
};

function wordsOf(codes: Map<string, Airport>): NameIndex {
  const words = new Map<string, Set<string>>();
  const towns = new Map<string, Set<string>>();
  const major = new Set<string>();
  const add = (word: string, iata: string, index = words) =>
    index.set(word, (index.get(word) ?? new Set()).add(iata));
  for (const airport of codes.values()) {
    for (const word of fold(`${airport.city} ${airport.name}`)) add(word, airport.iata);
    add(fold(airport.city)[0] ?? "", airport.iata, towns);
  }
  for (const entry of MAJOR_AIRPORTS.split(";")) {
    const [iata = "", ...names] = entry.trim().split(/\s+/);
    major.add(iata);
    for (const word of fold(names.join(" "))) {
      add(word, iata);
      add(word, iata, towns);
    }
  }
  return { words, towns, major };
}

/**
 * The town is the longest beginning of the name that is one. Where several towns have the name, the one that has an
 * airport people mean by it is meant here too.
 */
function zoneOfTown(
  station: string,
  codes: Map<string, Airport>,
  { towns: known, major }: NameIndex,
): string | undefined {
  const written = fold(station.slice(0, 80)).slice(0, 4);
  const first = known.get(parts(written[0] ?? "", known)[0] ?? "") ?? NONE;
  const named = [...first].flatMap((iata) => codes.get(iata) ?? []);
  for (let length = Math.min(3, written.length); length > 0; length -= 1) {
    const town = written.slice(0, length).join(" ");
    const towns = named.filter((airport) => fold(airport.city).join(" ") === town);
    const meant = named.filter(({ iata }) => major.has(iata) && (length === 1 || towns.length > 0));
    const zones = new Set((length === 1 && meant.length > 0 ? meant : towns).map(({ zone }) => zone));
    if (zones.size === 1) return [...zones][0];
    if (zones.size > 1) return undefined;
  }
  return undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Names in Chinese characters are written in one: gives the known words that one is made of, or the word itself. */
function parts(word: string, words: Map<string, Set<string>>): string[] {
  if (words.has(word) || !/[\u3400-\u9fff]/u.test(word)) return [word];
  const found: string[] = [];
  for (let at = 0; at < word.length && found.length < 4; ) {
    const lengths = [6, 5, 4, 3, 2].filter((length) => words.has(word.slice(at, at + length)));
    const length = lengths[0] ?? 0;
    if (length > 0) found.push(word.slice(at, at + length));
    at += length || 1;
  }
  return found.length > 0 ? found : [word];
}

/**
 * The airport that most of the written words fit. Between equals decide a code or a country written along, then a
 * town's name in full, then which of them is meant by the town alone.
 */
function resolveName(
  written: string,
  codes: Map<string, Airport>,
  { words, major }: NameIndex,
): Airport | undefined {
  const text = written.slice(0, 120);
  const wanted = [
    ...new Set(
      fold(text.replace(/(?<!\p{L})[A-Z]{2}(?!\p{L})/gu, " ")).flatMap((word) => parts(word, words)),
    ),
  ];
  const fits = new Map<string, number>();
  for (const word of wanted)
    for (const iata of words.get(word) ?? NONE) fits.set(iata, (fits.get(iata) ?? 0) + 1);
  if (fits.size === 0) return undefined;
  const most = Math.max(...fits.values());
  let best = [...fits].filter(([, count]) => count === most).flatMap(([iata]) => codes.get(iata) ?? []);
  const narrow = (keep: (airport: Airport) => boolean) => {
    const kept = best.length > 1 ? best.filter(keep) : [];
    if (kept.length > 0) best = kept;
  };
  const capitals = new Set(text.match(/(?<!\p{L})[A-Z]{2,3}(?!\p{L})/gu) ?? []);
  narrow((airport) => capitals.has(airport.iata));
  narrow((airport) => capitals.has(airport.country));
  narrow(
    (airport) =>
      major.has(airport.iata) &&
      (wanted.length > 1 ||
        fold(airport.city).every((word) => wanted.includes(word)) ||
        most === wanted.length),
  );
  narrow((airport) => fold(airport.name).join(" ") === wanted.join(" "));
  const only = best.length === 1 ? best[0] : undefined;
  // One word of many is a chance likeness, unless it is the town of an airport that people mean by it.
  if (!only || (most * 2 < wanted.length && !major.has(only.iata))) return undefined;
  return only;
}
