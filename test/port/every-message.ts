/** One well-formed message of every kind that a port carries, made from the schemas: a new one is in it by itself. */
import * as v from "valibot";
import { callSchema } from "../../extension/port/calls.ts";
import { pageMessageSchema, pageRequestSchema } from "../../extension/port/page.ts";
import { querySchema } from "../../extension/port/queries.ts";

/** What is seen of a schema here. */
interface Seen {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly literal?: unknown;
}

const WORDS = [
  "task",
  "0".repeat(32),
  "0".repeat(26),
  "00000000",
  "2026-11.0000000000000000",
  "2026-11-23T08:00:00.000Z",
];

const seen = (schema: v.GenericSchema) => schema as unknown as Seen;

/** The schemas that a message may follow, each of one kind. */
function kindsIn(schema: v.GenericSchema): v.GenericSchema[] {
  const { type, options = [] } = seen(schema);
  return type === "variant" || type === "union" ? (options as v.GenericSchema[]).flatMap(kindsIn) : [schema];
}

/** A value that a schema takes. */
function sampleOf(schema: v.GenericSchema): unknown {
  const { type, entries = {}, options = [], wrapped, item, literal } = seen(schema);
  switch (type) {
    case "strict_object":
      return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, sampleOf(entry)]));
    case "variant":
    case "union":
      return sampleOf(options[0] as v.GenericSchema);
    case "optional":
    case "nullable":
      return sampleOf(wrapped!);
    case "array":
      return [sampleOf(item!)];
    case "record":
      return {};
    case "literal":
      return literal;
    case "picklist":
      return options[0];
    case "number":
      return 1;
    case "boolean":
      return true;
    default: {
      const found = WORDS.find((word) => v.is(schema, word));
      if (found === undefined) throw new Error(`No sample of a ${type} is taken.`);
      return found;
    }
  }
}

const samples = (schema: v.GenericSchema): unknown[] => kindsIn(schema).map(sampleOf);

/** What a surface may say, each with an id of its own. */
export const EVERY_REQUEST: readonly object[] = [
  ...samples(callSchema).map((request) => ({ request })),
  ...samples(querySchema).map((watch) => ({ watch })),
  { unwatch: true },
].map((message, n) => ({ id: n + 1, ...message }));

/** What a content script may say, and what it may be told. */
export const EVERY_PAGE_MESSAGE: readonly object[] = [
  ...samples(pageMessageSchema),
  ...samples(pageRequestSchema),
] as object[];
