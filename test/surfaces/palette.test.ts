import { describe, expect, it } from "vitest";
import { type Choice, rank } from "../../extension/surfaces/palette/choices.ts";

const choice = (label: string, changes: Partial<Choice> = {}): Choice => ({
  id: label,
  group: "Do",
  label,
  run: () => {},
  ...changes,
});
const labels = ({ flat }: ReturnType<typeof rank>) => flat.map(({ label }) => label);

describe("The palette", () => {
  it("shows at first what is meant for that, as it comes", () => {
    const shown = rank(" ", [choice("Take it"), choice("Language: Latviešu", { first: false })], []);
    expect(labels(shown)).toEqual(["Take it"]);
  });

  it("puts what was found behind what was surely meant and before guesses", () => {
    const found = [choice("Tasty lunch for the board", { group: "Found" })];
    const all = [choice("Tickets a la sauce", { group: "Guess" }), choice("New task", { group: "New" })];
    expect(labels(rank("task", all, found))).toEqual(["New task", "Tasty lunch for the board"]);
    expect(labels(rank("tast", all, found))).toEqual(
      ["Tasty lunch for the board", "Tickets a la sauce"].slice(0, 1),
    );
    expect(labels(rank("tcks", all, found))).toEqual(["Tasty lunch for the board", "Tickets a la sauce"]);
  });

  it("is sure of a word for word fit alone, so that Enter waits for a search otherwise", () => {
    const all = [choice("New task")];
    expect(rank("new task", all, []).sure).toBe(true);
    expect(rank("nwtsk", all, []).sure).toBe(false);
    expect(rank("", all, []).sure).toBe(true);
  });

  it("lists groups in one piece, and the options in the order of the groups", () => {
    const { groups, flat } = rank(
      "new",
      [
        choice("New call", { group: "A" }),
        choice("Renewal", { group: "B" }),
        choice("New trip", { group: "A" }),
      ],
      [],
    );
    expect(groups.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(flat).toEqual(groups.flatMap((group) => group.choices));
  });

  it("finds by other words too", () => {
    expect(labels(rank("new task", [choice("Создать: задача", { also: ["new task"] })], []))).toHaveLength(1);
  });
});
