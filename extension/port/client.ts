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
};

/** A surface's side of the port. It outlives the background: what was asked is asked again after a reconnection. */
export interface Background {
  call<C extends Call>(request: C): Promise<Results[C["call"]]>;
  /** Calls `onValue` with the answer, and again whenever it changes, until the returned function is called. */
  watch<Q extends Query>(
    query: Q,
    onValue: (value: Answers[Q["q"]]) => void,
    onError?: (error: BackgroundError) => void,
  ): () => void;
}

/**
 * @param connect opens a port to the background; called again when it went away
 * @param later runs a function after so many milliseconds
 */
export function openBackground(
  connect: () => PortLike,
  later: (run: () => void, ms: number) => void,
): Background {
  const watching = new Map<number, Watching>();
  const waiting = new Map<number, Waiting>();
  let port: PortLike | undefined;
  let last = 0;

  const receive = (message: unknown) => {
    const reply = message as Reply;
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
  const open = (): PortLike => {
    const opened = connect();
    opened.onMessage.addListener(receive);
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      // The worker was ended: commands are idempotent by id and queries have no effect, so both are simply said again.
      if (watching.size > 0 || waiting.size > 0) later(resume, 50);
    });
    return opened;
  };
  const send = (request: Request) => {
    port ??= open();
    port.postMessage(request);
  };
  const resume = () => {
    if (port) return;
    for (const [id, { query }] of watching) send({ id, watch: query });
    for (const [id, { request }] of waiting) send({ id, request });
  };

  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { request, resolve, reject });
        send({ id, request });
      }),
    watch: (query, onValue, onError = () => {}) => {
      const id = ++last;
      watching.set(id, { query, onValue: onValue as (value: never) => void, onError });
      send({ id, watch: query });
      return () => {
        if (watching.delete(id) && port) send({ id, unwatch: true });
      };
    },
  };
}
