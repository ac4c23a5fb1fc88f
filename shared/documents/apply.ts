import { getBackend, ImmutableString } from "@automerge/automerge/slim";
import { fieldOf } from "../records/define.ts";
import { kindOf } from "../records/kinds.ts";
import type { Action, Command, Scalar } from "./command.ts";
import type { OpenDocument } from "./genesis.ts";
import { type DecodedChange, readChange } from "./history.ts";
import { keepingProblem, REMOVED } from "./layout.ts";
import { scalar } from "./materialize.ts";
import { bucketObject, noteChanges } from "./record-maps.ts";
import { fit, rebaseParts } from "./splice.ts";

export interface Applied {
  /** The one change that was made, or null where nothing changed. */
  readonly change: Uint8Array | null;
  /** What it says. */
  readonly decoded: DecodedChange | null;
  /** Commands that could not be applied, with the reason; the others were. */
  readonly refused: readonly { readonly command: Command; readonly why: string }[];
}

type Backend = ReturnType<typeof getBackend>;
type Found = NonNullable<ReturnType<Backend["getWithType"]>>;
type Assign<Do extends Action["do"]> = Extract<Action, { do: Do }>;

const stored = (value: Scalar) => (typeof value === "string" ? new ImmutableString(value) : value);

/** The Automerge id of a map; undefined where something else, or nothing, stands there. */
const mapAt = (backend: Backend, object: string, name: string): string | undefined => {
  const found = backend.getWithType(object, name);
  return found?.[0] === "map" ? String(found[1]) : undefined;
};

function plainOf(backend: Backend, found: Found | null): Scalar {
  if (found?.[0] === "map" || found?.[0] === "list") return null;
  return scalar(found?.[0] === "text" ? backend.text(String(found[1])) : found?.[1]) ?? null;
}

function put(backend: Backend, object: string, name: string, value: Scalar): void {
  const number = Number.isInteger(value) ? "int" : "f64";
  const type = { string: "str", number, boolean: "boolean", object: "null" } as const;
  backend.put(object, name, value, type[typeof value as keyof typeof type]);
}

function create(backend: Backend, action: Assign<"create">, at: string, by: string) {
  const bucket = bucketObject(action.record);
  if (backend.getWithType(bucket, action.record)) return null;
  const kind = kindOf(action.kind);
  if (!kind) return `This version does not know the kind "${action.kind}".`;
  const map: Record<string, unknown> = {
    kind: new ImmutableString(action.kind),
    createdAt: new ImmutableString(at),
    createdBy: new ImmutableString(by),
  };
  // Prose is made here and nowhere else: a text made later by two devices at once would lose one of them.
  for (const [name, field] of Object.entries(kind.fields)) if (field.type === "prose") map[name] = "";
  for (const [name, value] of Object.entries(action.fields))
    if (value !== null) map[name] = fieldOf(kind, name)?.type === "prose" ? String(value) : stored(value);
  backend.putObjectFromHydrate(bucket, action.record, map);
  return null;
}

/** The item is made, or, where it had been taken out of the list, put back with these values. */
function add(backend: Backend, map: string, { list, item, fields }: Assign<"add">) {
  const key = `${list}/${item}`;
  if (!backend.getWithType(map, key)) {
    const values = Object.entries(fields).flatMap(([name, value]) =>
      value === null ? [] : [[name, stored(value)] as const],
    );
    backend.putObjectFromHydrate(map, key, Object.fromEntries(values));
    return null;
  }
  const known = mapAt(backend, map, key);
  if (known === undefined || plainOf(backend, backend.getWithType(known, REMOVED)) !== true) return null;
  for (const name of new Set([...backend.keys(known), ...Object.keys(fields)])) {
    const value = Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
    if (plainOf(backend, backend.getWithType(known, name)) !== value) put(backend, known, name, value);
  }
  return null;
}

function edit(backend: Backend, map: string, { field, base, splice }: Assign<"edit">) {
  const found = backend.getWithType(map, field);
  if (found?.[0] !== "text") return `"${field}" is not text that is written together.`;
  const object = String(found[1]);
  const current = backend.text(object);
  const parts = rebaseParts(splice, base, current);
  if (!fit(parts, current)) return "The edit does not fit the text.";
  for (const { index, remove, insert } of parts) backend.splice(object, index, remove, insert);
  return null;
}

/** Assigns a value; an equal one needs no operation, unless it settles what was decided twice. */
function assign(backend: Backend, object: string, field: string, value: Scalar) {
  const isSame = plainOf(backend, backend.getWithType(object, field)) === value;
  const isRivalled = isSame && backend.getAll(object, field).length > 1;
  // Of an equal value Automerge makes the deletion of its rivals, which no history tells and nobody lets in.
  if (isRivalled) put(backend, object, field, value === null ? "" : null);
  if (!isSame || isRivalled) put(backend, object, field, value);
  return null;
}

/** Applies a command to the document that is being changed; gives why it cannot be. */
function applyOne(backend: Backend, { action, at }: Command, by: string): string | null {
  const problem = keepingProblem(action);
  if (problem) return problem;
  if (action.do === "create") return create(backend, action, at, by);
  const map = mapAt(backend, bucketObject(action.record), action.record);
  if (map === undefined) return "The record is not there.";
  if (action.do === "edit") return edit(backend, map, action);
  if (action.do === "add") return add(backend, map, action);
  if (action.do === "set") {
    if (backend.getWithType(map, action.field)?.[0] === "text")
      return `"${action.field}" is edited, not set.`;
    return assign(backend, map, action.field, action.value);
  }
  const item = mapAt(backend, map, `${action.list}/${action.item}`);
  if (item === undefined) return "The item is not there.";
  if (action.do === "setItem") return assign(backend, item, action.field, action.value);
  // A mark, not a deletion: what somebody else writes into the item at the same time is not lost.
  return assign(backend, item, REMOVED, true);
}

/**
 * Applies commands of one document as one Automerge change. Where it throws, the document is as it was.
 * @param by the member (hex) whose commands they are
 */
export function applyCommands(document: OpenDocument, commands: readonly Command[], by: string): Applied {
  const backend = getBackend(document);
  const refused: { command: Command; why: string }[] = [];
  const last = commands.at(-1);
  try {
    for (const command of commands) {
      const why = applyOne(backend, command, by);
      if (why !== null) refused.push({ command, why });
    }
    if (backend.pendingOps() === 0) return { change: null, decoded: null, refused };
    backend.commit(undefined, last ? Math.floor(Date.parse(last.at) / 1000) : 0);
  } catch (error) {
    backend.rollback();
    throw error;
  }
  const change = backend.getLastLocalChange();
  if (!change) return { change: null, decoded: null, refused };
  const decoded = readChange(change);
  noteChanges(document, [decoded]);
  return { change, decoded, refused };
}
