import type { AppState, SyncState } from "../port/surface.ts";
import type { DeskDirectory } from "./desks/directory.ts";
import type { Remembered } from "./desks/remembered.ts";
import type { Lock } from "./lock/lock.ts";
import type { Preferences } from "./preferences.ts";
import type { Database } from "./storage/database.ts";
import { recallCaptured } from "./work/captured.ts";
import { listSetAside } from "./work/set-aside.ts";

interface Parts {
  readonly db: Database;
  readonly desks: DeskDirectory;
  readonly remembered: Remembered;
  readonly preferences: Preferences;
  readonly lock: Lock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What every surface knows of this device; a worker that has just begun is asked for it by several at once. */
export function openAppState(
  parts: Parts,
  stateOf: (desk: string) => SyncState,
): {
  /** Read once for all who ask while it is being read. */
  read(): Promise<AppState>;
  /** What is being read may be of before. */
  changed(): void;
} {
  let reading: Promise<AppState> | undefined;
  return {
    read() {
      const mine = reading ?? appState(parts, stateOf);
      reading = mine;
      const over = () => {
        if (reading === mine) reading = undefined;
      };
      mine.then(over, over);
      return mine;
    },
    changed() {
      reading = undefined;
    },
  };
}

async function appState(
  { db, desks, remembered, preferences, lock, now }: Parts,
  stateOf: (desk: string) => SyncState,
): Promise<AppState> {
  // All at once: a surface that has just been opened shows nothing before it has this.
  const [listed, current, lost, preferred, locked, captured, setAside] = await Promise.all([
    desks.list(stateOf),
    db.get("settings", "desk"),
    remembered.lost(),
    preferences.read(),
    lock.state(),
    recallCaptured(db, now()),
    listSetAside(db),
  ]);
  const here = { desks: listed, current: current?.value ?? null, lost };
  return { ...here, ...preferred, lock: locked, captured, setAside };
}
