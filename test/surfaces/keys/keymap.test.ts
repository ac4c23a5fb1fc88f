import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isSingle } from "../../../extension/surfaces/keys/chord.ts";
import { KEY_IDS, KEYMAP, type Place } from "../../../extension/surfaces/keys/keymap.ts";

const root = fileURLToPath(new URL("../../../extension/surfaces/", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/.test(path) && !path.endsWith("keymap.ts"),
);
const sources = files.map(read);

/** Ids that something does: a handler, or a field of its own that asks whether it was pressed. */
const isDone = (id: string) =>
  sources.some(
    (source) =>
      source.includes(`"${id}": `) ||
      (!id.includes(".") && new RegExp(`\\n    ${id}: \\(`).test(source)) ||
      source.includes(`which("${id}"`) ||
      source.includes(`is("${id}")`),
  );

describe("The keymap", () => {
  it("names no key that nothing handles", () => {
    expect(KEY_IDS.filter((id) => !isDone(id))).toEqual([]);
  });

  it("is the only place that knows keys: no other file compares one", () => {
    // A widget (tabs, a combobox, a grid) has the keys of its ARIA pattern, wherever it stands.
    const widgets = /^(?:components|rows)\//;
    const compares = /event\.(?:key|code)\s*[!=]==|\bcase "(?:Enter|Escape|Arrow\w+)"/;
    expect(files.filter((path) => !widgets.test(path) && compares.test(read(path)))).toEqual([]);
  });

  it("gives no key two meanings in one place, but where a field has it for itself", () => {
    const own = ["capture", "palette"];
    for (const place of ["desk", "sidebar", "popup"] as Place[]) {
      const keys = KEY_IDS.filter(
        (id) => KEYMAP[id].in.includes(place) && !own.includes(KEYMAP[id].group),
      ).flatMap((id) => KEYMAP[id].keys);
      expect(keys.length, place).toBe(new Set(keys).size);
    }
  });

  it("has no single key that works while a person types, and a way without one to help and palette", () => {
    for (const id of KEY_IDS)
      if ("typing" in KEYMAP[id] && id !== "help.open")
        expect(KEYMAP[id].keys.filter(isSingle), id).toEqual([]);
    for (const id of ["help.open", "palette.open"] as const)
      expect(KEYMAP[id].keys.some((key) => !isSingle(key))).toBe(true);
  });

  it("takes nothing that browsers keep for themselves, but for the key for printing, which prints all the same", () => {
    const kept = ["Mod+t", "Mod+n", "Mod+w", "Mod+l", "Mod+r", "Mod+f", "Mod+d", "Mod+s", "Mod+c", "Mod+v"];
    expect(KEY_IDS.flatMap((id) => KEYMAP[id].keys).filter((key) => kept.includes(key))).toEqual([]);
  });
});
