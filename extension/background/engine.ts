import { toHex } from "../../shared/protocol/bytes.ts";
import { documentOfId, newItemId } from "../../shared/records/new-record.ts";
import type { SyncState } from "../port/surface.ts";
import { openAppState } from "./app-state.ts";
import type { Change } from "./change.ts";
import { deskContents } from "./desks/contents.ts";
import { deskDirectory } from "./desks/directory.ts";
import { openKeyring } from "./desks/keyring.ts";
import { deskMembers } from "./desks/members.ts";
import { openPersons } from "./desks/persons.ts";
import { openRemembered } from "./desks/remembered.ts";
import { rosterLog } from "./desks/roster-log.ts";
import type { Engine } from "./engine-type.ts";
import { ExpectedError } from "./expected-error.ts";
import { eraseAll } from "./lock/erase.ts";
import { openLock } from "./lock/lock.ts";
import { openPolicy } from "./policy.ts";
import { openPreferences } from "./preferences.ts";
import { deskAnswers } from "./queries/answers.ts";
import { openCatalogue } from "./queries/catalogue.ts";
import { openRecords } from "./queries/read.ts";
import { claimStore, SupersededError } from "./storage/store.ts";
import { beginAnew, newIncarnation } from "./sync/anew.ts";
import { type DeskSync, syncDesk } from "./sync/desk-sync.ts";
import { openActors } from "./work/actors.ts";
import type { Signer } from "./work/acts.ts";
import { openAfterwards } from "./work/afterwards.ts";
import { openDismissals } from "./work/dismissals.ts";
import { openDocuments } from "./work/documents.ts";
import { drainJournal } from "./work/drain.ts";
import { openDraining } from "./work/draining.ts";
import { forgetDone } from "./work/forget-done.ts";
import { openJournal } from "./work/journal.ts";
import { openPast } from "./work/past.ts";
import { addToPopup } from "./work/popup-line.ts";
import { unreadError } from "./work/receive.ts";
import { openReceiving } from "./work/receiving.ts";
import { openScratch } from "./work/scratch.ts";
import type { Written } from "./work/stored-record.ts";
import { tidy } from "./work/tidy.ts";
import type { World } from "./world.ts";

/** A worker that is dying when this one begins may still write into the journal: it is looked at once more then, ms. */
const LOOK_AGAIN_MS = 10_000;

