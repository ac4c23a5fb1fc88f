import type { DeskRecord } from "../records/record.ts";
import type { CaptureContext } from "./read-line.ts";

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** The principals and contacts among a desk's records, as the reading of a line knows them. */
export function knownPeople(records: readonly DeskRecord[]): Pick<CaptureContext, "principals" | "contacts"> {
  const of = (wanted: string) => records.filter(({ kind }) => kind === wanted);
  return {
    principals: of("principal").map(({ id, fields }) => ({ id, name: text(fields.fn) ?? "" })),
    contacts: of("contact").map(({ id, fields }) => ({
      id,
      fn: text(fields.fn) ?? "",
      org: text(fields.org),
      tel: text(fields.tel),
    })),
  };
}
