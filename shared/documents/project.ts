import { fieldOf } from "../records/define.ts";
import { kindOf } from "../records/kinds.ts";
import type { DeskRecord } from "../records/record.ts";
import type { Action, Command, Scalar } from "./command.ts";
import { applySplice, rebase } from "./splice.ts";

type Fields = Record<string, Scalar>;

const withField = (fields: Readonly<Fields>, name: string, value: Scalar): Fields => {
  const { [name]: _, ...rest } = fields;
  return value === null ? rest : { ...rest, [name]: value };
};

function created(action: Extract<Action, { do: "create" }>, at: string, by: string): DeskRecord {
  const kind = kindOf(action.kind);
  let fields: Fields = {};
  for (const [name, field] of Object.entries(kind?.fields ?? {}))
    if (field.type === "prose") fields[name] = "";
  for (const [name, value] of Object.entries(action.fields))
    if (value !== null)
      fields = withField(fields, name, kind && fieldOf(kind, name)?.type === "prose" ? String(value) : value);
  const { record: id, kind: name } = action;
  return {
    id,
    kind: name,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    fields,
    lists: {},
    conflicts: [],
  };
}

/**
 * What a record will be once the command has gone through its document: the same rules on plain data, so that a
 * person sees the result before Automerge is even loaded. Returns the record unchanged where the command does not fit.
 */
export function project(
  record: DeskRecord | undefined,
  { action, at }: Command,
  by: string,
): DeskRecord | undefined {
  if (action.do === "create") return record ?? created(action, at, by);
  if (!record) return undefined;
  const touched = { ...record, updatedAt: at > record.updatedAt ? at : record.updatedAt, updatedBy: by };
  switch (action.do) {
    case "set": {
      // A new value settles what was decided twice.
      const conflicts = record.conflicts.filter(({ field }) => field !== action.field);
      return { ...touched, fields: withField(record.fields, action.field, action.value), conflicts };
    }
    case "edit": {
      const current = record.fields[action.field];
      if (typeof current !== "string") return record;
      const text = applySplice(current, rebase(action.splice, action.base, current));
      return { ...touched, fields: { ...record.fields, [action.field]: text } };
    }
    case "add":
    case "setItem":
    case "removeItem": {
      const items = { ...record.lists[action.list] };
      const item = items[action.item];
      if (action.do === "add")
        items[action.item] ??= Object.entries(action.fields).reduce((f, [n, v]) => withField(f, n, v), {});
      else if (!item) return record;
      else if (action.do === "removeItem") delete items[action.item];
      else items[action.item] = withField(item, action.field, action.value);
      return { ...touched, lists: { ...record.lists, [action.list]: items } };
    }
  }
}

/**
 * The actions that take an action back, given the record as it was before; none where it changed nothing.
 * An undone creation is a deletion: history keeps it.
 */
export function inverse(record: DeskRecord | undefined, action: Action, at: string): Action[] {
  if (action.do === "create")
    return record ? [] : [{ do: "set", record: action.record, field: "deletedAt", value: at }];
  if (!record) return [];
  const { record: id } = action;
  switch (action.do) {
    case "set":
      return [{ do: "set", record: id, field: action.field, value: record.fields[action.field] ?? null }];
    case "edit": {
      const before = record.fields[action.field];
      if (typeof before !== "string") return [];
      const done = rebase(action.splice, action.base, before);
      const removed = before.slice(done.index, done.index + done.remove);
      const base = applySplice(before, done);
      return [
        {
          do: "edit",
          record: id,
          field: action.field,
          base,
          splice: { index: done.index, remove: done.insert.length, insert: removed },
        },
      ];
    }
    case "add":
      return record.lists[action.list]?.[action.item]
        ? []
        : [{ do: "removeItem", record: id, list: action.list, item: action.item }];
    case "setItem":
    case "removeItem": {
      const item = record.lists[action.list]?.[action.item];
      if (!item) return [];
      const [field, value] =
        action.do === "setItem" ? [action.field, item[action.field] ?? null] : ["removed", null];
      return [{ do: "setItem", record: id, list: action.list, item: action.item, field, value }];
    }
  }
}
