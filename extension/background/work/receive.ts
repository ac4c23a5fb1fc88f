import { getMissingDeps, hasHeads } from "@automerge/automerge/slim";
import type { SaltedAct } from "../../../shared/audit/act.ts";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { Admission } from "../../../shared/documents/admission.ts";
import { isPrincipals } from "../../../shared/documents/allowed.ts";
import { type DecodedChange, readChange } from "../../../shared/documents/history.ts";
import { addChanges, type Change } from "../../../shared/documents/open-document.ts";
import type { ChainState, Unread } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { storedAct, writeActs } from "./acts.ts";
import { beforeIn, type DocumentStep, prepareRecords, writeSteps } from "./commit.ts";
import type { OpenDocuments } from "./documents.ts";
import type { Written } from "./stored-record.ts";

/** An opened and verified envelope: changes of one document by one device (hex). */
export interface ReceivedChanges {
  readonly device: string;
  readonly document: string;
  readonly changes: readonly Uint8Array[];
  /** What its author did in principals' names; each signature holds. */
  readonly acts: readonly SaltedAct[];
  /** Whether another device is the same person's: what a lost one had not sent, the next one sends. */
  readonly isTheirs?: (device: string) => boolean;
  /** Its author was never more than a principal: it decides and comments. */
  readonly isPrincipals?: boolean;
}

/** What a stretch of the log brought, and where the log goes on. */
export interface Arrival {
  readonly received: readonly ReceivedChanges[];
  /** The new end of each author's chain. */
  readonly chains: readonly ChainState[];
  /** Sound envelopes whose content could not be used, by device. */
  readonly unusable: readonly { readonly device: string; readonly why: string }[];
  /** Work of a device that a colleague has, up to that number of its chain, and that has not come. */
  readonly withheld?: readonly { readonly device: string; readonly counter: number }[];
  /** Everything up to this sequence number is in it, or was before. */
  readonly cursor: number;
  /** When it came: an ISO instant. */
  readonly at: string;
}

export interface Received {
  /** What the store has now of the records that it touched. */
  readonly written: readonly Written[];
  readonly documents: readonly string[];
  /** What was not taken, and what waits for a change that has not come; kept in the store too. */
  readonly unread: readonly Unread[];
  /** Whether what is kept of that may be other than before. */
  readonly unreadChanged: boolean;
}

/** Changes of a device that may make Automerge throw before nothing more of it is tried: each time all is opened anew. */
const MOST_REFUSALS = 10;

/** Lines kept of a desk about what is not in it: somebody who sends a hundred thousand such is known by the first. */
const MOST_UNREAD = 500;

/** The one line that says that work of a device is withheld. */
const withheldOf = (device: string) => `withheld ${device}`;

/**
 * Applies one document's changes at once; where Automerge throws, each by itself onto what is stored, so that the sound
 * ones count. A device of which so many are refused is believed nothing more of this batch.
 */
async function take(
  documents: OpenDocuments,
  desk: string,
  document: string,
  all: readonly Change[],
  refuse: (change: Change, why: string) => void,
): Promise<{ readonly step: DocumentStep; readonly hadWaited: boolean; readonly isWaiting: boolean }> {
  const bytesOf = (taken: readonly Change[]) => taken.map(({ bytes }) => bytes);
  const before = await documents.open(desk, document);
  const admission = new Admission(before, document);
  const changes = all.filter((change) => {
    // A log that is read from its beginning again brings much that is here.
    if (hasHeads(before, [change.decoded.hash])) return false;
    const why = admission.refusal(change.decoded);
    if (why !== null) refuse(change, why);
    return why === null;
  });
  const hadWaited = getMissingDeps(before, []).length > 0;
  if (changes.length === 0) {
    const step = { document, doc: before, changes: [], applied: [] };
    return { step, hadWaited, isWaiting: hadWaited };
  }
  try {
    const { applied, isWaiting } = addChanges(before, changes);
    return { step: { document, doc: before, changes: bytesOf(changes), applied }, hadWaited, isWaiting };
  } catch {
    const anew = async () => {
      documents.forget(desk, document);
      return documents.open(desk, document);
    };
    let doc = await anew();
    let isWaiting = hadWaited;
    const applied: DecodedChange[] = [];
    const taken: Change[] = [];
    const refusals = new Map<string, number>();
    for (const change of changes) {
      const device = deviceOfActor(change.decoded.actor);
      const refused = refusals.get(device) ?? 0;
      if (refused >= MOST_REFUSALS) {
        refuse(change, "Many changes before it were refused.");
        continue;
      }
      try {
        const added = addChanges(doc, [change]);
        isWaiting = added.isWaiting;
        applied.push(...added.applied);
        taken.push(change);
      } catch (error) {
        refusals.set(device, refused + 1);
        refuse(change, error instanceof Error ? error.message : String(error));
        // What it threw in the middle of is not to be used any more.
        doc = await anew();
        if (taken.length > 0) isWaiting = addChanges(doc, taken).isWaiting;
      }
    }
    return { step: { document, doc, changes: bytesOf(taken), applied }, hadWaited, isWaiting };
  }
}

