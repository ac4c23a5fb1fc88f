import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchWords, SURE } from "../../extension/surfaces/state/match-words.ts";

const best = (typed: string, texts: readonly string[]) =>
  texts
    .map((text) => ({ text, score: matchWords(typed, [text]) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text);

describe("Words that are typed", () => {
  it("find a text by the beginnings of its words, in any order", () => {
    expect(matchWords("ass han", ["Hand over to Assistant 2"])).toBeGreaterThan(SURE);
    expect(matchWords("riga hotel", ["Riga board trip"])).toBe(0);
  });

  it("find it without case or diacritics, in each language", () => {
    for (const [typed, text] of [
      ["mainit", "Mainīt statusu"],
      ["ukol", "Nový úkol"],
      ["cuoc goi", "Tạo cuộc gọi"],
      ["dat han", "Đặt hạn"],
      ["звон", "Создать: звонок"],
      ["еще", "Ещё звонки"],
      ["电话", "拨打电话"],
    ] as const)
      expect(matchWords(typed, [text]), typed).toBeGreaterThan(SURE);
  });

  it("find it on the wrong keyboard of two", () => {
    expect(matchWords("pdjyjr", ["Создать: звонок"])).toBeGreaterThan(SURE);
    expect(matchWords("ефыл", ["New task"])).toBeGreaterThan(SURE);
  });

  it("put what was meant before what is possible", () => {
    expect(best("task", ["Go to Tasks", "Task board", "Multitasking", "Take a sick leave"])).toEqual([
      "Task board",
      "Go to Tasks",
      "Multitasking",
    ]);
    expect(best("gtq", ["Go to queue", "Grand tour quay"])[0]).toBe("Go to queue");
    expect(best("clndr", ["Calendar", "Candle"])).toEqual(["Calendar"]);
  });

  it("ask every typed word to fit", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (typed, text) => {
        const score = matchWords(typed, [text]);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThan(1.1);
        if (/[a-z]/i.test(text.normalize("NFKD"))) expect(matchWords(`${typed} zzqqxxzz`, [text])).toBe(0);
      }),
    );
  });
});
