import { questionText } from "./last-answers.ts";
import type { Answers, Call, PortError, Query, Reply, Request, Results } from "./surface.ts";

/** The part of a `runtime.Port` that is used here. */
export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export class BackgroundError extends Error {
  readonly code: string;
  constructor(error: PortError) {
    super(error.detail);
    this.name = "BackgroundError";
    this.code = error.code;
  }
}

type Watching = {
  readonly query: Query;
  readonly onValue: (value: never) => void;
  readonly onError: (error: BackgroundError) => void;
};
type Waiting = {
  readonly request: Call;
  readonly resolve: (result: never) => void;
  readonly reject: (error: BackgroundError) => void;
  said: boolean;
};

/** The waits before a port is opened again, in ms: from the first, doubling to the longest while nothing is heard. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/** Calls that would be done twice where the background had done them and only the answer was lost. */
const ONLY_ONCE: ReadonlySet<Call["call"]> = new Set([
  "createDesk",
  "createSampleDesk",
  "join",
  "backupNext",
  "restorePart",
  "restoreEnd",
  "insertDraft",
]);

/**
 * How the background stands: `here`; `silent` where it does not answer; `gone` where the extension was updated or
 * removed under this page, which can then only be loaded again.
 */
export type Standing = "here" | "silent" | "gone";

/** Ports that end unheard before it is said, and the silence on an open one, in ms. */
const UNHEARD = 6;
const SILENCE_MS = 15_000;

/** A surface's side of the port. It outlives the background: what was asked is asked again after a reconnection. */
export interface Background {
  /**
   * Answered once. It rejects with a `BackgroundError` of the background's code, or `interrupted` where the background
   * ended before it answered what must not be done twice: only the person can tell whether it was done.
   */
  call<C extends Call>(request: C): Promise<Results[C["call"]]>;
  /** Calls `onValue` with the answer, and again whenever it changes, until the returned function is called. */
  watch<Q extends Query>(
    query: Q,
    onValue: (value: Answers[Q["q"]]) => void,
    onError?: (error: BackgroundError) => void,
  ): () => void;
  /**
   * Asks a question that something which is not there yet will watch, if it has not been asked so: whoever watches it
   * first is given the answer, not before `watch` has returned.
   */
  ahead(query: Query): void;
  /** What was asked ahead and is watched by nobody yet is asked no longer. */
  forgetAhead(): void;
  /** Calls `listener` whenever the standing changes; it begins as `here`. */
  onStanding(listener: (standing: Standing) => void): void;
}

/** A port on which something was asked ahead, with the ids 1, 2 and so on, before there was a `Background`. */
interface Begun {
  readonly port: PortLike;
  readonly asked: readonly Query[];
  /** What has been answered; nobody keeps it any more once it is null. */
  heard: unknown[] | null;
  readonly ended: boolean;
  /** What was told in an earlier life, by questions as `questionText`; it holds until the background says something. */
  readonly before?: Promise<Readonly<Record<string, unknown>>>;
}

/**
 * @param connect opens a port to the background; called again when it went away
 * @param later runs a function after so many milliseconds
 * @param begun the port to begin with
 */
