import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupPhone, parsePhone } from "../../shared/capture/parse-phone.ts";
import { storedPhone } from "../../shared/capture/written-phone.ts";

const read = (typed: string, region = "LV") => storedPhone(typed, parsePhone, region);

describe("A number that is typed into a field", () => {
  it("is stored as E.164, however it is grouped", () => {
    for (const typed of ["+371 26 123 456", "+37126123456", "00371 26-123-456", "26 123 456", " 26123456 "])
      expect(read(typed), typed).toBe("+37126123456");
    expect(read("0912 345 678", "VN")).toBe("+84912345678");
  });

  it("is the same copied from an address book, from print, or typed wide", () => {
    for (const typed of [
      "\u202a+371 26 123 456\u202c",
      "\u2068+371\u00a026\u00a0123\u00a0456\u2069",
      "+371 26\u2011123\u2011456",
      "+371 26–123–456",
      "＋３７１ ２６１２３４５６",
    ])
      expect(read(typed), typed).toBe("+37126123456");
  });

  it("keeps its extension as RFC 3966 writes it, whatever it is called", () => {
    for (const joined of [
      " ext. ",
      " ext ",
      ";ext=",
      " · ",
      " доб. ",
      " linka ",
      " máy lẻ ",
      " 转 ",
      " iekš. ",
      ", x",
    ])
      expect(read(`+371 26 123 456${joined}45`), joined).toBe("+37126123456;ext=45");
  });

  it("stays as it is where the rules make no number of it", () => {
    for (const typed of ["reception", "112", "26 123 456 or 26 123 457", "ask Mia", ""])
      expect(read(typed), typed).toBe(typed);
  });

  it("comes back the same from how it is shown", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 29_999_999 }),
        fc.option(fc.integer({ min: 1, max: 99_999 })),
        (national, ext) => {
          const stored = `+371${national}${ext === null ? "" : `;ext=${ext}`}`;
          const shown = `${groupPhone(`+371${national}`)}${ext === null ? "" : ` доб. ${ext}`}`;
          expect(read(shown, "")).toBe(stored);
        },
      ),
    );
  });
});
