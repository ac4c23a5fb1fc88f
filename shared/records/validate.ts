import type { Action, Scalar } from "../documents/command.ts";
import { type FieldDefinition, fieldOf, type KindDefinition } from "./define.ts";
import { KINDS, type Kinds, kindOf } from "./kinds.ts";
import { documentOfId } from "./new-record.ts";
import type { DeskRecord } from "./record.ts";
import { maxLength, type ValueFault, valueFault } from "./value.ts";

/** Why an action is refused. Surfaces word it by `code`; `detail` is for the curious. */
export interface Problem {
  readonly code:
    | ValueFault
    | "unknown-kind"
    | "unknown-record"
    | "unknown-field"
    | "unknown-list"
    | "unknown-item"
    | "unknown-state"
    | "already-there"
    | "wrong-document"
    | "transition"
    | "fixed"
    | "not-prose"
    | "splice";
  /** The field, or `list/field`. */
  readonly field?: string;
  readonly detail: string;
}

export interface ValidateOptions {
  readonly kinds?: Kinds;
  /** The action takes an earlier one back: any state of the kind may follow. */
  readonly undo?: boolean;
}

const FAULTS: Readonly<Record<ValueFault, string>> = {
  "wrong-type": "the value is not of the field's type",
  "too-long": "the text is too long",
  "not-one-line": "the field takes one line",
  "not-allowed": "the value is not one that the field takes",
  "not-a-date": "the value is not a date or time as RFC 3339 writes it",
};

function valueProblem(field: FieldDefinition, name: string, value: Scalar): Problem | null {
  const code = valueFault(field, value);
  return code && { code, field: name, detail: `${name}: ${FAULTS[code]}` };
}

function stateProblem(
  kind: KindDefinition,
  from: Scalar | undefined,
  to: Scalar,
  undo: boolean,
): Problem | null {
  // The first decision is taken back to none: the record is in its initial state again.
  if (undo && to === null) return null;
  if (typeof to !== "string" || !Object.hasOwn(kind.states, to))
    return { code: "unknown-state", field: "status", detail: `a ${kind.kind} has no state "${to}"` };
  // A state of a newer version leads anywhere: this version does not know what may follow it.
  if (undo || typeof from !== "string" || from === to || !Object.hasOwn(kind.states, from)) return null;
  return kind.states[from]?.next.includes(to)
    ? null
    : { code: "transition", field: "status", detail: `a ${kind.kind} does not go from "${from}" to "${to}"` };
}

function itemProblem(kind: KindDefinition, list: string, field: string, value: Scalar): Problem | null {
  const item = kind.lists && Object.hasOwn(kind.lists, list) ? kind.lists[list]?.item : undefined;
  if (!item) return { code: "unknown-list", field: list, detail: `a ${kind.kind} has no list "${list}"` };
  const definition = Object.hasOwn(item, field) ? item[field] : undefined;
  if (!definition)
    return {
      code: "unknown-field",
      field: `${list}/${field}`,
      detail: `an item of ${list} has no field "${field}"`,
    };
  return valueProblem(definition, `${list}/${field}`, value);
}

function fieldProblem(kind: KindDefinition, name: string, value: Scalar): Problem | null {
  const field = fieldOf(kind, name);
  return field
    ? valueProblem(field, name, value)
    : { code: "unknown-field", field: name, detail: `a ${kind.kind} has no field "${name}"` };
}

function fixedProblem(kind: KindDefinition, name: string): Problem | null {
  return fieldOf(kind, name)?.fixed
    ? { code: "fixed", field: name, detail: `${name} is set when a ${kind.kind} is made, and never again` }
    : null;
}

