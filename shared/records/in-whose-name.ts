import type { DeskRecord } from "./record.ts";

/** In whose name a record stands: the field that says so, and the principal's record; empty where nobody is named. */
export function inWhoseName({ kind, fields }: Pick<DeskRecord, "kind" | "fields">): {
  readonly field: string;
  readonly principal: string;
} {
  const field = kind === "delegation" ? "onBehalfOf" : "principal";
  const value = fields[field];
  return { field, principal: typeof value === "string" ? value : "" };
}
