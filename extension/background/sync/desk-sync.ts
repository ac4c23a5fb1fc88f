import { keysFromRoster } from "../../../shared/desk/epochs.ts";
import { verifyRoster } from "../../../shared/desk/roster.ts";
import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import { fromHex } from "../../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/frames.ts";
import type { SyncState } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Presence } from "../presence/presence.ts";
import type { SealedEntry, StoredDesk } from "../storage/database.ts";
import { type Store, SupersededError } from "../storage/store.ts";
import type { Arrival } from "../work/receive.ts";
import { waitBeforeTry } from "./backoff.ts";
import type { BaseHabits } from "./base-keeper.ts";
import { DistrustError } from "./distrust-error.ts";
import { GivenParts } from "./given-parts.ts";
import { Incoming } from "./incoming.ts";
import { openLine } from "./line.ts";
import { countUnsent } from "./outgoing.ts";
import { publishRoster } from "./publish.ts";
import { RefusedError } from "./refused-error.ts";
import { deskPath, type ServerApi, serverApi } from "./server-api.ts";
import { Session } from "./session.ts";
import { Troubles } from "./troubles.ts";
import { whyTurnedAway } from "./turned-away.ts";

/** Answers of a server that waiting does not change. */
const FINAL = new Set(["not-a-member", "role", "version", "unknown-desk", "roster", "owner-first"]);
const COUNT_MS = 150;

export interface SyncParts {
  readonly store: Store;
  /** This device's keys on the desk. Throws ExpectedError `no-desk`. */
  readonly keysOn: (desk: string) => Promise<DeviceKeys>;
  readonly network: {
    readonly fetch: typeof globalThis.fetch;
    readonly WebSocket: typeof globalThis.WebSocket;
  };
  readonly now: () => number;
  /** Runs a function after so many ms; the returned one takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly random: (count: number) => Uint8Array;
  /** Applies received changes and moves the cursor, in one transaction, in turn with everything else that writes. */
  readonly receive: (desk: string, arrival: Omit<Arrival, "at">) => Promise<void>;
  /** Takes documents of a base in, with their acts, in turn as well. */
  readonly takeDocuments: (desk: string, documents: readonly BaseDocument[]) => Promise<void>;
  /** Brings Automerge up. */
  readonly automerge: () => Promise<void>;
  /** When bases are made, where it is otherwise than by habit. */
  readonly bases?: BaseHabits;
  /** Who is where now; nobody is told or heard where it is absent. */
  readonly presence?: Presence;
  readonly report: (error: unknown) => void;
  /** Runs alone among everything that writes. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** From here on this device writes into the desk's documents as a new actor. */
  readonly renewActor: (desk: string) => Promise<void>;
  /** Whether this browser may speak with a server at all. */
  readonly allows: (server: string) => Promise<boolean>;
  readonly onState: (desk: string) => void;
  readonly onRoster: (desk: string) => void;
  /** Of what this device sealed something does not count (its key was given up, or its place is taken): it is sent again. */
  readonly onOwnLost: (desk: string) => void;
  /** This device is an owner's, and something is owed to the desk: a removal or a new key. */
  readonly onOwed: (desk: string) => void;
}

/** A connection's: with this device's keys on the desk, and what an earlier one gave of a base. */
export interface SessionParts extends SyncParts {
  readonly keys: DeviceKeys;
  readonly given: GivenParts;
}

/** Keeps one desk in step with its server. */
export interface DeskSync {
  readonly state: () => SyncState;
  /** What is sealed now can be sent now. */
  readonly isConnected: () => boolean;
  /** There is something to send; `sealed` where it is sealed already. */
  readonly flush: (sealed?: readonly SealedEntry[]) => void;
  /** The network is back: try now rather than later. */
  readonly reconnect: () => void;
  /** A person asks: try now, also where it had stopped. */
  readonly tryNow: () => void;
  /** Resolves when nothing of it is being applied any more. */
  readonly close: () => Promise<void>;
}

/**
 * Connects a desk, again and again while it has a server; each connection is one session.
 * @param before the end of another one's: what that one still applies would come a second time here
 */
