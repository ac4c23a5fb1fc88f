import type { Key } from "../../locales/catalogue.ts";
import { BackgroundError } from "../../port/client.ts";
import type { Words } from "./words.ts";

type PlainFailure =
  | Exclude<Extract<Key, `failure.${string}`>, "failure.other" | "failure.noStore">
  | "problem.pruned";
const FAILURES: Readonly<Record<string, PlainFailure>> = {
  "disk-full": "failure.quota",
  "not-allowed": "failure.notAllowed",
  role: "failure.notAllowed",
  "not-a-member": "failure.notAllowed",
  "not-found": "failure.gone",
  "no-desk": "failure.gone",
  "changed-since": "failure.changedSince",
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
  closed: "failure.closed",
  rate: "failure.busy",
  clock: "failure.clock",
  sample: "failure.sample",
  interrupted: "failure.interrupted",
  invalid: "failure.invalid",
  "no-server": "failure.noServer",
  roster: "failure.roster",
  "out-of-order": "failure.roster",
  "another-desk": "failure.roster",
  rollback: "failure.roster",
  fork: "failure.roster",
  recipients: "failure.roster",
  "wrong-key": "failure.wrongKey",
  "paper-key": "failure.paperKey",
  "too-long": "failure.membersFull",
  "last-owner": "failure.lastOwner",
  "owner-first": "failure.ownerFirst",
  malformed: "failure.refused",
  signature: "failure.refused",
  epoch: "failure.refused",
  counter: "failure.refused",
  "previous-hash": "failure.refused",
  "too-large": "failure.refused",
  author: "failure.refused",
  token: "failure.refused",
  base: "failure.refused",
  pruned: "problem.pruned",
  policy: "failure.policy",
  locked: "failure.locked",
  "not-recognised": "failure.notRecognised",
  "wrong-passphrase": "failure.wrongPassphrase",
  "no-passphrase": "failure.wrongPassphrase",
  "too-soon": "failure.tooSoon",
  "short-passphrase": "failure.shortPassphrase",
  "backup-foreign": "failure.backupForeign",
  "backup-version": "failure.backupVersion",
  "backup-cut": "failure.backupCut",
  "backup-damaged": "failure.backupDamaged",
  "backup-passphrase": "failure.backupPassphrase",
  "backup-key": "failure.backupKey",
  "backup-other-desk": "failure.backupOtherDesk",
};

/** What failed, what it means for the work and what to do; what has no words of its own shows the background's. */
export function wordFailure(words: Words, error: unknown): string {
  if (error instanceof BackgroundError) {
    if (error.code === "no-store") return words.say("failure.noStore", { detail: error.message });
    const key = Object.hasOwn(FAILURES, error.code) ? FAILURES[error.code] : undefined;
    return key ? words.say(key) : words.say("failure.other", { detail: error.message });
  }
  return words.say("failure.other", { detail: error instanceof Error ? error.message : String(error) });
}
