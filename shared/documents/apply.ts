import {
  change,
  type Doc,
  getLastLocalChange,
  ImmutableString,
  type Patch,
  splice,
} from "@automerge/automerge/slim";
import { fieldOf } from "../records/define.ts";
import { kindOf } from "../records/kinds.ts";
import type { Action, Command, Scalar } from "./command.ts";
import type { DeskDocument } from "./genesis.ts";
import { bucketOf, RESERVED } from "./layout.ts";
import { rebase } from "./splice.ts";

type RecordMap = Record<string, unknown>;

export interface Applied {
  readonly document: Doc<DeskDocument>;
  /** The bytes of the one change that was made, or null where nothing changed. */
  readonly change: Uint8Array | null;
  readonly patches: readonly Patch[];
  /** Commands that could not be applied, with the reason; the others were. */
  readonly refused: readonly { readonly command: Command; readonly why: string }[];
}

const stored = (value: Scalar) => (typeof value === "string" ? new ImmutableString(value) : value);
const plain = (value: unknown) => (value instanceof ImmutableString ? value.toString() : value);

/** Whether assigning would change what is there; an equal value needs no operation, and makes no false conflict. */
const differs = (map: RecordMap, key: string, value: Scalar) => plain(map[key]) !== value;

function create(
  record: string,
  bucket: Record<string, RecordMap>,
  command: Command,
  by: string,
): string | null {
  const action = command.action as Extract<Action, { do: "create" }>;
  if (bucket[record]) return null;
  const kind = kindOf(action.kind);
  if (!kind) return `This version does not know the kind "${action.kind}".`;
  const map: RecordMap = {
    kind: new ImmutableString(action.kind),
    createdAt: new ImmutableString(command.at),
    createdBy: new ImmutableString(by),
  };
  // Prose is made here and nowhere else: a text made later by two devices at once would lose one of them.
  for (const [name, field] of Object.entries(kind.fields)) if (field.type === "prose") map[name] = "";
  for (const [name, value] of Object.entries(action.fields)) {
    if (RESERVED.has(name) || value === null) continue;
    map[name] = fieldOf(kind, name)?.type === "prose" ? String(value) : stored(value);
  }
  bucket[record] = map;
  return null;
}

function applyOne(root: DeskDocument, command: Command, by: string): string | null {
  const { action } = command;
  const bucket = root[bucketOf(action.record)];
  if (!bucket) return "The document has no such bucket.";
  if (action.do === "create") return create(action.record, bucket, command, by);
  const map = bucket[action.record];
  if (!map) return "The record is not there.";
  switch (action.do) {
    case "set":
      if (RESERVED.has(action.field)) return `"${action.field}" cannot be changed.`;
      if (typeof map[action.field] === "string") return `"${action.field}" is edited, not set.`;
      if (differs(map, action.field, action.value)) map[action.field] = stored(action.value);
      return null;
    case "edit": {
      const current = map[action.field];
      if (typeof current !== "string") return `"${action.field}" is not text that is written together.`;
      const { index, remove, insert } = rebase(action.splice, action.base, current);
      if (index + remove > current.length) return "The place of the edit is past the end of the text.";
      splice(root, [bucketOf(action.record), action.record, action.field], index, remove, insert);
      return null;
    }
    case "add": {
      const key = `${action.list}/${action.item}`;
      if (map[key]) return null;
      const item: RecordMap = {};
      for (const [name, value] of Object.entries(action.fields))
        if (value !== null) item[name] = stored(value);
      map[key] = item;
      return null;
    }
    case "setItem":
    case "removeItem": {
      const item = map[`${action.list}/${action.item}`] as RecordMap | undefined;
      if (!item) return "The item is not there.";
      // A mark, not a deletion: what somebody else writes into the item at the same time is not lost.
      const [field, value] = action.do === "setItem" ? [action.field, action.value] : ["removed", true];
      if (differs(item, field, value)) item[field] = stored(value);
      return null;
    }
  }
}

/**
 * Applies commands of one document as one Automerge change.
 * @param by the member (hex) whose commands they are
 */
export function applyCommands(
  document: Doc<DeskDocument>,
  commands: readonly Command[],
  by: string,
): Applied {
  const refused: { command: Command; why: string }[] = [];
  let patches: readonly Patch[] = [];
  const last = commands.at(-1);
  const time = last ? Math.floor(Date.parse(last.at) / 1000) : 0;
  const patchCallback = (made: Patch[]) => {
    patches = made;
  };
  const after = change(document, { time, patchCallback }, (root) => {
    for (const command of commands) {
      const why = applyOne(root, command, by);
      if (why !== null) refused.push({ command, why });
    }
  });
  const made = after === document ? undefined : getLastLocalChange(after);
  return { document: after, change: made ?? null, patches, refused };
}

/** The ids of the records that patches speak of. */
export function touchedRecords(patches: readonly Patch[]): Set<string> {
  const touched = new Set<string>();
  for (const { path } of patches) if (path.length > 1) touched.add(String(path[1]));
  return touched;
}
