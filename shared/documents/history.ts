import { decodeChange } from "@automerge/automerge/slim";
import { toHex } from "../protocol/bytes.ts";
import type { HistoryEntry } from "../records/record.ts";
import { checkOperations, checkSize } from "./change-size.ts";
import type { Scalar } from "./command.ts";
import { RESERVED } from "./layout.ts";

/** One operation that a change made inside a record. */
type Operation =
  /** A value was assigned: `id` is the operation, `over` those that it replaced. */
  | { readonly set: string; readonly field: string; readonly value: Scalar; readonly over: readonly string[] }
  /** Characters came and went in a text: `[operation, characters]` runs, and the operations whose characters went. */
  | {
      readonly text: string;
      readonly came: readonly (readonly [number, string])[];
      readonly went: readonly string[];
    };

/** What one change did to one record. Made from the change's own bytes, so it is the same on every device. */
export interface HistoryRow {
  readonly record: string;
  readonly change: string;
  readonly actor: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly startOp: number;
  /** Whether this change created the record. */
  readonly created: boolean;
  readonly operations: readonly Operation[];
}

interface DecodedOperation {
  readonly action: string;
  readonly obj: string;
  readonly key?: string;
  readonly elemId?: string;
  readonly insert?: boolean;
  readonly value?: unknown;
  /** Of what is neither a text nor a truth value. */
  readonly datatype?: string;
  readonly pred?: readonly string[];
}

export interface DecodedChange {
  readonly hash: string;
  readonly actor: string;
  /** Seconds since 1970; whatever its author wrote there, an instant that has a name. */
  readonly time: number;
  readonly startOp: number;
  /** The hashes of the changes before it. */
  readonly deps: readonly string[];
  readonly ops: readonly DecodedOperation[];
}

/** Where a chunk of Automerge's binary format carries the first four bytes of its own SHA-256. */
const CHECKSUM = [4, 8] as const;

/** The end of the year 9999, in seconds since 1970: no calendar has times without end. */
export const LATEST = 253_402_300_799;

/**
 * Reads a change's bytes. Throws where they are damaged, or come to more than is ever made here. Automerge 3.5 decodes
 * a change whose checksum is false, and its `loadIncremental` silently leaves such a change out, with everything behind
 * it.
 */
export function readChange(bytes: Uint8Array): DecodedChange {
  checkSize(bytes);
  const decoded = decodeChange(bytes) as unknown as DecodedChange;
  if (!decoded.hash?.startsWith(toHex(bytes.subarray(...CHECKSUM)))) throw new Error("A damaged change.");
  checkOperations(decoded.ops.filter(({ key }) => key !== undefined).length, recordsMade(decoded).length);
  return { ...decoded, time: Math.min(Math.max(decoded.time, 0), LATEST) };
}

/** The objects that a change wrote into, each with the keys that it assigned there; buckets left out, which are the same in every document. */
export function keysByObject({ ops }: DecodedChange): Map<string, Set<string>> {
  const objects = new Map<string, Set<string>>();
  for (const { obj, key } of ops) {
    if (!obj.includes("@") || isOfGenesis(obj)) continue;
    const keys = objects.get(obj) ?? new Set();
    objects.set(obj, keys);
    if (key !== undefined) keys.add(key);
  }
  return objects;
}

/** The records that a change made. */
export const recordsMade = ({ ops }: DecodedChange): string[] =>
  ops.flatMap(({ obj, key }) => (key !== undefined && obj.includes("@") && isOfGenesis(obj) ? key : []));

/** Whether an object is of the change that every document begins with: a bucket. */
export function isOfGenesis(object: string): boolean {
  return /@0+$/.test(object);
}

/**
 * What a change did, a row for each record that it touched.
 * @param locate the record and the place in it (`""`, prose field, `list/item`) of an Automerge object
 */
