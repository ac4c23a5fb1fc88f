import type { Chord } from "../keys/chord.ts";
import { matchWords, SURE } from "../state/match-words.ts";

/** One thing that the palette offers. */
export interface Choice {
  readonly id: string;
  /** Choices of one heading stand together. */
  readonly group: string;
  readonly label: string;
  /** What else is to be known of it, in small letters. */
  readonly under?: string;
  readonly chord?: Chord | undefined;
  /** Other words for it. */
  readonly also?: readonly string[];
  /** Shown before anything is typed. Default: true. */
  readonly first?: boolean;
  readonly run: () => unknown;
}

interface Group {
  readonly title: string;
  readonly choices: readonly Choice[];
}

export interface Ranked {
  readonly groups: readonly Group[];
  /** The same in the order of the list. */
  readonly flat: readonly Choice[];
  /** The first is what was meant, whatever is still being looked for. */
  readonly sure: boolean;
}

const MOST = 40;

/**
 * What fits what is typed, the best first, by groups: a group stands where its best choice would. What a search found
 * stands after what surely was meant and before guesses. Nothing typed: everything that is shown at first, as it comes.
 */
export function rank(typed: string, choices: readonly Choice[], found: readonly Choice[]): Ranked {
  const wanted = typed.trim();
  const scored = choices
    .map((choice) => ({
      choice,
      score:
        wanted === ""
          ? Number(choice.first !== false)
          : matchWords(wanted, [choice.label, ...(choice.also ?? [])]),
    }))
    .filter(({ score }) => score > 0)
    .concat(found.map((choice) => ({ choice, score: SURE - 0.01 })));
  if (wanted !== "") scored.sort((one, other) => other.score - one.score);
  const groups = new Map<string, Choice[]>();
  for (const { choice } of scored.slice(0, MOST)) {
    const group = groups.get(choice.group) ?? [];
    groups.set(choice.group, group);
    group.push(choice);
  }
  const listed = [...groups].map(([title, all]) => ({ title, choices: all }));
  return {
    groups: listed,
    flat: listed.flatMap((group) => group.choices),
    sure: (scored[0]?.score ?? 0) >= SURE,
  };
}
