import { extendRoster, type Roster, verifyRoster } from "../../../shared/desk/roster.ts";
import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import { equalBytes, fromHex, MalformedError, toHex } from "../../../shared/protocol/bytes.ts";
import {
  decodeFrame,
  encodeFrame,
  type LogItem,
  PROTOCOL_VERSION,
  type ServerFrame,
} from "../../../shared/protocol/frames.ts";
import { SUBPROTOCOL } from "../../../shared/protocol/token.ts";
import type { SyncState } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { ChainState, Database, SealedEntry, StoredDesk } from "../storage/database.ts";
import type { ReceivedChanges } from "../work/receive.ts";
import { waitBeforeTry } from "./backoff.ts";
import { DistrustError, Incoming } from "./incoming.ts";
import { countUnsent, sealOutbox, unacknowledged } from "./outgoing.ts";
import { deskPath, serverApi } from "./server-api.ts";

const PING_MS = 20_000;
const DEAD_MS = 60_000;
/** Envelopes applied in one batch; a larger backlog is taken in several, with its count shown. */
const BATCH = 500;
/** Envelopes in one append frame, and their bytes. */
const GROUP = 64;
const GROUP_BYTES = 700_000;
/** Refusals after which the same bytes may succeed later. */
const RETRY_LATER = new Set(["rate", "storage-full", "internal", "quota"]);

