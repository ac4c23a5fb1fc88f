import { documentOfRecord } from "../../../shared/documents/layout.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Query } from "../../port/surface.ts";
import type { Change } from "../change.ts";

/** Whether one of these records can be of a kind. */
const mayBe = (records: readonly string[], kind: string): boolean => {
  const isLasting = kindOf(kind)?.document === "lasting";
  return records.some((id) => (documentOfRecord(id) === "lasting") === isLasting);
};

/** Whether what changed can change the answer to a question. */
export function concerns(query: Query, change: Change): boolean {
  if (change.what === "lock") return true;
  if (query.q === "mail" || query.q === "viewing" || query.q === "showing" || query.q === "presence")
    return false;
  if (query.q === "state") return change.what === "state";
  if (query.q === "delegations" && change.what === "state") return true;
  // A desk may have come or gone.
  if (change.what === "state") return query.desk === "all";
  if (query.desk !== "all" && change.desk !== query.desk) return false;
  const { records } = change;
  if (query.q === "records" && records) return query.kinds.some((kind) => mayBe(records, kind));
  if (query.q === "delegations" && records) return mayBe(records, "delegation");
  if (query.q === "record" && records) return records.includes(query.id);
  return true;
}
