// What the journal and the documents must do, whatever keeps the database: the numbered cases run on each implementation
// (test/background/storage.acceptance.test.ts, test/e2e/storage.test.ts). Nothing of a test runner is in here: they run in a page, too.
import { getHeads } from "@automerge/automerge/slim";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import type { Database } from "../../extension/background/storage/database.ts";
import { claimStore, type Store } from "../../extension/background/storage/store.ts";
import { openDocuments } from "../../extension/background/work/documents.ts";
import { drainJournal } from "../../extension/background/work/drain.ts";
import { openJournal } from "../../extension/background/work/journal.ts";
import { receiveChanges } from "../../extension/background/work/receive.ts";
import type { Action, Command } from "../../shared/documents/command.ts";
import { materialize } from "../../shared/documents/materialize.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { newItemId } from "../../shared/records/new-record.ts";
import { remoteChanges } from "../bench/sample-work.ts";

/** One place that keeps a database: opened again it holds what was kept. */
export interface Place {
  open(): Promise<Database>;
}

const DESK = "00".repeat(16);
const MONTH = "2026-11";
const AT = "2026-11-22T10:00:00.000Z";
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const idOf = (n: number) => `${MONTH}.${String(n).padStart(26, "0")}`;

let said = 0;
const command = (action: Action, id = `command ${++said}`): Command => ({ id, at: AT, action });
const create = (n: number, summary: string) =>
  command({ do: "create", record: idOf(n), kind: "task", fields: { summary } });
const set = (n: number, summary: string) =>
  command({ do: "set", record: idOf(n), field: "summary", value: summary });

function same(actual: unknown, expected: unknown): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) throw new Error(`It is ${is} and not ${wanted}.`);
}
async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    return error instanceof Error ? ((error as { code?: string }).code ?? error.name) : String(error);
  }
}

/** One life of a worker over a place. */
async function worker(place: Place, automerge: () => Promise<void>) {
  const db = await place.open();
  if (!(await db.get("desks", DESK))) {
    await db.put("device", { ...(await generateDeviceKeys()), id: DESK });
    const desk = { id: DESK, name: "Board office", sample: false, server: null, roster: [] };
    const rest = { epochKeys: [random(32)], incarnation: "00000001", published: false, cursor: 0 };
    await db.put("desks", { ...desk, ...rest, addedAt: AT });
  }
  const keyring = openKeyring(db);
  const store = claimStore(db, toHex(random(16)));
  const documents = openDocuments(store, keyring.idOn, automerge);
  const journal = openJournal(db, keyring.idOn, () => newItemId(random(16)));
  const signer = { keysOn: keyring.on, random, personOn: keyring.idOn, people: async () => new Map() };
  const me = await keyring.idOn(DESK);
  return {
    ...{ db, store, documents, me },
    write: (...commands: Command[]) => journal.write(DESK, commands),
    drain: () => drainJournal(store, documents, DESK, signer),
    summary: async (n: number) => (await db.get("records", [DESK, idOf(n)]))?.record.fields.summary,
    heads: async () => getHeads(await documents.open(DESK, MONTH)),
    receive: (device: string, made: readonly Uint8Array[], cursor: number) =>
      receiveChanges(store, documents, DESK, me, {
        received: made.map((change) => ({ device, document: MONTH, changes: [change], acts: [] })),
        ...{ chains: [], unusable: [], cursor, at: AT },
      }),
  };
}
type Worker = Awaited<ReturnType<typeof worker>>;

interface Case {
  readonly name: string;
  readonly run: (life: () => Promise<Worker>) => Promise<void>;
}

