import { fieldOf } from "../records/define.ts";
import { kindOf } from "../records/kinds.ts";
import type { DeskRecord } from "../records/record.ts";
import type { Action, Command, Scalar } from "./command.ts";
import { keepingProblem } from "./layout.ts";
import { applySplice, fit, inverseSplice, rebaseParts } from "./splice.ts";

type Fields = Readonly<Record<string, Scalar>>;
type Edit = Extract<Action, { do: "edit" }>;

/** An object's own value under a name; a name such as `constructor` must not find what objects inherit. */
const own = <T>(map: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined;

const without = <T>(map: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));

const withField = (fields: Fields, name: string, value: Scalar): Fields =>
  value === null ? without(fields, name) : { ...fields, [name]: value };

const isProse = (kind: string, field: string) => {
  const definition = kindOf(kind);
  return definition !== undefined && fieldOf(definition, field)?.type === "prose";
};

function created(action: Extract<Action, { do: "create" }>, at: string, by: string): DeskRecord | undefined {
  const kind = kindOf(action.kind);
  if (!kind) return undefined;
  let fields: Fields = {};
  for (const [name, field] of Object.entries(kind.fields))
    if (field.type === "prose") fields = withField(fields, name, "");
  for (const [name, value] of Object.entries(action.fields))
    if (value !== null) fields = withField(fields, name, isProse(action.kind, name) ? String(value) : value);
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

/** Where an edit falls in the text as it is now; null where there is no such text or it does not fit. */
function placed(record: DeskRecord, { field, splice, base }: Edit) {
  const text = own(record.fields, field);
  if (typeof text !== "string" || !isProse(record.kind, field)) return null;
  const parts = rebaseParts(splice, base, text);
  return fit(parts, text) ? { text, parts } : null;
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
  if (keepingProblem(action)) return record;
  if (action.do === "create") return record ?? created(action, at, by);
  if (!record) return undefined;
  const touched = { ...record, updatedAt: at > record.updatedAt ? at : record.updatedAt, updatedBy: by };
  // A new value settles what was decided twice.
  const settled = (place: string) => record.conflicts.filter(({ field }) => field !== place);
  switch (action.do) {
    case "set":
      if (isProse(record.kind, action.field)) return record;
      return {
        ...touched,
        fields: withField(record.fields, action.field, action.value),
        conflicts: settled(action.field),
      };
    case "edit": {
      const found = placed(record, action);
      if (!found) return record;
      return {
        ...touched,
        fields: withField(record.fields, action.field, found.parts.reduce(applySplice, found.text)),
      };
    }
    case "add":
    case "setItem":
    case "removeItem": {
      const items = own(record.lists, action.list) ?? {};
      const item = own(items, action.item);
      const withItem = (fields: Fields) => ({
        ...touched,
        lists: { ...record.lists, [action.list]: { ...items, [action.item]: fields } },
      });
      if (action.do === "add")
        return item
          ? record
          : withItem(
              Object.entries(action.fields).reduce((made, [n, v]) => withField(made, n, v), {} as Fields),
            );
      if (!item) return record;
      if (action.do === "setItem")
        return {
          ...withItem(withField(item, action.field, action.value)),
          conflicts: settled(`${action.list}/${action.item}/${action.field}`),
        };
      const left = without(items, action.item);
      const lists =
        Object.keys(left).length > 0
          ? { ...record.lists, [action.list]: left }
          : without(record.lists, action.list);
      const gone = `${action.list}/${action.item}/`;
      const conflicts = record.conflicts.filter(({ field }) => !field.startsWith(gone));
      return { ...touched, lists, conflicts };
    }
  }
}

/** The value that stands where an action assigns one; undefined for one that does not. */
export function standingAt(record: DeskRecord | undefined, action: Action): Scalar | undefined {
  if (action.do === "set") return own(record?.fields ?? {}, action.field) ?? null;
  if (action.do !== "setItem") return undefined;
  const item = own(own(record?.lists ?? {}, action.list) ?? {}, action.item);
  return own(item ?? {}, action.field) ?? null;
}

/**
 * The actions that take an action back, given the record as it was before; none where it changed nothing.
 * An undone creation is a deletion: history keeps it.
 */
export function inverse(record: DeskRecord | undefined, action: Action, at: string): Action[] {
  if (keepingProblem(action)) return [];
  if (action.do === "create")
    return record ? [] : [{ do: "set", record: action.record, field: "deletedAt", value: at }];
  if (!record) return [];
  const { record: id } = action;
  switch (action.do) {
    case "set":
      if (isProse(record.kind, action.field)) return [];
      return [
        { do: "set", record: id, field: action.field, value: own(record.fields, action.field) ?? null },
      ];
    case "edit": {
      const found = placed(record, action);
      if (!found) return [];
      const undo: Edit[] = [];
      let { text } = found;
      for (const part of found.parts) {
        const base = applySplice(text, part);
        undo.unshift({
          do: "edit",
          record: id,
          field: action.field,
          base,
          splice: inverseSplice(text, part),
        });
        text = base;
      }
      return undo;
    }
    case "add":
    case "setItem":
    case "removeItem": {
      const { list, item: key } = action;
      const item = own(own(record.lists, list) ?? {}, key);
      if (action.do === "add") return item ? [] : [{ do: "removeItem", record: id, list, item: key }];
      if (!item) return [];
      if (action.do === "removeItem") return [{ do: "add", record: id, list, item: key, fields: item }];
      const { field } = action;
      return [{ do: "setItem", record: id, list, item: key, field, value: own(item, field) ?? null }];
    }
  }
}
