/** When one of a zone's two times begins each year, or once, and its offset. */
type Observance = { offset: string; start: string; month: number; week: number; weekday: number };

const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const MAX_ZONES = 40;
const MAX_CHARACTERS = 200_000;

/**
 * Gives the offsets of the zones that a calendar describes itself (`VTIMEZONE`, RFC 5545, 3.6.5), by their names:
 * for a local time `YYYY-MM-DDTHH:MM:SS` the offset that holds then, or the IANA zone that the description names.
 */
export function ownZones(source: string): Map<string, (time: string) => string | undefined> {
  const zones = new Map<string, (time: string) => string | undefined>();
  const described = source.slice(0, MAX_CHARACTERS).split(/^BEGIN:VTIMEZONE\s?$/im);
  for (const text of described.slice(1, MAX_ZONES)) {
    const [block = ""] = text.split(/^END:VTIMEZONE/im);
    const name = /^TZID:(\S.{0,200}?)\s?$/im.exec(block)?.[1];
    const location = /^X-LIC-LOCATION:(\S{3,60})/im.exec(block)?.[1];
    const parts = block.split(/^BEGIN:(?:STANDARD|DAYLIGHT)\s?$/im).slice(1, 60);
    const observances = parts.flatMap((part) => observanceOf(part) ?? []);
    if (name) zones.set(name, (time) => location ?? offsetAt(observances, time));
  }
  return zones;
}

function observanceOf(part: string): Observance | undefined {
  const offset = /^TZOFFSETTO:([+-]\d{2})(\d{2})/im.exec(part);
  const start = /^DTSTART[^:\n]{0,60}:(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})/im.exec(part);
  if (!offset || !start) return undefined;
  const rule = /^RRULE:(.{1,200})$/im.exec(part)?.[1] ?? "";
  const [, week, day] = /BYDAY=([+-]?\d)(\w\w)/.exec(rule) ?? [];
  return {
    offset: `${offset[1]}:${offset[2]}`,
    start: `${start[1]}-${start[2]}-${start[3]}T${start[4]}:${start[5]}:00`,
    month: Number(/BYMONTH=(\d{1,2})/.exec(rule)?.[1] ?? 0),
    week: Number(week ?? 0),
    weekday: DAYS.indexOf(day ?? ""),
  };
}

/** The observance that began last before a time, of this year or the year before. */
function offsetAt(observances: readonly Observance[], time: string): string | undefined {
  const year = Number(time.slice(0, 4));
  const begun = observances
    .flatMap((one) => [year - 1, year].map((of) => ({ at: beginIn(one, of), offset: one.offset })))
    .filter((one) => one.at <= time)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return begun[0]?.offset;
}

function beginIn({ start, month, week, weekday }: Observance, year: number): string {
  if (month === 0 || week === 0 || weekday < 0) return start;
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const earliest = 1 + ((weekday - first + 7) % 7);
  const day =
    week > 0 ? earliest + (week - 1) * 7 : earliest + (Math.floor((days - earliest) / 7) + week + 1) * 7;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}${start.slice(10)}`;
}
