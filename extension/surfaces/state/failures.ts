import type { Key } from "../../locales/catalogue.ts";
import { BackgroundError } from "../../port/client.ts";
import type { SyncState } from "../../port/surface.ts";
import type { Words } from "./words.ts";

type PlainFailure = Exclude<Extract<Key, `failure.${string}`>, "failure.other">;
type PlainProblem = Exclude<Extract<Key, `problem.${string}`>, "problem.other" | "problem.distrust">;

const FAILURES: Readonly<Record<string, PlainFailure>> = {
  "disk-full": "failure.quota",
  "not-allowed": "failure.notAllowed",
  role: "failure.notAllowed",
  "not-a-member": "failure.notAllowed",
  "not-found": "failure.gone",
  "no-desk": "failure.gone",
  offline: "failure.offline",
  "not-an-invite": "failure.badInvite",
  damaged: "failure.badInvite",
  "insecure-server": "failure.insecure",
  "invite-unknown": "failure.inviteUnknown",
  "invite-expired": "failure.inviteExpired",
  "invite-used": "failure.inviteUsed",
  "invite-revoked": "failure.inviteRevoked",
  "already-here": "failure.alreadyHere",
  "already-member": "failure.alreadyMember",
  "not-a-server": "failure.badServer",
  "bad-address": "failure.badAddress",
  version: "failure.version",
  "unknown-desk": "failure.unknownDesk",
  moved: "failure.moved",
  quota: "failure.serverFull",
  "storage-full": "failure.serverFull",
  rate: "failure.busy",
  clock: "failure.clock",
  sample: "failure.sample",
  interrupted: "failure.interrupted",
  invalid: "failure.invalid",
};

/** What failed, what it means for the work and what to do; what has no words of its own shows the background's. */
export function wordFailure(words: Words, error: unknown): string {
  if (error instanceof BackgroundError) {
    const key = Object.hasOwn(FAILURES, error.code) ? FAILURES[error.code] : undefined;
    return key ? words.say(key) : words.say("failure.other", { detail: error.message });
  }
  return words.say("failure.other", { detail: error instanceof Error ? error.message : String(error) });
}

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
};

const PROBLEMS: Readonly<Record<string, PlainProblem>> = {
  version: "problem.version",
  "unknown-desk": "problem.unknownDesk",
  "not-a-member": "problem.removed",
  role: "problem.role",
  superseded: "problem.superseded",
  "disk-full": "problem.diskFull",
  quota: "problem.serverFull",
  "storage-full": "problem.serverFull",
  clock: "problem.clock",
  "not-a-server": "problem.badServer",
  unusable: "problem.unusable",
};

/** A new try does not change these: another person must act first, or nothing waits. */
const NO_TRY = new Set(["not-a-member", "superseded", "unusable", "disk-full", "quota", "storage-full"]);

/** What a person must know of a sync that does not go on. */
export interface SyncProblem {
  readonly text: string;
  /** Whether trying again may help. */
  readonly again: boolean;
}

/**
 * The problem of a sync in words; null where none needs a person. What passes by itself (a server that is busy or
 * away) is said by the dot and its two words alone.
 */
export function wordProblem(words: Words, { phase, problem }: SyncState): SyncProblem | null {
  if (!problem) return null;
  const { code, detail } = problem;
  const again = !NO_TRY.has(code);
  const what = Object.hasOwn(DISTRUST, code) ? DISTRUST[code] : undefined;
  if (what) return { text: words.say("problem.distrust", { what: words.say(what) }), again };
  const key = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined;
  if (key) return { text: words.say(key), again };
  return phase === "stopped" ? { text: words.say("problem.other", { detail }), again } : null;
}
