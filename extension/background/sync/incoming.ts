import { actHolds, isAct, type SaltedAct, unpackAct } from "../../../shared/audit/act.ts";
import { hasEnded, mayWrite, spanOf, wasOnlyPrincipal } from "../../../shared/desk/roles.ts";
import type { Member, Roster } from "../../../shared/desk/roster.ts";
import {
  envelopeHash,
  NO_PREVIOUS,
  openEnvelope,
  type ReadEnvelope,
  readEnvelope,
  UnopenableError,
  verifyEnvelope,
} from "../../../shared/envelope/envelope.ts";
import { importEpochKey, importSignPublicKey } from "../../../shared/envelope/keys.ts";
import { isSighting, type Sighting, unpackSightings } from "../../../shared/envelope/sighting.ts";
import { type Bytes, equalBytes, MalformedError, toHex } from "../../../shared/protocol/bytes.ts";
import type { LogItem } from "../../../shared/protocol/frames.ts";
import type { ChainState, StoredDesk } from "../storage/database.ts";
import type { ReceivedChanges } from "../work/receive.ts";
import { DistrustError } from "./distrust-error.ts";
import { type OwnEnd, OwnForkError } from "./own-chain.ts";

/** Of an envelope under a key that the desk has given up: its author sends it anew under the next. */
const GIVEN_UP = "It was sealed under a key that the desk has given up.";

/** Work that a colleague has, and that did not come with or before what that colleague wrote behind it. */
interface Withheld {
  /** Whose it is, and how far that chain goes elsewhere. */
  readonly device: string;
  readonly counter: number;
}

export interface Opened {
  readonly received: readonly ReceivedChanges[];
  /** The new end of each author's chain. */
  readonly chains: readonly ChainState[];
  /** Sound envelopes whose content could not be used, by device; the rest goes on without them. */
  readonly unusable: readonly { readonly device: string; readonly why: string }[];
  readonly withheld: readonly Withheld[];
  /** Envelopes of this device's own under counters that it has given away already. */
  readonly echoes: readonly OwnEnd[];
}

/** Checks and opens envelopes from the server: author, signature, chain, then content. */
export class Incoming {
  readonly #signKeys = new Map<string, Promise<CryptoKey>>();
  readonly #epochKeys = new Map<number, Promise<CryptoKey>>();
  /** Epochs whose key has opened something: what it does not open then is its author's fault, not the key's. */
  readonly #proven = new Set<number>();

