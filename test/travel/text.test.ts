import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOrder, findDates } from "../../shared/travel/text/dates.ts";
import { decodeText } from "../../shared/travel/text/decode.ts";
import { htmlToText } from "../../shared/travel/text/html-text.ts";
import { toLines } from "../../shared/travel/text/lines.ts";
import { findMoney } from "../../shared/travel/text/money.ts";
import { findTimes } from "../../shared/travel/text/times.ts";

const days = (text: string) =>
  findDates(text, dayOrder(text).order).map(({ year, month, day }) => [year, month, day]);
const times = (text: string) =>
  findTimes(text).map(({ hour, minute, nextDay }) => [hour, minute, ...(nextDay ? [nextDay] : [])]);

describe("days in a text", () => {
  it.each([
    ["Thu, 3 Dec 2026", 2026, 12, 3],
    ["December 3rd, 2026", 2026, 12, 3],
    ["3. prosince 2026", 2026, 12, 3],
    ["2026. gada 3. decembrī", 2026, 12, 3],
    ["3 grudnia 2026", 2026, 12, 3],
    ["le 3 décembre 2026", 2026, 12, 3],
    ["3 de diciembre de 2026", 2026, 12, 3],
    ["3 декабря 2026 г.", 2026, 12, 3],
    ["ngày 3 tháng 12 năm 2026", 2026, 12, 3],
    ["2026年12月3日", 2026, 12, 3],
    ["03.12.2026", 2026, 12, 3],
    ["03DEC26", 2026, 12, 3],
    ["2026-12-03", 2026, 12, 3],
    ["12/25/2026", 2026, 12, 25],
    ["Di 11. August 2026: Hamburg – Lissabon", 2026, 8, 11],
  ])("%s", (text, year, month, day) => {
    expect(days(text)).toEqual([[year, month, day]]);
  });

  it("are none where the calendar has no such day", () => {
    expect(days("31.02.2026 and 30 February 2026")).toEqual([]);
  });

  it("are two in a range that names its month once", () => {
    expect(days("3–5 May 2026")).toEqual([
      [2026, 5, 3],
      [2026, 5, 5],
    ]);
  });

  it("of every year from 1990 to 2100 are read back from the form in which a language writes them", () => {
    const locales = ["en-GB", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "lv", "vi", "ru", "zh", "ja"];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }),
        (locale, date) => {
          const text = new Intl.DateTimeFormat(locale, {
            day: "numeric",
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          }).format(date);
          expect(days(text)).toEqual([[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]]);
        },
      ),
    );
  });
});

describe("times of day in a text", () => {
  it.each([
    ["10:15", [10, 15]],
    ["7:30 PM", [19, 30]],
    ["12 am", [0, 0]],
    ["17h50", [17, 50]],
    ["um 15.00 Uhr", [15, 0]],
    ["下午3:20", [15, 20]],
    ["9時30分", [9, 30]],
    ["15:45 +1", [15, 45, 1]],
    ["02:40 Uhr +1 Tag", [2, 40, 1]],
    ["06:40 (+1)", [6, 40, 1]],
  ])("%s", (text, time) => {
    expect(times(text)).toEqual([time]);
  });

  it("are neither durations, nor the moment of printing, nor how long a ticket is valid", () => {
    expect(times("2:30 h")).toEqual([]);
    expect(times("printed 11:10:45")).toEqual([]);
    expect(times("09/08 00:00 – 10/08 24:00")).toEqual([]);
  });
});

describe("amounts in a text", () => {
  it.each([
    ["€ 1.234,50", 1234.5, "EUR"],
    ["1,234.50 USD", 1234.5, "USD"],
    ["3 450 руб.", 3450, "RUB"],
    ["3.600.000 ₫", 3_600_000, "VND"],
    ["890,00 zł", 890, "PLN"],
    ["38,000円", 38_000, "JPY"],
  ])("%s", (text, amount, currency) => {
    expect(findMoney(text)).toMatchObject([{ amount, currency }]);
  });
});

describe("the lines of a mail", () => {
  it("lose the head of a forwarded mail, so that the day it was sent is no day of travel", () => {
    const text =
      "See below\n---------- Forwarded message ---------\nFrom: A <a@example.com>\nDate: 10 May 2026 09:12\nSubject: x\n\nDeparture: 4 June 2026";
    expect(toLines(text).map((line) => line.text)).toEqual(["See below", "Departure: 4 June 2026"]);
  });

  it("are a line per row of a table and a cell per column", () => {
    const text = htmlToText(
      "<table><tr><td>Riga</td><td><b>10:15</b></td></tr><tr><td>Berlin</td><td>11:20</td></tr></table><script>x</script>",
    );
    expect(
      toLines(text).map((line) => line.cells.map((cell) => line.text.slice(cell.start, cell.end))),
    ).toEqual([
      ["Riga", "10:15"],
      ["Berlin", "11:20"],
    ]);
  });
});

describe("the text of bytes", () => {
  const page = "<p>Hotel Ānē, Rīga</p>";
  const wide = (at: (unit: number) => number[]) =>
    Uint8Array.from([...page].flatMap((letter) => at(letter.charCodeAt(0))));

  it.each([
    ["little end first", wide((unit) => [unit & 255, unit >> 8])],
    ["big end first", wide((unit) => [unit >> 8, unit & 255])],
  ])("is read as UTF-16 without a mark, %s", (_, bytes) => {
    expect(decodeText(bytes)).toBe(page);
  });
});
