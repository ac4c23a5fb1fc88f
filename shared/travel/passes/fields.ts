import { asObject, asText, type Json, type JsonObject } from "../reservation.ts";
import { type Field, LABELS } from "../words/labels.ts";

/** One field of a pass, its label and value in the chosen language, and the part of the pass that it stands in. */
export type PassField = { key: string; label: string; value: string; part: string };

/** Gives the fields of a pass, in the order in which it shows them. */
export function fieldsOf(top: JsonObject, strings: Record<string, string>): PassField[] {
  const style = ["boardingPass", "eventTicket", "generic", "coupon", "storeCard"]
    .map((key) => asObject(top[key]))
    .find(Boolean);
  const text = (value: Json | undefined) =>
    typeof value === "number" ? String(value) : (asText(value) ?? "");
  return ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields"].flatMap(
    (part) => {
      const list = style?.[part];
      return (Array.isArray(list) ? list : []).slice(0, 100).flatMap((one) => {
        const field = asObject(one);
        if (!field) return [];
        const [label, value] = [text(field.label), text(field.value)];
        return [
          { key: text(field.key), label: strings[label] ?? label, value: strings[value] ?? value, part },
        ];
      });
    },
  );
}

let meanings: Map<string, Field> | undefined;

/** What a label announces, in any of the languages. */
function meaningOf(label: string): Field | undefined {
  meanings ??= new Map(LABELS.toReversed().map((word) => [word.phrase, word.field]));
  return meanings.get(
    label
      .toLowerCase()
      .replace(/[\s:：]{1,9}$/, "")
      .trim(),
  );
}

/** Gives the value of the field whose key fits, else of the one whose label means this in any language. */
export function shownValue(fields: readonly PassField[], meaning: Field, key: RegExp): string | undefined {
  const found =
    fields.find((field) => key.test(field.key) || key.test(field.label)) ??
    fields.find((field) => meaningOf(field.label) === meaning);
  return asText(found?.value.trim());
}
