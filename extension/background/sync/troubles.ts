import type { SyncState } from "../../port/surface.ts";

type Problem = SyncState["problem"];

/** Mostly gone at the next try: told only when they come again and again. */
const PASSING = new Set(["internal", "malformed", "gap", "token"]);
const TOLD_FROM_TRY = 2;
/** A server that wants less at once is mostly content a moment later: told when that lasts so long, ms. */
const SLOWER_FOR_MS = 30_000;
/** How far this clock may be from the server's, ms: so far ahead a server lets an entry of the list of members be. */
const CLOCKS_APART_MS = 10 * 60_000;

/** What a person is told of a desk's sync, and when: most troubles are gone before anybody could have read of them. */
export class Troubles {
  readonly #now: () => number;
  /** Since when the server has wanted less at once, ms since 1970. */
  #slowerSince: number | undefined;
  /** How far this clock is ahead of the server's, ms. */
  #ahead = 0;

  /** @param now ms since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The server has told what time it is there, ms since 1970. */
  serverTime(time: number): void {
    this.#ahead = this.#now() - time;
  }

  /** What is told of a trouble now. @param tries how many in a row have failed before */
  told(problem: Problem, tries: number): Problem {
    if (problem?.code === "rate") {
      this.#slowerSince ??= this.#now();
      return this.#now() - this.#slowerSince < SLOWER_FOR_MS ? null : problem;
    }
    return problem && PASSING.has(problem.code) && tries < TOLD_FROM_TRY ? null : problem;
  }

  /** The server takes what it is sent. */
  taken(): void {
    this.#slowerSince = undefined;
  }

  /** What is told where nothing else is. A clock that is wrong ends roles and invitations at the wrong time. */
  beside(problem: Problem): Problem {
    if (problem || Math.abs(this.#ahead) <= CLOCKS_APART_MS) return problem;
    return { code: "clock-apart", detail: "" };
  }
}
