import {
  change,
  type Doc,
  getConflicts,
  getLastLocalChange,
  ImmutableString,
  type Patch,
  splice,
} from "@automerge/automerge/slim";
import { fieldOf } from "../records/define.ts";
import { kindOf } from "../records/kinds.ts";
import type { Action, Command, Scalar } from "./command.ts";
import type { DeskDocument } from "./genesis.ts";
import { bucketOf, keepingProblem, REMOVED } from "./layout.ts";
import { scalar } from "./materialize.ts";
import { fit, rebaseParts } from "./splice.ts";

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
const plain = (value: unknown) => scalar(value) ?? null;

/** What an object has of its own under a name; a name such as `constructor` must not find what it inherits. */
const own = (map: RecordMap, name: string): unknown => (name in map ? map[name] : undefined);

type Assign<Do extends Action["do"]> = Extract<Action, { do: Do }>;

function create(bucket: Record<string, RecordMap>, action: Assign<"create">, at: string, by: string) {
  if (own(bucket, action.record)) return null;
  const kind = kindOf(action.kind);
  if (!kind) return `This version does not know the kind "${action.kind}".`;
  const map: RecordMap = {
    kind: new ImmutableString(action.kind),
    createdAt: new ImmutableString(at),
    createdBy: new ImmutableString(by),
  };
  // Prose is made here and nowhere else: a text made later by two devices at once would lose one of them.
  for (const [name, field] of Object.entries(kind.fields)) if (field.type === "prose") map[name] = "";
  for (const [name, value] of Object.entries(action.fields))
    if (value !== null) map[name] = fieldOf(kind, name)?.type === "prose" ? String(value) : stored(value);
  bucket[action.record] = map;
  return null;
}

/** The item is made, or, where it had been taken out of the list, put back with these values. */
function add(map: RecordMap, { list, item, fields }: Assign<"add">) {
  const key = `${list}/${item}`;
  const known = own(map, key) as RecordMap | undefined;
  if (!known) {
    map[key] = Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, stored(value)]])),
    );
    return null;
  }
  if (known[REMOVED] !== true) return null;
  for (const name of new Set([...Object.keys(known), ...Object.keys(fields)])) {
    const value = Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
    if (plain(own(known, name)) !== value) known[name] = stored(value);
  }
  return null;
}

function edit(root: DeskDocument, map: RecordMap, action: Assign<"edit">) {
  const { record, field, base } = action;
  const current = own(map, field);
  if (typeof current !== "string") return `"${field}" is not text that is written together.`;
  const parts = rebaseParts(action.splice, base, current);
  if (!fit(parts, current)) return "The edit does not fit the text.";
  const path = [bucketOf(record), record, field];
  for (const { index, remove, insert } of parts) splice(root, path, index, remove, insert);
  return null;
}

/** Applies a command to the document that is being changed; `before` is the document as it was. */
function applyOne(
  root: DeskDocument,
  before: Doc<DeskDocument>,
  { action, at }: Command,
  by: string,
): string | null {
  const problem = keepingProblem(action);
  if (problem) return problem;
  const bucketKey = bucketOf(action.record);
  const bucket = root[bucketKey];
  if (!bucket) return "The document has no such bucket.";
  if (action.do === "create") return create(bucket, action, at, by);
  const map = own(bucket, action.record) as RecordMap | undefined;
  if (!map) return "The record is not there.";
  if (action.do === "edit") return edit(root, map, action);
  if (action.do === "add") return add(map, action);
  // An equal value needs no operation, unless it settles what was decided twice.
  const assign = (target: RecordMap, path: readonly string[], field: string, value: Scalar) => {
    if (plain(own(target, field)) !== value || isDisputed(before, [bucketKey, action.record, ...path], field))
      target[field] = stored(value);
    return null;
  };
  if (action.do === "set") {
    if (typeof own(map, action.field) === "string") return `"${action.field}" is edited, not set.`;
    return assign(map, [], action.field, action.value);
  }
  const key = `${action.list}/${action.item}`;
  const item = own(map, key) as RecordMap | undefined;
  if (!item) return "The item is not there.";
  if (action.do === "setItem") return assign(item, [key], action.field, action.value);
  // A mark, not a deletion: what somebody else writes into the item at the same time is not lost.
  return assign(item, [key], REMOVED, true);
}

/** Whether several values stand in one place since two people decided at once. */
function isDisputed(document: Doc<DeskDocument>, path: readonly string[], field: string): boolean {
  let map: unknown = document;
  for (const name of path)
    map =
      typeof map === "object" && map !== null && Object.hasOwn(map, name)
        ? (map as RecordMap)[name]
        : undefined;
  return typeof map === "object" && map !== null && Object.hasOwn(map, field)
    ? getConflicts(map as Doc<RecordMap>, field) !== undefined
    : false;
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
      const why = applyOne(root, document, command, by);
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
