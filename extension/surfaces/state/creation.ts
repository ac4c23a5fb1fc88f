import type { Action, Scalar } from "../../../shared/documents/command.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import { idFor } from "./ids.ts";
import type { Surface } from "./surface.tsx";

/** A new record of a kind, with what goes without saying: when a call was taken, and who took a message. */
export function creation(
  surface: Pick<Surface, "clock" | "me">,
  kind: KindDefinition,
  fields: Readonly<Record<string, Scalar>> = {},
): Extract<Action, { do: "create" }> {
  const now = surface.clock();
  const at = new Date(now).toISOString();
  const all: Record<string, Scalar> = { ...fields };
  if (kind.kind === "call") all.startedAt ??= at;
  if (kind.kind === "message") {
    all.takenAt ??= at;
    const me = surface.me.peek();
    if (me) all.takenBy ??= me.id;
  }
  return { do: "create", record: idFor(kind, now), kind: kind.kind, fields: all };
}
