/**
 * What a record's bookings cost, held against the limit of an authority. The limit is for one matter, such as a trip;
 * sums in another currency are not converted: nobody here knows the rate of the day.
 */
import type { Scalar } from "./command.ts";
import type { Delegation } from "./delegation-standing.ts";
import type { HistoryRow } from "./history.ts";

/** A sum in one currency (ISO 4217; empty where nobody wrote it). */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** `over`: more than the limit in its own currency. `other`: some of it is in another, and cannot be compared. */
export interface Spending {
  readonly state: "within" | "over" | "other";
  readonly spent: readonly Money[];
}

type Item = Readonly<Record<string, Scalar>>;
export type Bookings = Readonly<Record<string, Item>>;

/** No currency has more decimals than four; sums of decimals have dust behind them. */
const rounded = (amount: number) => Math.round(amount * 10_000) / 10_000;

/**
 * What bookings cost together, by currency in the order of its name. A cancelled one costs nothing; the legs of one
 * booking each carry its whole price, which counts once.
 */
export function spentOn(bookings: Bookings): Money[] {
  const counted = new Set<string>();
  const sums = new Map<string, number>();
  for (const { price, currency, reservationNumber, status, removed } of Object.values(bookings)) {
    if (typeof price !== "number" || removed === true || status === "ReservationCancelled") continue;
    const code = String(currency ?? "")
      .trim()
      .toUpperCase();
    const once = reservationNumber ? `${reservationNumber} ${price} ${code}` : "";
    if (once !== "" && counted.has(once)) continue;
    counted.add(once);
    sums.set(code, rounded((sums.get(code) ?? 0) + price));
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** What bookings cost against an authority's limit; null where it has none, or nothing has a price. */
export function againstLimit(
  { spendLimit, currency }: Pick<Delegation, "spendLimit" | "currency">,
  bookings: Bookings,
): Spending | null {
  const spent = spentOn(bookings);
  if (spendLimit === null || spent.length === 0) return null;
  const own = spent.find((sum) => sum.currency === currency)?.amount ?? 0;
  const state =
    own > spendLimit ? "over" : spent.some((sum) => sum.currency !== currency) ? "other" : "within";
  return { state, spent };
}

/** An authority's limit as a sum; null where it has none. */
export const limitOf = ({
  spendLimit,
  currency,
}: Pick<Delegation, "spendLimit" | "currency">): Money | null =>
  spendLimit === null || currency === null ? null : { amount: spendLimit, currency };

/** Of a place in a history: the booking and its field; null for any other place. */
export function bookingField(place: string): { readonly item: string; readonly field: string } | null {
  const [list, item, field] = place.split("/");
  return list === "reservations" && item && field ? { item, field } : null;
}

/** The bookings of a record as they stood at an instant (RFC 3339), what was done in that second included. */
export function bookingsAt(rows: readonly HistoryRow[], instant: string): Bookings {
  const then = Math.floor(Date.parse(instant) / 1000);
  const bookings: Record<string, Record<string, Scalar>> = {};
  const before = rows.filter(({ time }) => time <= then);
  before.sort((a, b) => a.time - b.time || a.startOp - b.startOp || (a.actor < b.actor ? -1 : 1));
  for (const { operations } of before)
    for (const operation of operations) {
      const set = "set" in operation ? bookingField(operation.field) : null;
      if (set && "set" in operation)
        bookings[set.item] = { ...bookings[set.item], [set.field]: operation.value };
    }
  return bookings;
}
