import { type ReadonlySignal, signal } from "@preact/signals";
import type { Surface } from "../state/surface.tsx";
import { written } from "./kept.ts";
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
  remove(typed: Typed, instead: Typed | null): Promise<boolean>;
}

/**
 * Lines set aside on this device, kept as what is being typed is. Other surfaces of this browser set aside in the same
 * place: each change is made to what is kept there now, not to what was shown here before.
 * @param key names the place of the present desk; another desk has lines of its own
 */
export function openSetAside(ask: Surface["ask"], key: () => string): SetAside & { load(): Promise<void> } {
  const lines = signal<readonly Typed[]>([]);
  let loaded = "";
  const kept = async (of: string): Promise<readonly Typed[] | undefined> => {
    const answer = await ask({ call: "scratchGet", key: of });
    return answer && (answer.value ? (JSON.parse(answer.value) as readonly Typed[]) : []);
  };
  const change = async (to: (before: readonly Typed[]) => readonly Typed[]) => {
    const of = key();
    const before = await kept(of);
    if (!before) return false;
    const next = to(before);
    const value = next.length === 0 ? null : JSON.stringify(next);
    const done = (await ask({ call: "scratchPut", key: of, value })) !== undefined;
    if (done && of === key()) lines.value = next;
    return done;
  };
  return {
    lines,
    async load() {
      const of = key();
      if (of !== loaded) lines.value = [];
      loaded = of;
      const found = await kept(of);
      if (found && of === key()) lines.value = found;
    },
    room: () => lines.peek().length < MOST,
    put: (typed) => change((before) => [typed, ...before]),
    remove: (typed, instead) =>
      change((before) => {
        const at = before.findIndex((each) => written(each) === written(typed));
        const put = instead ? [instead] : [];
        return at < 0 ? [...put, ...before] : before.toSpliced(at, 1, ...put);
      }),
  };
}
