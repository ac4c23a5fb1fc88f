import { getBackend, ImmutableString } from "@automerge/automerge/slim";
import type { OpenDocument } from "./genesis.ts";
import { type DecodedChange, isOfGenesis } from "./history.ts";
import { bucketOf } from "./layout.ts";

/** One of several values that stand in one place, and the operation that set it. */
export interface Rival {
  readonly operation: string;
  readonly value: unknown;
}

/** A record's own map, as it stands: what `load` of Automerge would give, its Automerge id, and what is in dispute. */
export interface RecordMap {
  readonly object: string;
  readonly values: Readonly<Record<string, unknown>>;
}
interface Kept extends RecordMap {
  readonly values: Record<string, unknown>;
  readonly rivals: Map<string, readonly Rival[]>;
  /** Of a field with one value, the operation that set it, where that is known. */
  readonly setBy: Map<string, string>;
}

/** A place in a document: a record, and what of it (`""` the record itself, a prose field, or `list/item`). */
export interface Place {
  readonly record: string;
  readonly place: string;
}

/** Records of a document kept as they were read. */
const KEPT = 2_000;
interface Cache {
  readonly records: Map<string, Kept>;
  readonly byObject: Map<string, string>;
  /** Of records that the last changes made, by object: the operation of each field. */
  readonly fresh: Map<string, Map<string, string>>;
}
const caches = new WeakMap<OpenDocument, Cache>();

function cacheOf(document: OpenDocument): Cache {
  const cache = caches.get(document) ?? { records: new Map(), byObject: new Map(), fresh: new Map() };
  caches.set(document, cache);
  return cache;
}

function forget({ records, byObject }: Cache, id: string): void {
  const known = records.get(id);
  if (!known) return;
  records.delete(id);
  byObject.delete(known.object);
}

/** The Automerge id of a record's bucket, which the first change of every document made. */
export const bucketObject = (record: string): string =>
  `${Number.parseInt(bucketOf(record).slice(1), 16) + 1}@${"0".repeat(40)}`;

/** A record's map; undefined where the document has no record of that id. */
export function recordIn(document: OpenDocument, id: string): RecordMap | undefined {
  const cache = cacheOf(document);
  const known = cache.records.get(id);
  if (known) return known;
  const found = getBackend(document).getWithType(bucketObject(id), id);
  if (found?.[0] !== "map") return undefined;
  const object = String(found[1]);
  const values = getBackend(document).materialize(object) as Record<string, unknown>;
  if (cache.records.size >= KEPT) {
    cache.records.clear();
    cache.byObject.clear();
  }
  const setBy = cache.fresh.get(object) ?? new Map<string, string>();
  const kept: Kept = { object, values, rivals: new Map(), setBy };
  cache.fresh.delete(object);
  cache.records.set(id, kept);
  cache.byObject.set(object, id);
  return kept;
}

/** The values that stand in a field of a record, where there are several; otherwise none. */
export function rivalsOf(document: OpenDocument, map: RecordMap, field: string): readonly Rival[] {
  const id = cacheOf(document).byObject.get(map.object);
  const kept = id === undefined ? undefined : cacheOf(document).records.get(id);
  const rivals = kept?.rivals.get(field) ?? rivalsIn(document, map.object, field);
  kept?.rivals.set(field, rivals);
  return rivals;
}

/** The same in an item of one of its lists, by the item's place (`list/item`). */
export function rivalsOfItem(
  document: OpenDocument,
  map: RecordMap,
  item: string,
  field: string,
): readonly Rival[] {
  const found = getBackend(document).getWithType(map.object, item);
  return found?.[0] === "map" ? rivalsIn(document, String(found[1]), field) : [];
}

function rivalsIn(document: OpenDocument, object: string, key: string): readonly Rival[] {
  return rivalsAmong(document, getBackend(document).getAll(object, key));
}

type Standing = ReturnType<ReturnType<typeof getBackend>["getAll"]>;

function rivalsAmong(document: OpenDocument, all: Standing): readonly Rival[] {
  if (all.length < 2) return [];
  return all.map(([type, value, ...rest]) => ({
    operation: String(rest[0] ?? value),
    value: type === "text" ? getBackend(document).text(String(value)) : plainValue(type, value)?.plain,
  }));
}

