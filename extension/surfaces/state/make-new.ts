import type { Scalar } from "../../../shared/documents/command.ts";
import type { KindDefinition } from "../../../shared/records/define.ts";
import { creation } from "./creation.ts";
import type { Surface } from "./surface.tsx";

/** The record that was made here last, until it is shown. */
let fresh: string | null = null;

/** Makes a record of a kind and opens it: what it is comes next, so its form takes the cursor. */
export async function makeNew(
  surface: Surface,
  kind: KindDefinition,
  onOpen: (record: string) => void,
  fields: Readonly<Record<string, Scalar>> = {},
): Promise<void> {
  const action = creation(surface, kind, fields);
  if (!(await surface.act([action], surface.words.say("list.created")))) return;
  fresh = action.record;
  onOpen(action.record);
}

/** Whether a record was made here a moment ago and is shown for the first time; true once. */
export function isFresh(record: string): boolean {
  if (fresh !== record) return false;
  fresh = null;
  return true;
}
