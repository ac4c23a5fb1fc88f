import type { Action, Scalar } from "../documents/command.ts";
import type { KindDefinition } from "./define.ts";
import { documentOf, newRecordId } from "./new-record.ts";

/**
 * A new record of a kind, with what goes without saying: when a call was taken, and who took a message.
 * @param at RFC 3339 instant
 * @param me the member that makes it; null where none is known
 * @param random sixteen random bytes, for its id
 */
export function creation(
  kind: KindDefinition,
  fields: Readonly<Record<string, Scalar>>,
  { at, me, random }: { readonly at: string; readonly me: string | null; readonly random: Uint8Array },
): Extract<Action, { do: "create" }> {
  const all: Record<string, Scalar> = { ...fields };
  if (kind.kind === "call") all.startedAt ??= at;
  if (kind.kind === "message") {
    all.takenAt ??= at;
    if (me) all.takenBy ??= me;
  }
  return { do: "create", record: newRecordId(documentOf(kind, at), random), kind: kind.kind, fields: all };
}
