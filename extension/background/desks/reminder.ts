import type { DeskInfo } from "../../port/surface.ts";
import type { Database, StoredDesk } from "../storage/database.ts";

const DAY_MS = 86_400_000;
/** A desk that was just made has other worries. */
const FIRST_AFTER_MS = DAY_MS;
const AGAIN_AFTER_MS = 14 * DAY_MS;
/** How much work a person is asked to have in this browser alone. */
const BACKUP_LASTS_MS = 30 * DAY_MS;

/**
 * When to say that a desk has no way back: from its second day, and two weeks after somebody put that off. Where it has
 * a server that is a paper key; where it has none, a backup file of the last month.
 */
export function wayBackReminder(db: Database, now: () => number) {
  const key = (desk: string) => `wayBackLater ${desk}`;
  return {
    async due(
      { id, server, sample, addedAt, backedUpAt }: StoredDesk,
      { members, paperKey }: Pick<DeskInfo, "members" | "paperKey">,
    ): Promise<DeskInfo["wayBack"]> {
      const isThere = members.some((member) => member.me && !member.removed);
      if (sample || !isThere || now() < Date.parse(addedAt) + FIRST_AFTER_MS) return null;
      const isKept = backedUpAt !== undefined && now() < Date.parse(backedUpAt) + BACKUP_LASTS_MS;
      if (server ? paperKey : isKept) return null;
      const later = (await db.get("settings", key(id)))?.value;
      if (later && now() < Date.parse(later)) return null;
      return server ? "paperKey" : "backup";
    },
    forget: (desk: string) => db.delete("settings", key(desk)),
    async postpone(desk: string): Promise<void> {
      const value = new Date(now() + AGAIN_AFTER_MS).toISOString();
      await db.put("settings", { key: key(desk), value });
    },
  };
}
