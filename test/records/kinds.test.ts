import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMON_FIELDS, defineKind, fieldOf, type KindDefinition } from "../../shared/records/define.ts";
import { exportRecord } from "../../shared/records/export.ts";
import { formFields, itemFormFields } from "../../shared/records/form.ts";
import { KINDS, kindOf } from "../../shared/records/kinds.ts";
import { type Labels, LOCALES } from "../../shared/records/labels.ts";
import { queryTerms, searchTerms } from "../../shared/records/search-terms.ts";
import { summarise } from "../../shared/records/summarise.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { listedKinds } from "../run/list-kinds.mjs";
import { fitting, fittingFields, recordOf } from "./sample-record.ts";

const folder = new URL("../../shared/records/", import.meta.url);
const words = (text: string): Labels => ({ en: text, vi: text, lv: text, cs: text, "zh-CN": text, ru: text });

/** A kind that the product does not have: what follows from a definition must follow for it too. */
const unheardOf = defineKind({
  kind: "unheardOf",
  document: "monthly",
  label: words("Parcel"),
  plural: words("Parcels"),
  fields: {
    sender: { type: "line", label: words("Sender") },
    contents: { type: "prose", label: words("Contents") },
    arrivesOn: { type: "date", label: words("Arrives") },
  },
  lists: {
    items: {
      label: words("Items"),
      item: { name: { type: "line", label: words("Name") } },
      named: ["name"],
      line: [],
    },
  },
  states: {
    expected: { label: words("expected"), open: true, next: ["arrived"] },
    arrived: { label: words("arrived"), open: false, next: [] },
  },
  initial: "expected",
  row: { title: ["sender"], under: ["contents"], due: "arrivesOn" },
});

function* labelsOf(kind: KindDefinition): Generator<[string, Labels]> {
  yield ["label", kind.label];
  yield ["plural", kind.plural];
  for (const [name, state] of Object.entries(kind.states)) yield [`state ${name}`, state.label];
  const lists = Object.entries(kind.lists ?? {});
  for (const [name, list] of lists) yield [name, list.label];
  for (const fields of [kind.fields, ...lists.map(([, list]) => list.item)])
    for (const [name, field] of Object.entries(fields)) {
      yield [name, field.label];
      for (const [option, label] of Object.entries(field.options ?? {})) yield [`${name} ${option}`, label];
    }
}

