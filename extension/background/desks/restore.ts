import {
  BACKUP_HEADER_BYTES,
  type BackupHead,
  backupFault,
  backupKey,
  openHead,
  unpackChanges,
} from "../../../shared/desk/backup.ts";
import { acceptInvite } from "../../../shared/desk/membership.ts";
import { paperKeySecret, parsePaperKeyLink, readPaperKey } from "../../../shared/desk/paper-key.ts";
import { devicesOf } from "../../../shared/desk/person.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { type DeviceKeys, generateDeviceKeys, sha256 } from "../../../shared/envelope/keys.ts";
import { DocumentJoiner, openPart, type PartKey } from "../../../shared/envelope/part.ts";
import { ByteReader, equalBytes, MalformedError, toHex } from "../../../shared/protocol/bytes.ts";
import type { BackupPreview } from "../../port/backup.ts";
import { ExpectedError } from "../expected-error.ts";
import type { OutboxEntry, StoredDesk } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import type { OpenDocuments } from "../work/documents.ts";
import { type Rebuilt, rebuildDocument, UnsoundDocument } from "../work/rebuild-document.ts";
import { storeDocuments } from "../work/receive-documents.ts";
import type { World } from "../world.ts";
import type { Joining } from "./joining.ts";
import { profileOf } from "./member-list.ts";
import { removeDesk } from "./remove-desk.ts";
import { readRoster } from "./roster-log.ts";

/** How a restored device comes onto its desk. */
export interface Way {
  /** A paper key as it was typed, or a link; null where there is none. */
  readonly key: string | null;
  /** Leaves the desk's server be: the desk as the file has it, on this device alone. */
  readonly alone: boolean;
  /** What the person calls this browser. */
  readonly device?: string | undefined;
}

/** Bringing a desk back from a file, piece by piece; it is there when all of it is, and nothing of it before. */
export interface Restore {
  /**
   * Opens a file by its beginning. Throws `backup-foreign`, `backup-version`, `backup-cut`, `backup-passphrase`,
   * `already-here`.
   */
  open(start: Uint8Array, passphrase: string): Promise<{ id: string; preview: BackupPreview }>;
  /** Looks whether the way leads onto the desk. Throws what `join` does, and `backup-key` where a key is wanted. */
  begin(id: string, way: Way): Promise<void>;
  /** The next part of the file. Throws `backup-damaged`. @returns how many parts are taken in */
  part(id: string, sealed: Uint8Array): Promise<{ done: number }>;
  /** The desk is there now. Throws `backup-cut`, and what `join` does. */
  end(id: string): Promise<string>;
}

interface Restoring {
  readonly id: string;
  readonly desk: string;
  readonly head: BackupHead;
  readonly key: PartKey;
  readonly roster: Roster;
  way?: Way;
  /** Devices of who restores it: what they had not sent, this one sends. */
  mine: ReadonlySet<string>;
  /** What can be sent by nobody, and is left out. */
  left: ReadonlySet<string>;
  readonly joiner: DocumentJoiner;
  readonly outbox: OutboxEntry[];
  readonly documents: Set<string>;
  done: number;
}

interface Ties {
  readonly store: Store;
  readonly documents: OpenDocuments;
  readonly joining: Joining;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly add: (desk: StoredDesk, keys: DeviceKeys) => Promise<void>;
  readonly fresh: (id: Uint8Array, name: string) => Omit<StoredDesk, "roster" | "epochKeys">;
}

const FAULTS = {
  foreign: "This is no backup of a desk.",
  version: "The backup is of another version of Sidedesk.",
  cut: "The end of the backup is missing.",
} as const;
const alreadyHere = () => new ExpectedError("already-here", "This desk is on this device already.");
const damaged = () => new ExpectedError("backup-damaged", "A part of the backup is not as it was written.");