function createProblem(
  action: Extract<Action, { do: "create" }>,
  record: DeskRecord | undefined,
  kinds: Kinds,
): Problem | null {
  const kind = kindOf(action.kind, kinds);
  if (!kind) return { code: "unknown-kind", detail: `there is no kind "${action.kind}"` };
  if (record) return { code: "already-there", detail: `${action.record} exists` };
  if ((documentOfId(action.record) === "lasting") !== (kind.document === "lasting"))
    return {
      code: "wrong-document",
      detail: `a ${kind.kind} does not live in ${documentOfId(action.record)}`,
    };
  for (const [name, value] of Object.entries(action.fields)) {
    const problem =
      name === "status" ? stateProblem(kind, undefined, value, false) : fieldProblem(kind, name, value);
    if (problem) return problem;
  }
  return null;
}

function editProblem(kind: KindDefinition, action: Extract<Action, { do: "edit" }>): Problem | null {
  const field = fieldOf(kind, action.field);
  if (!field)
    return {
      code: "unknown-field",
      field: action.field,
      detail: `a ${kind.kind} has no field "${action.field}"`,
    };
  if (field.type !== "prose")
    return { code: "not-prose", field: action.field, detail: `${action.field} is set as a whole` };
  const { index, remove, insert } = action.splice;
  if (![index, remove].every((n) => Number.isSafeInteger(n) && n >= 0) || index + remove > action.base.length)
    return {
      code: "splice",
      field: action.field,
      detail: "the splice lies outside the text that it was made on",
    };
  const after = action.base.slice(0, index) + insert + action.base.slice(index + remove);
  if (!after.isWellFormed())
    return { code: "splice", field: action.field, detail: "the splice cuts a character in two" };
  return after.length > maxLength(field) && after.length > action.base.length
    ? { code: "too-long", field: action.field, detail: `${action.field}: ${FAULTS["too-long"]}` }
    : null;
}

/**
 * Whether an action may be done to a record as it stands; null where it may.
 *
 * The record is undefined where there is none (as `create` wants it). Removing an item that is gone is no problem:
 * somebody else was quicker, and both got what they asked for.
 */
export function validateAction(
  action: Action,
  record: DeskRecord | undefined,
  { kinds = KINDS, undo = false }: ValidateOptions = {},
): Problem | null {
  if (action.do === "create") return createProblem(action, record, kinds);
  if (!record) return { code: "unknown-record", detail: `there is no record ${action.record}` };
  const kind = kindOf(record.kind, kinds);
  if (!kind) return { code: "unknown-kind", detail: `this version does not know the kind "${record.kind}"` };
  switch (action.do) {
    case "set":
      return action.field === "status"
        ? stateProblem(
            kind,
            Object.hasOwn(record.fields, "status") ? record.fields.status : undefined,
            action.value,
            undo,
          )
        : (fixedProblem(kind, action.field) ?? fieldProblem(kind, action.field, action.value));
    case "edit":
      return editProblem(kind, action);
    case "add": {
      if (!kind.lists || !Object.hasOwn(kind.lists, action.list))
        return {
          code: "unknown-list",
          field: action.list,
          detail: `a ${kind.kind} has no list "${action.list}"`,
        };
      if (itemOf(record, action.list, action.item))
        return { code: "already-there", detail: `${action.list}/${action.item} exists` };
      for (const [name, value] of Object.entries(action.fields)) {
        const problem = itemProblem(kind, action.list, name, value);
        if (problem) return problem;
      }
      return null;
    }
    case "setItem":
      return (
        itemProblem(kind, action.list, action.field, action.value) ??
        (itemOf(record, action.list, action.item)
          ? null
          : { code: "unknown-item", field: action.list, detail: `${action.list} has no item ${action.item}` })
      );
    case "removeItem":
      return kind.lists && Object.hasOwn(kind.lists, action.list)
        ? null
        : { code: "unknown-list", field: action.list, detail: `a ${kind.kind} has no list "${action.list}"` };
  }
}

function itemOf(record: DeskRecord, list: string, item: string): boolean {
  const items = Object.hasOwn(record.lists, list) ? record.lists[list] : undefined;
  return items !== undefined && Object.hasOwn(items, item);
}
