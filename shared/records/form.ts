import { COMMON_FIELDS, type FieldDefinition, fieldOf, type KindDefinition } from "./define.ts";

export interface FormField extends FieldDefinition {
  readonly name: string;
}

/** The fields of a kind's form in order: its own, then the common ones that it shows, then long texts. */
export function formFields(kind: KindDefinition): readonly FormField[] {
  const names = [...Object.keys(kind.fields), ...(kind.commonInForm ?? Object.keys(COMMON_FIELDS))];
  const fields = names.flatMap((name) => {
    const field = fieldOf(kind, name);
    return field && !field.hidden ? [{ name, ...field }] : [];
  });
  return [
    ...fields.filter((field) => field.type !== "prose"),
    ...fields.filter((field) => field.type === "prose"),
  ];
}

/** The fields of a list item's form, in order. */
export function itemFormFields(item: Readonly<Record<string, FieldDefinition>>): readonly FormField[] {
  return Object.entries(item).flatMap(([name, field]) => (field.hidden ? [] : [{ name, ...field }]));
}