describe("the kinds of records", () => {
  it("are all of those that the folder defines, one file each", () => {
    const defined = readdirSync(folder)
      .filter(
        (file) =>
          !["define.ts", "all.ts"].includes(file) &&
          readFileSync(new URL(file, folder), "utf8").includes("defineKind("),
      )
      .map((file) => file.replace(".ts", ""));
    expect(Object.keys(KINDS).sort()).toEqual(defined.sort());
  });

  it("are listed as the folder has them: a new one is one file", () => {
    expect(readFileSync(new URL("all.ts", folder), "utf8")).toBe(listedKinds());
  });

  it("are found by their own names only", () => {
    expect(kindOf("call")?.kind).toBe("call");
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "", "newer"])
      expect(kindOf(name)).toBeUndefined();
  });

  it.each([...Object.values(KINDS), unheardOf].map((kind) => [kind.kind, kind] as const))(
    "%s goes from fields to row, search, form and export",
    (_, kind) => {
      const kinds = { ...KINDS, unheardOf };
      expect(formFields(kind).length).toBeGreaterThan(2);
      fc.assert(
        fc.property(fittingFields(kind), (fields) => {
          const record = recordOf(kind, fields);
          expect(
            validateAction(
              { do: "create", record: record.id, kind: kind.kind, fields: record.fields },
              undefined,
              { kinds },
            ),
          ).toBeNull();
          for (const [field, value] of Object.entries(fields))
            expect(
              validateAction({ do: "set", record: record.id, field, value }, record, { kinds })?.code,
            ).toBe(fieldOf(kind, field)?.fixed ? "fixed" : undefined);
          const summary = summarise(record, kinds);
          expect(summary.status).toBe(kind.initial);
          expect(summary.title.length).toBeLessThanOrEqual(201);
          const exported = exportRecord(record, "lv", kinds);
          const values = Object.fromEntries(
            Object.entries(exported.fields).map(([name, field]) => [name, field.value]),
          );
          expect(JSON.parse(JSON.stringify(values))).toEqual(JSON.parse(JSON.stringify(record.fields)));
          expect(exported.label).toBe(kind.label.lv);
          const terms = searchTerms(record, kinds);
          for (const form of formFields(kind)) {
            const value = fields[form.name];
            if (form.type !== "line" || form.search === false || typeof value !== "string") continue;
            const [word] = queryTerms(value);
            if (word !== undefined) expect(terms.some((term) => term.startsWith(word))).toBe(true);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(
    Object.values(KINDS).flatMap((kind) =>
      Object.entries(kind.lists ?? {}).map(
        ([list, def]) => [`${kind.kind} ${list}`, kind, list, def] as const,
      ),
    ),
  )("%s take items whose fields are checked and exported", (_, kind, list, { item }) => {
    const record = recordOf(kind, {});
    for (const [field, definition] of Object.entries(item))
      fc.assert(
        fc.property(fitting(definition), (value) => {
          const action = {
            do: "add",
            record: record.id,
            list,
            item: "item0001",
            fields: { [field]: value },
          } as const;
          expect(validateAction(action, record)).toBeNull();
          const withItem = recordOf(kind, {}, { [list]: { item0001: { [field]: value } } });
          expect(exportRecord(withItem, "cs").lists[list]?.item0001?.[field]?.label).toBe(
            definition.label.cs,
          );
        }),
        { numRuns: 10 },
      );
    expect(itemFormFields(item).every((field) => !field.hidden)).toBe(true);
  });

  it("have a label in each of the six languages, short enough for a form", () => {
    for (const kind of Object.values(KINDS))
      for (const [where, label] of labelsOf(kind))
        for (const locale of LOCALES) {
          expect(label[locale]?.trim(), `${kind.kind} ${where} ${locale}`).toBeTruthy();
          expect(label[locale].length, `${kind.kind} ${where} ${locale}`).toBeLessThanOrEqual(32);
        }
  });

  it("can be left from every state but where the end is for good, and every state can be reached", () => {
    for (const kind of Object.values(KINDS)) {
      const reached = new Set([kind.initial]);
      for (const state of reached) for (const next of kind.states[state]?.next ?? []) reached.add(next);
      expect([...reached].sort()).toEqual(Object.keys(kind.states).sort());
      for (const [name, state] of Object.entries(kind.states))
        if (`${kind.kind} ${name}` !== "delegation revoked")
          expect(state.next.length, `${kind.kind} ${name}`).toBeGreaterThan(0);
    }
  });

  it("cannot be defined where they contradict themselves", () => {
    const base = { ...unheardOf, kind: "box" };
    const refused: [string, KindDefinition][] = [
      ["first state", { ...base, initial: "toString" }],
      [
        "leads to",
        { ...base, states: { expected: { label: words("x"), open: true, next: ["constructor"] } } },
      ],
      ["row shows", { ...base, row: { title: ["nothing"], under: [] } }],
      [
        "every record has",
        { ...base, fields: { ...base.fields, status: { type: "line", label: words("x") } } },
      ],
      ["has options", { ...base, fields: { ...base.fields, size: { type: "choice", label: words("x") } } }],
      ["which kind", { ...base, fields: { ...base.fields, of: { type: "record", label: words("x") } } }],
      [
        "only an instant",
        { ...base, fields: { ...base.fields, on: { type: "date", orDate: true, label: words("x") } } },
      ],
      ["not a common field", { ...base, commonInForm: ["sender"] }],
      ["one word", { ...base, kind: "two words" }],
      [
        "co-edited",
        {
          ...base,
          lists: {
            items: {
              label: words("x"),
              item: { text: { type: "prose", label: words("x") } },
              named: [],
              line: [],
            },
          },
        },
      ],
    ];
    for (const [why, kind] of refused) expect(() => defineKind(kind), why).toThrow(why);
  });

  it("cannot be defined by what is none of theirs, and say what that is", () => {
    const base = { ...unheardOf, kind: "box" };
    const line = { type: "line", label: words("x") } as const;
    const choice = { type: "choice", label: words("x"), options: { a: words("a") } } as const;
    const list = (
      name: string,
      field: string,
      shown: readonly string[] = [],
      named: readonly string[] = [],
    ) => ({
      ...base,
      lists: { [name]: { label: words("x"), item: { [field]: line }, named, line: shown } },
    });
    const having = (fields: KindDefinition["fields"]) => ({ ...base, fields: { ...base.fields, ...fields } });
    const plain = ["9a", "a b", "A", "a-b", "", "a\nb"];
    const refused: [string, KindDefinition][] = [
      ...plain.map((name): [string, KindDefinition] => [
        `field "${name}" is not a plain name`,
        having({ [name]: line }),
      ]),
      ...plain.map((name): [string, KindDefinition] => [
        `list field "${name}/a" is not a plain name`,
        list(name, "a"),
      ]),
      ...plain.map((name): [string, KindDefinition] => [
        `list field "a/${name}" is not a plain name`,
        list("a", name),
      ]),
      ['list "a" says "c", which is not a field of it', list("a", "b", ["b", "c"])],
      ['list "a" says "c", which is not a field of it', list("a", "b", ["b"], ["b", "c"])],
      ['field "on": only an instant can be a date instead', having({ on: { ...line, orDate: true } })],
      ['field "a": a choice, and only a choice, has options', having({ a: { ...choice, type: "line" } })],
      ['field "a": what is usual is not one of its options', having({ a: { ...choice, usual: "b" } })],
      ['field "a": what is usual is not one of its options', having({ a: { ...line, usual: "a" } })],
      ['field "a" does not say which kind it points to', having({ a: { ...line, type: "record" } })],
      ['its row shows "b", which is not a field', { ...base, row: { ...base.row, title: ["b"] } }],
      ['its row shows "b", which is not a field', { ...base, row: { ...base.row, under: ["b"] } }],
      ['its row shows "b", which is not a field', { ...base, row: { ...base.row, due: "b" } }],
      ['its row shows "b", which is not a field', { ...base, row: { ...base.row, at: "b" } }],
      ['its person is told by "b", which is not a field', { ...base, person: { reach: ["b"] } }],
      ['its person is told by "b", which is not a field', { ...base, person: { name: "b", reach: [] } }],
      [
        'its person is told by "b", which is not a field',
        { ...base, person: { organization: "b", reach: [] } },
      ],
      ['its form shows "sender", which is not a common field', { ...base, commonInForm: ["sender"] }],
      ["its name is not one word of letters", { ...base, kind: "box2" }],
      ["its name is not one word of letters", { ...base, kind: "Box" }],
    ];
    for (const [why, kind] of refused)
      expect(() => defineKind(kind), why).toThrow(new Error(`Kind "${kind.kind}": ${why}`));
    for (const kind of [
      having({ a: { ...choice, usual: "a" }, at: { type: "instant", orDate: true, label: words("x") } }),
      having({ a: { ...line, type: "record", of: "box" }, a1B: line }),
      { ...list("a1B", "b1C", ["b1C"]), commonInForm: ["principal", "urgent"] },
      { ...base, row: { title: ["principal"], under: [], due: "assignee", at: "urgent" } },
    ])
      expect(defineKind(kind)).toBe(kind);
  });

  it("show the common fields in a form unless they say otherwise", () => {
    const shown = (name: string) => formFields(KINDS[name]!).map((field) => field.name);
    expect(shown("call")).toEqual([
      "caller",
      "organization",
      "phone",
      "direction",
      "subject",
      "startedAt",
      "callBackBy",
      "principal",
      "assignee",
      "urgent",
      "classification",
      "note",
    ]);
    expect(shown("contact")).not.toContain("urgent");
    expect(Object.keys(COMMON_FIELDS)).toContain("urgent");
  });
});
