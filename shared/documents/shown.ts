/**
 * What a document comes to: its records and their history, as they follow from its changes and nothing else. A base
 * carries it beside the document (envelope/part.ts), so that a new device can show years of work before it has loaded a
 * single month; whoever confirms the base works it out anew from the document itself.
 *
 * | size  | field   |                                                                                              |
 * |-------|---------|----------------------------------------------------------------------------------------------|
 * | bytes | records | `{ version: 1, records: [{ record, changed: { time, actor } }] }`, records (records/record.ts) |
 * |       |         | by id                                                                                        |
 * | bytes | history | `{ version: 1, history: [row] }`, rows (history.ts) in the order of the document's changes    |
 *
 * Each is DEFLATE (RFC 1951) of JSON in UTF-8: a list needs the first alone. A device to which the version says nothing
 * works all of it out from the document.
 */
import { getAllChanges } from "@automerge/automerge/slim";
import { deflateSync } from "fflate";
import * as v from "valibot";
import { ByteReader, type Bytes, ByteWriter, equalBytes, utf8 } from "../protocol/bytes.ts";
import type { DeskRecord } from "../records/record.ts";
import { deviceOfActor } from "./actor.ts";
import type { OpenDocument } from "./genesis.ts";
import { type HistoryRow, historyRows, isOfGenesis, LATEST, readChange } from "./history.ts";
import { atMost, inflateUpTo } from "./inflate.ts";
import { materialize, type OperationSource } from "./materialize.ts";
import { recordIds } from "./open-document.ts";
import { type Place, placeOf, recordIn } from "./record-maps.ts";

const VERSION = 1;
const MAX_BYTES = 0x7fffffff;
/** Of a month's records or their history, or of all that lasts, in JSON: several times what a busy office has. */
const MOST_INFLATED = 200_000_000;

/** The newest change that touched a record: seconds since 1970, and its actor. */
export interface Changed {
  readonly time: number;
  readonly actor: string;
}

export interface ShownRecord {
  readonly record: DeskRecord;
  readonly changed: Changed;
}

export interface Shown {
  readonly records: readonly ShownRecord[];
  readonly history: readonly HistoryRow[];
}

export const isNewer = (a: Changed, b: Changed): boolean =>
  a.time > b.time || (a.time === b.time && a.actor > b.actor);

/** Who made which change and when, from history. */
export function sourceOf(rows: readonly HistoryRow[]): OperationSource {
  const known = new Map<string, { by: string; at: string }>();
  for (const row of rows)
    for (const operation of row.operations)
      if ("set" in operation)
        known.set(operation.set, {
          by: deviceOfActor(row.actor),
          at: new Date(row.time * 1000).toISOString(),
        });
  return (operation) => known.get(operation);
}

/** Works out what a document comes to. */
export function shownOf(doc: OpenDocument): Shown {
  const places = new Map<string, Place | undefined>();
  for (const record of recordIds(doc)) {
    const map = recordIn(doc, record);
    if (map) places.set(map.object, { record, place: "" });
  }
  const locate = (object: string) => {
    if (!places.has(object)) places.set(object, placeOf(doc, object));
    return places.get(object);
  };
  const history = getAllChanges(doc)
    .map(readChange)
    .filter(({ actor }) => !isOfGenesis(`@${actor}`))
    .flatMap((change) => historyRows(change, locate));
  const rowsOf = Map.groupBy(history, ({ record }) => record);
  const records = [...rowsOf.keys()].sort().flatMap((id) => {
    const rows = rowsOf.get(id) ?? [];
    const { time, actor } = rows.reduce((last, row) => (isNewer(row, last) ? row : last));
    const updated = { at: new Date(time * 1000).toISOString(), by: deviceOfActor(actor) };
    const assigned = new Map<string, number>();
    for (const operation of rows.flatMap(({ operations }) => operations))
      if ("set" in operation) assigned.set(operation.field, (assigned.get(operation.field) ?? 0) + 1);
    // What was assigned once has one value.
    const mayConflict = (field: string) => (assigned.get(field) ?? 0) > 1;
    const record = materialize(doc, id, updated, sourceOf(rows), mayConflict);
    return record ? [{ record, changed: { time, actor } }] : [];
  });
  return { records, history };
}

const jsonOf = ({ records, history }: Shown) =>
  [
    { version: VERSION, records },
    { version: VERSION, history },
  ].map((half) => JSON.stringify(half)) as [string, string];

/** What a document comes to, as a base carries it. */
export function packShown(shown: Shown): Bytes {
  const to = new ByteWriter();
  for (const json of jsonOf(shown)) to.sized(deflateSync(utf8(json)), MAX_BYTES);
  return to.finish();
}

