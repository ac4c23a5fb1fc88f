/**
 * What processes over one database tell each other: that a desk has come further. A hint is sent after the commit (a
 * NOTIFY inside an append's transaction would hold all appends to one at a time), coalesced: one is on its way, the
 * others wait and go together. A presence, which is kept nowhere, goes the same way, whole. Hints can be lost, with a connection or with the process that was to send them, so
 * watched desks are also looked at now and then; where LISTEN does not deliver (YugabyteDB, a pooler in between), often.
 */
import type { Client } from "pg";
import { fromBase64url, toBase64url, toHex } from "../../shared/protocol/bytes.ts";
import type { Standing } from "../log.ts";

const CHANNEL = "sidedesk";
/** PostgreSQL's limit for a payload is 8,000 bytes; a hint takes at most 22 + 2 × 17. */
const HINTS_IN_PAYLOAD = 120;
/** Presences that wait at most (each is a payload of up to 5,500 bytes): beyond it they are dropped, and said again anyway. */
const PRESENCES = 1_000;
/** ms between looks at every watched desk, where hints arrive and where they do not. */
const LOOK_EVERY = 15_000;
const POLL_EVERY = 1_000;
const RECONNECT_AFTER = 1_000;

interface HintSources {
  /** A new connection, not yet opened. */
  client: () => Client;
  standing: (desk: Uint8Array) => Promise<Standing | undefined>;
  fault: (error: Error) => void;
}

interface Watched {
  desk: Uint8Array;
  heard: (standing: Standing) => void;
  passed: (sealed: Uint8Array) => void;
}

export class Hints {
  readonly #sources: HintSources;
  readonly #watched = new Map<string, Set<Watched>>();
  readonly #waiting = new Map<string, Standing>();
  /** The newest of each device, as it goes. */
  readonly #passing = new Map<string, string>();
  #client: Client | undefined;
  /** Whether this process has heard its own voice on this connection. */
  #hears = false;
  #sending = false;
  #closed = false;
  #looking = false;
  #lookedAt = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(sources: HintSources) {
    this.#sources = sources;
    this.#timer = setInterval(() => void this.#tick(), POLL_EVERY);
    void this.#connect();
  }

  /** `heard` is told when the desk has come further elsewhere, until the function that this gives is called. */
  watch(
    desk: Uint8Array,
    heard: (standing: Standing) => void,
    passed: (sealed: Uint8Array) => void,
  ): () => void {
    const id = toHex(desk);
    const watched = { desk, heard, passed };
    const all = this.#watched.get(id) ?? new Set();
    this.#watched.set(id, all.add(watched));
    return () => {
      all.delete(watched);
      if (all.size === 0) this.#watched.delete(id);
    };
  }

  /** Tells the other processes how far a desk has come, once that is committed. */
  tell(desk: Uint8Array, standing: Standing): void {
    const known = this.#waiting.get(toBase64url(desk));
    this.#waiting.set(toBase64url(desk), {
      head: Math.max(standing.head, known?.head ?? 0),
      rosterLength: Math.max(standing.rosterLength, known?.rosterLength ?? 0),
    });
    void this.#send();
  }

  /** Gives the other processes a device's presence. */
  pass(desk: Uint8Array, device: Uint8Array, sealed: Uint8Array): void {
    const key = `${toHex(desk)} ${toHex(device)}`;
    if (this.#passing.size >= PRESENCES && !this.#passing.has(key)) return;
    this.#passing.set(key, `presence.${toBase64url(desk)}.${toBase64url(sealed)}`);
    void this.#send();
  }

  async #send(): Promise<void> {
    // Without a connection they are dropped: the others look by themselves.
    if (!this.#client) for (const waiting of [this.#waiting, this.#passing]) waiting.clear();
    if (this.#sending || !this.#client) return;
    this.#sending = true;
    try {
      while (this.#waiting.size + this.#passing.size > 0) {
        // Work goes before presence.
        const [next] = this.#waiting.size > 0 ? [] : this.#passing;
        if (next) {
          this.#passing.delete(next[0]);
          await this.#client.query("SELECT pg_notify($1, $2)", [CHANNEL, next[1]]);
          continue;
        }
        const taken = [...this.#waiting].slice(0, HINTS_IN_PAYLOAD);
        for (const [desk] of taken) this.#waiting.delete(desk);
        const payload = taken.map(([desk, { head, rosterLength }]) => `${desk}.${head}.${rosterLength}`);
        await this.#client.query("SELECT pg_notify($1, $2)", [CHANNEL, payload.join(",")]);
      }
    } catch (error) {
      this.#sources.fault(error as Error);
    } finally {
      this.#sending = false;
    }
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const client = this.#sources.client();
    let isOver = false;
    const over = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      this.#client = undefined;
      this.#hears = false;
      if (this.#closed) return;
      if (error) this.#sources.fault(error);
      client.end().catch(() => undefined);
      setTimeout(() => void this.#connect(), RECONNECT_AFTER).unref();
    };
    client.on("error", over);
    client.on("end", () => over());
    client.on("notification", ({ processId, payload = "" }) => {
      if (processId === (client as unknown as { processID: number }).processID) this.#hears = true;
      else this.#hear(payload);
    });
    try {
      await client.connect();
      // A hint that is lost with the power is worth nothing: it need not wait for the disk.
      await client.query("SET synchronous_commit = off");
      await client.query(`LISTEN ${CHANNEL}`);
      await client.query("SELECT pg_notify($1, '')", [CHANNEL]);
    } catch (error) {
      return over(error as Error);
    }
    if (this.#closed) return void client.end();
    this.#client = client;
    // What was said while nobody listened.
    await this.#look();
  }

  #hear(payload: string): void {
    const passed = /^presence\.([\w-]{22})\.([\w-]{1,6000})$/.exec(payload);
    if (passed) {
      const [, desk = "", sealed = ""] = passed;
      for (const watched of this.#watched.get(toHex(fromBase64url(desk))) ?? [])
        watched.passed(fromBase64url(sealed));
      return;
    }
    for (const hint of payload.split(",")) {
      const found = /^([\w-]{22})\.(\d{1,16})\.(\d{1,9})$/.exec(hint);
      if (!found) continue;
      const [, desk = "", head, rosterLength] = found;
      this.#say(toHex(fromBase64url(desk)), { head: Number(head), rosterLength: Number(rosterLength) });
    }
  }

  #say(id: string, standing: Standing): void {
    for (const { heard } of this.#watched.get(id) ?? []) heard(standing);
  }

  async #tick(): Promise<void> {
    if (this.#hears && Date.now() - this.#lookedAt < LOOK_EVERY) return;
    await this.#look();
  }

  /** Looks at every watched desk, one after the other: a database that is slow is not asked more than it answers. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    this.#lookedAt = Date.now();
    try {
      for (const [id, watched] of [...this.#watched]) {
        const [first] = watched;
        if (this.#closed) return;
        const standing = first && (await this.#sources.standing(first.desk));
        if (standing) this.#say(id, standing);
      }
    } catch (error) {
      this.#sources.fault(error as Error);
    } finally {
      this.#looking = false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    while (this.#sending) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.#client?.end().catch(() => undefined);
  }
}
