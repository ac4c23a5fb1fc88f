import type { Key } from "../../locales/catalogue.ts";
import type { Member, SyncState } from "../../port/surface.ts";
import { memberWith } from "./author.ts";
import type { Words } from "./words.ts";

type PlainProblem = Exclude<
  Extract<Key, `problem.${string}`>,
  | "problem.other"
  | "problem.distrust"
  | "problem.anew"
  | "problem.passing"
  | "problem.unsent"
  | "problem.badEpoch"
  | "problem.badEpochOwner"
>;

/** The server gave what no honest and whole server gives; nothing of it was applied. */
const DISTRUST: Readonly<Record<string, PlainProblem>> = {
  forged: "problem.forged",
  withheld: "problem.withheld",
  forked: "problem.forked",
  rollback: "problem.rollback",
  replayed: "problem.replayed",
  stranger: "problem.stranger",
  "another-desk": "problem.anotherDesk",
  roster: "problem.roster",
  "old-key": "problem.oldKey",
};

/** Of these a server that was restored or moved is the likeliest cause: what it lost, its devices have. */
const LOST = new Set(["rollback", "withheld", "forked", "replayed"]);

const PROBLEMS: Readonly<Record<string, PlainProblem>> = {
  version: "problem.version",
  "unknown-desk": "problem.unknownDesk",
  "not-a-member": "problem.removed",
  role: "problem.role",
  superseded: "problem.superseded",
  "disk-full": "problem.diskFull",
  quota: "problem.serverFull",
  "storage-full": "problem.serverFull",
  rate: "problem.slower",
  closed: "problem.closed",
  clock: "problem.clock",
  "clock-apart": "problem.clockApart",
  "not-a-server": "problem.badServer",
  policy: "problem.policy",
  "owner-first": "problem.ownerFirst",
  "wrong-key": "problem.wrongKey",
  "no-key": "problem.wrongKey",
  malformed: "problem.garbled",
  gap: "problem.garbled",
  pruned: "problem.pruned",
  signature: "problem.refused",
  epoch: "problem.refused",
  counter: "problem.refused",
  "previous-hash": "problem.refused",
  "too-large": "problem.refused",
  author: "problem.refused",
  base: "problem.refused",
  token: "problem.refused",
};

/** A new try does not change these: another person must act first, or it goes on by itself. */
const NO_TRY = new Set(["policy", "not-a-member", "superseded", "wrong-key", "no-key", "rate"]);
/** Nothing is lost by these, and nothing stands still. */
const CALM = new Set(["rate", "clock-apart"]);
/** Said by the dot and its two words alone. */
const QUIET = new Set(["no-desk"]);

/** What a person must know of a sync that does not go on. */
export interface SyncProblem {
  readonly text: string;
  /** How much waits here to be sent; null where nothing does. */
  readonly waits: string | null;
  /** What helps: another try, reading the log from its beginning, a new key, or nothing that is done here. */
  readonly help: "again" | "anew" | "renew" | null;
  /** It is to be known, not acted upon at once. */
  readonly isCalm: boolean;
}

function helpFor(code: string): SyncProblem["help"] {
  if (NO_TRY.has(code)) return null;
  const anew = LOST.has(code) || code === "unknown-desk" || PROBLEMS[code] === "problem.refused";
  return anew ? "anew" : "again";
}

function textFor(words: Words, { phase, problem }: SyncState): string | null {
  if (!problem || QUIET.has(problem.code)) return null;
  const { code, detail } = problem;
  const what = Object.hasOwn(DISTRUST, code) ? DISTRUST[code] : undefined;
  if (what) return words.say(LOST.has(code) ? "problem.anew" : "problem.distrust", { what: words.say(what) });
  const key = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
  if (key) return words.say(key);
  return words.say(phase === "stopped" ? "problem.other" : "problem.passing", { detail });
}

/** An owner gave the desk a key that is none here: who, and what may be done about it from here. */
function badEpoch(
  words: Words,
  device: string,
  members: readonly Member[],
): Pick<SyncProblem, "text" | "help"> {
  const who = memberWith(members, device)?.name || words.say("unread.somebody");
  const decides = members.some(({ me, role }) => me && role === "owner");
  return decides
    ? { text: words.say("problem.badEpochOwner", { who }), help: "renew" }
    : { text: words.say("problem.badEpoch", { who }), help: null };
}

/** The problem of a sync in words, with how much waits here; null where none needs a person. */
export function wordProblem(
  words: Words,
  sync: SyncState,
  members: readonly Member[] = [],
): SyncProblem | null {
  const { problem } = sync;
  if (!problem) return null;
  const waits = sync.unsent > 0 ? words.say("problem.unsent", { n: sync.unsent }) : null;
  const { code, detail } = problem;
  const isCalm = CALM.has(code);
  if (code === "bad-epoch") return { ...badEpoch(words, detail, members), waits, isCalm };
  const text = textFor(words, sync);
  return text === null ? null : { text, waits, help: helpFor(code), isCalm };
}
