import * as v from "valibot";
import type { LostDesk } from "../../port/app-state.ts";
import type { Database } from "../storage/database.ts";

/**
 * Kept outside the database: which desks are in it. A browser can take the database away (a cleaning program, a
 * damaged profile), and whoever worked on a desk must not be met as somebody new, as if there had been nothing.
 */
export interface DeskMemory {
  /** Unchecked; nothing where nothing was set. */
  get(): Promise<unknown>;
  set(desks: readonly RememberedDesk[]): Promise<void>;
}

interface RememberedDesk extends LostDesk {
  readonly id: string;
}

const schema = v.array(v.object({ id: v.string(), name: v.string(), server: v.nullable(v.string()) }));

export interface Remembered {
  /** Desks that were here and that nobody took away. */
  lost(): Promise<readonly LostDesk[]>;
  /** Remembers the desks that are here now, beside those that were lost. */
  note(): Promise<void>;
  /** Of a desk that a person takes off this device, or of all: they are not missed. */
  forget(desk: string): Promise<void>;
  forgetLost(): Promise<void>;
  forgetAll(): Promise<void>;
}

/** @param report told where the browser does not keep it: then nothing is remembered, and all else goes on */
export function openRemembered(
  memory: DeskMemory | undefined,
  db: Database,
  report: (error: unknown) => void,
): Remembered {
  let turn: Promise<unknown> = Promise.resolve();
  const known = async (): Promise<readonly RememberedDesk[]> => {
    const read = v.safeParse(schema, (await memory?.get()) ?? []);
    return read.success ? read.output : [];
  };
  const here = async (): Promise<readonly RememberedDesk[]> =>
    (await db.getAll("desks"))
      .filter(({ sample }) => !sample)
      .map(({ id, name, server }) => ({ id, name, server }));
  const missing = (all: readonly RememberedDesk[], present: readonly RememberedDesk[]) =>
    all.filter(({ id }) => !present.some((desk) => desk.id === id));
  /** One change after the other. */
  const change = (
    next: (all: readonly RememberedDesk[], present: readonly RememberedDesk[]) => readonly RememberedDesk[],
  ): Promise<void> => {
    const mine = turn.then(async () => {
      const [all, present] = await Promise.all([known(), here()]);
      const wanted = next(all, present);
      if (JSON.stringify(wanted) !== JSON.stringify(all)) await memory?.set(wanted);
    });
    turn = mine.catch(report);
    return mine.catch(report);
  };
  return {
    async lost() {
      if (!memory) return [];
      const [all, present] = await Promise.all([known(), here()]);
      return missing(all, present).map(({ name, server }) => ({ name, server }));
    },
    note: () => change((all, present) => [...present, ...missing(all, present)]),
    forget: (desk) => change((all) => all.filter(({ id }) => id !== desk)),
    forgetLost: () => change((_all, present) => present),
    forgetAll: () => change(() => []),
  };
}