export function historyRows(
  change: DecodedChange,
  locate: (object: string) => { readonly record: string; readonly place: string } | undefined,
): HistoryRow[] {
  /** `next` is the number of the operation that would go on with the last run. */
  type Text = { readonly came: [number, string][]; readonly went: string[]; next: number };
  type Gathered = { created: boolean; readonly sets: Operation[]; readonly texts: Map<string, Text> };
  const rows = new Map<string, Gathered>();
  const rowOf = (record: string): Gathered => {
    const row = rows.get(record) ?? { created: false, sets: [], texts: new Map<string, Text>() };
    rows.set(record, row);
    return row;
  };
  // Automerge walks through a text to say where it lies: asked for each letter, a page would take seconds.
  const places = new Map<string, ReturnType<typeof locate>>();
  const placeOf = (object: string) => {
    if (!places.has(object)) places.set(object, locate(object));
    return places.get(object);
  };
  for (const [index, op] of change.ops.entries()) {
    const number = change.startOp + index;
    const id = `${number}@${change.actor}`;
    if (op.action === "makeMap") {
      const made = locate(id);
      if (made?.place === "") rowOf(made.record).created = true;
      continue;
    }
    const found = placeOf(op.obj);
    if (!found) continue;
    const row = rowOf(found.record);
    if (op.elemId === undefined) {
      if (op.action !== "set" || op.key === undefined || (found.place === "" && RESERVED.has(op.key)))
        continue;
      const field = found.place === "" ? op.key : `${found.place}/${op.key}`;
      row.sets.push({ set: id, field, value: (op.value ?? null) as Scalar, over: op.pred ?? [] });
    } else {
      const text: Text = row.texts.get(found.place) ?? { came: [], went: [], next: Number.NaN };
      row.texts.set(found.place, text);
      if (op.action === "del") text.went.push(...(op.pred ?? []));
      else {
        const run = text.came.at(-1);
        const character = String(op.value ?? "");
        if (run && text.next === number) run[1] += character;
        else text.came.push([number, character]);
        text.next = number + [...character].length;
      }
    }
  }
  return [...rows].map(([record, row]) => ({
    record,
    change: change.hash,
    actor: change.actor,
    time: change.time,
    startOp: change.startOp,
    created: row.created,
    operations: [...row.sets, ...[...row.texts].map(([text, { came, went }]) => ({ text, came, went }))],
  }));
}

/** A person's typing in one text within this many seconds is one entry. */
const ONE_SITTING_S = 300;
/** A field that one person sets again within this many seconds was still being typed: one entry. */
const STILL_TYPING_S = 5;

type Told = HistoryEntry & { readonly seconds: number; readonly typed: boolean };

const stillTyping = (last: Told, next: Told) =>
  !last.typed &&
  last.field === next.field &&
  last.by === next.by &&
  last.after === next.before &&
  next.seconds - last.seconds <= STILL_TYPING_S;

/**
 * A record's history as a person reads it, newest first: who, when, which field, before, after. For a text, before
 * and after are what was taken away and what was written.
 * @param memberOf the member (hex) that an actor writes for
 */
export function tellHistory(
  rows: readonly HistoryRow[],
  memberOf: (actor: string) => string,
): HistoryEntry[] {
  const values = new Map<string, Scalar>();
  const characters = new Map<string, string>();
  for (const row of rows)
    for (const operation of row.operations) {
      if ("set" in operation) values.set(operation.set, operation.value);
      else
        for (const [start, run] of operation.came)
          for (const [offset, character] of [...run].entries())
            characters.set(`${start + offset}@${row.actor}`, character);
    }
  const ordered = [...rows].sort(
    (a, b) => a.time - b.time || a.startOp - b.startOp || a.actor.localeCompare(b.actor),
  );
  const entries: Told[] = [];
  for (const row of ordered) {
    const by = memberOf(row.actor);
    const at = new Date(row.time * 1000).toISOString();
    const base = { at, by, seconds: row.time, typed: false };
    if (row.created) {
      entries.push({ ...base, id: row.change, field: "", before: null, after: null });
      continue;
    }
    for (const operation of row.operations) {
      if ("set" in operation) {
        const before =
          operation.over.map((over) => values.get(over)).find((value) => value !== undefined) ?? null;
        const entry = { ...base, id: operation.set, field: operation.field, before, after: operation.value };
        const last = entries.at(-1);
        if (last && stillTyping(last, entry)) {
          entries.pop();
          if (last.before !== entry.after) entries.push({ ...entry, id: last.id, before: last.before });
        } else entries.push(entry);
        continue;
      }
      const before = operation.went.map((id) => characters.get(id) ?? "").join("");
      const after = operation.came.map(([, run]) => run).join("");
      const last = entries.at(-1);
      const goesOn =
        last?.typed &&
        last.field === operation.text &&
        last.by === by &&
        row.time - last.seconds <= ONE_SITTING_S;
      const entry = { ...base, typed: true, id: `${row.change}/${operation.text}`, field: operation.text };
      if (goesOn)
        entries[entries.length - 1] = {
          ...entry,
          id: last.id,
          before: `${last.before}${before}`,
          after: `${last.after}${after}`,
        };
      else entries.push({ ...entry, before, after });
    }
  }
  return entries.reverse().map(({ seconds: _, typed: __, ...entry }) => entry);
}
