import type { ZonedTime } from "../reservation.ts";

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?$/;
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Gives a time with its zone. A local time is read as the wall clock in that zone; one with an offset keeps its
 * instant and is shown on the zone's wall clock. Undefined for text that is no time, or a zone that is unknown.
 */
export function inZone(time: string, zone: string): ZonedTime | undefined {
  try {
    const local = LOCAL.exec(time);
    const zoned = local
      ? Temporal.PlainDateTime.from(`${local[1]}T${local[2]}:${local[3] ?? "00"}`).toZonedDateTime(zone)
      : OFFSET.test(time)
        ? Temporal.Instant.from(time).toZonedDateTimeISO(zone)
        : undefined;
    if (!zoned) return undefined;
    const value = `${zoned.toPlainDateTime().toString({ smallestUnit: "second" })}${zoned.offset}`;
    return { "@type": "QDateTime", "@value": value, timezone: zoned.timeZoneId };
  } catch {
    return undefined;
  }
}
