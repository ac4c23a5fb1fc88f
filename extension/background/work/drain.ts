import { applyCommands } from "../../../shared/documents/apply.ts";
import type { Command } from "../../../shared/documents/command.ts";
import type { Change } from "../../../shared/documents/open-document.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import type {
  ChainState,
  Database,
  JournalEntry,
  OutboxEntry,
  SealedEntry,
  SetAside,
  StoredDesk,
} from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { everyones } from "../sync/chains.ts";
import { type Sealed, type Sealer, seal, writeSealed } from "../sync/outgoing.ts";
import { actToSend, type Signer, signActs, writeActs } from "./acts.ts";
import { type Before, type DocumentStep, prepareRecords, writeSteps } from "./commit.ts";
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
  /** What was sealed at once, in order: it need only be sent. */
  readonly sealed: readonly SealedEntry[];
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
  const made: Change[] = [];
  const doc = await documents.open(desk, document);
  const apply = (commands: readonly Command[]) => {
    const applied = applyCommands(doc, commands, me);
    for (const { command, why } of applied.refused) refused.push({ id: command.id, desk, command, why });
    if (applied.change && applied.decoded) made.push({ bytes: applied.change, decoded: applied.decoded });
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
    changes: made.map(({ bytes }) => bytes),
    applied: made.map(({ decoded }) => decoded),
    alsoShow: commands.map(({ action }) => action.record),
  };
  return { step, refused };
}

/** What waits, and what its commands meet, read at one moment. */
async function readWaiting(db: Database, desk: string) {
  const tx = db.transaction(["journal", "records", "desks", "chains", "outbox"]);
  const waiting = (await tx.objectStore("journal").index("byDesk").getAll(desk, AT_ONCE)) as Waiting[];
  const entries = firstOf(waiting);
  const ids = [...new Set(entries.map(({ command }) => command.action.record))];
  const [stored, chains, unsealed, ...records] = await Promise.all([
    tx.objectStore("desks").get(desk),
    tx.objectStore("chains").getAll(everyones(desk)),
    tx.objectStore("outbox").index("byDesk").count(desk),
    ...ids.map((id) => tx.objectStore("records").get([desk, id])),
  ]);
  const known = new Map(ids.map((id, n) => [id, records[n]]));
  const before: Before = {
    record: async (id) => (known.has(id) ? known.get(id) : db.get("records", [desk, id])),
    history: (id) => db.getAll("history", IDBKeyRange.bound([desk, id], [desk, id, []])),
  };
  return { waiting, entries, before, ends: { desk: stored, chains }, unsealed: unsealed > 0 };
}

/** Seals what can be sent at once; null where that fails: it then waits in the outbox like all else. */
async function trySeal(
  entries: readonly OutboxEntry[],
  { desk, chains }: { readonly desk: StoredDesk | undefined; readonly chains: readonly ChainState[] },
  sealer: Sealer,
): Promise<Sealed | null> {
  if (!desk || entries.length === 0) return null;
  try {
    return await seal(entries, desk, chains, sealer);
  } catch {
    return null;
  }
}

/**
 * Moves a desk's waiting commands into its documents, in their order. One transaction takes a command out of the
 * journal and puts its change, record, history and outgoing change in: whatever stops it, nothing is lost or doubled.
 * A command that a document refuses is set aside with the reason and never holds up the rest. What was done in
 * somebody's name is signed, and goes with the changes.
 * @param isConnected the desk's server can be sent what is made: it is sealed in the same transaction
 */
export async function drainJournal(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  signer: Signer,
  isConnected = false,
): Promise<Drained> {
  const keys = await signer.keysOn(desk);
  const me = toHex(keys.device);
  const { waiting, entries, before, ends, unsealed } = await readWaiting(store.db, desk);
  if (entries.length === 0)
    return { commands: 0, more: false, refused: 0, records: [], documents: [], sealed: [] };
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
      steps.map(async (step) => [step, await prepareRecords(step, before)] as const),
    );
    const acts = await signActs(store.db, desk, prepared, signer);
    const toSend: readonly OutboxEntry[] = [
      ...steps.flatMap(({ document, changes }) => changes.map((change) => ({ desk, document, change }))),
      ...acts.map(actToSend),
    ];
    const outgoing =
      isConnected && !unsealed ? await trySeal(toSend, ends, { desk, keys, random: signer.random }) : null;
    await store.write(
      [
        "journal",
        "setAside",
        "changes",
        "records",
        "newWords",
        "history",
        "outbox",
        "sealed",
        "chains",
        "acts",
        "actHeads",
      ],
      async (tx, also) => {
        for (const { seq } of entries) also(tx.objectStore("journal").delete(seq));
        for (const one of setAside) also(tx.objectStore("setAside").put(one));
        const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
        writeSteps(tx, also, desk, prepared, pending, me);
        if (outgoing) writeSealed(tx, also, outgoing);
        else for (const entry of toSend) also(tx.objectStore("outbox").add(entry));
        await writeActs(tx, also, acts);
      },
      // The commands are durable in the journal; what is sent is on the disk before.
      outgoing ? "strict" : "relaxed",
    );
    return {
      commands: entries.length,
      more: waiting.length === AT_ONCE || entries.length < waiting.length,
      refused: setAside.length,
      records: prepared.flatMap(([, { records }]) => [...records.keys()]),
      documents: [...byDocument.keys()],
      sealed: outgoing?.sealed ?? [],
    };
  } catch (error) {
    // What is in memory may be ahead of what is stored; the store is the truth.
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}
