import type { JsonObject } from "../reservation.ts";
import { normaliseTime } from "../schema/times.ts";
import { TRIP_ENDS } from "../summary.ts";
import { findDates } from "../text/dates.ts";
import { findTimes } from "../text/times.ts";
import { type PassField, shownValue } from "./fields.ts";
import { RIDES } from "./semantic-tags.ts";

/**
 * Gives the ride of a boarding pass by rail, bus or ship as it is shown: its two largest fields are where it leaves
 * and arrives, by Apple's design of such passes. `relevant` says when it is wanted: its day where the fields name none. The hours that it shows are those of its stops' clocks.
 */
export function shownRide(
  fields: readonly PassField[],
  transit: string,
  relevant: string | undefined,
): JsonObject | undefined {
  const [reservation, trip, station] = RIDES[transit] ?? [];
  const ends = trip && TRIP_ENDS[trip];
  const [from, to] = fields.filter((field) => field.part === "primaryFields");
  if (!ends || !reservation || !from || !to) return undefined;
  const [leaves, lands] = [
    shownValue(fields, "departure", /^dep/i) ?? "",
    shownValue(fields, "arrival", /^arr/i) ?? "",
  ];
  const named = findDates(`${shownValue(fields, "date", /^date$/i) ?? ""}\n${leaves}`, "dmy")[0];
  const day =
    named?.year === undefined
      ? relevant?.slice(0, 10)
      : `${named.year}-${String(named.month).padStart(2, "0")}-${String(named.day).padStart(2, "0")}`;
  // A moment that a program wrote in UTC says nothing of the clocks that people see.
  const offset = relevant?.slice(19).replace("Z", "") ?? "";
  const at = (field: PassField, other: string) => {
    const moment = normaliseTime(other);
    const clock = clockOf(field, other);
    return moment && moment.length > 19 ? moment : clock && `${day}T${clock}:00${offset}`;
  };
  const departs = at(from, leaves) ?? relevant;
  const arrives = at(to, lands);
  if (!day || !departs) return undefined;
  const number = shownValue(fields, trip === "BusTrip" ? "bus" : "train", /^(?:train|bus)(?:number|no)?$/i);
  const [seat, coach] = [
    shownValue(fields, "seat", /^seat/i),
    shownValue(fields, "coach", /^(?:coach|wagon|carriage)/i),
  ];
  const [reference, passenger] = [
    shownValue(fields, "reference", /^pnr$|booking|reservation/i),
    shownValue(fields, "passenger", /passenger|traveller|traveler/i),
  ];
  return {
    "@type": reservation,
    ...(reference && /^\S{3,40}$/.test(reference) ? { reservationNumber: reference } : {}),
    ...(passenger ? { underName: { "@type": "Person", name: passenger } } : {}),
    reservationFor: {
      "@type": trip,
      ...(number && trip === "TrainTrip" ? { trainNumber: number } : {}),
      ...(number && trip === "BusTrip" ? { busNumber: number } : {}),
      [ends[0]]: { "@type": station, name: placeOf(from) },
      [ends[1]]: { "@type": station, name: placeOf(to) },
      departureTime: departs,
      ...(arrives ? { arrivalTime: arrives } : {}),
    },
    ...(seat || coach
      ? {
          reservedTicket: {
            "@type": "Ticket",
            ticketedSeat: {
              "@type": "Seat",
              ...(seat ? { seatNumber: seat } : {}),
              ...(coach ? { seatSection: coach } : {}),
            },
          },
        }
      : {}),
  };
}

/** A station's name is its value, or its label where the value is a code or an hour. */
function placeOf(field: PassField): string {
  const isName = (text: string) =>
    /\p{L}{2}/u.test(text) && !/^[A-Z]{2,5}$/.test(text) && !/\d:\d\d/.test(text);
  return [field.value, field.label].find(isName)?.trim() ?? field.value.trim();
}

/** `HH:MM` of an end, which stands in its own field or in one of its own label. */
function clockOf(field: PassField, other: string): string | undefined {
  const time = findTimes(`${field.label}\n${field.value}\n${other}`)[0];
  return time && `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`;
}
