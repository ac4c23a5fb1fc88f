import { free, getAllChanges } from "@automerge/automerge/slim";
import { createDesk } from "../../../shared/desk/membership.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { isOfGenesis, readChange } from "../../../shared/documents/history.ts";
import { rewriteChanges } from "../../../shared/documents/rewrite.ts";
import { type DeviceKeys, generateDeviceKeys } from "../../../shared/envelope/keys.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { OutboxEntry, StoredDesk } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { loadStored, readContent, type StoredDocument } from "../work/base-content.ts";
import type { OpenDocuments } from "../work/documents.ts";
import { rebuildDocument } from "../work/rebuild-document.ts";
import { storeDocuments } from "../work/receive-documents.ts";
import type { World } from "../world.ts";
import { profileOf } from "./member-list.ts";
import { removeDesk } from "./remove-desk.ts";
import { type RosterLog, readRoster } from "./roster-log.ts";

interface Ties {
  readonly store: Store;
  readonly documents: OpenDocuments;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when all that was submitted on a desk is in its documents. */
  readonly drained: (desk: string) => Promise<void>;
  readonly fresh: (id: Uint8Array, name: string) => Omit<StoredDesk, "roster" | "epochKeys">;
}

/** Where the id of a desk stands that is being made here; what an interrupted one left is taken away by the next. */
const BEING_MADE = "newDesk";

/**
 * Whether a desk came from a file without its server, and nobody but this person ever was on it. No server takes its
 * list of members any more: nobody there vouches for this device. There is nobody either who would miss it as it was.
 */
export async function canBeNew({ id, roster, fromFile }: StoredDesk): Promise<boolean> {
  if (!fromFile) return false;
  const { members } = await readRoster(roster, id);
  return new Set([...members.values()].map(({ person }) => toHex(person))).size === 1;
}

/**
 * Puts a new desk in the place of such a one: with a list of members of its own, and all work in it, change by change,
 * as of this device. What was signed in a principal's name was so for the desk that it was, and is not in the new one.
 * @param begin puts the new desk's first entry on its server; where that fails nothing was changed
 * @returns the new desk's id
 */
export function deskAnew(world: World, log: RosterLog, ties: Ties) {
  const { db } = world;
  const { store, documents, inTurn } = ties;

  const founded = async (old: StoredDesk, roster: Roster) => {
    const me = roster.members.get(await log.keyring.idOn(old.id));
    const profile = me && (await profileOf(me, old.epochKeys));
    const keys = await generateDeviceKeys();
    const names = { name: profile?.name ?? "", desk: old.name, device: profile?.device };
    const { desk, entry, epochKey } = await createDesk(names, log.acting(keys));
    const made: StoredDesk = {
      ...ties.fresh(desk, old.name),
      role: "owner",
      roster: [entry],
      epochKeys: [epochKey],
    };
    return { made, entry, keys };
  };

  /** @returns what is to be sent of it */
  const take = async (
    desk: string,
    roster: Roster,
    stored: StoredDocument,
    { device, persons }: { readonly device: string; readonly persons: ReadonlyMap<string, string> },
  ): Promise<OutboxEntry[]> => {
    const doc = loadStored(stored);
    const own = getAllChanges(doc).filter((bytes) => !isOfGenesis(`@${readChange(bytes).actor}`));
    free(doc);
    const { document } = stored;
    const changes = rewriteChanges(own, device, persons);
    const rebuilt = await rebuildDocument(roster, document, changes, [], new Set());
    await storeDocuments(store, documents, desk, [rebuilt]);
    return rebuilt.changes.map(({ bytes, decoded: { hash } }) => ({
      desk,
      document,
      change: bytes.slice(),
      hash,
    }));
  };

  return async (
    desk: string,
    server: string,
    begin: (entry: Uint8Array<ArrayBuffer>) => Promise<void>,
  ): Promise<string> => {
    await ties.drained(desk);
    await world.automerge();
    return inTurn(async () => {
      const content = await readContent(store, desk);
      if (!content) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
      const before = await readRoster(content.desk.roster, desk);
      const { made, entry, keys } = await founded(content.desk, before);
      const interrupted = (await db.get("settings", BEING_MADE))?.value;
      if (interrupted && !(await db.get("desks", interrupted))) await removeDesk(db, interrupted);
      await db.put("settings", { key: BEING_MADE, value: made.id });
      const device = toHex(keys.device);
      // All of them one person's: her first device named her, and a record says which of them made it.
      const persons = new Map([...before.members.keys()].map((id) => [id, device]));
      const roster = await readRoster(made.roster, made.id);
      const outbox: OutboxEntry[] = [];
      for (const stored of content.documents)
        outbox.push(...(await take(made.id, roster, stored, { device, persons })));
      await begin(entry);
      await replace(desk, { ...made, server, published: true }, keys, outbox);
      return made.id;
    });
  };

  async function replace(
    desk: string,
    heir: StoredDesk,
    keys: DeviceKeys,
    outbox: readonly OutboxEntry[],
  ): Promise<void> {
    const tx = db.transaction("outbox", "readwrite");
    for (const one of outbox) tx.store.add(one);
    await tx.done;
    await removeDesk(db, desk, { desk: heir, keys });
    await db.put("settings", { key: BEING_MADE, value: null });
  }
}
