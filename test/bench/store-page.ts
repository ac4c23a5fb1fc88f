// Runs in a page of a real browser, on its IndexedDB: what the background asks of its store when a desk has years
// behind it. Bundled and served by store.ts.
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { openCatalogue } from "../../extension/background/queries/catalogue.ts";
import { queryCounts } from "../../extension/background/queries/counts.ts";
import { queryPeople, queryPerson } from "../../extension/background/queries/people.ts";
import { openRecords } from "../../extension/background/queries/read.ts";
import { queryRecord } from "../../extension/background/queries/record.ts";
import { queryRows } from "../../extension/background/queries/rows.ts";
import { openDatabase } from "../../extension/background/storage/database.ts";
import { claimStore } from "../../extension/background/storage/store.ts";
import { automergeLoader } from "../../extension/background/work/automerge.ts";
import { openDocuments } from "../../extension/background/work/documents.ts";
import { drainJournal } from "../../extension/background/work/drain.ts";
import { openJournal } from "../../extension/background/work/journal.ts";
import { receiveChanges } from "../../extension/background/work/receive.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { newItemId } from "../../shared/records/new-record.ts";
import { fillStore } from "./fill-store.ts";
import { remoteChanges, sampleCommand } from "./sample-work.ts";

/** Times in ms, by what was done. */
export type Timings = Record<string, number[]>;

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const DESK = "00".repeat(16);

async function fill(records: number) {
  const db = await openDatabase(() => {});
  await db.put("device", { ...(await generateDeviceKeys()), id: DESK });
  const keyring = openKeyring(db);
  await db.put("desks", {
    id: DESK,
    name: "Board office",
    sample: false,
    server: null,
    roster: [],
    epochKeys: [random(32)],
    incarnation: "00000001",
    published: false,
    cursor: 0,
    addedAt: "2021-12-01T00:00:00Z",
  });
  await fillStore(db, DESK, records);
  return { db, keyring, me: await keyring.idOn(DESK) };
}

async function measure(records: number, changes: number): Promise<Timings> {
  const timings: Timings = {};
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    timings[what] = [...(timings[what] ?? []), performance.now() - began];
    return result;
  };
  const { db, keyring, me } = await timed(`writing ${records} records`, () => fill(records));
  const store = claimStore(db, toHex(random(16)));
  const now = "2026-11-22T10:00:00Z";
  const catalogue = openCatalogue(store);
  const at = Date.parse(now);
  const rows = (query: object, from = catalogue) =>
    queryRows(db, from, openRecords(db), { q: "rows", desk: DESK, ...query }, me, at);
  // As the desk page asks: first for what a screen shows, then for a window around it.
  const [first, window] = [40, 160];
  const anew = () => openCatalogue(store);
  for (const [what, query] of [
    ["list: what is open, the first question of a worker's life", { open: true }],
    ["list: calls by day, the first question of a worker's life", { kinds: ["call"], order: "at" }],
    ["search: the first of a worker's life", { search: "baltic sam", order: "at" }],
  ] as const)
    for (let life = 0; life < 5; life++)
      await timed(what, () => rows({ ...query, grouped: true, limit: first }, anew()));
  for (let round = 0; round < 40; round++) {
    await timed("list: what is open", () => rows({ open: true, grouped: true, limit: window }));
    await timed("list: everything by day", () => rows({ order: "at", grouped: true, limit: window }));
    await timed("list: calls by day, from the middle", () =>
      rows({ kinds: ["call"], order: "at", grouped: true, offset: 12_000, limit: window }),
    );
    await timed("list: people", () => queryPeople(catalogue, { q: "people", desk: DESK, limit: window }));
    const searchFor = (search: string) => rows({ search, order: "at", grouped: true, limit: first });
    await timed("search: two words", () => searchFor(`renewal ${round + 100}`));
    await timed("search: the beginning of a name", () => searchFor("baltic sam"));
    await timed("search: a word that every record has", () => searchFor("matter"));
    await timed("search: one letter", () => searchFor("m"));
    await timed("search: a number", () => searchFor(`+371 2${String(1_000_000 + round).slice(0, 7)}`));
    await timed("counts", () => queryCounts(catalogue, DESK, me, at));
    await timed("a person", () =>
      queryPerson(db, catalogue, openRecords(db), {
        q: "person",
        desk: DESK,
        phone: `+3712${1_000_000 + round}`,
      }),
    );
  }

  const automerge = automergeLoader(
    async () => new Uint8Array(await (await fetch("/automerge.wasm")).arrayBuffer()),
  );
  await timed("bringing Automerge up", automerge);
  const documents = openDocuments(store, keyring.idOn, automerge);
  const signer = { keysOn: keyring.on, random, personOn: keyring.idOn, people: async () => new Map() };
  const journal = openJournal(db, keyring.idOn, () => newItemId(random(16)));
  for (let n = 0; n < 100; n++) {
    const command = sampleCommand(n, now, newItemId(random(16)));
    await timed("a command: until it is durable", () => journal.write(DESK, [command]));
    await timed("a command: journal into document, record and outbox", () =>
      drainJournal(store, documents, DESK, signer),
    );
    if (n === 99)
      await timed("a record with its history", () => queryRecord(db, DESK, command.action.record));
  }
  const [groups, size] = [10, 500];
  await timed(`${groups * size} commands: until they are durable`, async () => {
    for (let group = 0; group < groups; group++) {
      const made = Array.from({ length: size }, (_, n) => sampleCommand(n, now, newItemId(random(16))));
      await journal.write(DESK, made);
    }
  });
  await timed(`${groups * size} commands: journal into document, record and outbox`, async () => {
    while ((await drainJournal(store, documents, DESK, signer)).commands > 0);
  });
  await timed(`${groups * size} new records: folding their words and facets`, () =>
    catalogue.fold(DESK, now.slice(0, 7)),
  );
  const remote = remoteChanges(changes, "2026-10");
  const received = remote.made.map((change) => ({
    device: remote.device,
    document: "2026-10",
    changes: [change],
    acts: [],
  }));
  const half = received.length / 2;
  const receive = (some: typeof received) =>
    receiveChanges(store, documents, DESK, me, {
      received: some,
      chains: [],
      unusable: [],
      cursor: 1,
      at: now,
    });
  await timed(`${half} remote changes, one by one`, async () => {
    for (const one of received.slice(0, half)) await receive([one]);
  });
  await timed(`${half} remote changes, in batches of 50`, async () => {
    for (let n = half; n < received.length; n += 50) await receive(received.slice(n, n + 50));
  });
  const later = remoteChanges(changes, "2026-09");
  const batch = later.made.map((change) => ({
    device: later.device,
    document: "2026-09",
    changes: [change],
    acts: [],
  }));
  await timed(`${changes} remote changes, one batch`, () => receive(batch));
  return timings;
}
Object.assign(globalThis, { measure });
