import type { ComponentChildren } from "preact";
import { RESERVATION_FIELDS } from "../../../shared/records/reservation.ts";
import type { ReservationSummary } from "../../../shared/travel/summary.ts";
import { useSurface } from "../state/surface.tsx";
import { sayZone, wallClock } from "../state/times.ts";
import type { ShownBooking } from "./bookings.ts";
import { fieldOfPath } from "./held.ts";

/** The time that a journey takes, where both ends have an offset; "" where that is not known. */
function duration({ startsAt = "", endsAt = "" }: ReservationSummary, locale: string): string {
  const zoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/;
  if (!zoned.test(startsAt) || !zoned.test(endsAt)) return "";
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (minutes <= 0 || minutes > 48 * 60) return "";
  const part = (value: number, unit: "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "narrow" }).format(value);
  return [
    minutes >= 60 ? part(Math.floor(minutes / 60), "hour") : "",
    minutes % 60 ? part(minutes % 60, "minute") : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Where the form's fields that have no path of their own in common are told: which end of a journey a path speaks of. */
const END_OF_PATH = [
  [/departure(?:Airport|Station|BusStop|BoatTerminal)/, "from"],
  [/arrival(?:Airport|Station|BusStop|BoatTerminal)/, "to"],
  [/Number|Name$|reservationFor\.name/, "title"],
] as const;

/** The fields of the booking that were inferred, by the form's names. */
const unsureFields = (paths: readonly string[]) =>
  new Set<string>(
    paths.flatMap(
      (path) => fieldOfPath(path) ?? END_OF_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? [],
    ),
  );

/** One booking at a glance: both ends of a journey, or the name of a house and its days. A guess has a question mark. */
export function Journey({ booking }: { readonly booking: ShownBooking }) {
  const { summary } = booking;
  const { words } = useSurface();
  const locale = words.formats.value;
  const start = wallClock(summary.startsAt, locale);
  const end = wallClock(summary.endsAt, locale);
  const unsure = unsureFields(booking.unsure);
  const mark = (field: keyof typeof RESERVATION_FIELDS, text: ComponentChildren) =>
    text && unsure.has(field) ? (
      <span
        class="unsure"
        title={words.say("capture.unsure", { field: words.name(RESERVATION_FIELDS[field].label) })}
      >
        {text} ?
      </span>
    ) : (
      text
    );
  const facts = [
    ["reservationNumber", summary.reference && words.say("booking.reference", { number: summary.reference })],
    ["seat", summary.seat && words.say("booking.seat", { seat: summary.seat })],
    ["underName", summary.underName && words.say("booking.for", { name: summary.underName })],
  ] as const;
  const shown = facts.filter(([, text]) => text);
  const lasts = duration(summary, locale);
  return (
    <>
      {summary.from && summary.to ? (
        <div class="journey">
          <span class="end">
            <strong title={summary.from}>{mark("from", booking.fromCode ?? summary.from)}</strong>
            <span class="small quiet" title={sayZone(summary.startZone, summary.startsAt, locale)}>
              {mark("startsAt", start.hour)}
            </span>
          </span>
          <span class="way small quiet">
            <span>
              {mark("title", summary.title)}
              {lasts && ` · ${lasts}`}
            </span>
            <span class="arrow" aria-hidden="true" />
            <span>{mark("startsAt", start.day)}</span>
          </span>
          <span class="end last">
            <strong title={summary.to}>{mark("to", booking.toCode ?? summary.to)}</strong>
            <span class="small quiet" title={sayZone(summary.endZone, summary.endsAt, locale)}>
              {mark("endsAt", [end.day === start.day ? "" : end.day, end.hour].filter(Boolean).join(" "))}
            </span>
          </span>
        </div>
      ) : (
        <div>
          <strong class="house">{mark("title", summary.title)}</strong>
          <p class="small quiet">
            {mark("startsAt", [start.day, start.hour].filter(Boolean).join(" "))}
            {end.day && " – "}
            {mark("endsAt", [end.day, end.hour].filter(Boolean).join(" "))}
          </p>
        </div>
      )}
      {shown.length > 0 && (
        <p class="small quiet">
          {shown.map(([field, text], index) => (
            <span key={field}>
              {index > 0 && " · "}
              <span class="together">{mark(field, text)}</span>
            </span>
          ))}
        </p>
      )}
      {summary.cancelled && <p class="problem">{words.say("booking.cancelled")}</p>}
    </>
  );
}
