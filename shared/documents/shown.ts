/**
 * What a document comes to: its records and their history, as they follow from its changes and nothing else. A base
 * carries it beside the document (envelope/part.ts), so that a new device can show years of work before it has loaded a
 * single month; whoever confirms the base works it out anew from the document itself.
 *
 * DEFLATE (RFC 1951) of JSON in UTF-8: `{ version: 1, records: [{ record, changed: { time, actor } }], history: [row] }`,
 * records by id, rows in the order of the document's changes. Records are records/record.ts, rows history.ts. A device to
 * which the version says nothing works all of it out from the document.
 */
import { getAllChanges } from "@automerge/automerge/slim";
import { deflateSync, inflateSync } from "fflate";
import * as v from "valibot";
import { type Bytes, owned, utf8 } from "../protocol/bytes.ts";
import type { DeskRecord } from "../records/record.ts";
import { deviceOfActor } from "./actor.ts";
import type { OpenDocument } from "./genesis.ts";
import { type HistoryRow, historyRows, isOfGenesis, readChange } from "./history.ts";
import { documentOfRecord } from "./layout.ts";
import { materialize, type OperationSource } from "./materialize.ts";
import { recordIds } from "./open-document.ts";
import { type Place, placeOf, recordIn } from "./record-maps.ts";

const VERSION = 1;

/** The newest change that touched a record: seconds since 1970, and its actor. */
export interface Changed {
  readonly time: number;
  readonly actor: string;
}

export interface Shown {
  readonly records: readonly { readonly record: DeskRecord; readonly changed: Changed }[];
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

/** What a document comes to, as a base carries it. */
export function packShown({ records, history }: Shown): Bytes {
  return owned(deflateSync(utf8(JSON.stringify({ version: VERSION, records, history }))));
}

/** Whether packed bytes say exactly this: deflated by another version of the packer they may be other bytes. */
export function saysShown(packed: Uint8Array, { records, history }: Shown): boolean {
  return inflated(packed) === JSON.stringify({ version: VERSION, records, history });
}

const text = v.string();
const changedSchema = v.object({ time: v.number(), actor: text });
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
  time: v.number(),
  startOp: v.number(),
  created: v.boolean(),
  operations: v.array(
    v.union([
      v.object({ set: text, field: text, value: valueSchema, over: v.array(text) }),
      v.object({ text, came: v.array(v.tuple([v.number(), text])), went: v.array(text) }),
    ]),
  ),
});
const shownSchema = v.object({
  version: v.literal(VERSION),
  records: v.array(v.object({ record: recordSchema, changed: changedSchema })),
  history: v.array(rowSchema),
});

/** What packed bytes say of a document; undefined where that is nothing, of another version, or of another document. */
export function readShown(packed: Uint8Array, document: string): Shown | undefined {
  if (packed.length === 0) return undefined;
  try {
    const read = v.safeParse(shownSchema, JSON.parse(inflated(packed)));
    if (!read.success) return undefined;
    const { records, history } = read.output;
    const ids = [...records.map(({ record }) => record.id), ...history.map(({ record }) => record)];
    return ids.every((id) => documentOfRecord(id) === document) ? { records, history } : undefined;
  } catch {
    // Neither DEFLATE, JSON nor a record's id: the document itself says what it comes to.
    return undefined;
  }
}

const inflated = (packed: Uint8Array) => new TextDecoder().decode(inflateSync(packed));
