import { describe, expect, it } from "vitest";
import { tellItems } from "../../extension/surfaces/components/item-history.ts";
import type { HistoryEntry } from "../../shared/records/record.ts";

const FLIGHT = "reservations/flight0001";
let last = 0;
const entry = (
  field: string,
  after: HistoryEntry["after"],
  more: Partial<HistoryEntry> = {},
): HistoryEntry => ({
  id: `e${++last}`,
  at: "2026-11-23T08:00:00.000Z",
  by: "a".repeat(32),
  field,
  before: null,
  after,
  ...more,
});
const added = () => [
  entry(`${FLIGHT}/type`, "FlightReservation"),
  entry(`${FLIGHT}/title`, "TK 1757"),
  entry(`${FLIGHT}/price`, 640),
];
const later = "2026-11-23T09:00:00.000Z";

describe("The history of a list's item", () => {
  it("tells its coming as one, whatever came with it", () => {
    const born = added();
    const told = tellItems([entry("title", "Riga", { at: later }), ...born.toReversed()]);
    expect(told.map(({ item, entry }) => item?.did ?? entry.field)).toEqual(["title", "added"]);
    expect(told[1]?.item).toEqual({
      did: "added",
      list: "reservations",
      item: "flight0001",
      values: { type: "FlightReservation", title: "TK 1757", price: 640 },
    });
    expect(told[1]?.ids).toEqual(born.map(({ id }) => id));
  });

  it("tells what is set later by itself, by the same person or in the same second by another", () => {
    const told = tellItems([
      entry(`${FLIGHT}/seat`, "14C", { by: "b".repeat(32) }),
      entry(`${FLIGHT}/price`, 700, { at: later, before: 640 }),
      ...added().toReversed(),
    ]);
    expect(told.map(({ item, entry }) => item?.did ?? entry.after)).toEqual(["14C", 700, "added"]);
  });

  it("tells its removal with all that was removed, so that it can be brought back", () => {
    const told = tellItems([
      entry(`${FLIGHT}/removed`, null, { at: "2026-11-23T10:00:00.000Z", before: true }),
      entry(`${FLIGHT}/removed`, true, { at: later }),
      entry(`${FLIGHT}/seat`, "14C", { at: later }),
      ...added().toReversed(),
    ]);
    expect(told.map(({ item, entry }) => item?.did ?? entry.after)).toEqual([
      "returned",
      "removed",
      "14C",
      "added",
    ]);
    expect(told[1]?.item?.values).toEqual({
      type: "FlightReservation",
      title: "TK 1757",
      price: 640,
      seat: "14C",
    });
  });
});
