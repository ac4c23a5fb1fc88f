import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initializeWasm, save } from "@automerge/automerge/slim";
import fc from "fast-check";
import { actorOf } from "../../shared/documents/actor.ts";
import { applyCommands } from "../../shared/documents/apply.ts";
import type { Action, Command, Scalar } from "../../shared/documents/command.ts";
import type { OpenDocument } from "../../shared/documents/genesis.ts";
import { readChange } from "../../shared/documents/history.ts";
import { materialize } from "../../shared/documents/materialize.ts";
import { addChanges, openDocument } from "../../shared/documents/open-document.ts";
import type { DeskRecord } from "../../shared/records/record.ts";

/** Brings Automerge up, from the package's own file. */
export async function bringUpAutomerge(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
  await initializeWasm(new Uint8Array(readFileSync(wasm)));
}

export const AT = "2026-11-22T10:00:00Z";
export const deviceId = (n: number) => n.toString(16).padStart(32, "0");
export const [ANNA, BORIS] = [deviceId(0xa), deviceId(0xb)] as const;

/** One device's copy of one document. */
export class Copy {
  readonly doc: OpenDocument;
  /** Every change that this device made, in order. */
  readonly made: Uint8Array[] = [];
  readonly device: string;
  #minutes = 0;

  constructor(device: string) {
    this.device = device;
    this.doc = openDocument(actorOf(device, "00000001"));
  }

  /** Does actions as one change; each has its own minute. Gives the reasons of those that were refused. */
  do(...actions: Action[]): string[] {
    const commands = actions.map((action) => command(action, ++this.#minutes * 60));
    const { change, refused } = applyCommands(this.doc, commands, this.device);
    if (change) this.made.push(change);
    return refused.map(({ why }) => why);
  }

  take(...changes: Uint8Array[]): void {
    addChanges(
      this.doc,
      changes.map((bytes) => ({ bytes, decoded: readChange(bytes) })),
    );
  }

  record(id: string): DeskRecord | null {
    return materialize(this.doc, id, { at: AT, by: this.device }, () => undefined);
  }

  saved(): Uint8Array {
    return save(this.doc);
  }
}

let count = 0;
export const command = (action: Action, seconds = 0): Command => ({
  id: `command${++count}`,
  at: new Date(Date.parse(AT) + seconds * 1000).toISOString(),
  action,
});

export const create = (record: string, kind: string, fields: Record<string, Scalar> = {}): Action => ({
  do: "create",
  record,
  kind,
  fields,
});
export const set = (record: string, field: string, value: Scalar): Action => ({
  do: "set",
  record,
  field,
  value,
});

const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"] as const;
const records = fc.constantFrom("2026-11.first", "2026-11.second", "2026-11.third", ...HOSTILE);
const kinds = fc.constantFrom("reply", "task", "trip", "call", "notAKindOfThisVersion", "constructor");
const names = fc.constantFrom(
  "body",
  "note",
  "subject",
  "summary",
  "urgent",
  "deletedAt",
  "kind",
  "createdBy",
  "removed",
  "a/b",
  "ofALaterVersion",
  ...HOSTILE,
);
const scalars: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom<Scalar>("", null, true, false, "same", "Re: ❤️‍🔥"),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
);
const fieldsOf = fc
  .array(fc.tuple(names, scalars), { maxLength: 4 })
  .map((pairs): Record<string, Scalar> => Object.fromEntries(pairs));
const lists = fc.constantFrom("reservations", "__proto__", "toString");
const items = fc.constantFrom("item1", "item2", "constructor", "__proto__");

/** What an edit is to be, before it is known which text it meets; the numbers are parts of the text's length. */
interface EditPlan {
  readonly do: "plannedEdit";
  readonly record: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Made on the text as it was this many edits ago. */
  readonly stale: boolean;
}

/** Anything that could be asked for, sensible or not. Edits are placed by `planned` when their text is known. */
export const anyAction: fc.Arbitrary<Action | EditPlan> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      record: records,
      kind: kinds,
      fields: fieldsOf,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("set" as const), record: records, field: names, value: scalars }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("plannedEdit" as const),
      record: records,
      field: fc.constantFrom("body", "note", "subject"),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      insert: fc.string({ unit: "grapheme", maxLength: 6 }),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      record: records,
      list: lists,
      item: items,
      fields: fieldsOf,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("setItem" as const),
      record: records,
      list: lists,
      item: items,
      field: names,
      value: scalars,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("removeItem" as const),
      record: records,
      list: lists,
      item: items,
    }),
  },
);

/** A plan made into an action: an edit of the text that a person saw, at places between whole characters. */
export function planned(plan: Action | EditPlan, textOf: (stale: boolean) => string): Action {
  if (plan.do !== "plannedEdit") return plan;
  const base = textOf(plan.stale);
  const edges = [0];
  for (const character of base) edges.push(edges.at(-1)! + character.length);
  const at = (part: number) => edges[Math.round(part * (edges.length - 1))]!;
  const [index, end] = [at(Math.min(plan.from, plan.to)), at(Math.max(plan.from, plan.to))];
  const { record, field, insert } = plan;
  return { do: "edit", record, field, base, splice: { index, remove: end - index, insert } };
}
