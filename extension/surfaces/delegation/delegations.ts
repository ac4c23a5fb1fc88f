import type { Delegation } from "../../../shared/documents/delegation-standing.ts";
import { sayDay } from "../state/times.ts";
import type { Words } from "../state/words.ts";

/** A sum as the person's region writes it; null where there is no limit. */
export function sayLimit({ spendLimit, currency }: Delegation, words: Words): string | null {
  if (spendLimit === null || currency === null) return null;
  return new Intl.NumberFormat(words.formats.value, { style: "currency", currency }).format(spendLimit);
}

/** For whom a person decides, up to what and until when, in a sentence. */
export function sayYours(delegation: Delegation, name: string, now: number, words: Words): string {
  const time = sayDay(delegation.endsOn, now, words.formats.value);
  const amount = sayLimit(delegation, words);
  return amount
    ? words.say("delegation.yoursUpTo", { name, time, amount })
    : words.say("delegation.yours", { name, time });
}
