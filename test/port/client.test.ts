import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openBackground, type PortLike } from "../../extension/port/client.ts";
import { questionText } from "../../extension/port/last-answers.ts";
import type { Query, Request } from "../../extension/port/surface.ts";

const STATE: Query = { q: "state" };
const MAIL: Query = { q: "mail" };
const SCRATCH = { call: "scratchGet", key: "line" } as const;

type Refusal = "connect" | "post" | "at once" | undefined;

/** A port, seen from the browser: what was said on it, and how it ends. */
function portOf(refuses?: Refusal) {
  const said: Request[] = [];
  const hearers: ((message: unknown) => void)[] = [];
  const enders: (() => void)[] = [];
  let dead = refuses === "post";
  const end = () => {
    dead = true;
    for (const ended of enders) ended();
  };
  const port: PortLike = {
    postMessage(message) {
      if (dead) throw new Error("Attempting to use a disconnected port object");
      said.push(message as Request);
    },
    disconnect: end,
    onMessage: { addListener: (hear) => void hearers.push(hear) },
    onDisconnect: {
      addListener(ended) {
        enders.push(ended);
        if (refuses === "at once") end();
      },
    },
  };
  const answer = (message: unknown) => {
    for (const hear of hearers) hear(message);
  };
  return { port, said, end, answer };
}

/** A browser's side of the ports. */
function browserSide(begun?: Parameters<typeof openBackground>[2]) {
  const ports: ReturnType<typeof portOf>[] = [];
  let refuses: Refusal;
  const connect = (): PortLike => {
    if (refuses === "connect") throw new Error("The extension cannot be reached.");
    const opened = portOf(refuses);
    ports.push(opened);
    return opened.port;
  };
  const background = openBackground(connect, (run, ms) => setTimeout(run, ms), begun);
  return {
    background,
    ports,
    refuse(how: typeof refuses) {
      refuses = how;
    },
    said: () => ports.at(-1)?.said ?? [],
  };
}

