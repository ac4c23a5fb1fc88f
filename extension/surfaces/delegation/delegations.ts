import type { Delegation } from "../../../shared/documents/delegation-standing.ts";
import type { Money, Spending } from "../../../shared/documents/spending.ts";
import { sayMoney } from "../state/money.ts";
import { sayDay } from "../state/times.ts";
import type { Words } from "../state/words.ts";

/** An authority's limit; null where there is none. */
export function sayLimit({ spendLimit, currency }: Delegation, words: Words): string | null {
  return spendLimit === null || currency === null
    ? null
    : sayMoney({ amount: spendLimit, currency }, words.formats.value);
}

/** What bookings come to, against a limit, where that is more than the limit or cannot be compared; null elsewhere. */
export function saySpending(spending: Spending | null, limit: Money | null, words: Words): string | null {
  if (!spending || !limit || spending.state === "within") return null;
  const spent = new Intl.ListFormat(words.locale.value, { style: "narrow" }).format(
    spending.spent.map((sum) => sayMoney(sum, words.formats.value)),
  );
  return words.say(spending.state === "over" ? "delegation.over" : "delegation.otherCurrency", {
    spent,
    amount: sayMoney(limit, words.formats.value),
  });
}

/** When an authority was over, or begins, in a sentence. */
export function sayLapsed({ startsOn, endsOn }: Delegation, name: string, now: number, words: Words): string {
  const day = (date: string) => sayDay(date, now, words.formats.value);
  return Date.parse(startsOn) > now
    ? words.say("delegation.begins", { name, time: day(startsOn) })
    : words.say("delegation.overSince", { name, time: day(endsOn) });
}

/** For whom a person decides, up to what and until when, in a sentence. */
export function sayYours(delegation: Delegation, name: string, now: number, words: Words): string {
  const time = sayDay(delegation.endsOn, now, words.formats.value);
  const amount = sayLimit(delegation, words);
  return amount
    ? words.say("delegation.yoursUpTo", { name, time, amount })
    : words.say("delegation.yours", { name, time });
}
