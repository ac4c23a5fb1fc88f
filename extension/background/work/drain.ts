import type { Patch } from "@automerge/automerge/slim";
import { applyCommands } from "../../../shared/documents/apply.ts";
import type { Command } from "../../../shared/documents/command.ts";
import { readChange } from "../../../shared/documents/history.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import type { JournalEntry, SetAside } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { actToSend, type Signer, signActs, writeActs } from "./acts.ts";
import { type DocumentStep, prepareRecords, writeSteps } from "./commit.ts";
import type { OpenDocuments } from "./documents.ts";

/** Commands taken from the journal at once: they become one change a document. */
const AT_ONCE = 500;
/** Characters of commands taken at once; one that is larger comes alone. */
const AT_ONCE_CHARACTERS = 200_000;

export interface Drained {
  readonly commands: number;
  /** Whether others waited behind them. */
  readonly more: boolean;
  /** Of them, those that were set aside. */
  readonly refused: number;
  readonly records: readonly string[];
  readonly documents: readonly string[];
}

type Waiting = JournalEntry & { readonly seq: number };

/** The first commands that make changes small enough to travel: a change cannot be cut in two. */
function firstOf(entries: readonly Waiting[]): readonly Waiting[] {
  let characters = 0;
  return entries.filter(({ command }, index) => {
    characters += JSON.stringify(command.action).length;
    return index === 0 || characters <= AT_ONCE_CHARACTERS;
  });
}

/** Applies one document's commands; where one of them makes it throw, each by itself, and that one is refused. */
async function applyGroup(
  documents: OpenDocuments,
  desk: string,
  document: string,
  group: readonly Waiting[],
  me: string,
): Promise<{ readonly step: DocumentStep; readonly refused: readonly SetAside[] }> {
  const refused: SetAside[] = [];
  const patches: Patch[] = [];
  const changes: Uint8Array[] = [];
  let doc = await documents.open(desk, document);
  const apply = (commands: readonly Command[]) => {
    const applied = applyCommands(doc, commands, me);
    doc = applied.document;
    documents.keep(desk, document, doc);
    for (const patch of applied.patches) patches.push(patch);
    for (const { command, why } of applied.refused) refused.push({ id: command.id, desk, command, why });
    if (applied.change) changes.push(applied.change);
  };
  const commands = group.map(({ command }) => command);
  try {
    apply(commands);
  } catch {
    for (const command of commands)
      try {
        apply([command]);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        refused.push({ id: command.id, desk, command, why });
      }
  }
  const step = {
    document,
    doc,
    patches,
    changes,
    applied: changes.map(readChange),
    alsoShow: commands.map(({ action }) => action.record),
  };
  return { step, refused };
}

/**
 * Moves a desk's waiting commands into its documents, in their order. One transaction takes a command out of the
 * journal and puts its change, record, history and outgoing change in: whatever stops it, nothing is lost or doubled.
 * A command that a document refuses is set aside with the reason and never holds up the rest. What was done in
 * somebody's name is signed, and goes with the changes.
 */
export async function drainJournal(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  signer: Signer,
): Promise<Drained> {
  const me = toHex((await signer.keysOn(desk)).device);
  const waiting = (await store.db.getAllFromIndex("journal", "byDesk", desk, AT_ONCE)) as Waiting[];
  const entries = firstOf(waiting);
  if (entries.length === 0) return { commands: 0, more: false, refused: 0, records: [], documents: [] };
  const byDocument = Map.groupBy(entries, (entry) => entry.document);
  const setAside: SetAside[] = [];
  const steps: DocumentStep[] = [];
  try {
    for (const [document, group] of byDocument) {
      const { step, refused } = await applyGroup(documents, desk, document, group, me);
      steps.push(step);
      setAside.push(...refused);
    }
    const prepared = await Promise.all(
      steps.map(async (step) => [step, await prepareRecords(store.db, desk, step)] as const),
    );
    const acts = await signActs(store.db, desk, prepared, signer);
    await store.write(
      ["journal", "setAside", "changes", "records", "newWords", "history", "outbox", "acts", "actHeads"],
      async (tx, also) => {
        for (const { seq } of entries) also(tx.objectStore("journal").delete(seq));
        for (const one of setAside) also(tx.objectStore("setAside").put(one));
        const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
        writeSteps(tx, also, desk, prepared, pending, me);
        for (const step of steps)
          for (const bytes of step.changes)
            also(tx.objectStore("outbox").add({ desk, document: step.document, change: bytes }));
        for (const act of acts) also(tx.objectStore("outbox").add(actToSend(act)));
        await writeActs(tx, also, acts);
      },
      // The commands are durable in the journal; nothing of this is sent before sealing has put it on the disk.
      "relaxed",
    );
    return {
      commands: entries.length,
      more: waiting.length === AT_ONCE || entries.length < waiting.length,
      refused: setAside.length,
      records: prepared.flatMap(([, { records }]) => [...records.keys()]),
      documents: [...byDocument.keys()],
    };
  } catch (error) {
    // What is in memory may be ahead of what is stored; the store is the truth.
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}
