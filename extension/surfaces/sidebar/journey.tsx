import type { ReservationSummary } from "../../../shared/travel/summary.ts";
import { useSurface } from "../state/surface.tsx";
import { wallClock } from "../state/times.ts";
import type { ShownBooking } from "./bookings.ts";

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

/** One booking at a glance: both ends of a journey, or the name of a house and its days. */
export function Journey({ booking }: { readonly booking: ShownBooking }) {
  const { summary } = booking;
  const { words } = useSurface();
  const locale = words.locale.value;
  const start = wallClock(summary.startsAt, locale);
  const end = wallClock(summary.endsAt, locale);
  const facts = [
    summary.reference && words.say("booking.reference", { number: summary.reference }),
    summary.seat && words.say("booking.seat", { seat: summary.seat }),
    summary.underName && words.say("booking.for", { name: summary.underName }),
  ].filter(Boolean);
  return (
    <div class="booking">
      {summary.from && summary.to ? (
        <div class="journey">
          <span class="end">
            <strong title={summary.from}>{booking.fromCode ?? summary.from}</strong>
            <span class="small quiet">{start.hour}</span>
          </span>
          <span class="way small quiet">
            <span>{[summary.title, duration(summary, locale)].filter(Boolean).join(" · ")}</span>
            <span class="arrow" aria-hidden="true" />
            <span>{start.day}</span>
          </span>
          <span class="end last">
            <strong title={summary.to}>{booking.toCode ?? summary.to}</strong>
            <span class="small quiet">
              {[end.day === start.day ? "" : end.day, end.hour].filter(Boolean).join(" ")}
            </span>
          </span>
        </div>
      ) : (
        <div>
          <strong class="house">{summary.title}</strong>
          <p class="small quiet">
            {[start, end]
              .map(({ day, hour }) => [day, hour].filter(Boolean).join(" "))
              .filter(Boolean)
              .join(" – ")}
          </p>
        </div>
      )}
      {facts.length > 0 && <p class="small quiet">{facts.join(" · ")}</p>}
      {summary.cancelled && <p class="problem">{words.say("booking.cancelled")}</p>}
    </div>
  );
}
