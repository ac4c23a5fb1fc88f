import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, ORDERS } from "../../extension/background/queries/order.ts";
import { selectionOf } from "../../extension/background/queries/selection.ts";
import type { Facets } from "../../extension/background/storage/facets.ts";

const NOW = new Date(2026, 10, 22, 10).getTime();
const HOUR = 3_600_000;
/** Many of the same hour, so that something else must decide. */
const time = fc.integer({ min: -80, max: 80 }).map((hours) => NOW + hours * HOUR);
const records = fc.uniqueArray(
  fc.record({
    id: fc.nat(400).map((n) => `2026-11.${String(n).padStart(20, "0")}`),
    at: time,
    updated: time,
    due: fc.oneof(time, fc.constant(Number.POSITIVE_INFINITY)),
    urgent: fc.boolean(),
  }),
  { maxLength: 60, selector: ({ id }) => id },
);
const facets = (some: Pick<Facets, "id" | "at" | "updated" | "due" | "urgent">): Facets => ({
  ...some,
  kind: "task",
  open: true,
  wholeDay: false,
  principal: "",
  assignee: "",
  name: "",
  organization: "",
  reach: "",
  classification: "internal",
});
/** As an RFC 3339 date; Swedish has the same form. */
const localDay = (ms: number) => new Date(ms).toLocaleDateString("sv");

describe("a list in order", () => {
  test.each(["at", "updated", "due"] as const)(
    "by %s has the same pages as the whole of it sorted",
    (order) => {
      fc.assert(
        fc.property(records, fc.nat(70), fc.integer({ min: 0, max: 20 }), (made, offset, limit) => {
          const all = made.map(facets);
          const whole = all.toSorted(ORDERS[order]);
          expect(inOrder(selectionOf(all), order).page(offset, limit)).toEqual(
            whole.slice(offset, offset + limit),
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  test("by when it happened is grouped by local days, the last one first", () => {
    fc.assert(
      fc.property(records, (made) => {
        const all = made.map(facets);
        const days = Map.groupBy(all.toSorted(ORDERS.at), ({ at }) => localDay(at));
        const groups = inOrder(selectionOf(all), "at").groups(NOW);
        expect(
          groups.map(({ key, count }) => [
            new Date(Number(key) * 24 * HOUR).toISOString().slice(0, 10),
            count,
          ]),
        ).toEqual([...days].map(([day, members]) => [day, members.length]));
      }),
    );
  });

  test("by what presses has a group for each row's place, in the order of the rows", () => {
    fc.assert(
      fc.property(records, (made) => {
        const all = made.map(facets);
        const groups = inOrder(selectionOf(all), "due").groups(NOW);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        const urgent = all.filter((each) => each.urgent).length;
        expect(groups[0]).toEqual(
          urgent > 0 ? { key: "urgent", count: urgent } : all.length > 0 ? expect.anything() : undefined,
        );
      }),
    );
  });
});
