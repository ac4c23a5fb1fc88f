import type { Scalar } from "../documents/command.ts";
import { type FieldDefinition, fieldOf } from "./define.ts";
import { KINDS, type Kinds, kindOf } from "./kinds.ts";
import type { Locale } from "./labels.ts";
import type { DeskRecord } from "./record.ts";

interface ExportedField {
  /** In the reader's language; the field's name where this version does not know it. */
  readonly label: string;
  readonly value: Scalar;
  /** A choice or a state in words. */
  readonly words?: string;
}

/** A record for other programs and for people, with nothing left out; see `exportRecord`. */
export interface ExportedRecord {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly fields: Readonly<Record<string, ExportedField>>;
  readonly lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, ExportedField>>>>>>;
}

function exported(
  field: FieldDefinition | undefined,
  name: string,
  value: Scalar,
  locale: Locale,
): ExportedField {
  const words =
    typeof value === "string" && field?.options && Object.hasOwn(field.options, value)
      ? field.options[value]?.[locale]
      : undefined;
  return { label: field?.label[locale] ?? name, value, ...(words !== undefined && { words }) };
}

/** A record as plain JSON with labels in a language; kinds and fields of a newer version keep their names as labels. */
export function exportRecord(record: DeskRecord, locale: Locale, kinds: Kinds = KINDS): ExportedRecord {
  const kind = kindOf(record.kind, kinds);
  const fields = Object.entries(record.fields).map(([name, value]): [string, ExportedField] => {
    const state =
      name === "status" && kind && typeof value === "string" && Object.hasOwn(kind.states, value)
        ? kind.states[value]
        : undefined;
    const field = exported(kind && fieldOf(kind, name), name, value, locale);
    return [name, state ? { ...field, words: state.label[locale] } : field];
  });
  const lists = Object.entries(record.lists).map(([list, items]) => {
    const item = kind?.lists && Object.hasOwn(kind.lists, list) ? kind.lists[list]?.item : undefined;
    const entries = Object.entries(items).map(([id, values]) => [
      id,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          exported(item && Object.hasOwn(item, name) ? item[name] : undefined, name, value, locale),
        ]),
      ),
    ]);
    return [list, Object.fromEntries(entries)];
  });
  return {
    id: record.id,
    kind: record.kind,
    label: kind?.label[locale] ?? record.kind,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy,
    fields: Object.fromEntries(fields),
    lists: Object.fromEntries(lists),
  };
}