export function createEngine(world: World): Engine {
  const { db } = world;
  const keyring = openKeyring(db);
  const store = claimStore(db, toHex(world.random(16)));
  const past = openPast({
    ...world,
    store,
    deviceOn: keyring.idOn,
    later: (run, ms) => world.later(() => closed || run(), ms),
    unpacked: (desk) => catalogue.forgetDesk(desk),
    failed: (error) => closed || world.report(error),
  });
  const documents = openDocuments(store, keyring.idOn, world.automerge, past.unpack);
  const catalogue = openCatalogue(store);
  const records = openRecords(db, past.look);
  const listeners = new Set<(change: Change) => void>();
  const syncs = new Map<string, DeskSync>();
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  const policy = openPolicy(world.managed, world.report);
  const persons = openPersons(db, keyring.idOn);
  const people = (desk: string) => desks.people(desk);
  const signer: Signer = { keysOn: keyring.on, random: world.random, personOn: persons.on, people };

  /** @param written the records that changed, as they were just written; read again where they are not given */
  const tell = (change: Change, written?: readonly Written[]) => {
    if (change.desk && change.what === "records")
      for (const known of [catalogue, records]) known.changed(change.desk, written ?? change.records);
    if (change.what !== "records") for (const known of [state, persons]) known.changed();
    for (const listener of listeners) listener(change);
  };
  const tellWritten = (desk: string, written: readonly Written[]) => {
    if (written.length > 0) tell({ desk, what: "records", records: written.map(({ id }) => id) }, written);
  };
  /** One writer at a time: everything that touches documents waits for its turn. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };

  /** What follows from changes and nobody waits for: it comes when writing and sending have gone ahead, for many at once. */
  const afterwards = openAfterwards(world.later, (desk, { documents: changed, records: shown }) => {
    if (closed) return Promise.resolve();
    if (shown.size > 0) tell({ desk, what: "records", records: [...shown] });
    return inTurn(async () => {
      if (!closed) await tidy(documents, catalogue, desk, changed);
    }).catch(world.report);
  });
  const draining = openDraining({
    drain: (desk, begun) =>
      inTurn(async () => {
        begun();
        if (closed) return undefined;
        await actors.ready(desk);
        return drainJournal(store, documents, desk, signer, syncs.get(desk)?.isConnected());
      }),
    drained(desk, drained) {
      syncs.get(desk)?.flush(drained.sealed);
      // What a person did stands on her screen since it was journaled; now its history is there as well.
      afterwards.add(desk, drained);
      if (drained.refused > 0) tell({ desk, what: "state" });
    },
    failed(error) {
      world.report(error);
      if (error instanceof SupersededError) close();
      return !closed;
    },
    later: world.later,
    chance: () => world.random(1)[0]! / 255,
  });
  const actors = openActors(world.actorMark, (desk) => renewActor(desk));
  const journal = openJournal(db, keyring.idOn, () => newItemId(world.random(16)));
  const close = () => {
    closed = true;
    draining.close();
    for (const sync of syncs.values()) void sync.close();
  };

  const receiving = openReceiving({
    store,
    documents,
    deviceOn: keyring.idOn,
    now: world.now,
    inTurn,
    received(desk, { written, documents: touched, unread, unreadChanged }) {
      for (const one of unread) world.report(unreadError(one));
      if (unreadChanged) tell({ desk, what: "state" });
      tellWritten(desk, written);
      afterwards.add(desk, { documents: touched, records: [] });
    },
    merged: past.added,
    // Folded months came with it, which nobody here has read.
    begun(desk, results) {
      catalogue.forgetDesk(desk);
      results();
      tell({ desk, what: "records" });
    },
  });

  const connect = (desk: string) => {
    syncs.set(
      desk,
      syncDesk(
        {
          ...world,
          store,
          keysOn: keyring.on,
          inTurn,
          allows: policy.allows,
          renewActor: (id) => inTurn(() => renewActor(id)),
          ...receiving,
          onState: (id) => tell({ desk: id, what: "state" }),
          onRoster: (id) => {
            desks.forgetNames(id);
            tell({ desk: id, what: "state" });
          },
          onOwnLost: (id) => {
            syncAnew(id).catch(world.report);
          },
          onOwed: (id) => {
            // It stays owed: the next connection of an owner's device tries again.
            members.finishOwed(id).catch((error) => error instanceof ExpectedError || world.report(error));
          },
        },
        desk,
        syncs.get(desk)?.close(),
      ),
    );
  };
  const syncAnew = async (desk: string) => {
    await draining.now(desk);
    const me = await keyring.idOn(desk);
    await syncs.get(desk)?.close();
    await inTurn(() => beginAnew(store, documents, desk, me)).finally(() => connect(desk));
    tell({ desk, what: "state" });
  };
  const renewActor = async (desk: string) => {
    await newIncarnation(store, desk, toHex(world.random(4)));
    documents.forgetDesk(desk);
  };
  const disconnect = (desk: string) => {
    draining.forget(desk);
    void syncs.get(desk)?.close();
    syncs.delete(desk);
    for (const known of [documents, catalogue, records, past]) known.forgetDesk(desk);
  };

  const remembered = openRemembered(world.deskMemory, db, world.report);
  const settingsChanged = () => tell({ desk: null, what: "state" });
  const preferences = openPreferences(db, world.look, policy, settingsChanged);
  const lock = openLock(world, policy, {
    opening: () => addToPopup(db, []),
    changed: () => tell({ desk: null, what: "lock" }),
  });
  const log = rosterLog(world, keyring);
  const members = deskMembers(world, log);
  const desks = deskDirectory(world, log, {
    ...{ store, documents, inTurn, connect, disconnect },
    allows: policy.allows,
    drained: draining.now,
    changed: () => {
      settingsChanged();
      void remembered.note();
    },
    removed: remembered.forget,
    renew: members.rotate,
  });

  const drainWhatWaits = async () => {
    for (const { id } of await db.getAll("desks"))
      if (!closed && (await db.countFromIndex("journal", "byDesk", id)) > 0) draining.soon(id);
  };
  const stateOf = (desk: string): SyncState =>
    syncs.get(desk)?.state() ?? { phase: "local", unsent: 0, toFetch: 0, problem: null };
  const state = openAppState({ db, desks, remembered, preferences, lock, now: world.now }, stateOf);
  const answer = deskAnswers({
    db,
    catalogue,
    records,
    past,
    lock,
    personOn: persons.on,
    now: world.now,
    state: state.read,
    people,
  });

  return {
    deviceOn: keyring.idOn,
    personOn: persons.on,
    desks,
    members,
    contents: deskContents(db, world.now, past.unpackAll),
    preferences,
    lock,
    async submit(desk, commands) {
      await past.unpack(
        desk,
        commands.map(({ action }) => documentOfId(action.record)),
      );
      const journaled = await journal.write(desk, commands);
      draining.soon(desk);
      tellWritten(desk, journaled.written);
      return { undo: journaled.undo };
    },
    answer: answer as Engine["answer"],
    async prepareSearch(desk) {
      await past.unpackAll(desk);
      await catalogue.prepare(desk);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await drainWhatWaits();
      for (const { id } of await db.getAll("desks")) {
        connect(id);
        past.added(id);
      }
      world.later(() => void drainWhatWaits().catch(world.report), LOOK_AGAIN_MS);
      await forgetDone(store, world.now()).catch(world.report);
      await remembered.note();
    },
    reconnect() {
      for (const sync of syncs.values()) sync.reconnect();
    },
    syncNow: (desk) => syncs.get(desk)?.tryNow(),
    syncAnew,
    ...openDismissals({ db, remembered, now: world.now, changed: (desk) => tell({ desk, what: "state" }) }),
    ...openScratch(db),
    async eraseAll() {
      close();
      await inTurn(() => eraseAll(db));
      await remembered.forgetAll();
      await world.session.set(null);
      world.begin();
    },
    async policyChanged() {
      policy.forget();
      settingsChanged();
      for (const { id } of await db.getAll("desks")) connect(id);
    },
    async settled() {
      for (const { id } of await db.getAll("desks")) {
        await draining.now(id);
        await past.unpackAll(id);
      }
      await afterwards.now();
      await inTurn(async () => {});
    },
    close,
  };
}
