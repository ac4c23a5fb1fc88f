import { describe, expect, it } from "vitest";
import { isChord, isSingle, type Pressed, showChord } from "../../../extension/surfaces/keys/chord.ts";

const pressed = (
  key: string,
  code: string,
  ...held: readonly ("ctrl" | "meta" | "alt" | "shift")[]
): Pressed => ({
  key,
  code,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
});

describe("A chord", () => {
  it("is its letter, on a Latin and on a Russian keyboard, with Caps Lock too", () => {
    expect(isChord("j", pressed("j", "KeyJ"), false)).toBe(true);
    expect(isChord("j", pressed("о", "KeyJ"), false)).toBe(true);
    expect(isChord("j", pressed("J", "KeyJ"), false)).toBe(true);
    expect(isChord("z", pressed("z", "KeyY"), false)).toBe(true);
    expect(isChord("y", pressed("z", "KeyY"), false)).toBe(false);
  });

  it("is not a letter with a key held that it does not name", () => {
    expect(isChord("j", pressed("J", "KeyJ", "shift"), false)).toBe(false);
    for (const held of ["ctrl", "meta", "alt"] as const)
      expect(isChord("j", pressed("j", "KeyJ", held), false), held).toBe(false);
  });

  it("has Ctrl where a Mac has ⌘", () => {
    expect(isChord("Mod+k", pressed("k", "KeyK", "ctrl"), false)).toBe(true);
    expect(isChord("Mod+k", pressed("л", "KeyK", "ctrl"), false)).toBe(true);
    expect(isChord("Mod+k", pressed("k", "KeyK", "meta"), true)).toBe(true);
    expect(isChord("Mod+k", pressed("k", "KeyK", "ctrl"), true)).toBe(false);
    expect([showChord("Mod+k", false), showChord("Mod+k", true), showChord("Escape", false)]).toEqual([
      "Ctrl K",
      "⌘ K",
      "Esc",
    ]);
  });

  it("is known by its place where Alt makes another sign of it, and digits by theirs", () => {
    expect(isChord("Alt+n", pressed("˜", "KeyN", "alt"), true)).toBe(true);
    expect(isChord("Alt+n", pressed("Dead", "KeyN", "alt"), true)).toBe(true);
    expect(isChord("Alt+1", pressed("&", "Digit1", "alt"), false)).toBe(true);
  });

  it("leaves it to the keyboard whether a sign needs Shift", () => {
    expect(isChord("?", pressed("?", "Slash", "shift"), false)).toBe(true);
    expect(isChord("/", pressed("/", "Digit7", "shift"), false)).toBe(true);
    expect(isChord("/", pressed("?", "Slash", "shift"), false)).toBe(false);
  });

  it("can be turned off where it is one character alone", () => {
    expect(["j", "?", "Mod+k", "Enter", "Escape"].filter(isSingle)).toEqual(["j", "?"]);
  });
});
