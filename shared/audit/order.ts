interface Placed {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly previous: readonly string[];
}

const isEarlier = (a: Placed, b: Placed) => a.at < b.at || (a.at === b.at && a.id < b.id);

/**
 * Acts in the one order that a log has: each behind those that it names, and of those that can come next the earliest
 * (then the least id) first. Those that come behind one that is not there stand at the end.
 */
export function inOrder<A extends Placed>(acts: readonly A[]): A[] {
  const waits = new Map(acts.map(({ id, previous }) => [id, previous.length]));
  const behind = new Map<string, A[]>();
  for (const act of acts) for (const id of act.previous) behind.set(id, [...(behind.get(id) ?? []), act]);
  const ready = acts.filter(({ previous }) => previous.length === 0);
  const ordered: A[] = [];
  while (ready.length > 0) {
    const at = ready.reduce((best, act, place) => (isEarlier(act, ready[best]!) ? place : best), 0);
    const [next] = ready.splice(at, 1) as [A];
    ordered.push(next);
    for (const act of behind.get(next.id) ?? []) {
      const left = (waits.get(act.id) ?? 0) - 1;
      waits.set(act.id, left);
      if (left === 0) ready.push(act);
    }
  }
  const placed = new Set(ordered);
  return [...ordered, ...acts.filter((act) => !placed.has(act))];
}
