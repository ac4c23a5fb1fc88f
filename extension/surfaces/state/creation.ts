import type { Action, Scalar } from "../../../shared/documents/command.ts";
import { creation as created } from "../../../shared/records/creation.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import type { Surface } from "./surface.tsx";

/** A new record of a kind, made now by the person at this surface. */
export const creation = (
  surface: Pick<Surface, "clock" | "me">,
  kind: KindDefinition,
  fields: Readonly<Record<string, Scalar>> = {},
): Extract<Action, { do: "create" }> =>
  created(kind, fields, {
    at: new Date(surface.clock()).toISOString(),
    me: surface.me.peek()?.id ?? null,
    random: crypto.getRandomValues(new Uint8Array(16)),
  });