export function syncDesk(parts: SyncParts, deskId: string, before?: Promise<void>): DeskSync {
  const { db } = parts.store;
  const incoming = new Incoming();
  const given = new GivenParts();
  const troubles = new Troubles(parts.now);
  let state: SyncState = { phase: "connecting", unsent: 0, toFetch: 0, problem: null };
  let session: Session | undefined;
  let hangUp = () => {};
  let closed = false;
  /** It waits for a person. */
  let stopped = false;
  let tries = 0;
  let cancelTimer = () => {};

  const show = (changed: Partial<SyncState>) => {
    const next = { ...state, ...changed };
    if (next.phase === "upToDate") next.problem = troubles.beside(next.problem);
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    parts.onState(deskId);
  };
  /** Most of what is written is sent before anybody could have read that it waits: it is counted a little later. */
  let counting = false;
  const countSoon = () => {
    if (counting) return;
    counting = true;
    parts.later(() => {
      counting = false;
      if (!closed) count().catch(fail);
    }, COUNT_MS);
  };
  let begun = 0;
  let shown = 0;
  const count = async () => {
    const mine = ++begun;
    const unsent = await countUnsent(db, deskId);
    // On a slow disk one that began earlier can answer last: what it saw is of before.
    if (mine < shown) return;
    shown = mine;
    show({ unsent });
  };
  const wait = (run: () => void) => {
    cancelTimer();
    cancelTimer = parts.later(run, waitBeforeTry(tries++, parts.random(1)[0]! / 255));
  };

  /** Ends the connection; the next one begins when what this one was applying is in the store. */
  const leave = (): Promise<void> => {
    cancelTimer();
    hangUp();
    hangUp = () => {};
    const ending = session?.end();
    session = undefined;
    return ending ?? Promise.resolve();
  };
  const stop = (code: string, detail: string) => {
    stopped = true;
    void leave();
    show({ phase: "stopped", toFetch: 0, problem: { code, detail } });
  };
  const comeBack = (problem: SyncState["problem"]) => {
    const left = leave();
    show({ phase: "offline", toFetch: 0, problem: troubles.told(problem, tries) });
    wait(() => void left.then(connect));
  };
  const fail = (error: unknown) => {
    if (closed || stopped) return;
    const detail = error instanceof Error ? error.message : String(error);
    // Whether that is so, an owner has signed: it is seen when the server turns this device away again.
    if (error instanceof RefusedError && error.code === "not-a-member") return comeBack(null);
    if (error instanceof DistrustError || error instanceof RefusedError) return stop(error.code, detail);
    if (error instanceof SupersededError) return stop("superseded", detail);
    if (error instanceof ExpectedError) {
      if (FINAL.has(error.code)) return stop(error.code, detail);
      return comeBack(error.code === "offline" ? null : { code: error.code, detail });
    }
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    comeBack({ code: isFull ? "disk-full" : "internal", detail });
  };

  async function connect(): Promise<void> {
    if (closed || stopped) return;
    // Only the newest of several tries goes on: a person may ask while one is under way.
    const left = leave();
    let current = true;
    hangUp = () => {
      current = false;
    };
    try {
      await left;
      const desk = await db.get("desks", deskId);
      if (!desk) throw new ExpectedError("no-desk", "The desk is not on this device any more.");
      const keys = await parts.keysOn(deskId);
      await count();
      if (!current) return;
      if (!desk.server) return show({ phase: "local", problem: null });
      if (!(await parts.allows(desk.server)))
        return stop("policy", `The organisation does not allow ${desk.server}.`);
      if (!current) return;
      show({ phase: "connecting" });
      const api = serverApi(desk.server, parts.network.fetch, (time) => troubles.serverTime(time));
      const verified = await verifyRoster(desk.roster, { desk: fromHex(deskId) });
      if (!verified.ok) return stop("roster", verified.failure.message);
      const read = await keysFromRoster(verified.roster, keys, desk.epochKeys);
      if (!desk.published) await publish(desk, keys, api);
      const token = await api
        .token(deskId, keys)
        .catch((error) => whyTurnedAway(error, desk, keys.device, api));
      if (!current) return;
      const url = `${desk.server.replace(/^http/, "ws")}/desks/${deskPath(deskId)}/sync`;
      const line = openLine({ ...parts, WebSocket: parts.network.WebSocket }, url, token, {
        opened: () => session?.hello(),
        message: (bytes) => session?.hear(bytes),
        ended: (opened) => {
          comeBack(state.problem);
          if (!opened) void checkVersion(api);
        },
      });
      hangUp = line.close;
      session = new Session(
        { ...parts, keys, given },
        {
          desk,
          roster: verified.roster,
          badEpochBy: read.ok ? undefined : read.by,
          incoming,
          line,
          show,
          countSoon,
          fail,
          postpone(problem, resume) {
            show({ problem: troubles.told(problem, tries) });
            wait(resume);
          },
          again,
          thriving() {
            tries = 0;
          },
          taken() {
            troubles.taken();
            show({ problem: null });
          },
        },
      );
    } catch (error) {
      if (current) fail(error);
    }
  }

  async function publish(desk: StoredDesk, keys: DeviceKeys, api: ServerApi): Promise<void> {
    await publishRoster(api, desk, keys);
    await parts.inTurn(() =>
      parts.store.write(["desks"], async (tx) => {
        const now = await tx.objectStore("desks").get(deskId);
        if (now) await tx.objectStore("desks").put({ ...now, published: true });
      }),
    );
  }

  /** A server that turns every socket away may be one that speaks another version; only its page says so. */
  async function checkVersion(api: ServerApi): Promise<void> {
    const spoken = await api.protocols().catch(() => [PROTOCOL_VERSION]);
    if (closed || stopped || spoken.includes(PROTOCOL_VERSION)) return;
    stop(
      "version",
      `The server speaks version ${spoken.join(", ")}, this Sidedesk version ${PROTOCOL_VERSION}: one of them needs an update.`,
    );
  }

  function again(): void {
    if (closed) return;
    tries = 0;
    stopped = false;
    void connect();
  }

  void Promise.resolve(before).then(connect);
  return {
    state: () => state,
    isConnected: () => !closed && session?.isLive === true,
    flush(sealed) {
      if (closed) return;
      if (session) session.flush(sealed);
      countSoon();
    },
    reconnect() {
      if (state.phase === "offline") again();
    },
    tryNow() {
      if (state.phase === "offline" || state.problem) again();
    },
    close() {
      closed = true;
      return leave();
    },
  };
}
