import { describe, expect, test } from "vitest";
import { rightsOf } from "../../shared/documents/rights.ts";
import { maySettle, settle } from "../../shared/documents/settle.ts";

const NOW = Date.parse("2026-11-23T11:42:00Z");
const rights = (role: "assistant" | "principal" | "viewer") =>
  rightsOf({ role, until: null, removed: false }, NOW);

describe("What people decided at once", () => {
  test("is settled by one of its values, assigned anew where it stands", () => {
    expect(settle("r", "due", "2026-12-03")).toEqual({
      do: "set",
      record: "r",
      field: "due",
      value: "2026-12-03",
    });
    expect(settle("r", "reservations/i1/startsAt", null)).toEqual({
      do: "setItem",
      record: "r",
      list: "reservations",
      item: "i1",
      field: "startsAt",
      value: null,
    });
  });

  test("is settled by assistants; by a principal where it is the status, and by a viewer nowhere", () => {
    const places = ["due", "reservations/i1/startsAt", "status"];
    expect(places.map((place) => maySettle(rights("assistant"), place))).toEqual([true, true, true]);
    expect(places.map((place) => maySettle(rights("principal"), place))).toEqual([false, false, true]);
    expect(places.map((place) => maySettle(rights("viewer"), place))).toEqual([false, false, false]);
  });
});
