import { applyCommands } from "../../../shared/documents/apply.ts";
import { readChange } from "../../../shared/documents/history.ts";
import type { Database, JournalEntry, SetAside } from "../storage/database.ts";
import { type DocumentStep, prepareRecords, writeStep } from "./commit.ts";
import type { OpenDocuments } from "./documents.ts";
import { abandon } from "./journal.ts";

/** Commands taken from the journal at once: they become one change a document. */
const AT_ONCE = 500;

export interface Drained {
  readonly commands: number;
  readonly records: readonly string[];
  readonly documents: readonly string[];
}

/**
 * Moves a desk's waiting commands into its documents, in their order. One transaction takes a command out of the
 * journal and puts its change, record, history and outgoing change in: whatever stops it, nothing is lost or doubled.
 * A command that a document refuses is set aside with the reason and never holds up the rest.
 */
export async function drainJournal(
  db: Database,
  documents: OpenDocuments,
  desk: string,
  me: string,
): Promise<Drained> {
  const entries = (await db.getAllFromIndex("journal", "byDesk", desk, AT_ONCE)) as (JournalEntry & {
    seq: number;
  })[];
  if (entries.length === 0) return { commands: 0, records: [], documents: [] };
  const byDocument = Map.groupBy(entries, (entry) => entry.document);
  try {
    const setAside: SetAside[] = [];
    const steps: DocumentStep[] = [];
    for (const [document, group] of byDocument) {
      const opened = await documents.open(desk, document);
      const applied = applyCommands(
        opened,
        group.map(({ command }) => command),
        me,
      );
      for (const { command, why } of applied.refused) setAside.push({ id: command.id, desk, command, why });
      const { document: doc, patches, change } = applied;
      const alsoShow = group.map(({ command }) => command.action.record);
      const changes = change ? [{ bytes: change, decoded: readChange(change) }] : [];
      steps.push({ document, doc, patches, alsoShow, changes });
      documents.keep(desk, document, doc);
    }
    const prepared = await Promise.all(steps.map((step) => prepareRecords(db, desk, step)));
    const tx = db.transaction(
      ["journal", "setAside", "changes", "records", "history", "outbox"],
      "readwrite",
      { durability: "strict" },
    );
    try {
      for (const { seq } of entries) tx.objectStore("journal").delete(seq);
      for (const one of setAside) tx.objectStore("setAside").put(one);
      const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
      for (const [index, step] of steps.entries()) {
        writeStep(
          {
            putRecord: (record) => tx.objectStore("records").put(record),
            putHistory: (row) => tx.objectStore("history").put(row),
            addChange: (change) => tx.objectStore("changes").add(change),
          },
          desk,
          step,
          prepared[index]!,
          pending,
          me,
        );
        for (const { bytes } of step.changes)
          tx.objectStore("outbox").add({ desk, document: step.document, change: bytes });
      }
      await tx.done;
    } catch (error) {
      await abandon(tx);
      throw error;
    }
    return {
      commands: entries.length,
      records: prepared.flatMap(({ records }) => [...records.keys()]),
      documents: [...byDocument.keys()],
    };
  } catch (error) {
    // What is in memory may be ahead of what is stored; the store is the truth.
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}