/** Sound changes by document; one that is damaged, in another's name or beyond its author's role is refused. */
function sortChanges(
  received: readonly ReceivedChanges[],
  refuse: (device: string, why: string) => void,
): Map<string, Change[]> {
  const byDocument = new Map<string, Change[]>();
  for (const { device, isTheirs, document, changes, isPrincipals: narrow } of received)
    for (const bytes of changes) {
      try {
        const decoded = readChange(bytes);
        const by = deviceOfActor(decoded.actor);
        if (by !== device && !isTheirs?.(by)) {
          refuse(device, "A change in another's name.");
          continue;
        }
        if (narrow && !isPrincipals(decoded)) {
          refuse(device, "A principal decides and comments; this change does more.");
          continue;
        }
        const group = byDocument.get(document) ?? [];
        byDocument.set(document, group);
        group.push({ bytes, decoded });
      } catch (error) {
        refuse(device, error instanceof Error ? error.message : String(error));
      }
    }
  return byDocument;
}

/** Changes of this person's that the log brought, by hash: they need not be sent. */
const ownOf = (byDocument: ReadonlyMap<string, readonly Change[]>, isMine: (device: string) => boolean) =>
  new Set(
    [...byDocument.values()]
      .flat()
      .flatMap(({ decoded: { actor, hash } }) => (isMine(deviceOfActor(actor)) ? hash : [])),
  );

/**
 * Applies what came from the server, all of it in one transaction with the new cursor: one step a document,
 * however many envelopes. What could not be taken is written down in the same transaction.
 */
export async function receiveChanges(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
  { received, chains, unusable, withheld = [], cursor, at }: Arrival,
): Promise<Received> {
  const unread: Unread[] = [];
  const note = (why: Unread["why"], device: string | null, document: string | null, detail: string) => {
    const id = why === "waiting" ? `waiting ${document}` : `${cursor} ${unread.length}`;
    unread.push({ desk, id, device, document, why, detail, at });
  };
  const refuse = (device: string, detail: string) => note("refused", device, null, detail);
  for (const { device, why } of unusable) note("sealed", device, null, why);
  for (const { device, counter } of withheld) {
    const detail = `the server has not given envelope ${counter}, which a colleague has`;
    unread.push({
      desk,
      id: withheldOf(device),
      device,
      document: null,
      why: "withheld",
      counter,
      detail,
      at,
    });
  }
  let arrived = false;
  // Before that, every change would seem damaged, and would be lost behind the moved cursor.
  await documents.ready();
  const byDocument = sortChanges(received, refuse);
  const acts = received.flatMap(({ document, acts }) => acts.map((act) => storedAct(desk, document, act)));
  const kin = received.find(({ isTheirs }) => isTheirs?.(me))?.isTheirs;
  const isMine = (device: string) => device === me || kin?.(device) === true;
  const own = new Set([
    ...ownOf(byDocument, isMine),
    ...acts.flatMap((act) => (isMine(act.device) ? act.id : [])),
  ]);
  try {
    const steps: DocumentStep[] = [];
    const hadWaited: string[] = [];
    for (const [document, changes] of byDocument) {
      const { step, ...waits } = await take(documents, desk, document, changes, (change, why) =>
        refuse(deviceOfActor(change.decoded.actor), why),
      );
      steps.push(step);
      if (waits.hadWaited) hadWaited.push(document);
      if (waits.isWaiting) note("waiting", null, document, "a change before it has not come");
    }
    const written = await store.write(
      [
        "desks",
        "chains",
        "journal",
        "changes",
        "records",
        "newWords",
        "history",
        "outbox",
        "unread",
        "acts",
        "actHeads",
      ],
      async (tx, also) => {
        const [stored, pending] = await Promise.all([
          tx.objectStore("desks").get(desk),
          tx.objectStore("journal").index("byDesk").getAll(desk),
        ]);
        if (!stored) throw new Error("The desk was removed meanwhile.");
        also(tx.objectStore("desks").put({ ...stored, cursor: Math.max(stored.cursor, cursor) }));
        for (const chain of chains) also(tx.objectStore("chains").put(chain));
        for (const document of hadWaited)
          also(tx.objectStore("unread").delete([desk, `waiting ${document}`]));
        for (const { device, counter } of chains) {
          const missed = await tx.objectStore("unread").get([desk, withheldOf(device)]);
          if (missed?.counter === undefined || missed.counter > counter) continue;
          arrived = true;
          also(tx.objectStore("unread").delete([desk, missed.id]));
        }
        const kept = await tx.objectStore("unread").count(IDBKeyRange.bound([desk], [desk, []]));
        unread.splice(Math.max(0, MOST_UNREAD - kept));
        for (const one of unread) also(tx.objectStore("unread").put(one));
        const waitingToGo =
          own.size > 0 ? await tx.objectStore("outbox").index("byDesk").openCursor(desk) : null;
        for (let entry = waitingToGo; entry; entry = await entry.continue())
          if (entry.value.hash !== undefined && own.has(entry.value.hash)) also(entry.delete());
        const before = beforeIn(tx, desk);
        const prepared = await Promise.all(
          steps.map(async (step) => [step, await prepareRecords(step, before)] as const),
        );
        const shown = writeSteps(tx, also, desk, prepared, pending, me);
        await writeActs(tx, also, acts);
        return shown;
        // What is taken back here is fetched again: the cursor goes with it.
      },
      "relaxed",
    );
    return {
      written,
      documents: [...byDocument.keys()],
      unread,
      unreadChanged: unread.length > 0 || hadWaited.length > 0 || arrived,
    };
  } catch (error) {
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}

/** What came and is not in the desk, for whoever maintains this. */
export const unreadError = ({ device, document, why, detail }: Unread): Error =>
  new Error(`A change of ${device ?? document} is not in the desk (${why}): ${detail}`);
