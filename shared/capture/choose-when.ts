import type { Language } from "./language.ts";
import type { When } from "./when.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** "the Thursday meeting", "周四的会": a day that says which one is meant, and nothing of when to act. */
function namesSomething(text: string, { value, end, by }: When, { ofDay }: Language): boolean {
  ofDay.lastIndex = end;
  return !by && !value.includes("T") && ofDay.test(text);
}

/** Whether nothing but a number stands between two stretches of a text. */
function beside(text: string, a: Stretch, b: Stretch): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /^[^\p{L}\uE001]{0,30}$/u.test(text.slice(first.end, second.start));
}

/**
 * Of the times in a line, the one to act by: what stands beside the words that ask for a call, else what is said to be
 * a deadline, else the first. The others stay words.
 * @param asks where the line asks to be called back
 */
export function chooseWhen(
  text: string,
  whens: readonly When[],
  asks: Stretch | null,
  language: Language,
): When | undefined {
  const times = whens.filter((when) => !namesSomething(text, when, language));
  return (asks && times.find((when) => beside(text, when, asks))) ?? times.find(({ by }) => by) ?? times[0];
}
