import type { Remembered } from "../desks/remembered.ts";
import type { Engine } from "../engine-type.ts";
import type { Database } from "../storage/database.ts";
import { writeCaptured } from "./captured.ts";

interface Ties {
  readonly db: Database;
  readonly remembered: Remembered;
  /** ms since the epoch. */
  readonly now: () => number;
  /** What is said of a desk, or of all of them, is another now. */
  readonly changed: (desk: string | null) => void;
}

type Dismissals = Pick<Engine, "dismissLost" | "dismissUnread" | "dismissSetAside" | "rememberCaptured">;

/** What a person is told once, and when she has read it. */
export function openDismissals({ db, remembered, now, changed }: Ties): Dismissals {
  return {
    async dismissLost() {
      await remembered.forgetLost();
      changed(null);
    },
    async dismissUnread(desk) {
      await db.delete("unread", IDBKeyRange.bound([desk], [desk, []]));
      changed(desk);
    },
    async dismissSetAside(command) {
      await db.delete("setAside", command);
      changed(null);
    },
    async rememberCaptured(desk, record) {
      await writeCaptured(db, desk, record, now());
      changed(null);
    },
  };
}
