import type { AppState, SyncState } from "../port/surface.ts";
import type { DeskDirectory } from "./desks/directory.ts";
import type { Lock } from "./lock/lock.ts";
import type { Preferences } from "./preferences.ts";
import type { Database } from "./storage/database.ts";
import { recallCaptured } from "./work/captured.ts";
import { listSetAside } from "./work/set-aside.ts";

interface Parts {
  readonly db: Database;
  readonly desks: DeskDirectory;
  readonly preferences: Preferences;
  readonly lock: Lock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What every surface knows of this device. */
export async function appState(
  { db, desks, preferences, lock, now }: Parts,
  stateOf: (desk: string) => SyncState,
): Promise<AppState> {
  return {
    desks: await desks.list(stateOf),
    current: (await db.get("settings", "desk"))?.value ?? null,
    ...(await preferences.read()),
    lock: await lock.state(),
    captured: await recallCaptured(db, now()),
    setAside: await listSetAside(db),
  };
}
