import type { AtDesk } from "../../../shared/desk/people-at.ts";
import { actingUnder, type Delegation } from "../../../shared/documents/delegation-standing.ts";
import { againstLimit, bookingField, bookingsAt, limitOf } from "../../../shared/documents/spending.ts";
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
  const read = await queryRecord(db, desk, id);
  if (!read) return null;
  const { rows, ...view } = read;
  const { record, history } = view;
  const principal = record.fields.principal;
  const all = typeof principal === "string" ? await queryDelegations(db, desk, people) : [];
  if (typeof principal !== "string" || all.length === 0)
    return { ...view, acting: null, lapsed: null, spending: null, inName: [] };
  const day = dayIn((await db.get("records", [desk, principal]))?.record.fields.tz);
  const known = await people();
  const personOf = (device: string) => known.get(device)?.person ?? device;
  const under = (act: { readonly by: string; readonly at: string }) =>
    actingUnder(all, { by: act.by, at: act.at, principal, kind: record.kind }, day);
  const acting = under({ by: me, at });
  return {
    ...view,
    acting,
    lapsed: acting ? null : notNow(all, { me, principal, kind: record.kind }),
    spending: acting && againstLimit(acting, record.lists.reservations ?? {}),
    inName: history.flatMap(({ id: entry, field, by, at: when }) => {
      const held = decides(field) ? under({ by: personOf(by), at: when }) : null;
      const spending = held && againstLimit(held, bookingsAt(rows, when));
      return held ? [{ entry, limit: limitOf(held), spending }] : [];
    }),
  };
}

/** What is decided in somebody's name: how far a matter is, and what a booking of it costs. */
const decides = (place: string) => place === "status" || bookingField(place)?.field === "price";

/** The authority that this person had or will have for such a matter, that ends last; withdrawn ones do not count. */
function notNow(
  all: readonly Delegation[],
  { me, principal, kind }: { readonly me: string; readonly principal: string; readonly kind: string },
): Delegation | null {
  const mine = all.filter(
    (each) =>
      each.valid &&
      each.withdrawnAt === null &&
      each.delegate === me &&
      each.principal === principal &&
      (each.scope === "all" || each.scope === kind),
  );
  return mine.reduce<Delegation | null>(
    (last, each) => (last && last.endsOn > each.endsOn ? last : each),
    null,
  );
}
