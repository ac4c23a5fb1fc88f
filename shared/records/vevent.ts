import type { Scalar } from "../documents/command.ts";
import { classOf, ICALENDAR_CLASS } from "./classification.ts";
import { contentLines, escaped, type Line, text, utc } from "./content-lines.ts";
import type { Locale } from "./labels.ts";
import type { DeskRecord } from "./record.ts";
import { trip } from "./trip.ts";

type Item = Readonly<Record<string, Scalar>>;
const { reservations } = trip.lists;

/** RFC 5545 3.8.1.11; `Hold` and `Pending` may still come to nothing. */
const STATUS: Readonly<Record<string, string>> = {
  ReservationConfirmed: "CONFIRMED",
  ReservationHold: "TENTATIVE",
  ReservationPending: "TENTATIVE",
  ReservationCancelled: "CANCELLED",
};

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A property with a time (RFC 5545 3.3.5): a day; an instant in UTC where the booking gives its offset, which needs no
 * VTIMEZONE; else floating, the clock of whoever looks. Null where it is no time.
 */
function at(name: string, value: string | null): Line | null {
  const [whole, day = "", hour, second = "00", offset] = MOMENT.exec(value ?? "") ?? [];
  if (whole === undefined || Number.isNaN(Date.parse(day))) return null;
  if (hour === undefined) return [`${name};VALUE=DATE`, utc(day)];
  const local = `${day}T${hour}:${second}`;
  const instant = new Date(`${local}${offset ?? "Z"}`);
  if (Number.isNaN(instant.getTime())) return null;
  return [name, utc(offset ? instant.toISOString() : local)];
}

/** A day later: the end of whole days is the first day that is no longer part of them. */
function after(day: string | null): string | null {
  const date = new Date(`${day}T00:00:00Z`);
  if (day === null || Number.isNaN(date.getTime())) return null;
  return new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
}

/** An end is given only in the form of its beginning, and behind it (RFC 5545 3.6.1). */
function ends(start: Line, end: Line | null): Line | null {
  const [name, value] = start;
  if (!end || value === null || end[1] === null) return null;
  const alike =
    name.endsWith("VALUE=DATE") === end[0].endsWith("VALUE=DATE") &&
    value.endsWith("Z") === end[1].endsWith("Z");
  return alike && end[1] > value ? end : null;
}

function booking(record: DeskRecord, id: string, item: Item, locale: Locale): string {
  const start = at("DTSTART", text(item.startsAt));
  if (!start) return "";
  const { type: types } = reservations.item;
  const type = text(item.type);
  const label =
    type !== null && Object.hasOwn(types.options, type)
      ? types.options[type as keyof typeof types.options][locale]
      : null;
  const ways = [text(item.from), text(item.to)].filter((place) => place !== null).join(" – ");
  const named = [text(item.title), ways].filter(Boolean).join(" · ");
  const facts = (["reservationNumber", "seat", "underName"] as const).flatMap((name) => {
    const value = text(item[name]);
    return value === null ? [] : [`${reservations.item[name].label[locale]}: ${value}`];
  });
  const clock = [text(item.startsAt), text(item.endsAt)]
    .filter((time) => time !== null)
    .map((time) => time.slice(0, 16).replace("T", " "))
    .join(" – ");
  const status = text(item.status);
  return contentLines([
    ["BEGIN", "VEVENT"],
    ["UID", `${record.id}-${id}`],
    ["DTSTAMP", utc(record.updatedAt)],
    ["SUMMARY", escaped([label, named].filter(Boolean).join(": ") || text(record.fields.title))],
    start,
    ends(start, at("DTEND", text(item.endsAt))) ?? ["DTEND", null],
    ["LOCATION", escaped(text(item.from) ?? (type === "LodgingReservation" ? text(item.title) : null))],
    ["STATUS", (status !== null && Object.hasOwn(STATUS, status) ? STATUS[status] : null) ?? null],
    ["TRANSP", type === "LodgingReservation" || status === "ReservationCancelled" ? "TRANSPARENT" : "OPAQUE"],
    ["CLASS", ICALENDAR_CLASS[classOf(record)]],
    ["DESCRIPTION", escaped([clock, ...facts].join("\n"))],
    ["END", "VEVENT"],
  ]);
}

/**
 * A trip as VEVENT components (RFC 5545 3.6.1), to be put into a VCALENDAR: one for its days, one for each booking
 * that has a beginning.
 * @param locale the language of what is said of a booking
 */
export function vevents(record: DeskRecord, locale: Locale): string {
  const { fields } = record;
  const start = at("DTSTART", text(fields.startsOn));
  const cancelled = fields.status === "cancelled";
  const days = start
    ? contentLines([
        ["BEGIN", "VEVENT"],
        ["UID", record.id],
        ["DTSTAMP", utc(record.updatedAt)],
        ["SUMMARY", escaped(text(fields.title) ?? text(fields.destination))],
        start,
        ends(start, at("DTEND", after(text(fields.endsOn)))) ?? ["DTEND", null],
        ["LOCATION", escaped(text(fields.destination))],
        ["STATUS", cancelled ? "CANCELLED" : null],
        ["TRANSP", "TRANSPARENT"],
        ["CLASS", ICALENDAR_CLASS[classOf(record)]],
        ["DESCRIPTION", escaped(text(fields.note))],
        ["END", "VEVENT"],
      ])
    : "";
  const items = Object.entries(record.lists.reservations ?? {}).filter(([, item]) => item.removed !== true);
  return days + items.map(([id, item]) => booking(record, id, item, locale)).join("");
}
