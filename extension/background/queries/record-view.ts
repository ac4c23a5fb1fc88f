import type { AtDesk } from "../../../shared/desk/people-at.ts";
import { actingUnder } from "../../../shared/documents/delegation-standing.ts";
import { dayIn } from "../../../shared/records/day-in.ts";
import type { RecordView } from "../../port/surface.ts";
import type { Database } from "../storage/database.ts";
import { queryDelegations } from "./delegations.ts";
import { queryRecord } from "./record.ts";

/** Who looks (a person, hex), when (an RFC 3339 instant), and whose each device is. */
interface Looking {
  readonly me: string;
  readonly at: string;
  readonly people: () => Promise<ReadonlyMap<string, AtDesk>>;
}

/**
 * One record with its history, and under whose authority this member decides about it and others decided; null where
 * this device has none of that id.
 */
export async function queryRecordView(
  db: Database,
  desk: string,
  id: string,
  { me, at, people }: Looking,
): Promise<RecordView | null> {
  const view = await queryRecord(db, desk, id);
  if (!view) return null;
  const { record, history } = view;
  const principal = record.fields.principal;
  const all = typeof principal === "string" ? await queryDelegations(db, desk, people) : [];
  if (typeof principal !== "string" || all.length === 0) return { ...view, acting: null, inName: [] };
  const day = dayIn((await db.get("records", [desk, principal]))?.record.fields.tz);
  const known = await people();
  const personOf = (device: string) => known.get(device)?.person ?? device;
  const under = (act: { readonly by: string; readonly at: string }) =>
    actingUnder(all, { by: act.by, at: act.at, principal, kind: record.kind }, day);
  return {
    ...view,
    acting: under({ by: me, at }),
    inName: history
      .filter(({ field, by, at: then }) => field === "status" && under({ by: personOf(by), at: then }))
      .map((entry) => entry.id),
  };
}
