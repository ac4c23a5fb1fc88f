import type { DeskInfo } from "../../port/surface.ts";
import type { Database, StoredDesk } from "../storage/database.ts";

const DAY_MS = 86_400_000;
/** A desk that was just made has other worries. */
const FIRST_AFTER_MS = DAY_MS;
const AGAIN_AFTER_MS = 14 * DAY_MS;

/** When to say that a desk has no paper key: from its second day, and two weeks after somebody put that off. */
export function paperKeyReminder(db: Database, now: () => number) {
  const key = (desk: string) => `paperKeyLater ${desk}`;
  return {
    async isDue(
      { id, server, sample, addedAt }: StoredDesk,
      { members, paperKey }: Pick<DeskInfo, "members" | "paperKey">,
    ): Promise<boolean> {
      const isThere = members.some((member) => member.me && !member.removed);
      // A desk on this device alone has no server from which it could be had again.
      if (!server || sample || paperKey || !isThere || now() < Date.parse(addedAt) + FIRST_AFTER_MS)
        return false;
      const later = (await db.get("settings", key(id)))?.value;
      return !later || now() >= Date.parse(later);
    },
    forget: (desk: string) => db.delete("settings", key(desk)),
    async postpone(desk: string): Promise<void> {
      const value = new Date(now() + AGAIN_AFTER_MS).toISOString();
      await db.put("settings", { key: key(desk), value });
    },
  };
}