export function openBackground(
  connect: () => PortLike,
  later: (run: () => void, ms: number) => void,
  begun?: Begun,
): Background {
  const watching = new Map<number, Watching>();
  const waiting = new Map<number, Waiting>();
  /** What was asked ahead, as text, and what has been answered. */
  const early = new Map<number, { readonly asked: string; reply?: Reply }>();
  const listeners = new Set<(standing: Standing) => void>();
  let port: PortLike | undefined;
  let reopening = false;
  let tries = 0;
  let last = 0;
  let standing: Standing = "here";
  let heard = false;
  /** What is shown of an earlier life, until the background has said something. */
  let before: Readonly<Record<string, unknown>> | null = {};

  const stand = (next: Standing) => {
    if (next === standing || (standing === "gone" && next === "silent")) return;
    standing = next;
    for (const listener of listeners) listener(next);
  };
  const receive = (message: unknown) => {
    tries = 0;
    heard = true;
    before = null;
    stand("here");
    const reply = message as Reply;
    const asked = early.get(reply.id);
    if (asked) asked.reply = reply;
    if ("value" in reply) watching.get(reply.id)?.onValue(reply.value as never);
    else if ("result" in reply) {
      waiting.get(reply.id)?.resolve(reply.result as never);
      waiting.delete(reply.id);
    } else {
      const error = new BackgroundError(reply.error);
      waiting.get(reply.id)?.reject(error);
      waiting.delete(reply.id);
      watching.get(reply.id)?.onError(error);
    }
  };
  /** Gives what was told before to who watches, as it will be told again or otherwise. */
  const recall = (id: number) => {
    const watched = watching.get(id);
    const known = watched && before?.[questionText(watched.query)];
    if (known !== undefined) watched?.onValue(known as never);
  };
  /** The worker was ended. Commands are idempotent by id and queries have no effect, so both are simply said again. */
  const lost = () => {
    port = undefined;
    for (const [id, { request, said, reject }] of waiting) {
      if (!said || !ONLY_ONCE.has(request.call)) continue;
      waiting.delete(id);
      reject(new BackgroundError({ code: "interrupted", detail: "The background ended meanwhile." }));
    }
    if (reopening || (watching.size === 0 && waiting.size === 0)) return;
    reopening = true;
    if (tries >= UNHEARD) stand("silent");
    later(resume, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries++, 10)));
  };
  const use = (opened: PortLike): PortLike => {
    port = opened;
    heard = false;
    later(() => {
      if (port === opened && !heard) stand("silent");
    }, SILENCE_MS);
    opened.onMessage.addListener(receive);
    opened.onDisconnect.addListener(() => {
      if (port === opened) lost();
    });
    return opened;
  };
  const open = (): PortLike => {
    let opened: PortLike;
    try {
      opened = connect();
    } catch (error) {
      stand("gone");
      throw error;
    }
    return use(opened);
  };
  /** Whether it was said: a port can be dead before it tells, and is then opened anew. */
  const send = (request: Request): boolean => {
    if (reopening) return false;
    try {
      (port ?? open()).postMessage(request);
      return true;
    } catch {
      lost();
      return false;
    }
  };
  const say = (id: number) => {
    const call = waiting.get(id);
    if (call) call.said = send({ id, request: call.request });
  };
  const unwatch = (id: number) => {
    if (watching.delete(id) && port) send({ id, unwatch: true });
  };
  const resume = () => {
    reopening = false;
    for (const [id, { query }] of watching) send({ id, watch: query });
    for (const id of [...waiting.keys()]) say(id);
  };
  const expect = (query: Query): number => {
    const id = ++last;
    early.set(id, { asked: JSON.stringify(query) });
    watching.set(id, { query, onValue() {}, onError() {} });
    return id;
  };
  if (begun && !begun.ended) {
    const { heard } = begun;
    begun.heard = null;
    for (const query of begun.asked) expect(query);
    use(begun.port);
    for (const message of heard ?? []) receive(message);
    void begun.before?.then((told) => {
      if (before === null) return;
      before = told;
      for (const id of watching.keys()) recall(id);
    });
  }

  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { request, resolve, reject, said: false });
        say(id);
      }),
    watch: (query, onValue, onError = () => {}) => {
      const known = [...early].find(([, { asked }]) => asked === JSON.stringify(query));
      const id = known?.[0] ?? ++last;
      watching.set(id, { query, onValue: onValue as (value: never) => void, onError });
      if (known) {
        early.delete(id);
        const { reply } = known[1];
        queueMicrotask(() => (reply ? receive(reply) : recall(id)));
      } else {
        send({ id, watch: query });
        queueMicrotask(() => recall(id));
      }
      return () => unwatch(id);
    },
    ahead: (query) => {
      const text = JSON.stringify(query);
      if (![...early.values()].some(({ asked }) => asked === text)) send({ id: expect(query), watch: query });
    },
    forgetAhead() {
      for (const id of [...early.keys()]) {
        early.delete(id);
        unwatch(id);
      }
    },
    onStanding: (listener) => void listeners.add(listener),
  };
}