export function deskRestore(world: World, ties: Ties): Restore {
  const { db } = world;
  const { inTurn, store, documents } = ties;
  let restoring: Restoring | undefined;
  const known = (id: string): Restoring => {
    if (restoring?.id === id) return restoring;
    throw new ExpectedError("interrupted", "Another file was opened, or the browser ended this.");
  };

  /** Work on a desk that is not on this device: in another tab somebody may have joined it since the file was opened. */
  const whileAbsent = <T>(desk: string, work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (await db.get("desks", desk)) throw alreadyHere();
      return work();
    });
  /** Takes away what an interrupted one left; a desk that is here is left alone. */
  const clear = (desk: string) =>
    inTurn(async () => {
      if (!(await db.get("desks", desk))) await removeDesk(db, desk);
    });

  const joinHere = async (now: Restoring, way: Way): Promise<string> => {
    const { head, desk } = now;
    const paper = way.key === null ? undefined : await paperSecret(way.key);
    // The file's own link is of no use beside a paper key, and is over on every server.
    const entries = paper ? head.roster.slice(0, -1) : head.roster;
    const roster = await readRoster(entries, desk);
    const keys = await generateDeviceKeys();
    const maker = roster.members.get(toHex(head.device));
    const name = (maker && (await profileOf(maker, head.epochKeys))?.name) ?? "";
    const at = paper || head.server === null ? world.now() : head.at;
    const acting = { keys, now: at, random: world.random };
    const link = { secret: paper ?? head.secret };
    const accepted = await acceptInvite(roster, link, { name, device: way.device }, acting);
    if (!accepted.ok) throw new ExpectedError(accepted.failure.code, accepted.failure.message);
    const whole = [...entries, accepted.entry];
    const mine = (await readRoster(whole, desk)).members.get(toHex(keys.device))!;
    const placed = { role: mine.role, person: toHex(mine.person) };
    const { epochKeys } = accepted;
    const unvouched = paper || head.server === null ? {} : ({ fromFile: true } as const);
    await ties.add(
      { ...ties.fresh(head.desk, head.name), roster: whole, epochKeys, ...placed, ...unvouched },
      keys,
    );
    return desk;
  };

  const take = async (now: Restoring, rebuilt: Rebuilt) => {
    if (now.documents.has(rebuilt.document)) throw damaged();
    now.documents.add(rebuilt.document);
    now.outbox.push(...(await toSend(now, rebuilt)));
    await whileAbsent(now.desk, () => storeDocuments(store, documents, now.desk, [rebuilt]));
  };

  return {
    async open(start, passphrase) {
      const fault = backupFault(start);
      if (fault) throw new ExpectedError(`backup-${fault}`, FAULTS[fault]);
      const { key, head } = await opened(start, passphrase);
      const desk = toHex(head.desk);
      if (await db.get("desks", desk)) throw alreadyHere();
      const roster = await readRoster(head.roster, desk);
      const maker = roster.members.get(toHex(head.device));
      if (!maker) throw damaged();
      const id = toHex(world.random(16));
      restoring = {
        ...{ id, desk, head, key, roster },
        ...{ mine: new Set(), left: new Set() },
        ...{ joiner: new DocumentJoiner(), outbox: [], documents: new Set(), done: 0 },
      };
      const preview = {
        deskName: head.name,
        person: (await profileOf(maker, head.epochKeys))?.name ?? "",
        server: head.server,
        at: new Date(head.at).toISOString(),
        records: head.records,
        parts: head.parts.length,
      };
      return { id, preview };
    },
    async begin(id, way) {
      const now = known(id);
      const { head, roster, desk } = now;
      await world.automerge();
      const { person } = roster.members.get(toHex(head.device))!;
      const same = new Set(devicesOf(roster, person).map(({ device }) => toHex(device)));
      now.way = way;
      if (head.server === null || way.alone) now.mine = same;
      else {
        if (!way.key?.trim()) throw new ExpectedError("backup-key", "A paper key or a link is wanted.");
        const led = await ties.joining.leadsTo(way.key, head.server, knownBy(now));
        if (led.desk !== desk) throw new ExpectedError("backup-other-desk", "It leads to another desk.");
        // Somebody who comes as another person sends nothing in this one's name.
        if (led.person === toHex(person)) now.mine = same;
        else now.left = new Set(head.unsent.map(toHex));
      }
      // Whatever an interrupted one left.
      await whileAbsent(desk, () => removeDesk(db, desk));
    },
    async part(id, sealed) {
      const now = known(id);
      const hash = now.head.parts[now.done];
      try {
        if (!now.way || !hash || !equalBytes(await sha256(sealed), hash)) throw damaged();
        const content = await openPart(now.key, sealed);
        if (!content) throw damaged();
        for (const { document, saved, acts } of now.joiner.take(content))
          await take(now, await rebuildDocument(now.roster, document, unpackChanges(saved), acts, now.left));
      } catch (error) {
        restoring = undefined;
        await clear(now.desk);
        if (!(error instanceof MalformedError || error instanceof UnsoundDocument)) throw error;
        world.report(error);
        throw damaged();
      }
      now.done++;
      return { done: now.done };
    },
    async end(id) {
      const now = known(id);
      const { head, way, desk } = now;
      if (!way || now.done < head.parts.length) throw new ExpectedError("backup-cut", FAULTS.cut);
      restoring = undefined;
      try {
        await whileAbsent(desk, () =>
          store.write(["outbox"], async (tx, also) => {
            for (const entry of now.outbox) also(tx.objectStore("outbox").add(entry));
          }),
        );
        if (head.server === null || way.alone) return await joinHere(now, way);
        const maker = now.roster.members.get(toHex(head.device))!;
        const name = (await profileOf(maker, head.epochKeys))?.name ?? "";
        const more = { server: head.server, device: way.device, known: knownBy(now) };
        return await ties.joining.join(way.key ?? "", name, more);
      } catch (error) {
        await clear(desk);
        throw error;
      }
    },
  };
}