describe("A surface's port to the background", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("says everything again on a new port when the worker was ended", async () => {
    const { background, ports, said } = browserSide();
    const seen: unknown[] = [];
    background.watch(STATE, (value) => seen.push(value));
    const answered = background.call(SCRATCH);
    ports[0]?.end();
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toEqual([
      { id: 1, watch: STATE },
      { id: 2, request: SCRATCH },
    ]);
    ports[1]?.answer({ id: 1, value: "as it is" });
    ports[1]?.answer({ id: 2, result: { value: "kept" } });
    expect(await answered).toEqual({ value: "kept" });
    expect(seen).toEqual(["as it is"]);
  });

  it("forgets nothing where the person does the next thing in the moment after the worker ended", async () => {
    const { background, ports, said } = browserSide();
    background.watch(STATE, () => {});
    void background.call(SCRATCH);
    ports[0]?.end();
    void background.call({ call: "scratchPut", key: "line", value: "next" });
    background.watch(MAIL, () => {});
    await vi.advanceTimersByTimeAsync(100);
    expect(ports).toHaveLength(2);
    expect(said().map(({ id }) => id)).toEqual([1, 4, 2, 3]);
  });

  it.each(["connect", "post", "at once"] as const)(
    "keeps what cannot be said (%s), and says it once, later",
    async (how) => {
      const { background, ports, said, refuse } = browserSide();
      refuse(how);
      const answered = background.call(SCRATCH);
      await vi.advanceTimersByTimeAsync(1_000);
      refuse(undefined);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(said()).toEqual([{ id: 1, request: SCRATCH }]);
      ports.at(-1)?.answer({ id: 1, result: { value: null } });
      expect(await answered).toEqual({ value: null });
    },
  );

  it("asks once what was asked ahead, and answers whoever watches it then, before or after the answer came", async () => {
    const { background, ports, said } = browserSide();
    const seen: unknown[] = [];
    background.ahead(STATE);
    background.ahead(MAIL);
    ports[0]?.answer({ id: 1, value: "as it is" });
    background.watch(STATE, (value) => seen.push(value));
    background.watch(MAIL, (value) => seen.push(value));
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(["as it is"]);
    ports[0]?.answer({ id: 2, value: "a mail" });
    ports[0]?.answer({ id: 1, value: "otherwise" });
    expect(seen).toEqual(["as it is", "a mail", "otherwise"]);
    expect(said()).toEqual([
      { id: 1, watch: STATE },
      { id: 2, watch: MAIL },
    ]);
  });

  it("forgets what was asked ahead and nobody watched", () => {
    const { background, said } = browserSide();
    background.ahead(STATE);
    background.ahead(MAIL);
    background.watch(MAIL, () => {});
    background.forgetAhead();
    expect(said().slice(2)).toEqual([{ id: 1, unwatch: true }]);
    background.watch(STATE, () => {});
    expect(said().slice(3)).toEqual([{ id: 3, watch: STATE }]);
  });

  it("goes on with a port on which something was asked before, and asks none of it again", async () => {
    const before = portOf();
    const heard: unknown[] = [{ id: 1, value: "as it is" }];
    const { background, ports } = browserSide({
      port: before.port,
      asked: [STATE, MAIL],
      heard,
      ended: false,
    });
    const seen: unknown[] = [];
    background.watch(STATE, (value) => seen.push(value));
    background.ahead(MAIL);
    background.watch(MAIL, (value) => seen.push(value));
    await vi.advanceTimersByTimeAsync(0);
    before.answer({ id: 2, value: "a mail" });
    before.answer({ id: 1, value: "otherwise" });
    expect(seen).toEqual(["as it is", "a mail", "otherwise"]);
    void background.call(SCRATCH);
    expect(before.said).toEqual([{ id: 3, request: SCRATCH }]);
    expect(ports).toEqual([]);
    before.end();
    await vi.advanceTimersByTimeAsync(50);
    expect(ports[0]?.said).toEqual([
      { id: 1, watch: STATE },
      { id: 2, watch: MAIL },
      { id: 3, request: SCRATCH },
    ]);
  });

  it("leaves a port that has ended before anybody listened, and asks on another", () => {
    const before = portOf();
    const { background, ports } = browserSide({ port: before.port, asked: [STATE], heard: [], ended: true });
    background.watch(STATE, () => {});
    expect(before.said).toEqual([]);
    expect(ports[0]?.said).toEqual([{ id: 1, watch: STATE }]);
  });

  it("waits longer and longer for a background that does not come up, and never longer than two seconds", async () => {
    const { background, ports, said, refuse } = browserSide();
    refuse("at once");
    void background.call(SCRATCH);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ports.length).toBeGreaterThan(30);
    expect(ports.length).toBeLessThan(40);
    refuse(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(said()).toHaveLength(1);
  });

  it("does not put a draft into a mail twice: it says that it was interrupted", async () => {
    const { background, ports } = browserSide();
    const inserted = background.call({ call: "insertDraft", body: "Dear colleague" });
    ports[0]?.end();
    await expect(inserted).rejects.toMatchObject({ code: "interrupted" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ports).toHaveLength(1);
  });

  it("says what must not be done twice as soon as it can be said at all", async () => {
    const { background, said, refuse } = browserSide();
    refuse("post");
    void background.call({ call: "insertDraft", body: "Dear colleague" });
    refuse(undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(said()).toEqual([{ id: 1, request: { call: "insertDraft", body: "Dear colleague" } }]);
  });

  it("opens no port again where nothing is asked any more", async () => {
    const { background, ports } = browserSide();
    background.watch(STATE, () => {})();
    ports[0]?.end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ports).toHaveLength(1);
  });

  it("tells when the background does not answer, by ended ports or by silence, and when it is there again", async () => {
    const { background, ports, refuse } = browserSide();
    const stood: string[] = [];
    background.onStanding((standing) => stood.push(standing));
    background.watch(STATE, () => {});
    await vi.advanceTimersByTimeAsync(16_000);
    expect(stood).toEqual(["silent"]);
    ports[0]?.answer({ id: 1, value: "here" });
    expect(stood).toEqual(["silent", "here"]);
    ports[0]?.end();
    await vi.advanceTimersByTimeAsync(100);
    ports.at(-1)?.answer({ id: 1, value: "a worker that was ended is no trouble" });
    expect(stood).toEqual(["silent", "here"]);
    refuse("at once");
    ports.at(-1)?.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stood).toEqual(["silent", "here", "silent"]);
    refuse("connect");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stood.at(-1), "the extension was updated under this page").toBe("gone");
  });

  it("shows what was told before until the background says something, and not behind that", async () => {
    const opened = portOf();
    const rows: Query = { q: "rows", desk: "ab", order: "at" };
    const told = {
      [questionText(STATE)]: "as it was",
      [questionText(MAIL)]: "an old mail",
      // A question that went through the background's check has its parts in another order.
      [questionText({ order: "at", desk: "ab", q: "rows" })]: "rows as they were",
    };
    const begun = {
      port: opened.port,
      asked: [STATE],
      heard: [],
      ended: false,
      before: Promise.resolve(told),
    };
    const { background } = browserSide(begun);
    const seen: unknown[] = [];
    background.watch(STATE, (value) => seen.push(value));
    background.watch(rows, (value) => seen.push(value));
    await vi.advanceTimersByTimeAsync(0);
    expect(new Set(seen)).toEqual(new Set(["as it was", "rows as they were"]));
    opened.answer({ id: 1, value: "as it is" });
    background.watch(MAIL, (value) => seen.push(value));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.at(-1)).toBe("as it is");
    expect(seen).not.toContain("an old mail");
  });
});
