/** Hours from UTC of the names that are said behind an hour; of those that several countries use, the likeliest. */
const OFFSETS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  мск: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const ZONE = new RegExp(`\\s*(?:по\\s+)?(${Object.keys(OFFSETS).join("|")})(?![\\p{L}\\p{N}+-])`, "uy");

/** The name of a zone behind an hour, in small letters, and where it ends. */
export function zoneAfter(text: string, at: number): { readonly name: string; readonly end: number } | null {
  ZONE.lastIndex = at;
  const name = ZONE.exec(text)?.[1];
  return name === undefined ? null : { name, end: ZONE.lastIndex };
}

/** The offset of a zone's name from UTC, as ISO 8601 writes it. */
export function offsetOf(name: string): string {
  const hours = OFFSETS[name] ?? 0;
  return `${hours < 0 ? "-" : "+"}${String(Math.abs(hours)).padStart(2, "0")}:00`;
}
