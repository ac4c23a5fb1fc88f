import type { KindDefinition } from "./define.ts";

/** The state by which a record in `status` is done with in one step; undefined where no step leads there. */
export function doneState(kind: KindDefinition, status: string): string | undefined {
  const state = Object.hasOwn(kind.states, status) ? kind.states[status] : undefined;
  if (!state?.open) return undefined;
  return state.next.find((name) => kind.states[name]?.tone === "done" && !kind.states[name]?.open);
}
