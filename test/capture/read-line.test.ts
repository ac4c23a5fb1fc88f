import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capturedFields } from "../../shared/capture/captured-fields.ts";
import { parsePhone } from "../../shared/capture/parse-phone.ts";
import { type CaptureContext, readLine } from "../../shared/capture/read-line.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { LOCALES, type Locale } from "../../shared/records/labels.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { cpuTime } from "../cpu-time.ts";
import { cs } from "./lines/cs.ts";
import { en } from "./lines/en.ts";
import type { Line } from "./lines/line.ts";
import { lv } from "./lines/lv.ts";
import { ru } from "./lines/ru.ts";
import { vi } from "./lines/vi.ts";
import { zh } from "./lines/zh.ts";

const LINES: Readonly<Record<Locale, readonly Line[]>> = { en, vi, lv, cs, "zh-CN": zh, ru };
const REGIONS: Readonly<Record<Locale, string>> = {
  en: "LV",
  vi: "VN",
  lv: "LV",
  cs: "CZ",
  "zh-CN": "CN",
  ru: "RU",
};

const context = (locale: Locale, more: Partial<CaptureContext> = {}): CaptureContext => ({
  locale,
  now: "2026-11-23T08:00:00Z",
  timeZone: "Europe/Riga",
  region: REGIONS[locale],
  hint: "call",
  principals: [
    { id: "A", name: "Principal A" },
    { id: "B", name: "Principal B" },
    { id: "L", name: "Parauga Vadītāja" },
    { id: "K", name: "Karel Příkladný" },
    { id: "R", name: "Вера Примерова" },
    { id: "Z", name: "李样本" },
  ],
  parsePhone,
  ...more,
});

describe.each(LOCALES)("a line in %s", (locale) => {
  it.each(LINES[locale].map((line) => [line.line, line] as const))(
    "%s",
    (_, { line, hint = "call", kind = hint, fields, rest = "", unsure = [] }) => {
      const reading = readLine(line, context(locale, { hint }));
      expect({ kind: reading.kind, fields: reading.fields, rest: reading.rest }).toEqual({
        kind,
        fields,
        rest,
      });
      expect(reading.chips.filter((chip) => chip.unsure).map((chip) => chip.field)).toEqual(unsure);
    },
  );

  it("has at least 25 examples", () => {
    expect(LINES[locale].length).toBeGreaterThanOrEqual(25);
  });
});

/** Letters, digits and signs of a text: what a person would miss. */
const substance = (text: string) => text.replace(/[\s\p{Cf},;:：，；、。.!?！？()（）[\]/|–—-]/gu, "");

const anyLine = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  // A pasted letter, longer than what is read of it.
  fc.string({
    unit: fc.constantFrom("a ", "for ", "re ", "😀", "😀a", "1", ", ", "по ", "关于"),
    minLength: 200,
    maxLength: 900,
  }),
  fc
    .string({ unit: "binary", maxLength: 80 })
    .map((text) => text.replaceAll("\0", "0").replaceAll("\uE001", "1")),
  fc.constantFrom(...LOCALES).chain((locale) => {
    const parts = LINES[locale].flatMap(({ line }) => line.split(/(?<=[\s,，])/));
    return fc
      .array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...parts) },
          fc.string({ unit: "grapheme", maxLength: 4 }),
        ),
        { maxLength: 14 },
      )
      .map((some) => some.join(""));
  }),
);
const anyContext = fc.record({
  locale: fc.constantFrom(...LOCALES),
  hint: fc.constantFrom("call" as const, "message" as const, "task" as const),
  parsePhone: fc.constantFrom(parsePhone, undefined),
});

describe("a second number", () => {
  const captured = (line: string) => capturedFields(readLine(line, context("en")));

  it("is noted, for a call is not about it", () => {
    expect(captured("Sample Caller +371 26123456 mob. +371 26123457")).toEqual({
      caller: "Sample Caller",
      phone: "+37126123456",
      note: "mob. +371 26123457",
    });
  });

  it("does not take what a call was about with it", () => {
    expect(captured("Sample Caller +371 26123456, invoice 20261123")).toMatchObject({
      subject: "invoice 20261123",
    });
  });
});

/** Fields whose words may be a part of a sentence too. */
const INSIDE = new Set([
  ...["callBackBy", "startedAt", "due"],
  ...["willCallAgain", "returnedYourCall", "cameToSeeYou", "wantsToSeeYou"],
]);

