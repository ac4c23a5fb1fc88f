import { isPresent } from "../../../shared/desk/roles.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import {
  NO_PREVIOUS,
  openEnvelope,
  readEnvelope,
  sealEnvelope,
  UnopenableError,
  verifyEnvelope,
} from "../../../shared/envelope/envelope.ts";
import { importEpochKey, importSignPublicKey } from "../../../shared/envelope/keys.ts";
import { type Place, packPresence, unpackPresence } from "../../../shared/envelope/presence.ts";
import { equalBytes, fromHex, MalformedError, toHex } from "../../../shared/protocol/bytes.ts";
import { MAX_APART_MS, type PresenceLine } from "../presence/presence.ts";
import type { SessionParts } from "./desk-sync.ts";
import type { Line } from "./line.ts";

/** What presence needs of the connection that it goes over. */
interface PresenceTies {
  readonly desk: string;
  readonly send: Line["send"];
  readonly roster: () => Roster;
}

/**
 * Presence over one connection: where this person is goes out sealed and signed; what comes is a colleague's who is on
 * the desk now, under the key that holds now, or it is passed over. Nothing waits for it and nothing ends by it: it is
 * no work.
 */
export class SessionPresence {
  readonly #parts: SessionParts;
  readonly #ties: PresenceTies;
  #line: PresenceLine | undefined;
  #said = 0;
  #key: { readonly epoch: number; readonly key: CryptoKey } | undefined;

  constructor(parts: SessionParts, ties: PresenceTies) {
    this.#parts = parts;
    this.#ties = ties;
  }

  /** The connection has caught up: from here on it is told where this person is. */
  live(): void {
    const { presence, report } = this.#parts;
    this.#line ??= presence?.connect(this.#ties.desk, (places) => {
      this.#say(places).catch(report);
    });
  }

  /** Somebody was heard. */
  hear(sealed: Uint8Array): void {
    const ignored = (error: unknown) => {
      if (!(error instanceof MalformedError || error instanceof UnopenableError)) this.#parts.report(error);
    };
    this.#open(sealed).catch(ignored);
  }

  end(): void {
    this.#line?.end();
    this.#line = undefined;
  }

  async #say(places: readonly Place[]): Promise<void> {
    const { keys, random, now } = this.#parts;
    const { desk, send, roster } = this.#ties;
    const { epoch } = roster();
    const epochKey = await this.#keyOf(epoch);
    if (!epochKey) return;
    const at = Math.floor(now());
    // What was said by a clock that ran ahead nobody has believed; nobody would for as long as it is gone on from.
    this.#said = this.#said > at + MAX_APART_MS ? at : Math.max(at, this.#said + 1);
    const sealed = await sealEnvelope({
      desk: fromHex(desk),
      epoch,
      epochKey,
      device: keys.device,
      signKey: keys.signKey,
      counter: this.#said,
      previous: NO_PREVIOUS,
      payload: { type: "presence", bytes: packPresence(places) },
      nonce: random(12),
    });
    if (this.#line) send({ type: "presence", sealed });
  }

  async #open(sealed: Uint8Array): Promise<void> {
    const { keys, now } = this.#parts;
    const roster = this.#ties.roster();
    const read = readEnvelope(sealed);
    const { type, desk, epoch, device, counter } = read.header;
    const member = roster.members.get(toHex(device));
    const me = roster.members.get(toHex(keys.device));
    const isOfNow = epoch === roster.epoch && Math.abs(counter - now()) <= MAX_APART_MS;
    if (type !== "presence" || toHex(desk) !== this.#ties.desk || !isOfNow) return;
    // What this person has open in another browser is no colleague's.
    if (!member || !isPresent(member, now()) || (me && equalBytes(member.person, me.person))) return;
    const author = { device: toHex(device), person: toHex(member.person) };
    if (!this.#line?.isNew(author.device, counter)) return;
    const signs = await importSignPublicKey(member.signPublic);
    const epochKey = (await verifyEnvelope(read, signs)) && (await this.#keyOf(epoch));
    const payload = epochKey ? await openEnvelope(read, epochKey) : null;
    if (payload?.type !== "presence") return;
    const places = unpackPresence(payload.bytes);
    // Something newer may have been opened meanwhile.
    if (this.#line?.isNew(author.device, counter)) this.#line.heard({ ...author, at: counter, places });
  }

  /** The epoch's key; undefined where this device has none. */
  async #keyOf(epoch: number): Promise<CryptoKey | undefined> {
    if (this.#key?.epoch !== epoch) {
      const raw = (await this.#parts.store.db.get("desks", this.#ties.desk))?.epochKeys[epoch - 1];
      if (!raw || raw.length === 0) return undefined;
      this.#key = { epoch, key: await importEpochKey(raw) };
    }
    return this.#key.key;
  }
}
