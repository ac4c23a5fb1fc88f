/**
 * The date (RFC 3339 full-date) of an instant in a time zone, so that two devices call the same day the last one.
 * @param timeZone an IANA name; the device's own where it is none
 */
export function dayIn(timeZone: unknown): (instant: string) => string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  let format = new Intl.DateTimeFormat("sv-SE", options);
  if (typeof timeZone === "string")
    try {
      format = new Intl.DateTimeFormat("sv-SE", { ...options, timeZone });
    } catch {
      // No time zone that this browser knows.
    }
  return (instant) => format.format(new Date(instant));
}
