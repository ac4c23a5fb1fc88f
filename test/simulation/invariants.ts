import { isDeepStrictEqual } from "node:util";
import { free, getHeads, getMissingDeps, save } from "@automerge/automerge/slim";
import type { Database } from "../../extension/background/storage/database.ts";
import type { OpenDocument } from "../../shared/documents/genesis.ts";
import type { HistoryRow } from "../../shared/documents/history.ts";
import { materialize } from "../../shared/documents/materialize.ts";
import { addStored, openDocument, recordIds } from "../../shared/documents/open-document.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import type { Asked } from "./work.ts";

/** The actor of who only looks. */
const NOBODY = "0f".repeat(20);

/** Everything that a device holds of a desk, read from its store alone. */
export interface Holding {
  readonly documents: ReadonlyMap<string, OpenDocument>;
  readonly records: ReadonlyMap<string, DeskRecord>;
  readonly history: readonly HistoryRow[];
  /** Words of commands that were set aside. */
  readonly setAside: string;
  /** Devices whose work it says that the server withholds, which no server of a simulation does. */
  readonly withheld: readonly string[];
}

export async function holdingOf(db: Database, desk: string): Promise<Holding> {
  const documents = new Map<string, OpenDocument>();
  for (const { document, bytes } of await db.getAll("snapshots"))
    documents.set(document, openDocument(NOBODY, bytes));
  const changes = Map.groupBy(await db.getAll("changes"), ({ document }) => document);
  for (const [document, group] of changes) {
    const doc = documents.get(document) ?? openDocument(NOBODY);
    addStored(
      doc,
      group.map(({ bytes }) => bytes),
    );
    documents.set(document, doc);
  }
  const all = IDBKeyRange.bound([desk], [desk, []]);
  const records = new Map((await db.getAll("records", all)).map(({ id, record }) => [id, record]));
  return {
    documents,
    records,
    history: await db.getAll("history", all),
    setAside: JSON.stringify(await db.getAll("setAside")),
    withheld: (await db.getAll("unread")).filter(({ why }) => why === "withheld").map(({ id }) => id),
  };
}

/** What is wrong within one device: its records are not its documents', or a document is another one after saving. */
export function faultsWithin(name: string, { documents, records, withheld }: Holding): string[] {
  const faults = withheld.map((id) => `${name}: it says ${id}`);
  const seen = new Set<string>();
  for (const [document, doc] of documents) {
    if (getMissingDeps(doc, []).length > 0) faults.push(`${name}: ${document} waits for changes`);
    const again = openDocument(NOBODY, save(doc));
    const isSame = isDeepStrictEqual(getHeads(again), getHeads(doc));
    free(again);
    if (!isSame) faults.push(`${name}: ${document} has other heads after saving and loading`);
    for (const id of recordIds(doc)) {
      seen.add(id);
      const stored = records.get(id);
      const updated = { at: stored?.updatedAt ?? "", by: stored?.updatedBy ?? "" };
      const made = materialize(doc, id, updated, () => undefined);
      const plain = (record: DeskRecord | null | undefined) =>
        record && {
          ...record,
          conflicts: record.conflicts.map(({ field, values }) => [
            field,
            values.map(({ value }) => `${value}`).sort(),
          ]),
        };
      if (!isDeepStrictEqual(plain(stored), plain(made)))
        faults.push(
          `${name}: ${id} is not as its document says: ${JSON.stringify(stored)} ${JSON.stringify(made)}`,
        );
    }
  }
  for (const id of records.keys()) if (!seen.has(id)) faults.push(`${name}: ${id} is in no document`);
  return faults;
}

/** What differs between two devices that have seen the same envelopes. */
export function faultsBetween(a: string, left: Holding, b: string, right: Holding): string[] {
  const faults: string[] = [];
  const names = new Set([...left.documents.keys(), ...right.documents.keys()]);
  for (const name of names) {
    const [mine, theirs] = [left.documents.get(name), right.documents.get(name)];
    if (!mine || !theirs || !isDeepStrictEqual(getHeads(mine), getHeads(theirs)))
      faults.push(`${a} and ${b}: ${name} has other heads`);
  }
  for (const id of new Set([...left.records.keys(), ...right.records.keys()]))
    if (!isDeepStrictEqual(left.records.get(id), right.records.get(id)))
      faults.push(
        `${a} and ${b}: ${id} differs: ${JSON.stringify(left.records.get(id))} ${JSON.stringify(right.records.get(id))}`,
      );
  const byKey = (rows: readonly HistoryRow[]) =>
    new Map(rows.map((row) => [`${row.record} ${row.change}`, row]));
  const [mine, theirs] = [byKey(left.history), byKey(right.history)];
  for (const key of new Set([...mine.keys(), ...theirs.keys()]))
    if (!isDeepStrictEqual({ ...mine.get(key) }, { ...theirs.get(key) }))
      faults.push(`${a} and ${b}: the history of ${key} differs`);
  return faults;
}

/** How often each word was written, by the history. */
function countWords(history: readonly HistoryRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { operations } of history)
    for (const operation of operations) {
      const texts = "set" in operation ? [String(operation.value)] : operation.came.map(([, run]) => run);
      for (const text of texts)
        for (const [word] of text.matchAll(/w\d+x/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
}

/** What was said first on a device and counts as if it had been said last: of each field, in one life of a worker. */
export function faultsOfOrder(name: string, { history }: Holding, asked: readonly Asked[]): string[] {
  const saidIn = new Map(asked.map((one, index) => [one.token, { life: one.saidIn, index }]));
  const faults: string[] = [];
  const last = new Map<string, Map<object, number>>();
  for (const { record, operations } of [...history].sort((a, b) => a.startOp - b.startOp))
    for (const operation of operations) {
      const said = "set" in operation ? saidIn.get(String(operation.value)) : undefined;
      if (!said?.life || !("set" in operation)) continue;
      const field = `${record} ${operation.set} ${operation.field}`;
      const before = last.get(field) ?? new Map<object, number>();
      last.set(field, before);
      const latest = before.get(said.life) ?? -1;
      if (said.index < latest) faults.push(`${name}: in ${field} w${said.index}x stands behind w${latest}x`);
      before.set(said.life, Math.max(latest, said.index));
    }
  return faults;
}

/** Commands that were acknowledged and are nowhere, or that had their effect twice, or that were refused and had one. */
export function faultsOfCommands(
  name: string,
  holding: Holding,
  asked: readonly Asked[],
  setAside: string,
): { lost: string[]; doubled: string[] } {
  const counts = countWords(holding.history);
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const { token, answer, command } of asked) {
    if (token === "") continue;
    const count = counts.get(token) ?? 0;
    const told = `${name}: ${token} (${answer}) ${JSON.stringify(command.action)}`;
    if (answer === "saved" && count === 0 && !setAside.includes(`"${token}"`)) lost.push(told);
    if (count > 1 || (answer === "refused" && count > 0)) doubled.push(`${told}, ${count} times`);
  }
  return { lost, doubled };
}
