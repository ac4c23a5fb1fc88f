import { decodeChange, encodeChange, getHeads } from "@automerge/automerge/slim";
import { beforeAll, describe, expect, test } from "vitest";
import { readChange } from "../../shared/documents/history.ts";
import { bucketOf } from "../../shared/documents/layout.ts";
import { recordIds } from "../../shared/documents/open-document.ts";
import { placeOf } from "../../shared/documents/record-maps.ts";
import { ANNA, BORIS, bringUpAutomerge, Copy, create, set } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const TASK = "2026-11.task";

describe("a document that nobody sensible wrote", () => {
  test("leaves Object.prototype as it was, whatever its records, fields and items are called", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
    for (const name of ["constructor", "toString", "hasOwnProperty"]) {
      anna.do(create(name, "trip", { [name]: "polluted" }), set(name, name, "polluted"));
      anna.do({ do: "add", record: name, list: name, item: name, fields: { [name]: "polluted" } });
      boris.take(...anna.made);
      for (const copy of [anna, boris]) {
        expect(copy.record(name)?.fields).toMatchObject({ [name]: "polluted" });
        expect(copy.record(name)?.lists[name]?.[name]).toEqual({ [name]: "polluted" });
        expect(recordIds(copy.doc)).toContain(name);
      }
    }
    expect(
      anna.do(create("__proto__", "task"), create(TASK, "task", JSON.parse('{"__proto__":"x"}'))),
    ).toHaveLength(2);
    for (const name of ["valueOf", "isPrototypeOf"]) expect(anna.record(name)).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("cannot reach Object.prototype by a crafted change", () => {
    const anna = new Copy(ANNA);
    anna.do(create(TASK, "task", { polluted: "yes" }));
    const honest = decodeChange(anna.made[0]!);
    const text = JSON.stringify(honest);
    for (const crafted of [
      text.replaceAll(TASK, "__proto__"),
      text.replaceAll('"key":"polluted"', '"key":"__proto__"'),
    ]) {
      expect(crafted).toContain("__proto__");
      const { hash: _, ...made } = JSON.parse(crafted);
      const boris = new Copy(BORIS);
      const take = () => {
        const bytes = encodeChange(made);
        readChange(bytes);
        boris.take(bytes);
        boris.record("__proto__");
        boris.record(TASK);
        for (const { obj } of made.ops) placeOf(boris.doc, obj);
      };
      try {
        take();
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(({} as Record<string, unknown>).summary).toBeUndefined();
    }
  });

  test("is read where it can be, and never throws", () => {
    const anna = new Copy(ANNA);
    anna.do(create(TASK, "task", { summary: "Offer" }));
    const { hash: _, ...honest } = decodeChange(anna.made[0]!);
    const map = honest.ops.findIndex(({ action }) => action === "makeMap");
    const object = `${honest.startOp + map}@${honest.actor}`;
    const op = { action: "set", obj: object, insert: false, pred: [] };
    for (const [key, value] of [
      ["notes/one", null],
      ["notes/two", 5],
      ["notes/three", "text"],
      ["/", 1],
      ["a//b", true],
    ] as const) {
      const boris = new Copy(BORIS);
      const ops = [...honest.ops, { ...op, key, value } as never];
      boris.take(encodeChange({ ...honest, ops }));
      expect(boris.record(TASK)?.fields.summary, key).toBe("Offer");
      for (const { obj } of ops) placeOf(boris.doc, obj);
    }
    // A bucket that is no map any more.
    const vandal = new Copy(BORIS);
    const ops = [
      { action: "set", obj: "_root", key: bucketOf(TASK), value: 1, insert: false, pred: [] } as never,
    ];
    vandal.take(encodeChange({ ...honest, ops }));
    expect(vandal.record(TASK) === null || vandal.record(TASK)).toBeTruthy();
    recordIds(vandal.doc);
  });
});

describe("a damaged change", () => {
  test("is refused, whichever of its bits is flipped, and so is one that is cut short or followed by more", () => {
    const anna = new Copy(ANNA);
    anna.do(create(TASK, "task", { summary: "Offer", note: "Dear Ms Caller" }));
    const [bytes] = anna.made;
    expect(readChange(bytes!).hash).toBe(getHeads(anna.doc)[0]);
    for (let bit = 0; bit < bytes!.length * 8; bit++) {
      const flipped = Uint8Array.from(bytes!);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => readChange(flipped), `bit ${bit}`).toThrow();
    }
    for (let length = 0; length < bytes!.length; length++)
      expect(() => readChange(bytes!.subarray(0, length))).toThrow();
    expect(() => readChange(new Uint8Array([...bytes!, 0]))).toThrow();
    expect(() => readChange(anna.saved())).toThrow();
  });
});
