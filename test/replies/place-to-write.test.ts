import { describe, expect, it } from "vitest";
import { placeToWrite } from "../../shared/replies/place-to-write.ts";

const LETTER = "Dear Sample Caller,\n\nThank you for your letter.\n\nYours sincerely,\nMia Example\n";
const around = (letter: string) => {
  const [from, to] = placeToWrite(letter);
  return [letter.slice(Math.max(0, from - 7), from), letter.slice(from, to), letter.slice(to, to + 7)];
};

describe("Writing goes on", () => {
  it("at the end of what a letter says, before its close", () => {
    expect(around(LETTER)).toEqual(["letter.", "", "\n\nYours"]);
  });

  it("in the first gap, which the first key replaces", () => {
    expect(around(LETTER.replace("your letter", "your [message]"))).toEqual([
      "r your ",
      "[message]",
      ".\n\nYour",
    ]);
  });

  it("at the end where there is no close, and at the beginning of nothing", () => {
    expect(around("Thank you")).toEqual(["ank you", "", ""]);
    expect(placeToWrite("")).toEqual([0, 0]);
  });
});
