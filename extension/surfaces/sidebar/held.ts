import type { Action, Scalar } from "../../../shared/documents/command.ts";
import type { RESERVATION_FIELDS } from "../../../shared/records/reservation.ts";
import { compareReservations, reservationKey } from "../../../shared/travel/changes.ts";
import { mergeReservations } from "../../../shared/travel/normalise/merge.ts";
import { asObject, type Reservation } from "../../../shared/travel/reservation.ts";
import { summariseReservation } from "../../../shared/travel/summary.ts";
import type { RecordView } from "../../port/surface.ts";
import { itemOf, type ShownBooking } from "./bookings.ts";

type ItemField = keyof typeof RESERVATION_FIELDS;

/** One field that the mail says otherwise than the trip; `before` is what the trip holds now. */
interface HeldChange {
  readonly field: ItemField;
  readonly before: Scalar;
  readonly after: Scalar;
}

/**
 * What the desk has of a booking: nothing, the same, or something else. `older`: the trip once had what the mail
 * says and was changed since, so that the mail is the older of the two.
 */
export type Holding =
  | { readonly state: "new" }
  | { readonly state: "same" | "older"; readonly trip: RecordView }
  | {
      readonly state: "changed";
      readonly trip: RecordView;
      readonly changes: readonly HeldChange[];
      readonly update: readonly Action[];
    };

type Item = Readonly<Record<string, Scalar>>;

/** Looks a booking up among trips by what it is for, not by its times: those may have changed. */
export function holdingOf(
  booking: ShownBooking,
  trips: readonly RecordView[],
  thread: string | null,
): Holding {
  for (const trip of trips) {
    if (trip.record.fields.deletedAt) continue;
    for (const [id, item] of Object.entries(trip.record.lists.reservations ?? {})) {
      if (item.removed === true) continue;
      const held = readHeld(item);
      const same = held
        ? reservationKey(held) === reservationKey(booking.reservation)
        : isTypedIn(item, booking);
      if (!same) continue;
      const all = held ? changesOf(held, item, booking) : differences(item, booking);
      if (all.length === 0) return { state: "same", trip };
      // What the trip was changed away from is not offered again: the mail is older than the change.
      const changes = all.filter(({ field, after }) => !wasThere(trip, id, field, after));
      if (changes.length === 0) return { state: "older", trip };
      return { state: "changed", trip, changes, update: updateOf(trip, id, held, changes, booking, thread) };
    }
  }
  return { state: "new" };
}

/** The whole booking as it was read when it was added; null for one that was typed in. */
function readHeld(item: Item): Reservation | null {
  try {
    const read = asObject(JSON.parse(String(item.reservation ?? "null")));
    return read && typeof read["@type"] === "string" ? (read as Reservation) : null;
  } catch {
    return null;
  }
}

const fold = (value: Scalar | undefined) =>
  String(value ?? "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** A booking that somebody typed in is known by its number; of several legs under one number, by the leg's too. */
function isTypedIn(item: Item, { summary }: ShownBooking): boolean {
  const number = fold(item.reservationNumber);
  if (number === "" || number !== fold(summary.reference) || item.type !== summary.type) return false;
  return !(summary.from && summary.to) || fold(item.title) === fold(summary.title);
}

/** The fields of the form that a path of the reservation is told by; paths that the form has no field for are silent. */
const FIELD_OF_PATH: readonly (readonly [RegExp, ItemField])[] = [
  [/(?:departureTime|departureDay|checkinTime|pickupTime|startTime|startDate|doorTime)/, "startsAt"],
  [/(?:arrivalTime|checkoutTime|dropoffTime|endTime|endDate)/, "endsAt"],
  [/pickupLocation/, "from"],
  [/dropoffLocation/, "to"],
  [/airplaneSeat|ticketedSeat/, "seat"],
  [/underName/, "underName"],
  [/reservationStatus/, "status"],
  [/reservationNumber/, "reservationNumber"],
];

/** The form's field for a path of the reservation, if it has one. */
export const fieldOfPath = (path: string): ItemField | undefined =>
  FIELD_OF_PATH.find(([pattern]) => pattern.test(path))?.[1];

/** What the mail says otherwise than the mail that the booking came from; what a shorter mail leaves out is no change. */
function changesOf(held: Reservation, item: Item, booking: ShownBooking): HeldChange[] {
  const after = itemOf(booking, null);
  const before = itemOf(
    { ...booking, reservation: held, summary: summariseReservation(held), unsure: [] },
    null,
  );
  const paths = compareReservations(held, booking.reservation).filter(({ after }) => after !== undefined);
  const fields = new Set(paths.flatMap(({ path }) => fieldOfPath(path) ?? []));
  return [...fields].flatMap((field) => {
    const now = after[field];
    if (now === undefined || clock(now) === clock(before[field])) return [];
    return change(field, item[field] ?? null, now);
  });
}

const COMPARED = ["startsAt", "endsAt", "seat", "status"] as const;

/** What the mail says otherwise than somebody typed in. */
function differences(item: Item, booking: ShownBooking): HeldChange[] {
  const read = itemOf(booking, null);
  return COMPARED.flatMap((field) =>
    read[field] === undefined ? [] : change(field, item[field] ?? null, read[field]),
  );
}

function change(field: ItemField, before: Scalar, after: Scalar): HeldChange[] {
  // A mail that confirms what was cancelled is the older one, and "confirmed" is no news of what is only on hold.
  if (field === "status" && after !== "ReservationCancelled") return [];
  return clock(before) === clock(after) ? [] : [{ field, before, after }];
}

/** A time by what its clock shows, without its zone; anything else as it is. */
const clock = (value: Scalar | undefined) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 16) : (value ?? "");

const wasThere = ({ history }: RecordView, item: string, field: ItemField, value: Scalar) =>
  history.some(
    (entry) => entry.field === `reservations/${item}/${field}` && clock(entry.before) === clock(value),
  );

function updateOf(
  { record }: RecordView,
  item: string,
  held: Reservation | null,
  changes: readonly HeldChange[],
  booking: ShownBooking,
  thread: string | null,
): Action[] {
  const whole = held ? mergeReservations(held, booking.reservation) : booking.reservation;
  const values: readonly (readonly [ItemField, Scalar])[] = [
    ...changes.map(({ field, after }) => [field, after] as const),
    ["reservation", JSON.stringify(whole)],
    ["foundBy", booking.foundBy],
    ["unsure", booking.unsure.length > 0 ? JSON.stringify(booking.unsure) : null],
    ...(thread ? ([["thread", thread]] as const) : []),
  ];
  return values.map(([field, value]) => ({
    do: "setItem",
    record: record.id,
    list: "reservations",
    item,
    field,
    value,
  }));
}