  /**
   * @param chains the newest envelope known of each author
   * @throws DistrustError where an envelope is forged, from a stranger, missing, repeated or out of order
   */
  async open(
    items: readonly LogItem[],
    desk: StoredDesk,
    roster: Roster,
    chains: ReadonlyMap<string, ChainState>,
    me: string,
  ): Promise<Opened> {
    const known = new Map(chains);
    const unusable: { device: string; why: string }[] = [];
    // Signatures and decryption go side by side; the chain is then walked in the log's order.
    const ownCounter = chains.get(me)?.counter ?? 0;
    const opened = await Promise.all(items.map((item) => this.#openOne(item, desk, roster, me, ownCounter)));
    const fails = opened.some(
      ({ read, content }) =>
        typeof content === "string" && content !== GIVEN_UP && !this.#proven.has(read.header.epoch),
    );
    if (fails && desk.cursor === 0)
      throw new DistrustError(
        "wrong-key",
        "This device's key does not open the desk. Ask to be invited again.",
      );
    const received: ReceivedChanges[] = [];
    const echoes: OwnEnd[] = [];
    const seen: Sighting[] = [];
    let newestEpoch = Math.max(0, ...[...known.values()].map(({ epoch }) => epoch ?? 1));
    for (const { read, device, hash, content, isPrincipals } of opened) {
      const { counter, previous, epoch } = read.header;
      const last = known.get(device);
      if (last && counter <= last.counter) {
        // What this device sent itself comes back when it catches up; anything else twice is a replay. Of its own it
        // applies what it does not have: the browser profile is then an older copy of itself.
        if (device === me) {
          echoes.push({ counter, hash });
          continue;
        }
        throw new DistrustError("replayed", "The server sent an envelope a second time.");
      }
      if (counter !== (last?.counter ?? 0) + 1)
        throw new DistrustError("withheld", "The server left out an envelope.");
      if (!equalBytes(previous, last?.hash ?? NO_PREVIOUS))
        throw device === me
          ? new OwnForkError({ counter, hash })
          : new DistrustError("forked", "The server showed another history of a device.");
      // The server keeps nothing under an older key once a newer one is there: its former members would read it.
      if (epoch < newestEpoch)
        throw new DistrustError(
          "old-key",
          "The server sent an envelope under a key that was given up before.",
        );
      newestEpoch = epoch;
      known.set(device, { desk: desk.id, device, counter, hash, epoch });
      if (content === GIVEN_UP && device === me) continue;
      if (typeof content === "string") unusable.push({ device, why: content });
      else if (content) {
        const { unsigned, seen: told, ...whole } = content;
        seen.push(...told.filter((end) => end.device !== me && !isKnownEnd(end, known.get(end.device))));
        for (const why of unsigned) unusable.push({ device, why });
        const isTheirs = (other: string) => theirKey(roster, device, other) !== undefined;
        received.push({ device, isTheirs, ...whole, ...(isPrincipals ? { isPrincipals } : {}) });
      }
    }
    return {
      received,
      chains: [...known.values()].filter((chain) => chains.get(chain.device) !== chain),
      unusable,
      // Whatever came behind it after all, in these same items, is only late.
      echoes,
      withheld: farthest(seen.filter((end) => !isKnownEnd(end, known.get(end.device)))),
    };
  }

  async #openOne(item: LogItem, desk: StoredDesk, roster: Roster, me: string, ownCounter: number) {
    const read = this.#read(item);
    const device = toHex(read.header.device);
    const member = roster.members.get(device);
    if (toHex(read.header.desk) !== desk.id)
      throw new DistrustError("another-desk", "The server sent an envelope of another desk.");
    if (!member)
      throw new DistrustError("stranger", "The server sent an envelope of somebody who is not on this desk.");
    const key = await this.#signKeyOf(device, member.signPublic);
    const isKnown = device === me && read.header.counter <= ownCounter;
    // All three at once, on the threads of WebCrypto; what was opened counts only where the signature holds.
    const opening = isKnown ? null : this.#content(read, desk, roster);
    opening?.catch(() => {});
    const [holds, hash] = await Promise.all([verifyEnvelope(read, key), envelopeHash(read.bytes)]);
    if (!holds) throw new DistrustError("forged", "The server sent an envelope whose signature is false.");
    checkSpan(member, read.header.counter, hash, item.at);
    const isPrincipals = wasOnlyPrincipal(member.spans, read.header.counter);
    return { read, device, hash, isPrincipals, content: await opening };
  }

  #read(item: LogItem): ReadEnvelope {
    try {
      return readEnvelope(item.envelope);
    } catch (error) {
      if (error instanceof MalformedError)
        throw new DistrustError("forged", "The server sent what is no envelope.");
      throw error;
    }
  }

