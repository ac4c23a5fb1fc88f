import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { type AnswerMemory, keepLastAnswers } from "../../extension/background/ports/last-answers.ts";
import { type KeptAnswers, questionText, readAnswers } from "../../extension/port/last-answers.ts";
import type { Query } from "../../extension/port/surface.ts";
import { command, creation, type Device, device, keptMark, until } from "./world.ts";

const DAY = 86_400_000;

/** An engine that keeps its last answers, what it keeps them in, and what is kept of a question now. */
async function keeping(memory = kept(), begun?: Device) {
  const clock = { now: Date.now() };
  const one = begun ?? (await device({ session: keptMark() }));
  const engine = keepLastAnswers(one.engine, memory, {
    now: () => clock.now,
    later: (run, ms) => {
      const timer = setTimeout(run, Math.min(ms, 20));
      return () => clearTimeout(timer);
    },
    report: (error) => one.errors.push(error),
  });
  const told = (query: Query) => readAnswers(memory.now(), clock.now)[questionText(query)];
  return { one, engine, memory, clock, told };
}

function kept(): AnswerMemory & { now(): KeptAnswers | null } {
  let value: KeptAnswers | null = null;
  return {
    get: async () => structuredClone(value),
    set: async (next) => {
      value = structuredClone(next);
    },
    now: () => value,
  };
}

const firstRows = (desk: string) => ({
  q: "rows" as const,
  desk,
  order: "at" as const,
  grouped: true as const,
});
const titles = (page: unknown) => (page as { rows: { title: string }[] }).rows.map(({ title }) => title);

describe("What the desk page was told last", () => {
  test("is kept for the next one, made anew behind each change, and told by a background that began anew", async () => {
    const { one, engine, memory, told } = await keeping();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const rows = firstRows(desk);
    await engine.answer(rows);
    await until(async () => told(rows) && titles(told(rows)).length === 0);
    await engine.submit(desk, [creation("task", { summary: "Book room 4" }).command]);
    // Nobody asks: it is worked out again all the same.
    await until(async () => told(rows) && titles(told(rows))[0] === "Book room 4");
    const after = await keeping(memory, one);
    expect(titles(after.told(rows))).toEqual(["Book room 4"]);
    // What an earlier life kept goes with the first change in the next one.
    await after.engine.submit(desk, [creation("task", { summary: "Send the annex" }).command]);
    await until(async () => told(rows) && titles(told(rows)).length === 2);
    expect(one.errors).toEqual([]);
  });

  test("is nothing from the moment in which something changed until it is told anew", async () => {
    const { engine, told } = await keeping();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const made = creation("task", { summary: "Book room 4" });
    await engine.submit(desk, [made.command]);
    await engine.answer(firstRows(desk));
    await until(async () => told(firstRows(desk)));
    const seen: unknown[] = [];
    engine.onChange(() => setTimeout(() => seen.push(told(firstRows(desk)))));
    const action = { do: "set" as const, record: made.id, field: "summary", value: "Book room 5" };
    await engine.submit(desk, [command(action)]);
    await until(async () => seen.length > 0);
    expect(JSON.stringify(seen)).not.toContain("Book room 4");
  });

  test("is gone when it locks, when its desk is removed, and on another day", async () => {
    const { engine, told, memory, clock } = await keeping();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const other = await engine.desks.create("Foundation", "Assistant 1");
    const ask = async (id: string) => {
      await engine.answer(firstRows(id));
      await until(async () => told(firstRows(id)) !== undefined);
    };
    await ask(desk);
    await ask(other);
    await engine.desks.remove(other);
    await until(async () => told(firstRows(other)) === undefined && told(firstRows(desk)) !== undefined);
    clock.now += DAY;
    expect(told(firstRows(desk))).toBeUndefined();
    clock.now -= DAY;
    await engine.lock.set("a passphrase of some words", null);
    await ask(desk);
    await engine.lock.lock();
    await until(async () => memory.now() === null);
    await new Promise((later) => setTimeout(later, 60));
    expect(JSON.stringify(memory.now())).not.toContain(desk);
  });

  test("is of a list's beginning alone: neither a search nor a record is kept", async () => {
    const { engine, memory, told } = await keeping();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const { id, command: made } = creation("task", { summary: "Book room 4" });
    await engine.submit(desk, [made]);
    await engine.answer({ ...firstRows(desk), search: "room" });
    await engine.answer({ ...firstRows(desk), offset: 40 });
    await engine.answer({ q: "record", desk, id });
    const counts = { q: "counts", desk } as const;
    await engine.answer(counts);
    await until(async () => told(counts) !== undefined);
    // What desks there are may have been worked out anew meanwhile.
    const others = Object.keys(memory.now()?.answers ?? {}).filter(
      (each) => each !== questionText({ q: "state" }),
    );
    expect(others).toEqual([questionText(counts)]);
  });
});