export interface SyncParts {
  readonly db: Database;
  readonly keys: DeviceKeys;
  readonly network: {
    readonly fetch: typeof globalThis.fetch;
    readonly WebSocket: typeof globalThis.WebSocket;
  };
  readonly now: () => number;
  /** Runs a function after so many ms; the returned one takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly random: (count: number) => Uint8Array;
  /** Applies received changes and moves the cursor, in one transaction, in turn with everything else that writes. */
  readonly receive: (
    desk: string,
    received: readonly ReceivedChanges[],
    cursor: number,
    chains: readonly ChainState[],
  ) => Promise<void>;
  /** Runs alone among everything that writes. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onState: (desk: string) => void;
  readonly onRoster: (desk: string) => void;
}

/** Keeps one desk in step with its server. */
export interface DeskSync {
  readonly state: () => SyncState;
  /** There is something to send. */
  readonly flush: () => void;
  /** The network is back, or a person asked: try now rather than later. */
  readonly reconnect: () => void;
  readonly close: () => void;
}

export function syncDesk(parts: SyncParts, deskId: string): DeskSync {
  const { db, keys } = parts;
  const me = toHex(keys.device);
  const incoming = new Incoming();
  let state: SyncState = { phase: "connecting", unsent: 0, toFetch: 0, problem: null };
  let socket: WebSocket | undefined;
  let roster: Roster | undefined;
  let live = false;
  let closed = false;
  let tries = 0;
  let requestId = 0;
  let lastHeard = 0;
  let cancelTimer = () => {};
  let cancelPing = () => {};
  /** Envelopes sent and not yet answered, by request. */
  const asked = new Map<number, readonly SealedEntry[]>();
  /** Counters that are on the wire now. */
  const onTheWire = new Set<number>();
  /** Own sequence numbers that the server acknowledged but that are ahead of what came in order. */
  const ownSeqs = new Set<number>();
  let inbox: LogItem[] = [];
  let cursor = 0;
  let head = 0;
  let applying: Promise<void> | undefined;
  let flushing: Promise<void> | undefined;
  let flushAgain = false;

  const show = (changed: Partial<SyncState>) => {
    const next = { ...state, ...changed };
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    parts.onState(deskId);
  };
  const count = async () => show({ unsent: await countUnsent(db, deskId) });

  const stop = (code: string, detail: string) => {
    closed = true;
    cancelTimer();
    cancelPing();
    socket?.close(1000);
    show({ phase: "stopped", problem: { code, detail } });
  };
  const fail = (error: unknown) => {
    if (closed) return;
    if (error instanceof DistrustError) return stop(error.code, error.message);
    const code = error instanceof ExpectedError ? error.code : "internal";
    const detail = error instanceof Error ? error.message : String(error);
    if (["not-a-member", "role", "version", "unknown-desk", "roster", "token-refused"].includes(code))
      return stop(code, detail);
    socket?.close(1000);
    again(code === "offline" ? null : { code, detail });
  };
  const again = (problem: SyncState["problem"]) => {
    if (closed) return;
    socket = undefined;
    live = false;
    cancelPing();
    asked.clear();
    onTheWire.clear();
    inbox = [];
    show({ phase: "offline", toFetch: 0, problem });
    cancelTimer();
    cancelTimer = parts.later(connect, waitBeforeTry(tries++, parts.random(1)[0]! / 255));
  };

  const stored = async (): Promise<StoredDesk> => {
    const desk = await db.get("desks", deskId);
    if (!desk) throw new ExpectedError("no-desk", "The desk is not on this device any more.");
    return desk;
  };

  async function connect() {
    cancelTimer();
    try {
      const desk = await stored();
      await count();
      if (!desk.server) return show({ phase: "local", problem: null });
      show({ phase: "connecting" });
      const api = serverApi(desk.server, parts.network.fetch);
      const verified = await verifyRoster(desk.roster, { desk: fromHex(deskId) });
      if (!verified.ok) return stop("roster", verified.failure.message);
      roster = verified.roster;
      if (!desk.published) await publish(desk, api);
      const token = await api.token(deskId, keys);
      if (closed) return;
      cursor = desk.cursor;
      open(`${desk.server.replace(/^http/, "ws")}/desks/${deskPath(deskId)}/sync`, token);
    } catch (error) {
      fail(error);
    }
  }

  async function publish(desk: StoredDesk, api: ReturnType<typeof serverApi>) {
    await api.createDesk(desk.roster[0]!);
    await parts.inTurn(async () => {
      await db.put("desks", { ...(await stored()), published: true });
    });
  }

  function open(url: string, token: string) {
    const opening = new parts.network.WebSocket(url, [SUBPROTOCOL, token]);
    opening.binaryType = "arraybuffer";
    socket = opening;
    lastHeard = parts.now();
    const mine = (run: () => void) => () => socket === opening && !closed && run();
    opening.onopen = mine(() => {
      opening.send(
        encodeFrame({ type: "hello", version: PROTOCOL_VERSION, cursor, rosterLength: roster!.length }),
      );
      ping();
    });
    opening.onmessage = (event) => {
      if (socket !== opening || closed) return;
      lastHeard = parts.now();
      // One after the other: a roster must be known before what its new member sent is looked at.
      handling = handling
        .then(() => (socket === opening ? heard(new Uint8Array(event.data as ArrayBuffer)) : undefined))
        .catch(fail);
    };
    opening.onclose = mine(() => again(state.problem));
  }
  let handling: Promise<void> = Promise.resolve();

  function ping() {
    cancelPing();
    cancelPing = parts.later(() => {
      if (!socket) return;
      if (parts.now() - lastHeard > DEAD_MS) return socket.close(1000);
      socket.send(encodeFrame({ type: "ping", n: 0 }));
      ping();
    }, PING_MS);
  }

  async function heard(bytes: Uint8Array) {
    let frame: ServerFrame;
    try {
      frame = decodeFrame(bytes) as ServerFrame;
    } catch (error) {
      if (error instanceof MalformedError)
        throw new ExpectedError("malformed", "The server sent something that Sidedesk does not understand.");
      throw error;
    }
    switch (frame.type) {
      case "welcome":
        head = frame.head;
        if (head > cursor) show({ phase: "catchingUp", toFetch: head - cursor });
        if (frame.rosterLength < roster!.length)
          throw new DistrustError("rollback", "The server keeps an older list of members than this device.");
        if (frame.rosterLength === roster!.length && !equalBytes(frame.rosterHead, roster!.head))
          throw new DistrustError("forked", "The server keeps another list of members than this device.");
        return;
      case "roster":
        return grow(frame.from, frame.entries);
      case "entries":
        inbox.push(...frame.items);
        head = Math.max(head, frame.items.at(-1)?.seq ?? 0);
        apply();
        return;
      case "caughtUp":
        await applying;
        live = true;
        tries = 0;
        show({ phase: "upToDate", toFetch: 0, problem: null });
        return flush();
      case "acked":
        return acknowledged(frame.requestId, frame.seqs);
      case "refused":
        return refused(frame);
      default:
        return;
    }
  }

  async function grow(from: number, entries: readonly Uint8Array[]) {
    const fresh = entries.slice(roster!.length - from);
    const result = await extendRoster(roster!, fresh);
    if (!result.ok) throw new DistrustError("roster", result.failure.message);
    roster = result.roster;
    await parts.inTurn(async () => {
      const desk = await stored();
      await db.put("desks", {
        ...desk,
        roster: [...desk.roster, ...fresh.slice(desk.roster.length - (roster!.length - fresh.length))],
      });
    });
    parts.onRoster(deskId);
  }

  function apply() {
    applying ??= (async () => {
      while (inbox.length > 0 && !closed) {
        const batch = inbox.splice(0, BATCH);
        const chains = new Map(
          (await db.getAll("chains", IDBKeyRange.bound([deskId], [deskId, []]))).map((chain) => [
            chain.device,
            chain,
          ]),
        );
        const opened = await incoming.open(batch, await stored(), roster!, chains, me);
        const last = batch.at(-1)!.seq;
        await parts.receive(
          deskId,
          opened.received,
          last,
          opened.chains.filter(({ device }) => device !== me),
        );
        cursor = Math.max(cursor, last);
        if (opened.unusable.length > 0)
          show({ problem: { code: "unusable", detail: opened.unusable[0]!.why } });
        if (state.phase === "catchingUp") show({ toFetch: Math.max(0, head - cursor) });
      }
    })()
      .catch(fail)
      .finally(() => {
        applying = undefined;
        if (inbox.length > 0 && !closed) apply();
      });
  }

  /** Seals what waits and sends everything that is not on the wire. */
  async function flush(): Promise<void> {
    if (flushing) {
      flushAgain = true;
      return flushing;
    }
    flushing = (async () => {
      do {
        flushAgain = false;
        // Sealing waits for the connection: what is written offline is sealed under the epoch that holds then.
        if (!live || !socket) break;
        while ((await parts.inTurn(async () => sealOutbox(db, await stored(), keys, parts.random))) > 0);
        const group: SealedEntry[] = [];
        let bytes = 0;
        for (const entry of await unacknowledged(db, deskId)) {
          if (onTheWire.has(entry.counter)) continue;
          if (group.length === GROUP || bytes + entry.envelope.length > GROUP_BYTES) {
            send(group.splice(0));
            bytes = 0;
          }
          group.push(entry);
          bytes += entry.envelope.length;
        }
        if (group.length > 0 && live) send(group);
      } while (flushAgain);
    })().finally(() => {
      flushing = undefined;
    });
    await flushing;
    await count();
  }

  function send(group: readonly SealedEntry[]) {
    requestId++;
    asked.set(requestId, group);
    for (const { counter } of group) onTheWire.add(counter);
    socket!.send(
      encodeFrame({ type: "append", requestId, envelopes: group.map(({ envelope }) => envelope) }),
    );
  }

  async function acknowledged(id: number, seqs: readonly number[]) {
    const group = asked.get(id);
    if (!group) return;
    asked.delete(id);
    for (const seq of seqs) ownSeqs.add(seq);
    let next = cursor;
    while (ownSeqs.delete(next + 1)) next++;
    await parts.inTurn(async () => {
      const tx = db.transaction(["sealed", "desks"], "readwrite");
      for (const { counter } of group) {
        tx.objectStore("sealed").delete([deskId, counter]);
        onTheWire.delete(counter);
      }
      const desk = await tx.objectStore("desks").get(deskId);
      if (desk && inbox.length === 0 && !applying && next > desk.cursor) {
        cursor = next;
        tx.objectStore("desks").put({ ...desk, cursor });
      }
      await tx.done;
    });
    await count();
  }

  function refused({ requestId: id, code, message }: Extract<ServerFrame, { type: "refused" }>) {
    const group = asked.get(id);
    asked.delete(id);
    for (const { counter } of group ?? []) onTheWire.delete(counter);
    if (!RETRY_LATER.has(code)) return stop(code, message);
    // Nothing is lost: it stays here, sealed, and is sent again.
    show({ problem: { code, detail: message } });
    cancelTimer();
    cancelTimer = parts.later(
      () => {
        show({ problem: null });
        flush().catch(fail);
      },
      waitBeforeTry(tries++, parts.random(1)[0]! / 255),
    );
  }

  connect();
  return {
    state: () => state,
    flush() {
      if (!closed) flush().catch(fail);
    },
    reconnect() {
      if (closed || socket || state.phase !== "offline") return;
      tries = 0;
      connect();
    },
    close() {
      closed = true;
      cancelTimer();
      cancelPing();
      socket?.close(1000);
    },
  };
}