/** Whether a text is what is left of another when some of its characters are taken out. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let from = 0; from < whole.length; from++) if (whole[from] === part[at]) at++;
  return at === part.length;
}

describe("whatever is typed", () => {
  it("is in a chip or in the rest, in order, and nothing throws", () => {
    fc.assert(
      fc.property(anyLine, anyContext, (line, { locale, ...more }) => {
        const { chips, rest } = readLine(line, context(locale, more));
        const unread = (read: typeof chips) =>
          substance(
            [...line.split("")]
              .filter((_, at) => !read.some(({ span: [from, to] }) => from <= at && at < to))
              .join(""),
          );
        // What stands in the middle of a sentence is understood, and stays a part of the sentence.
        const always = chips.filter(({ field }) => !INSIDE.has(field));
        expect(isWithin(unread(chips), substance(rest))).toBe(true);
        expect(isWithin(substance(rest), unread(always))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays one line wherever a line is wanted, whatever ends it", () => {
    for (const end of ["\n", "\r", "\u2028"])
      expect(readLine(`sample caller${end}re visa${end}of the board`, context("en")).fields).toEqual({
        caller: "sample caller",
        subject: "visa",
      });
  });

  it("has chips inside the line that do not overlap, each with words of it", () => {
    fc.assert(
      fc.property(anyLine, anyContext, (line, { locale, ...more }) => {
        let end = 0;
        for (const { span, text } of readLine(line, context(locale, more)).chips) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(line.slice(...span)).toContain(text);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("makes a record that its kind takes", () => {
    fc.assert(
      fc.property(
        anyLine.filter((line) => line.isWellFormed()),
        anyContext,
        (line, { locale, ...more }) => {
          const principals = [{ id: "lasting.0123456789abcdef", name: "Principal A" }];
          const reading = readLine(line, context(locale, { ...more, principals }));
          const fields = capturedFields(reading);
          expect(KINDS[reading.kind]).toBeDefined();
          expect(
            validateAction(
              { do: "create", record: "2026-11.0123456789abcdef", kind: reading.kind, fields },
              undefined,
            ),
          ).toBeNull();
          expect(substance(Object.values(fields).join(" "))).toContain(substance(reading.rest));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is read without a blow-up, however often and however long", () => {
    for (const locale of LOCALES) {
      const lines = LINES[locale];
      for (const { line } of lines) readLine(line, context(locale));
      const taken = cpuTime(() => {
        for (let round = 0; round < 5; round++) for (const { line } of lines) readLine(line, context(locale));
      });
      expect(taken / (5 * lines.length)).toBeLessThan(40);
    }
    const taken = cpuTime(() => {
      readLine("tel 1 ".repeat(20_000), context("en"));
      readLine("9".repeat(100_000), context("en"));
      readLine(`${" ".repeat(50_000)}x`, context("lv"));
    });
    expect(taken).toBeLessThan(10_000);
  });
});

describe("a known caller", () => {
  const contacts = [
    { id: "lasting.c0", fn: "Sample Caller", org: "Baltic Sample Rail", tel: "+37126123456" },
  ];

  it("is named by the number, and the firm is filled in, both marked", () => {
    const { fields, chips, contact } = readLine("26 123 456 re visa", context("en", { contacts }));
    expect(fields).toEqual({
      phone: "+37126123456",
      subject: "visa",
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
    });
    expect(chips.filter(({ unsure }) => unsure).map(({ field }) => field)).toEqual([
      "caller",
      "organization",
    ]);
    expect(contact).toBe("lasting.c0");
  });

  it("is parted from the firm by the desk's knowing the name, where no comma does it", () => {
    expect(readLine("Sample Caller Baltic Sample Rail re visa", context("en", { contacts })).fields).toEqual({
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      phone: "+37126123456",
      subject: "visa",
    });
  });

  it("is found by name however it is typed", () => {
    expect(readLine("sample caller, re visa", context("en", { contacts })).fields).toMatchObject({
      organization: "Baltic Sample Rail",
      phone: "+37126123456",
    });
    expect(readLine("Another Caller", context("en", { contacts })).contact).toBeNull();
  });
});

describe("what is said of a caller", () => {
  it("is no part of the name, and makes no firm of what follows it", () => {
    const { fields, rest } = readLine("Sample Caller asks at one of the desks", context("en"));
    expect(fields).toEqual({ caller: "Sample Caller" });
    expect(rest).toBe("asks at one of the desks");
  });
});

describe("an hour that is spelled", () => {
  it.each([
    ["en", "Sample Caller, call back by three", "2026-11-23T13:00:00Z"],
    ["ru", "Образец, перезвонить к пяти часам", "2026-11-23T15:00:00Z"],
    ["cs", "Vzor, zavolat zpět v deset hodin", "2026-11-24T08:00:00Z"],
    ["lv", "Paraugs, atzvanīt plkst. trijos", "2026-11-23T13:00:00Z"],
  ] as const)("is read in %s: %s", (locale, line, callBackBy) => {
    expect(readLine(line, context(locale)).fields).toMatchObject({ callBackBy });
  });

  it.each([
    ["en", "Sample Caller, call back before two people leave"],
    ["ru", "Образец, перезвонить до двух недель"],
    ["cs", "Vzor, zavolat zpět do pěti dnů"],
  ] as const)("is no hour where it counts something, in %s: %s", (locale, line) => {
    expect(readLine(line, context(locale)).fields).not.toHaveProperty("callBackBy");
  });
});

describe("a number as it is dialled in another country", () => {
  const phoneIn = (line: string, otherRegions: readonly string[]) => {
    const { fields, chips } = readLine(line, context("en", { region: "LV", otherRegions }));
    return [fields.phone, chips.find(({ field }) => field === "phone")?.unsure];
  };

  it.each([
    ["CZ", "601 123 456", "+420601123456"],
    ["VN", "0912 345 678", "+84912345678"],
    ["CN", "138 0013 8000", "+8613800138000"],
    ["RU", "8 (916) 123-45-67", "+79161234567"],
    ["GB", "020 7946 0018", "+442079460018"],
  ])("is one of %s where somebody here may be given such a number, and marked: %s", (region, typed, e164) => {
    expect(phoneIn(`Sample Caller, ${typed}`, [region])).toEqual([e164, true]);
  });

  it("is sure in its own country, whatever else it could be", () => {
    expect(phoneIn("Sample Caller 26 123 456", ["CZ", "RU"])).toEqual(["+37126123456", false]);
  });

  it("is not lost where no country has it, and no count or sum becomes one", () => {
    expect(phoneIn("Sample Caller 07700 900123", ["GB"])).toEqual(["+447700900123", true]);
    expect(phoneIn("Sample Caller re 12 000 000 shares", [])[0]).toBeUndefined();
  });
});

describe("a line that was copied", () => {
  it("is read without the marks that nobody sees, with its number however it is printed", () => {
    for (const line of [
      "\u202aSample Caller\u202c \u2068+371 26 123 456\u2069",
      "Sample Caller, +371 26–123–456",
      "Sample Caller\u200b, +371 26\u2011123\u2011456",
    ])
      expect(capturedFields(readLine(line, context("en"))), line).toEqual({
        caller: "Sample Caller",
        phone: "+37126123456",
      });
  });

  it("has years, not a number, where it says two years", () => {
    for (const years of ["2026-2027", "2026–2027", "2026/2027"])
      expect(capturedFields(readLine(`Sample Caller re budget ${years}`, context("en")))).toEqual({
        caller: "Sample Caller",
        subject: `budget ${years}`,
      });
  });
});

describe("a number, before its rules are loaded", () => {
  it.each([
    ["+371 26 123 456 ext 45", "+37126123456;ext=45", false],
    ["00371 26123456", "+37126123456", false],
    ["26 123 456", "26 123 456", true],
  ])("%s is %s", (line, phone, unsure) => {
    const { fields, chips } = readLine(line, context("en", { parsePhone: undefined }));
    expect(fields.phone).toBe(phone);
    expect(chips.find(({ field }) => field === "phone")?.unsure).toBe(unsure);
  });
});

describe("what was not understood", () => {
  it("goes where a person looks for it", () => {
    const fields = (line: string, hint: CaptureContext["hint"]) =>
      capturedFields(readLine(line, context("en", { hint })));
    expect(fields("Sample Caller, wants the floor plan of the new office", "call")).toMatchObject({
      subject: "wants the floor plan of the new office",
    });
    expect(fields("Sample Caller re office, wants the floor plan of it all", "call")).toMatchObject({
      subject: "office",
      note: "wants the floor plan of it all",
    });
    expect(fields("Sample Caller re office, wants the floor plan of it all", "message")).toMatchObject({
      message: "office\nwants the floor plan of it all",
    });
    expect(fields("send the minutes", "task")).toEqual({ summary: "send the minutes" });
    expect(fields(`send ${"x".repeat(1200)}`, "task").note).toMatch(/^send x+$/);
  });
});
