import { expect, test } from "vitest";
import { listIn, readOpening } from "../../extension/port/last-opening.ts";

test("what a page noted is read as it was written", () => {
  const noted = { locale: "lv", lists: { call: { q: "rows", desk: "aa", offset: 0, limit: 32 } } } as const;
  expect(readOpening(JSON.stringify(noted))).toEqual(noted);
});

test.each([null, "", "{", "{}"])("a page that noted %j begins with nothing", (written) => {
  expect(readOpening(written)).toEqual({ locale: "", lists: {} });
});

test("an address names its list, with or without a record beside it", () => {
  expect(["", "#", "#call", "#call/2026-11.0123456789abcdef"].map(listIn)).toEqual(["", "", "call", "call"]);
});