/** Whether packed bytes say exactly this: deflated by another version of the packer they may be other bytes. */
export function saysShown(packed: Uint8Array, shown: Shown): boolean {
  const halves = halvesOf(packed).map((half) => inflateUpTo(MOST_INFLATED, half));
  return jsonOf(shown).every((json, n) => equalBytes(utf8(json), halves[n] ?? new Uint8Array()));
}

const text = v.string();
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST));
const changedSchema = v.object({ time: seconds, actor: text });
const valueSchema = v.union([text, v.number(), v.boolean(), v.null()]);
const recordSchema = v.object({
  id: text,
  kind: text,
  createdAt: text,
  createdBy: text,
  updatedAt: text,
  updatedBy: text,
  fields: v.record(text, valueSchema),
  lists: v.record(text, v.record(text, v.record(text, valueSchema))),
  conflicts: v.array(
    v.object({ field: text, values: v.array(v.object({ value: valueSchema, by: text, at: text })) }),
  ),
});
const rowSchema = v.object({
  record: text,
  change: text,
  actor: text,
  time: seconds,
  startOp: v.number(),
  created: v.boolean(),
  operations: v.array(
    v.union([
      v.object({ set: text, field: text, value: valueSchema, over: v.array(text) }),
      v.object({ text, came: v.array(v.tuple([v.number(), text])), went: v.array(text) }),
    ]),
  ),
});
const shownRecordsSchema = v.array(v.object({ record: recordSchema, changed: changedSchema }));
const recordsSchema = v.object({ version: v.literal(VERSION), records: shownRecordsSchema });
/** Enough of a record to list it. */
const isListed = (value: unknown): value is Pick<ShownRecord, "record"> => {
  const { record } = (value ?? {}) as { readonly record?: Partial<DeskRecord> | null };
  const texts = [record?.id, record?.kind, record?.createdAt, record?.updatedAt];
  return (
    texts.every((each) => typeof each === "string") &&
    typeof record?.fields === "object" &&
    record.fields !== null
  );
};
const listedSchema = v.object({
  version: v.literal(VERSION),
  records: v.array(v.custom<Pick<ShownRecord, "record">>(isListed)),
});
const historySchema = v.object({ version: v.literal(VERSION), history: v.array(rowSchema) });

/**
 * The records in packed bytes of a document for a list of them, which asks for no more than their kind, times and
 * fields: what those hold, and the rest, is looked at by `readRecords`. Undefined likewise.
 */
export async function readListed(
  packed: Uint8Array,
  document: string,
): Promise<readonly Pick<ShownRecord, "record">[] | undefined> {
  const read = (await half(packed, 0, listedSchema))?.records;
  return read?.every(({ record }) => isIn(record.id, document)) ? read : undefined;
}

/** The records in packed bytes of a document; undefined where there are none, of another version or another document's. */
export async function readRecords(
  packed: Uint8Array,
  document: string,
): Promise<readonly ShownRecord[] | undefined> {
  const read = (await half(packed, 0, recordsSchema))?.records;
  return read?.every(({ record }) => isIn(record.id, document)) ? read : undefined;
}

/** Some of them, by their ids; of the others no more is looked at than a list needs. Undefined likewise. */
export async function readSome(
  packed: Uint8Array,
  document: string,
  ids: ReadonlySet<string>,
): Promise<readonly ShownRecord[] | undefined> {
  const some = (await readListed(packed, document))?.filter(({ record }) => ids.has(record.id));
  const read = v.safeParse(shownRecordsSchema, some);
  return read.success ? read.output : undefined;
}

/** The history in packed bytes of a document, likewise. */
export async function readHistory(
  packed: Uint8Array,
  document: string,
): Promise<readonly HistoryRow[] | undefined> {
  const read = (await half(packed, 1, historySchema))?.history;
  return read?.every(({ record }) => isIn(record, document)) ? read : undefined;
}

async function half<Schema extends v.GenericSchema>(
  packed: Uint8Array,
  which: 0 | 1,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  try {
    const read = v.safeParse(schema, JSON.parse(await inflated(halvesOf(packed)[which])));
    return read.success ? read.output : undefined;
  } catch {
    // Neither DEFLATE nor JSON: the document itself says what it comes to.
    return undefined;
  }
}

function halvesOf(packed: Uint8Array): [Bytes, Bytes] {
  const from = new ByteReader(packed);
  const halves: [Bytes, Bytes] = [from.sized(MAX_BYTES), from.sized(MAX_BYTES)];
  from.end();
  return halves;
}

const isIn = (id: string, document: string) => id.startsWith(`${document}.`);

/** By the platform, on a thread of its own. */
const inflated = (packed: Bytes): Promise<string> =>
  new Response(
    new Blob([packed])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"))
      .pipeThrough(atMost(MOST_INFLATED)),
  ).text();
