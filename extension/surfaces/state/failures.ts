import type { Key } from "../../locales/catalogue.ts";
import { BackgroundError } from "../../port/client.ts";
import type { Words } from "./words.ts";

const byCode: Readonly<Record<string, Exclude<Extract<Key, `failure.${string}`>, "failure.other">>> = {
  "disk-full": "failure.quota",
  "not-allowed": "failure.notAllowed",
  role: "failure.notAllowed",
  "not-found": "failure.gone",
  "no-desk": "failure.gone",
  offline: "failure.offline",
  "not-an-invite": "failure.badInvite",
  damaged: "failure.badInvite",
  "invite-unknown": "failure.expired",
  "invite-expired": "failure.expired",
  "invite-used": "failure.expired",
  "invite-revoked": "failure.expired",
  "already-here": "failure.alreadyHere",
  "not-a-server": "failure.badServer",
  invalid: "failure.invalid",
};

/** What failed and what to do, in the person's words; what has no words of its own shows the background's. */
export function wordFailure(words: Words, error: unknown): string {
  if (error instanceof BackgroundError) {
    const key = byCode[error.code];
    return key ? words.say(key) : words.say("failure.other", { detail: error.message });
  }
  return words.say("failure.other", { detail: error instanceof Error ? error.message : String(error) });
}
