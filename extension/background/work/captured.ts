import * as v from "valibot";
import { mayAppear } from "../../../shared/records/classification.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import type { AppState } from "../../port/app-state.ts";
import type { Database } from "../storage/database.ts";

/** What was saved without a surface is offered back this long. */
const OFFERED_MS = 10 * 60_000;
const KEY = "captured";

const schema = v.object({ desk: v.string(), record: v.string(), at: v.number() });

/** @param now milliseconds since 1970 */
export async function writeCaptured(db: Database, desk: string, record: string, now: number): Promise<void> {
  await db.put("settings", { key: KEY, value: JSON.stringify({ desk, record, at: now }) });
}

/** What was saved last without a surface; null once it is long ago, or was taken back. */
export async function recallCaptured(db: Database, now: number): Promise<AppState["captured"]> {
  const kept = (await db.get("settings", KEY))?.value;
  const read = kept ? v.safeParse(schema, JSON.parse(kept)) : null;
  if (!read?.success || now - read.output.at > OFFERED_MS) return null;
  const { desk, record } = read.output;
  const stored = await db.get("records", [desk, record]);
  if (!stored || stored.record.fields.deletedAt) return null;
  const { title, classification } = summarise(stored.record);
  return { desk, record, title: mayAppear(classification) ? title : "" };
}
