import { asObject, asText, type Json, type Reservation, timeText } from "./reservation.ts";
import { startOf, TRIP_ENDS, tripNumber } from "./summary.ts";

/** One field in which two readings of a booking differ; `undefined` where one of them has none. */
export type FieldChange = { path: string; before: Json | undefined; after: Json | undefined };

/**
 * Gives a key that stays the same when a later mail tells of the same booking with other times, seats or gates:
 * its type, its booking number, and what it is for (a flight's number and ends, a stay's house). A booking without
 * a number is known by its day instead, so that two unnumbered ones are not taken for each other.
 */
export function reservationKey(reservation: Reservation): string {
  const about = asObject(reservation.reservationFor) ?? {};
  const ends = TRIP_ENDS[String(about["@type"])];
  const place = (value: unknown) => {
    const at = asObject(value);
    return fold(asText(at?.iataCode) ?? asText(at?.name) ?? "");
  };
  const what = ends
    ? [fold(tripNumber(about) ?? ""), place(about[ends[0]]), place(about[ends[1]])]
    : [fold(asText(about.name) ?? "")];
  const number = fold(asText(reservation.reservationNumber) ?? "");
  const day = (timeText(startOf(reservation)) ?? "").slice(0, 10);
  const who = number ? number : `${day} ${fold(asText(asObject(reservation.underName)?.name) ?? "")}`;
  return [reservation["@type"], who, ...what].join("|");
}

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** Fields that say nothing to a person when they alone differ. */
const SILENT = new Set(["@context", "modifiedTime", "potentialAction", "subjectOf", "geo"]);

/** Gives the fields in which `after` differs from `before`, by path; times are compared by what their clocks show. */
export function compareReservations(before: Reservation, after: Reservation): FieldChange[] {
  const changes: FieldChange[] = [];
  compare(before, after, "", changes, 0);
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  changes: FieldChange[],
  depth: number,
): void {
  const [a, b] = [asObject(before), asObject(after)];
  const time = a?.["@value"] !== undefined || b?.["@value"] !== undefined;
  if (depth < 12 && (a || b) && !time) {
    for (const key of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])) {
      if (!SILENT.has(key)) compare(a?.[key], b?.[key], path ? `${path}.${key}` : key, changes, depth + 1);
    }
    return;
  }
  const plain = (value: Json | undefined) => (time ? timeText(value)?.slice(0, 19) : JSON.stringify(value));
  if (plain(before) !== plain(after)) changes.push({ path, before, after });
}
