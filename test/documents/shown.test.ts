import { free, getAllChanges, save } from "@automerge/automerge/slim";
import { deflateSync, strToU8 } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { actorOf } from "../../shared/documents/actor.ts";
import { applyCommands } from "../../shared/documents/apply.ts";
import { addStored, openDocument } from "../../shared/documents/open-document.ts";
import { packShown, readHistory, readRecords, saysShown, shownOf } from "../../shared/documents/shown.ts";
import { ByteWriter } from "../../shared/protocol/bytes.ts";
import { automerge, command } from "../background/world.ts";

beforeAll(automerge);
const [ALICE, BOB] = ["a".repeat(32), "b".repeat(32)];
const RECORD = "2026-11.00000000000000000000000001";
const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, "0")}:00.000Z`;

/** A call that two people decided on at once, and that has a note. */
function disputed() {
  const make = command(
    { do: "create", record: RECORD, kind: "task", fields: { summary: "call back", done: false } },
    at(1),
  );
  const mine = openDocument(actorOf(ALICE, "00000001"));
  applyCommands(mine, [make], ALICE);
  const theirs = openDocument(actorOf(BOB, "00000001"), save(mine));
  const set = (value: string, minute: number) =>
    command({ do: "set", record: RECORD, field: "summary", value }, at(minute));
  applyCommands(mine, [set("by Alice", 2)], ALICE);
  applyCommands(theirs, [set("by Bob", 3)], BOB);
  addStored(mine, getAllChanges(theirs));
  return openDocument("00", save(mine));
}

const bothOf = (packed: Uint8Array, document: string) =>
  Promise.all([readRecords(packed, document), readHistory(packed, document)]);

describe("what a document comes to", () => {
  test("is its records, with what two people decided at once, and who did what when", () => {
    const { records, history } = shownOf(disputed());
    expect(records).toHaveLength(1);
    const { record, changed } = records[0]!;
    expect(record).toMatchObject({ id: RECORD, kind: "task", updatedAt: at(3), updatedBy: BOB });
    expect(record.conflicts).toEqual([
      {
        field: "summary",
        values: expect.arrayContaining([
          { value: "by Alice", by: ALICE, at: at(2) },
          { value: "by Bob", by: BOB, at: at(3) },
        ]),
      },
    ]);
    expect(changed).toEqual({ time: Date.parse(at(3)) / 1000, actor: actorOf(BOB, "00000001") });
    expect(history.map(({ created, actor }) => [created, actor.slice(0, 1)])).toEqual(
      expect.arrayContaining([
        [true, "a"],
        [false, "a"],
        [false, "b"],
      ]),
    );
  });

  test("is the same for everybody who has the same bytes, and reads as it was packed", async () => {
    const bytes = save(disputed());
    const [one, two] = [openDocument("00", bytes), openDocument("00", bytes)];
    const packed = packShown(shownOf(one));
    expect(saysShown(packed, shownOf(two))).toBe(true);
    const [records, history] = await bothOf(packed, "2026-11");
    expect({ records, history }).toEqual(JSON.parse(JSON.stringify(shownOf(two))));
    for (const doc of [one, two]) free(doc);
  });

  test("is not what somebody else says of it", () => {
    const { records, history } = shownOf(disputed());
    const [{ record, changed }] = records as [(typeof records)[0]];
    const lies = [
      { records: [{ record: { ...record, fields: { ...record.fields, summary: "?" } }, changed }], history },
      { records: [{ record: { ...record, conflicts: [] }, changed }], history },
      { records, history: history.slice(1) },
      { records: [], history },
    ];
    for (const lie of lies) expect(saysShown(packShown(lie), { records, history })).toBe(false);
  });

  test("is worked out here where nothing is said, or what a later version, another document or nobody would say", async () => {
    const said = (...halves: unknown[]) =>
      halves
        .reduce<ByteWriter>(
          (to, half) => to.sized(deflateSync(strToU8(JSON.stringify(half))), 1e6),
          new ByteWriter(),
        )
        .finish();
    const { records, history } = shownOf(disputed());
    const [sound, told] = [
      { version: 1, records },
      { version: 1, history },
    ];
    expect((await bothOf(said(sound, told), "2026-11"))[0]).toHaveLength(1);
    for (const packed of [
      new Uint8Array(),
      new Uint8Array([1, 2, 3]),
      said(sound),
      said({ ...sound, version: 2 }, { ...told, version: 2 }),
      said({ version: 1, records: [{ record: null }] }, { version: 1, history: [null] }),
      said([], []),
    ])
      expect(await bothOf(packed, "2026-11")).toEqual([undefined, undefined]);
    expect(await bothOf(said(sound, told), "2026-10")).toEqual([undefined, undefined]);
  });
});
