import type { AirportTable } from "../places/airports.ts";
import { inZone } from "../places/zones.ts";
import type { ZonedTime } from "../reservation.ts";

/** What Windows calls its zones, without "Standard Time", and the city of each (Unicode CLDR, windowsZones, 001). */
const WINDOWS = `
Hawaiian=Pacific/Honolulu;Alaskan=America/Anchorage;Pacific=America/Los_Angeles;
Pacific (Mexico)=America/Tijuana;US Mountain=America/Phoenix;Mountain=America/Denver;
Central=America/Chicago;Central America=America/Guatemala;Central (Mexico)=America/Mexico_City;
Canada Central=America/Regina;SA Pacific=America/Bogota;Eastern=America/New_York;
US Eastern=America/Indiana/Indianapolis;Venezuela=America/Caracas;Atlantic=America/Halifax;
SA Western=America/La_Paz;Pacific SA=America/Santiago;Newfoundland=America/St_Johns;
E. South America=America/Sao_Paulo;Argentina=America/Argentina/Buenos_Aires;SA Eastern=America/Cayenne;
Greenland=America/Nuuk;Azores=Atlantic/Azores;GMT=Europe/London;Greenwich=Atlantic/Reykjavik;
Morocco=Africa/Casablanca;W. Europe=Europe/Berlin;Central Europe=Europe/Budapest;Romance=Europe/Paris;
Central European=Europe/Warsaw;W. Central Africa=Africa/Lagos;GTB=Europe/Bucharest;FLE=Europe/Kyiv;
E. Europe=Europe/Chisinau;Middle East=Asia/Beirut;Egypt=Africa/Cairo;South Africa=Africa/Johannesburg;
Israel=Asia/Jerusalem;Jordan=Asia/Amman;Kaliningrad=Europe/Kaliningrad;Turkey=Europe/Istanbul;
Arab=Asia/Riyadh;Arabic=Asia/Baghdad;Russian=Europe/Moscow;Belarus=Europe/Minsk;E. Africa=Africa/Nairobi;
Iran=Asia/Tehran;Arabian=Asia/Dubai;Azerbaijan=Asia/Baku;Georgian=Asia/Tbilisi;Caucasus=Asia/Yerevan;
Pakistan=Asia/Karachi;West Asia=Asia/Tashkent;Ekaterinburg=Asia/Yekaterinburg;India=Asia/Kolkata;
Sri Lanka=Asia/Colombo;Nepal=Asia/Kathmandu;Central Asia=Asia/Bishkek;Bangladesh=Asia/Dhaka;
SE Asia=Asia/Bangkok;N. Central Asia=Asia/Novosibirsk;China=Asia/Shanghai;Singapore=Asia/Singapore;
W. Australia=Australia/Perth;Taipei=Asia/Taipei;Tokyo=Asia/Tokyo;Korea=Asia/Seoul;
Cen. Australia=Australia/Adelaide;AUS Central=Australia/Darwin;E. Australia=Australia/Brisbane;
AUS Eastern=Australia/Sydney;Vladivostok=Asia/Vladivostok;New Zealand=Pacific/Auckland;Fiji=Pacific/Fiji`;
const CITIES = new Map(
  WINDOWS.trim()
    .split(/;\n?/)
    .map((pair) => pair.split("=") as [string, string]),
);

/**
 * Gives a wall clock of a calendar with the zone that its `TZID` names: an IANA zone, one behind a program's own
 * prefix (`/example.com/20260101/Europe/Riga`), Windows' name of it, or the towns that its display name lists.
 * Undefined for a zone that nobody knows.
 */
export function inEventZone(
  time: string,
  zone: string,
  airports: AirportTable | undefined,
): ZonedTime | undefined {
  const windows = CITIES.get(zone.replace(/ (?:Standard|Daylight|Summer) Time(?= \(|$)/, ""));
  const behind =
    /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/+-]{2,40}$/i.exec(
      zone,
    )?.[0];
  return inZone(time, windows ?? behind ?? zoneOfTowns(zone, airports) ?? zone);
}

/** "(UTC+01:00) Amsterdam, Berlin, Bern": the zone of the first town that there is one of. */
function zoneOfTowns(zone: string, airports: AirportTable | undefined): string | undefined {
  const towns = /^\((?:UTC|GMT)[^)]{0,12}\)\s?(.{2,100})$/.exec(zone)?.[1]?.split(/\s?[,/;]\s?/) ?? [];
  return towns.map((town) => airports?.zoneOfTown(town)).find((one) => one !== undefined);
}
