import { describe, expect, it } from "vitest";
import type { Scalar } from "../../shared/documents/command.ts";
import type { HistoryRow } from "../../shared/documents/history.ts";
import { againstLimit, bookingsAt, spentOn } from "../../shared/documents/spending.ts";

const limit = { spendLimit: 500, currency: "EUR" };
const booking = (price: number | null, currency: string | null, more = {}) => ({ price, currency, ...more });

describe("What bookings cost", () => {
  it("is their sum, by currency, without what was cancelled or taken out", () => {
    expect(
      spentOn({
        a: booking(100.1, "EUR"),
        b: booking(200.2, "eur"),
        c: booking(30, "GBP"),
        d: booking(999, "EUR", { status: "ReservationCancelled" }),
        e: booking(999, "EUR", { removed: true }),
        f: booking(null, "EUR"),
      }),
    ).toEqual([
      { currency: "EUR", amount: 300.3 },
      { currency: "GBP", amount: 30 },
    ]);
  });

  it("counts the price of a booking once that each of its legs carries", () => {
    const leg = booking(240, "EUR", { reservationNumber: "X7K2PQ" });
    expect(spentOn({ out: leg, back: leg })).toEqual([{ currency: "EUR", amount: 240 }]);
    const other = booking(240, "EUR", { reservationNumber: "OTHER1" });
    expect(spentOn({ out: leg, other })).toEqual([{ currency: "EUR", amount: 480 }]);
    expect(spentOn({ a: booking(240, "EUR"), b: booking(240, "EUR") })).toEqual([
      { currency: "EUR", amount: 480 },
    ]);
  });

  it("is held against the limit in the limit's currency, and never converted", () => {
    const state = (...bookings: object[]) =>
      againstLimit(
        limit,
        Object.fromEntries(bookings.map((each, n) => [`b${n}`, each as Record<string, Scalar>])),
      )?.state ?? null;
    expect(state(booking(500, "EUR"))).toBe("within");
    expect(state(booking(500.01, "EUR"))).toBe("over");
    expect(state(booking(300, "EUR"), booking(201, "EUR"))).toBe("over");
    expect(state(booking(1, "GBP"))).toBe("other");
    expect(state(booking(1, null))).toBe("other");
    expect(state(booking(1, "GBP"), booking(501, "EUR"))).toBe("over");
    expect(state()).toBe(null);
    expect(state(booking(null, "EUR"))).toBe(null);
    expect(againstLimit({ spendLimit: null, currency: null }, { a: booking(9e9, "EUR") })).toBe(null);
  });

  it("is known for any time from the history", () => {
    const row = (time: number, ...sets: [string, Scalar][]): HistoryRow => ({
      record: "r",
      change: `c${time}`,
      actor: "a",
      time,
      startOp: time,
      created: time === 1,
      operations: sets.map(([field, value], n) => ({ set: `${time + n}@a`, field, value, over: [] })),
    });
    const rows = [
      row(3, ["reservations/x/price", 700]),
      row(1, ["status", "planned"], ["reservations/x/price", 400], ["reservations/x/currency", "EUR"]),
      row(2, ["status", "booked"]),
    ];
    const at = (seconds: number) =>
      againstLimit(limit, bookingsAt(rows, new Date(seconds * 1000).toISOString()));
    expect(at(0)).toBe(null);
    expect(at(1)?.state).toBe("within");
    expect(at(2)?.state).toBe("within");
    expect(at(3)).toEqual({ state: "over", spent: [{ currency: "EUR", amount: 700 }] });
  });
});
