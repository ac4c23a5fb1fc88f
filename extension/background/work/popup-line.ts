import { addToKept, readKept } from "../../port/kept-line.ts";
import type { Database } from "../storage/database.ts";

/** The keys of lines that were typed while it was locked; the surface adds what orders them. */
const LOCKED = "locked.";

/** Something for the popup's line: typed or marked elsewhere, and not saved. */
export type Added = Parameters<typeof addToKept>[1];

/**
 * Puts lines into the popup, behind what stands there and is not saved; with them those that were typed while it was
 * locked. All of it or nothing: a line is there once, never nowhere.
 */
export async function addToPopup(db: Database, added: readonly Added[]): Promise<void> {
  const tx = db.transaction(["scratch", "settings", "records"], "readwrite", { durability: "strict" });
  const scratch = tx.objectStore("scratch");
  const desk = (await tx.objectStore("settings").get("desk"))?.value ?? "";
  const key = `popup.${desk}`;
  const typed = await scratch.getAll(IDBKeyRange.bound(LOCKED, `${LOCKED}\uffff`));
  const before = readKept((await scratch.get(key))?.value ?? null);
  // It was being saved when its popup closed: if the record is there, it is nothing to go on with.
  const saved = before?.record ? await tx.objectStore("records").get([desk, before.record]) : undefined;
  const lines = [...typed.map(({ value }) => ({ line: value, text: "", chosen: null })), ...added];
  let kept = saved ? null : before;
  for (const each of lines) kept = readKept(addToKept(kept, each));
  if (lines.length > 0) scratch.put({ key, value: JSON.stringify(kept) });
  for (const each of typed) scratch.delete(each.key);
  await tx.done;
}
