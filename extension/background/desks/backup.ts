import { free, getAllChanges } from "@automerge/automerge/slim";
import { isAct, unpackAct } from "../../../shared/audit/act.ts";
import {
  type BackupHead,
  backupHeader,
  backupKey,
  packChanges,
  sealHead,
} from "../../../shared/desk/backup.ts";
import { makeOwnInvite } from "../../../shared/desk/membership.ts";
import { isOfGenesis, readChange } from "../../../shared/documents/history.ts";
import { sha256 } from "../../../shared/envelope/keys.ts";
import { type PartKey, partContents, sealPart } from "../../../shared/envelope/part.ts";
import { isFit } from "../../../shared/envelope/passphrase.ts";
import { isSighting } from "../../../shared/envelope/sighting.ts";
import { type Bytes, ByteWriter, concat, fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Store } from "../storage/store.ts";
import {
  type DeskContent,
  loadStored,
  packStored,
  readContent,
  type StoredDocument,
} from "../work/base-content.ts";
import type { World } from "../world.ts";
import { type RosterLog, readRoster } from "./roster-log.ts";

/** So that a desk which never had a server can be put on one after it was restored, whenever that is. */
const EVER_MS = 100 * 365 * 86_400_000;

/** Making a file of a desk, piece by piece: its end is known when all of it was read, and stands first in the file. */
export interface Backup {
  /**
   * Reads a desk as it is now. Throws `short-passphrase`, and `not-a-member` where this device is not on it.
   * @returns how many documents are to be sealed
   */
  begin(desk: string, passphrase: string): Promise<{ id: string; documents: number }>;
  /** The next bytes of the file behind its beginning, and how many documents are in it by now; null after the last. */
  next(id: string): Promise<{ bytes: Bytes; done: number } | null>;
  /** The beginning of the file; the desk remembers when that was. */
  end(id: string): Promise<{ bytes: Bytes; at: string }>;
}

interface Making {
  readonly id: string;
  readonly content: DeskContent;
  readonly head: Omit<BackupHead, "parts">;
  readonly header: Bytes;
  readonly key: PartKey;
  readonly parts: Bytes[];
  /** Sealed and not given yet. */
  readonly ready: Bytes[];
  done: number;
}

interface Ties {
  readonly store: Store;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when all that was submitted is in its document. */
  readonly drained: (desk: string) => Promise<void>;
  readonly changed: () => void;
}

export function deskBackup(world: World, log: RosterLog, { store, inTurn, drained, changed }: Ties): Backup {
  /** One at a time: what is being made stands in memory. */
  let making: Making | undefined;
  const known = (id: string): Making => {
    if (making?.id === id) return making;
    throw new ExpectedError("interrupted", "Another backup was begun, or the browser ended this one.");
  };

  /** A list of members with a link that is in this file alone, by which another device takes this one's place. */
  const withLink = async ({ desk }: DeskContent) => {
    const keys = await log.keyring.on(desk.id);
    const roster = await readRoster(desk.roster, desk.id);
    const at = Math.max(world.now(), roster.at);
    const me = roster.members.get(toHex(keys.device));
    if (!me || me.removedAt !== undefined || desk.epochKeys.length !== roster.epoch)
      throw new ExpectedError("not-a-member", "This device is not on the desk any more.");
    const secret = world.random(32);
    // With a server the link is over as it is made: who has the file gets a copy, and nobody onto the desk.
    const expires = desk.server ? at : at + EVER_MS;
    const { epochKeys } = desk;
    const offer = { use: "device", expires, epochKeys, secret } as const;
    const { entry } = await makeOwnInvite(roster, offer, { keys, now: at });
    return { device: keys.device, at, secret, roster: [...desk.roster, entry] };
  };

  return {
    async begin(desk, passphrase) {
      if (!isFit(passphrase)) throw new ExpectedError("short-passphrase", "The passphrase is too short.");
      await log.stored(desk);
      await drained(desk);
      const content = await inTurn(() => readContent(store, desk));
      if (!content) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
      const { name, server, epochKeys } = content.desk;
      const header = backupHeader(world.random(16));
      await world.automerge();
      const head = {
        ...(await withLink(content)),
        desk: fromHex(desk),
        name,
        server,
        epochKeys,
        records: await world.db.count("records", IDBKeyRange.bound([desk], [desk, []])),
        // Of a desk without a server nothing was ever sent, and all of it can be.
        unsent: server ? await hashesOf(content.unsent) : [],
      };
      const key = await backupKey(passphrase, header);
      const id = toHex(world.random(16));
      making = { id, content, head, header, key, parts: [], ready: [], done: 0 };
      return { id, documents: content.documents.length };
    },
    async next(id) {
      const now = known(id);
      const document = now.content.documents[now.done];
      if (now.ready.length === 0 && document) {
        for (const content of partContents([changesOf(document)]))
          now.ready.push(await sealPart(now.key, world.random(12), content));
        now.done++;
      }
      const part = now.ready.shift();
      if (!part) return null;
      now.parts.push(await sha256(part));
      return { bytes: framed(part), done: now.done };
    },
    async end(id) {
      const { head, parts, header, key } = known(id);
      const sealed = await sealHead(key, world.random(12), { ...head, parts });
      making = undefined;
      const at = new Date(head.at).toISOString();
      await inTurn(async () => {
        const desk = await log.stored(toHex(head.desk));
        await world.db.put("desks", { ...desk, backedUpAt: at });
      });
      changed();
      return { bytes: concat(header, framed(sealed)), at };
    },
  };
}

const framed = (part: Uint8Array): Bytes => new ByteWriter().sized(part, 0x7fffffff).finish();

/** A stored document as a backup has it: every change that was made in it, in an order in which they can be taken in. */
function changesOf(stored: StoredDocument) {
  const doc = loadStored(stored);
  const made = getAllChanges(doc).filter((bytes) => !isOfGenesis(`@${readChange(bytes).actor}`));
  free(doc);
  const { document } = stored;
  return { document, saved: packChanges(made), acts: stored.acts.map(packStored), shown: new Uint8Array(0) };
}

/** Of what waits to be sent: the hashes of changes, the ids of acts. */
async function hashesOf(unsent: readonly Uint8Array[]): Promise<readonly Bytes[]> {
  const all = unsent.filter((bytes) => !isSighting(bytes));
  return Promise.all(
    all.map(async (bytes) =>
      fromHex(isAct(bytes) ? (await unpackAct(bytes)).act.id : readChange(bytes).hash),
    ),
  );
}
