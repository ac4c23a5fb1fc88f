import "fake-indexeddb/auto";
import { getAllChanges, getHeads } from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { readRoster } from "../../extension/background/desks/roster-log.ts";
import type { StoredDesk } from "../../extension/background/storage/database.ts";
import { loadSaved, loadStored, readContent } from "../../extension/background/work/base-content.ts";
import { rebuildDocument } from "../../extension/background/work/rebuild-document.ts";
import type { Roster } from "../../shared/desk/roster.ts";
import { isOfGenesis, readChange } from "../../shared/documents/history.ts";
import { creation, device } from "./world.ts";

const NOTHING: ReadonlySet<string> = new Set();
let document: string;
let changes: Uint8Array[];
let heads: readonly string[];
let roster: Roster;
let stranger: Roster;

beforeAll(async () => {
  const one = await device();
  const desk = await one.engine.desks.create("Board office", "Assistant 1");
  for (const summary of ["first", "second"]) {
    await one.engine.submit(desk, [creation("task", { summary }).command]);
    await one.engine.settled();
  }
  const content = await readContent({ db: one.db } as never, desk);
  const [stored] = content?.documents ?? [];
  if (!stored) throw new Error("nothing was written");
  const doc = loadStored(stored);
  document = stored.document;
  heads = getHeads(doc);
  changes = getAllChanges(doc).filter((bytes) => !isOfGenesis(`@${readChange(bytes).actor}`));
  const of = async ({ roster: entries, id }: StoredDesk) => readRoster(entries, id);
  roster = await of((await one.db.get("desks", desk))!);
  const other = await device();
  const elsewhere = await other.engine.desks.create("Another", "Assistant 1");
  stranger = await of((await other.db.get("desks", elsewhere))!);
  for (const { engine } of [one, other]) engine.close();
});

test("a document is made again from its changes, with equal heads, and without what is left out", async () => {
  const whole = await rebuildDocument(roster, document, changes, [], NOTHING);
  expect(getHeads(loadSaved(whole.saved))).toEqual(heads);
  const last = readChange(changes.at(-1)!).hash;
  const without = await rebuildDocument(roster, document, changes, [], new Set([last]));
  expect(without.changes).toHaveLength(changes.length - 1);
});

test("a document is refused with anything in it that no device of a desk makes", async () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  const refused = async (name: string, given: readonly Uint8Array[], by = roster, acts: Uint8Array[] = []) =>
    rebuildDocument(by, name, given, acts, NOTHING).then(
      () => "made",
      ({ message }: Error) => message,
    );
  for (const name of ["__proto__", "constructor", "2026-1", "", "lasting/2026-11"])
    expect(await refused(name, changes)).toBe("a document of no desk");
  expect(await refused(document === "lasting" ? "2026-11" : "lasting", changes)).toContain(
    "no record of its",
  );
  expect(await refused(document, changes, stranger)).toContain("never on the desk");
  expect(await refused(document, changes.slice(1))).not.toBe("made");
  const damaged = changes.map((bytes, n) => (n === 0 ? bytes.with(bytes.length - 3, 0xff) : bytes));
  expect(await refused(document, damaged)).not.toBe("made");
  expect(await refused(document, [new Uint8Array(40)])).not.toBe("made");
  expect(await refused(document, changes, roster, [new Uint8Array(200)])).not.toBe("made");
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
});
