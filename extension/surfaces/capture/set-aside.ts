import { type ReadonlySignal, signal } from "@preact/signals";
import type { Surface } from "../state/surface.tsx";
import type { Typed } from "./reading.ts";

/** Lines put aside at one time: more telephones than anyone has. */
const MOST = 12;

/** Lines that were set aside because somebody else rang meanwhile, the newest first; each call says whether it is kept. */
export interface SetAside {
  readonly lines: ReadonlySignal<readonly Typed[]>;
  /** Whether another one may be put aside. */
  room(): boolean;
  put(typed: Typed): Promise<boolean>;
  /** Takes one out; `instead` is put in its place. */
  remove(at: number, instead: Typed | null): Promise<boolean>;
}

/**
 * Lines set aside on this device, kept as what is being typed is.
 * @param key names the place of the present desk; another desk has lines of its own
 */
export function openSetAside(ask: Surface["ask"], key: () => string): SetAside & { load(): Promise<void> } {
  const lines = signal<readonly Typed[]>([]);
  const keep = async (next: readonly Typed[]) => {
    const value = next.length === 0 ? null : JSON.stringify(next);
    const kept = (await ask({ call: "scratchPut", key: key(), value })) !== undefined;
    if (kept) lines.value = next;
    return kept;
  };
  return {
    lines,
    async load() {
      lines.value = [];
      const of = key();
      const kept = await ask({ call: "scratchGet", key: of });
      if (kept?.value && of === key()) lines.value = JSON.parse(kept.value) as readonly Typed[];
    },
    room: () => lines.peek().length < MOST,
    put: (typed) => keep([typed, ...lines.peek()]),
    remove: (at, instead) =>
      keep(lines.peek().flatMap((each, index) => (index === at ? (instead ?? []) : each))),
  };
}
