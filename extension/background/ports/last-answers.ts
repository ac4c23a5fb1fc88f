import { isFirst, type KeptAnswers, localDay, questionText, readAnswers } from "../../port/last-answers.ts";
import type { AppState, Query } from "../../port/surface.ts";
import type { Engine } from "../engine-type.ts";
import type { DeskQuery } from "../queries/answers.ts";
import type { World } from "../world.ts";
import { concerns } from "./concerns.ts";

/** Where it is kept: in memory, for as long as the browser runs. */
export interface AnswerMemory {
  get(): Promise<unknown>;
  /** Null forgets. */
  set(kept: KeptAnswers | null): Promise<void>;
}

const STATE = questionText({ q: "state" });
/** Lists of which the first rows are kept; the one asked for longest ago goes. */
const MOST_LISTS = 6;
/** What is told again in this time is written once, in ms. */
const WRITE_AFTER_MS = 250;
/** Changes pour in: an answer that they made another is worked out again when they have ceased for so long, in ms. */
const ANEW_AFTER_MS = 1_500;

/**
 * An engine that keeps what it last told the desk page of its first screen, for the next one to show until this
 * background, which may have been ended meanwhile, has answered. An answer is forgotten with the change that may make
 * it another, and worked out again when nothing else is to be done; nothing is kept while it is locked.
 */
export function keepLastAnswers(
  engine: Engine,
  memory: AnswerMemory,
  { now, later, report }: Pick<World, "now" | "later" | "report">,
): Engine {
  /** By its question as text, the one asked for last at the end. */
  let kept: Promise<Map<string, unknown>> | undefined;
  const stale = new Set<string>();
  const planned = { write: false, anew: false };
  let day = localDay(now());
  let changes = 0;
  /** Whether the memory may hold something. */
  let written = true;
  const read = async (): Promise<Map<string, unknown>> => {
    kept ??= memory.get().then(
      (found) => new Map(Object.entries(readAnswers(found, now()))),
      () => new Map(),
    );
    const answers = await kept;
    // Lists speak of today.
    if (day !== localDay(now())) answers.clear();
    day = localDay(now());
    return answers;
  };
  const once = (what: keyof typeof planned, ms: number, work: () => Promise<void>) => {
    if (planned[what]) return;
    planned[what] = true;
    later(() => {
      planned[what] = false;
      void work().catch(report);
    }, ms);
  };
  const forget = async () => {
    if (!written) return;
    written = false;
    await memory.set(null);
  };
  const write = async () => {
    const answers = await read();
    // Asked last: what was told before the lock fell is not kept behind it.
    if (await engine.lock.isLocked()) answers.clear();
    if (answers.size === 0) return forget();
    written = true;
    await memory.set({ day, answers: Object.fromEntries(answers) });
    if (await engine.lock.isLocked()) await forget();
  };
  const note = async (query: Query, value: unknown) => {
    const [answers, text] = [await read(), questionText(query)];
    stale.delete(text);
    answers.delete(text);
    answers.set(text, value);
    const queries = [...answers.keys()].map((each) => [each, JSON.parse(each) as Query] as const);
    if (query.q === "state") {
      const desks = (value as AppState).desks.map(({ id }) => id);
      for (const [each, known] of queries)
        if ("desk" in known && !desks.includes(known.desk)) answers.delete(each);
    }
    const lists = queries.filter(([, known]) => known.q === "rows");
    for (const [each] of lists.slice(0, Math.max(0, lists.length - MOST_LISTS))) answers.delete(each);
    once("write", WRITE_AFTER_MS, write);
  };
  const answerAnew = (text: string) => {
    stale.add(text);
    once("anew", ANEW_AFTER_MS, async () => {
      const texts = [...stale];
      stale.clear();
      // What cannot be answered now is asked for when it is shown again.
      for (const each of texts) await answer(JSON.parse(each) as DeskQuery).catch(() => {});
    });
  };
  const answer = async (query: DeskQuery): Promise<unknown> => {
    const asked = changes;
    const value = await engine.answer(query);
    if (!isFirst(query)) return value;
    // What changed while it was worked out may not be in it.
    if (asked === changes) note(query, value).catch(report);
    else answerAnew(questionText(query));
    return value;
  };
  engine.onChange((change) => {
    changes++;
    const forgetOther = async () => {
      const answers = await read();
      const other = [...answers.keys()].filter((text) => concerns(JSON.parse(text) as Query, change));
      for (const text of other) {
        answers.delete(text);
        if (change.what !== "lock") answerAnew(text);
      }
      // A desk may be gone: what is kept of it goes with the next state.
      if (change.what === "state") answerAnew(STATE);
      if (other.length === 0) return;
      await forget();
      once("write", WRITE_AFTER_MS, write);
    };
    forgetOther().catch(report);
  });
  return { ...engine, answer: answer as Engine["answer"] };
}
