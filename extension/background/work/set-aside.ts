import type { AppState } from "../../port/surface.ts";
import type { Database } from "../storage/database.ts";

/** The commands that a document refused, as a person reads of them. */
export async function listSetAside(db: Database): Promise<AppState["setAside"]> {
  return (await db.getAll("setAside")).map(({ id, desk, command, why }) => ({
    id,
    desk,
    at: command.at,
    what: JSON.stringify(command.action),
    why,
  }));
}