/** Where an object lies, by its Automerge id; undefined for the root, a bucket, and what the document does not have. */
export function placeOf(document: OpenDocument, object: string): Place | undefined {
  const known = caches.get(document)?.byObject.get(object);
  if (known !== undefined) return { record: known, place: "" };
  let path: readonly unknown[] | undefined;
  try {
    ({ path } = getBackend(document).objInfo(object));
  } catch {
    // An object that a change speaks of and that is not in the document: the change waits for another.
    return undefined;
  }
  const [, record, place = ""] = path ?? [];
  return record === undefined ? undefined : { record: String(record), place: String(place) };
}

/** Brings what was read of a document in step with changes that are in it by now, each given once. */
export function noteChanges(document: OpenDocument, changes: readonly DecodedChange[]): void {
  const cache = cacheOf(document);
  const { byObject, fresh } = cache;
  fresh.clear();
  for (const { ops, actor, startOp } of changes) {
    /** Objects of which no more need be said: made in this change, or their record is read anew. */
    const settled = new Set<string>();
    /** The records that this change made. */
    const made = new Map<string, Map<string, string>>();
    for (const [index, op] of ops.entries()) {
      const { action, obj, key } = op;
      const operation = `${startOp + index}@${actor}`;
      const record = byObject.get(obj);
      if (action.startsWith("make")) settled.add(operation);
      if (isOfGenesis(obj)) {
        if (key !== undefined) forget(cache, key);
        made.set(operation, new Map());
      } else if (settled.has(obj)) {
        if (key !== undefined) made.get(obj)?.set(key, operation);
      } else if (record !== undefined) noteField(document, cache, record, op, operation);
      else if (obj.includes("@")) {
        fresh.delete(obj);
        const place = placeOf(document, obj);
        if (place) forget(cache, place.record);
        if (place?.place !== "") settled.add(obj);
      }
    }
    for (const [object, setBy] of made) fresh.set(object, setBy);
  }
}

/**
 * A field of a record was assigned. Where the operation replaced the one value that stood there, its own stands there
 * now; else what stands there is read, and where that is no plain value, the record is read anew.
 */
function noteField(
  document: OpenDocument,
  cache: Cache,
  id: string,
  { action, key, value, datatype, pred = [] }: DecodedChange["ops"][number],
  operation: string,
): void {
  const known = cache.records.get(id);
  if (!known) return;
  if (key === undefined || key === "__proto__") return void forget(cache, id);
  const [over] = pred;
  const isNext = pred.length === 1 && over !== undefined && known.setBy.get(key) === over;
  const taken = action === "set" && isNext ? plainOfOperation(value, datatype) : undefined;
  if (taken) {
    known.values[key] = taken.plain;
    known.rivals.set(key, []);
    known.setBy.set(key, operation);
    return;
  }
  const backend = getBackend(document);
  const all = backend.getAll(known.object, key);
  const standing = all.length === 1 ? all[0]! : backend.getWithType(known.object, key);
  const read = standing && plainValue(standing[0], standing[1]);
  if (!read) return void forget(cache, id);
  known.values[key] = read.plain;
  known.rivals.set(key, rivalsAmong(document, all));
  if (all.length === 1) known.setBy.set(key, String(all[0]!.at(-1)));
  else known.setBy.delete(key);
}

/** An operation's value; undefined for a kind that documents here seldom hold. */
function plainOfOperation(
  value: unknown,
  datatype: string | undefined,
): { readonly plain: unknown } | undefined {
  if (datatype === undefined && typeof value === "string") return { plain: new ImmutableString(value) };
  if (datatype === undefined && (typeof value === "boolean" || value === null)) return { plain: value };
  return datatype === "int" && Number.isSafeInteger(value) ? { plain: value } : undefined;
}

/** A value as Automerge's `load` gives it; undefined for what is none, or seldom one. */
function plainValue(type: string, value: unknown): { readonly plain: unknown } | undefined {
  switch (type) {
    case "str":
      return { plain: new ImmutableString(String(value)) };
    case "int":
    case "uint":
    case "f64":
    case "boolean":
    case "null":
      return { plain: value };
    default:
      return undefined;
  }
}
