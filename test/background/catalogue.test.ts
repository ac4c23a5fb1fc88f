import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../extension/background/queries/catalogue.ts";
import { openDatabase } from "../../extension/background/storage/database.ts";
import { packFacets, readFacets } from "../../extension/background/storage/facet-columns.ts";
import { type Facets, facetsLine, facetsOfLine } from "../../extension/background/storage/facets.ts";
import { claimStore } from "../../extension/background/storage/store.ts";
import { wordsOf } from "../../extension/background/work/stored-record.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import { queryTerms, searchTerms } from "../../shared/records/search-terms.ts";

const DESK = "aa".repeat(16);
/** Facets as an object of their own, whatever they are made of. */
const copy = (each: Facets): Facets => ({
  id: each.id,
  kind: each.kind,
  open: each.open,
  urgent: each.urgent,
  updated: each.updated,
  at: each.at,
  due: each.due,
  wholeDay: each.wholeDay,
  principal: each.principal,
  assignee: each.assignee,
  name: each.name,
  organization: each.organization,
  reach: each.reach,
  classification: each.classification,
});
const instants = fc
  .date({ min: new Date("2021-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const days = instants.map((instant) => instant.slice(0, 10));
const text = fc.constantFrom("", "Sample Caller", "Nguyễn Mẫu", "两\t个\nlines", "Baltic Sample Rail");

/** A record of one of so many ids. */
const recordOf = (ids: number): fc.Arbitrary<DeskRecord> =>
  fc
    .record({
      document: fc.constantFrom("2026-11", "lasting"),
      n: fc.nat(ids - 1),
      kind: fc.constantFrom("call", "task", "trip", "of a newer version"),
      at: instants,
      fields: fc.record({
        classification: fc.constantFrom("", "public", "internal", "confidential", "privileged"),
        caller: text,
        summary: text,
        phone: fc.constantFrom("", "+37120000001"),
        organization: text,
        startedAt: fc.oneof(instants, fc.constant("no time")),
        due: fc.oneof(instants, days, fc.constantFrom("", "some day!!")),
        urgent: fc.boolean(),
        assignee: fc.constantFrom("", "bb".repeat(16), "cc".repeat(16)),
        principal: fc.constantFrom("", "lasting.0123456789abcdef"),
        status: fc.constantFrom("needsAction", "completed", "connected"),
      }),
    })
    .map(({ document, n, kind, at, fields }) => ({
      id: `${document}.${String(n).padStart(20, "0")}`,
      kind,
      createdAt: at,
      createdBy: "",
      updatedAt: at,
      updatedBy: "",
      fields,
      lists: {},
      conflicts: [],
    }));

describe("facets kept by column", () => {
  test("are read as they were, whatever records hold", () => {
    fc.assert(
      fc.property(fc.array(recordOf(50), { maxLength: 20 }), (made) => {
        const facets = made.map((each) => facetsOfLine(facetsLine(each)));
        expect(readFacets(structuredClone(packFacets(facets))).map(copy)).toEqual(facets);
      }),
    );
  });
});

const byId = (a: Facets, b: Facets) => (a.id < b.id ? -1 : 1);
/** As they are typed, letter by letter, and something else between. */
const SEARCHES = [
  "s",
  "sa",
  "sample",
  "sample c",
  "c sample",
  "sa",
  "nguyen mau",
  "3712",
  "37120000001 s",
  "baltic rail",
];
/** What a person does to a desk, and what becomes of its worker meanwhile. */
const steps = fc
  .array(
    fc.oneof(
      fc.record({ write: fc.array(recordOf(100), { minLength: 1, maxLength: 20 }) }),
      fc.record({ remove: fc.array(fc.nat(199), { minLength: 1, maxLength: 20 }) }),
      fc.constant("another worker" as const),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((few) =>
    // As many as are folded at once.
    fc
      .array(recordOf(100), { minLength: 250, maxLength: 250 })
      .map((write) => [{ write }, ...few, { write }]),
  );

describe("the catalogue", () => {
  test("lists and finds every record once, as it is now, whatever was folded, and while it is", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const db = await openDatabase(() => {}, `catalogue ${crypto.randomUUID()}`);
        let catalogue = openCatalogue(claimStore(db, "01"));
        const now = new Map<string, DeskRecord>();
        const put = async (written: readonly (readonly [id: string, record: DeskRecord | undefined])[]) => {
          const tx = db.transaction("newWords", "readwrite");
          for (const [id, record] of written) void tx.store.put(wordsOf(DESK, id, record));
          await tx.done;
          for (const [id, record] of written) record ? now.set(id, record) : now.delete(id);
          catalogue.changed(DESK);
        };
        const expectAll = async () => {
          const facets = [...now.values()].map((each) => facetsOfLine(facetsLine(each)));
          expect((await catalogue.all(DESK)).map(copy).sort(byId)).toEqual(facets.sort(byId));
          const open = facets.filter((each) => each.open);
          expect((await catalogue.open(DESK)).map(copy).sort(byId)).toEqual(open);
          expect((await catalogue.some(DESK, [...now.keys()])).length).toBe(now.size);
          for (const search of SEARCHES) {
            const found = await catalogue.find(DESK, search);
            const wanted = [...now.values()].filter((each) => {
              const terms = searchTerms(each);
              return queryTerms(search).every((asked) => terms.some((term) => term.startsWith(asked)));
            });
            expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
          }
        };
        for (const step of taken) {
          if (step === "another worker") catalogue = openCatalogue(claimStore(db, crypto.randomUUID()));
          else if ("write" in step) await put(step.write.map((each) => [each.id, each]));
          else {
            const ids = [...now.keys()];
            await put(step.remove.flatMap((n) => (ids[n] === undefined ? [] : [[ids[n], undefined]])));
          }
          const open = (await catalogue.open(DESK)).length;
          let folded = false;
          const folding = Promise.all(
            ["2026-11", "lasting"].map((document) => catalogue.fold(DESK, document)),
          ).finally(() => {
            folded = true;
          });
          // It is asked all the while.
          while (!folded) {
            expect(await catalogue.all(DESK)).toHaveLength(now.size);
            expect(await catalogue.open(DESK)).toHaveLength(open);
            await new Promise(setImmediate);
          }
          await folding;
          await expectAll();
        }
        db.close();
      }),
      { numRuns: 12 },
    );
  });
});