  /** A device's key to verify by, imported once. */
  #signKeyOf(device: string, signPublic: Bytes): Promise<CryptoKey> {
    const key = this.#signKeys.get(device) ?? importSignPublicKey(signPublic);
    this.#signKeys.set(device, key);
    return key;
  }

  /** The changes inside; null where there are none to apply; a text saying why they cannot be used. */
  async #content(read: ReadEnvelope, desk: StoredDesk, roster: Roster): Promise<Content | null | string> {
    const { epoch, type } = read.header;
    if (epoch > roster.epoch)
      throw new DistrustError("roster", "The server left out a new key, and who was removed before it.");
    const raw = desk.epochKeys[epoch - 1];
    // Passed over now, it would be missing when the key comes.
    if (!raw)
      throw new DistrustError(
        "no-key",
        `This device does not have key ${epoch} of the desk. Ask to be invited again.`,
      );
    if (raw.length === 0) return GIVEN_UP;
    const key = this.#epochKeys.get(epoch) ?? importEpochKey(raw);
    this.#epochKeys.set(epoch, key);
    try {
      const payload = type === "changes" ? await openEnvelope(read, await key) : null;
      this.#proven.add(epoch);
      return payload?.type === "changes" ? await this.#contentOf(read, payload, roster) : null;
    } catch (error) {
      if (error instanceof UnopenableError || error instanceof MalformedError) return error.message;
      throw error;
    }
  }

  /** An act is checked like the envelope around it: others come behind it, and it is shown to who has no envelope. */
  async #contentOf(
    { header }: ReadEnvelope,
    { document, changes: all }: { document: string; changes: readonly Uint8Array[] },
    roster: Roster,
  ): Promise<Content> {
    const acts: SaltedAct[] = [];
    const unsigned: string[] = [];
    for (const bytes of all.filter(isAct)) {
      const salted = await unpackAct(bytes);
      const { act } = salted;
      const signPublic =
        act.desk === toHex(header.desk) && theirKey(roster, toHex(header.device), act.device);
      if (signPublic && (await actHolds(act, await this.#signKeyOf(act.device, signPublic))))
        acts.push(salted);
      else unsigned.push("An act that its author did not sign.");
    }
    const seen = all.filter(isSighting).flatMap(unpackSightings);
    const changes = all.filter((bytes) => !isAct(bytes) && !isSighting(bytes));
    return { document, changes, acts, unsigned, seen };
  }
}

/** Whether what somebody saw of a device's chain is what is known of it here, or lies behind that. */
const isKnownEnd = ({ counter, hash }: Sighting, known: ChainState | undefined): boolean =>
  known !== undefined &&
  (counter < known.counter || (counter === known.counter && equalBytes(hash, known.hash)));

/** Of each device's chain the end that is farthest. */
const farthest = (ends: readonly Sighting[]): Withheld[] =>
  [...Map.groupBy(ends, ({ device }) => device)].map(([device, all]) => ({
    device,
    counter: Math.max(...all.map(({ counter }) => counter)),
  }));

/** What an opened envelope holds; of acts that are none of its author's, what is wrong with each. */
interface Content {
  readonly document: string;
  readonly changes: readonly Uint8Array[];
  readonly acts: readonly SaltedAct[];
  readonly unsigned: readonly string[];
  /** What its author had taken in of the others' chains. */
  readonly seen: readonly Sighting[];
}

/** The public key of a device where it is its author's own, or belongs to the same person: what a lost one had not sent, the next one sends. */
function theirKey({ members }: Roster, author: string, device: string): Bytes | undefined {
  const [who, by] = [members.get(author)?.person, members.get(device)];
  return who && by && equalBytes(who, by.person) ? by.signPublic : undefined;
}

/**
 * Whether an envelope counts by the role that its author had when writing it. A removal names the last envelope before
 * it, so neither the server nor the author can put another one in front of it. (What was decided about who stayed does
 * so by the counter alone: behind a server that lost work, their chains begin anew.)
 */
function checkSpan({ spans }: Member, counter: number, hash: Uint8Array, at: number): void {
  const span = spanOf(spans, counter);
  if (span.role === null)
    throw new DistrustError("stranger", "The server sent an envelope of somebody who had been removed.");
  if (!mayWrite(span.role))
    throw new DistrustError(
      "stranger",
      "The server sent an envelope of somebody who may only read this desk.",
    );
  const last = spans.at(-1);
  if (span === last && hasEnded(span, at))
    throw new DistrustError(
      "stranger",
      "The server sent an envelope of somebody whose time on the desk was over.",
    );
  if (last?.role === null && last.after.counter === counter && !equalBytes(last.after.hash, hash))
    throw new DistrustError("forked", "The server showed another history of a device than an owner saw.");
}