/** The list of members as the lost device knew it. The file's own link, the last entry, is on no server. */
const knownBy = ({ desk, head }: Restoring) => ({ id: desk, roster: head.roster.slice(0, -1) });

async function opened(start: Uint8Array, passphrase: string): Promise<{ key: PartKey; head: BackupHead }> {
  const key = await backupKey(passphrase, start.subarray(0, BACKUP_HEADER_BYTES));
  try {
    const from = new ByteReader(start.subarray(BACKUP_HEADER_BYTES));
    const sealed = from.sized(start.length);
    from.end();
    const head = await openHead(key, sealed);
    if (!head) throw new ExpectedError("backup-passphrase", "The passphrase does not open this backup.");
    return { key, head };
  } catch (error) {
    if (error instanceof MalformedError) throw new ExpectedError("backup-cut", FAULTS.cut);
    throw error;
  }
}

/** What of a document the server may lack and this device sends in its person's name. */
async function toSend({ desk, head, mine }: Restoring, rebuilt: Rebuilt): Promise<OutboxEntry[]> {
  const unsent = head.server === null ? undefined : new Set(head.unsent.map(toHex));
  const { document } = rebuilt;
  const changes = rebuilt.changes.flatMap(({ bytes, decoded: { actor, hash } }) =>
    mine.has(deviceOfActor(actor)) && (unsent?.has(hash) ?? true)
      ? [{ desk, document, change: bytes.slice(), hash }]
      : [],
  );
  const acts = rebuilt.actsBy.flatMap(({ device, id, bytes }) =>
    mine.has(device) && (unsent?.has(id) ?? true)
      ? [{ desk, document, change: bytes.slice(), hash: id }]
      : [],
  );
  return [...changes, ...acts];
}

/** The secret of a paper key, typed or as its link; undefined where the text is none. */
async function paperSecret(text: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const read = readPaperKey(parsePaperKeyLink(text)?.characters ?? text);
  if (!read.ok) throw new ExpectedError("paper-key", read.problem.groups.join(", "));
  return paperKeySecret(read.key);
}
