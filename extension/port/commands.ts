// What a person does to a desk, as a surface says it: `shared/documents/command.ts`.
import * as v from "valibot";
import { fields, instant, itemId, recordId, scalar, text, whole, word } from "./shapes.ts";

const actionSchema = v.variant("do", [
  v.strictObject({ do: v.literal("create"), record: recordId, kind: word, fields }),
  v.strictObject({ do: v.literal("set"), record: recordId, field: word, value: scalar }),
  v.strictObject({
    do: v.literal("edit"),
    record: recordId,
    field: word,
    base: text(200_000),
    splice: v.strictObject({ index: whole, remove: whole, insert: text(100_000) }),
  }),
  v.strictObject({ do: v.literal("add"), record: recordId, list: word, item: itemId, fields }),
  v.strictObject({
    do: v.literal("setItem"),
    record: recordId,
    list: word,
    item: itemId,
    field: word,
    value: scalar,
  }),
  v.strictObject({ do: v.literal("removeItem"), record: recordId, list: word, item: itemId }),
]);
export const commandSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{20,40}$/)),
  at: instant,
  action: actionSchema,
  undo: v.optional(v.literal(true)),
  over: v.optional(scalar),
});
