import type { Scalar } from "../documents/command.ts";
import { type Classification, classOf } from "./classification.ts";
import type { FieldDefinition } from "./define.ts";
import { KINDS, type Kinds, kindOf } from "./kinds.ts";
import type { DeskRecord } from "./record.ts";

/** What a row of a list shows of a record, in no language: values as they were typed. */
export interface Summary extends Standing {
  readonly title: string;
  readonly under: string;
}

/** The same without words: what a record is narrowed, ordered and counted by. */
export interface Standing {
  /** A state's name; `""` where none is known. */
  readonly status: string;
  readonly open: boolean;
  /** RFC 3339 date or instant. */
  readonly due: string | null;
  /** When it happened or was made: an RFC 3339 instant. */
  readonly at: string;
  readonly urgent: boolean;
  readonly principal: string | null;
  readonly assignee: string | null;
  readonly thread: string | null;
  readonly classification: Classification;
}

/** A row's longest text, in UTF-16 units; a row shows one line. */
const LONGEST = 200;

const own = (fields: DeskRecord["fields"], name: string): Scalar =>
  Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
const text = (value: Scalar): string | null => (typeof value === "string" && value !== "" ? value : null);

/** The first line of a value that has words, shortened at a word. */
function shown(value: Scalar): string {
  if (typeof value !== "string") return typeof value === "number" ? String(value) : "";
  const line = /\S.*/.exec(value.slice(0, 2000))?.[0].trim() ?? "";
  if (line.length <= LONGEST) return line.toWellFormed();
  const cut = line.slice(0, LONGEST);
  const space = cut.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** `+37126123456;ext=45` → `+37126123456 ext. 45`: RFC 3966's parameter is for machines. */
function shownField(field: FieldDefinition | undefined, value: Scalar): string {
  const line = shown(value);
  return field?.type === "phone" ? line.replace(";ext=", " ext. ") : line;
}

/**
 * One row's worth of a record.
 *
 * A kind that this version does not know is titled by its first text and counts as not open: nothing of it can be done here.
 */
export function summarise(record: DeskRecord, kinds: Kinds = KINDS): Summary {
  const kind = kindOf(record.kind, kinds);
  const { fields } = record;
  const show = (name: string) => shownField(kind?.fields[name], own(fields, name));
  const title = kind
    ? (kind.row.title.map(show).find((line) => line !== "") ?? "")
    : shown(Object.values(fields).find((value) => typeof value === "string" && shown(value) !== "") ?? null);
  const under = (kind?.row.under ?? []).map(show).filter((line) => line !== "" && line !== title);
  return { title, under: [...new Set(under)].join(" · "), ...standingOf(record, kinds) };
}

/** What a row says of a record without its words. */
export function standingOf(record: DeskRecord, kinds: Kinds = KINDS): Standing {
  const kind = kindOf(record.kind, kinds);
  const { fields } = record;
  const status = text(own(fields, "status")) ?? kind?.initial ?? "";
  const state = kind && Object.hasOwn(kind.states, status) ? kind.states[status] : undefined;
  return {
    status,
    // A state of a newer version is taken for open: better seen once too often than missed.
    open:
      kind !== undefined &&
      own(fields, "deletedAt") === null &&
      (state?.open ?? Object.values(kind.states).some((each) => each.open)),
    due: kind?.row.due ? text(own(fields, kind.row.due)) : null,
    at: (kind?.row.at ? text(own(fields, kind.row.at)) : null) ?? record.createdAt,
    urgent: own(fields, "urgent") === true,
    principal: text(own(fields, "principal")),
    assignee: text(own(fields, "assignee")),
    thread: text(own(fields, "thread")),
    classification: classOf(record),
  };
}