const CASES: readonly Case[] = [
  {
    name: "1. keeps a command with what it comes to, before any document is opened",
    async run(life) {
      const one = await life();
      await one.write(create(1, "first"));
      const next = await life();
      same(await next.summary(1), "first");
      same([await next.db.count("journal"), await next.db.count("changes")], [1, 0]);
    },
  },
  {
    name: "2. takes the same command once",
    async run(life) {
      const one = await life();
      const [made, changed] = [create(1, "first"), set(1, "second")];
      await one.write(made);
      await one.write(changed, changed);
      await one.write(set(1, "third"));
      const next = await life();
      await next.write(changed, made);
      await next.drain();
      same(await next.summary(1), "third");
      await next.write(made);
      same([await next.db.count("journal"), await next.db.count("history")], [0, 1]);
    },
  },
  {
    name: "3. keeps all commands of a group or none",
    async run(life) {
      const one = await life();
      same(await code(one.write(create(1, "first"), set(2, "of no record"))), "invalid");
      same(
        [await one.db.count("journal"), await one.db.count("records"), await one.db.count("done")],
        [0, 0, 0],
      );
    },
  },
  {
    name: "4. brings commands into their document, and its record, history and outbox with them",
    async run(life) {
      const one = await life();
      await one.write(create(1, "first"));
      await one.write(set(1, "second"));
      same((await one.drain()).commands, 2);
      same([await one.db.count("journal"), await one.db.count("outbox")], [0, 1]);
      const stored = (await one.db.get("records", [DESK, idOf(1)]))?.record;
      const doc = await one.documents.open(DESK, MONTH);
      const updated = { at: stored?.updatedAt ?? "", by: stored?.updatedBy ?? "" };
      same(stored?.fields, materialize(doc, idOf(1), updated, () => undefined)?.fields);
      same((await one.drain()).commands, 0);
    },
  },
  {
    name: "5. opens a document with equal heads in the next life",
    async run(life) {
      const one = await life();
      for (let n = 0; n < 5; n++) await one.write(create(n, `task ${n}`));
      await one.drain();
      await one.write(set(2, "after it"));
      await one.drain();
      const heads = await one.heads();
      const next = await life();
      same(await next.heads(), heads);
      same(await next.summary(2), "after it");
    },
  },
  {
    name: "6. makes a snapshot of many changes, with equal heads",
    async run(life) {
      const one = await life();
      await one.write(create(1, "first"));
      await one.drain();
      for (let n = 0; n < 200; n++) {
        await one.write(set(1, `change ${n}`));
        await one.drain();
      }
      const heads = await one.heads();
      await one.documents.compact(DESK, MONTH);
      same([await one.db.count("snapshots"), await one.db.count("changes")], [1, 0]);
      same(await (await life()).heads(), heads);
    },
  },
  {
    name: "7. lets the worker write that claimed it last, and nobody else",
    async run(life) {
      const elder = await life();
      await elder.write(create(1, "first"));
      await elder.drain();
      const heads = await elder.heads();
      const next = await life();
      await next.store.claimed();
      await elder.write(set(1, "by the elder"));
      same(await code(elder.drain()), "SupersededError");
      same(await next.heads(), heads);
      same((await next.drain()).commands, 1);
      same(await next.summary(1), "by the elder");
    },
  },
  {
    name: "8. writes nothing of what fails in its midst",
    async run(life) {
      const one = await life();
      const failing = (store: Store) =>
        store.write(["setAside", "unread"], async (tx, also) => {
          also(tx.objectStore("unread").clear());
          await tx.objectStore("settings").put({ key: "desk", value: "half" });
          throw new RangeError("in its midst");
        });
      same(await code(failing(one.store)), "RangeError");
      same(await one.db.get("settings", "desk"), undefined);
      await one.store.write(["setAside"], async (tx) => {
        await tx.objectStore("settings").put({ key: "desk", value: "whole" });
      });
      same((await (await life()).db.get("settings", "desk"))?.value, "whole");
    },
  },
  {
    name: "9. takes a colleague's changes in, each once, with its records and history, and how far that is",
    async run(life) {
      const one = await life();
      await one.documents.ready();
      const { device, made } = remoteChanges(20, MONTH);
      await one.receive(device, made.slice(0, 12), 12);
      await one.receive(device, made.slice(8), 20);
      same([await one.db.count("records"), await one.db.count("history")], [10, 20]);
      same((await one.db.get("desks", DESK))?.cursor, 20);
      const heads = await one.heads();
      same(await (await life()).heads(), heads);
    },
  },
  {
    name: "10. keeps both where a colleague and a command come together, the next life too",
    async run(life) {
      const one = await life();
      await one.documents.ready();
      const { device, made } = remoteChanges(2, MONTH);
      await one.receive(device, made.slice(0, 1), 1);
      const action = { do: "set", record: idOf(0), field: "subject", value: "said here" } as const;
      await one.write(command(action));
      await one.drain();
      await one.receive(device, made.slice(1), 2);
      const stored = async ({ db }: Worker) => (await db.get("records", [DESK, idOf(0)]))?.record;
      const conflicts = (await stored(one))?.conflicts.map(({ field, values }) => [
        field,
        values.map(({ value }) => value).sort(),
      ]);
      same(conflicts, [["subject", ["said here", "settled 0"]]]);
      same(await stored(await life()), await stored(one));
    },
  },
  {
    name: "11. finds a range of keys by its ends, in their order, and takes it away whole",
    async run(life) {
      const one = await life();
      for (const id of ["b", "a", "c"])
        for (const desk of [DESK, "11".repeat(16)])
          await one.db.put("unread", { desk, id, device: "", why: "waiting" } as never);
      const own = IDBKeyRange.bound([DESK], [DESK, []]);
      same(
        (await one.db.getAll("unread", own)).map(({ id }) => id),
        ["a", "b", "c"],
      );
      await one.db.delete("unread", own);
      same([await one.db.count("unread", own), await one.db.count("unread")], [0, 3]);
    },
  },
];

export const STORAGE_CASES: readonly string[] = CASES.map(({ name }) => name);

/** Runs one of them over a place with nothing in it. Throws where something is not as it must be. */
export async function runStorageCase(
  name: string,
  place: Place,
  automerge: () => Promise<void>,
): Promise<void> {
  const one = CASES.find((each) => each.name === name);
  if (!one) throw new Error(`No case ${name}.`);
  await one.run(() => worker(place, automerge));
}
