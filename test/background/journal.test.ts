import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { Database } from "../../extension/background/storage/database.ts";
import { openJournal } from "../../extension/background/work/journal.ts";
import { newItemId } from "../../shared/records/new-record.ts";
import { command, creation, device, random } from "./world.ts";

/** A journal, and how many transactions it has written. */
async function journal() {
  const { db, engine } = await device({ start: false });
  const desk = await engine.desks.create("Board office", "Assistant 1");
  let writes = 0;
  const counting = new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === "transaction") writes++;
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) as Database;
  const opened = openJournal(counting, engine.deviceOn, () => newItemId(random(16)));
  return {
    db,
    desk,
    write: (...of: Parameters<typeof opened.write>) => opened.write(...of),
    writes: () => writes,
  };
}

describe("What is submitted at once", () => {
  test("goes down in one write behind the one that is under way", async () => {
    const { db, desk, write, writes } = await journal();
    const made = Array.from({ length: 50 }, (_, n) => creation("task", { summary: `Matter ${n}` }));
    const answers = await Promise.all(made.map((one) => write(desk, [one.command])));
    expect(answers.map(({ written }) => written.map(({ id }) => id))).toEqual(made.map(({ id }) => [id]));
    expect((await db.getAll("journal")).map((entry) => entry.command.id)).toEqual(
      made.map((one) => one.command.id),
    );
    expect(writes()).toBeLessThanOrEqual(2);
  });

  test("is kept although one of it cannot be, which alone is told why", async () => {
    const { db, desk, write } = await journal();
    const [first, last] = [creation("task", { summary: "First" }), creation("task", { summary: "Last" })];
    const nowhere = command({ do: "set", record: "2026-11.nowhere", field: "summary", value: "Nothing" });
    const half = [creation("task", { summary: "Half" }).command, nowhere];
    const nameless = command({ do: "create", record: "nameless", kind: "task", fields: { summary: "None" } });
    const answers = await Promise.allSettled([
      write(desk, [first.command]),
      write(desk, half),
      write(desk, [nameless]),
      write(desk, [last.command]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect((await db.getAll("journal")).map((entry) => entry.command.id)).toEqual([
      first.command.id,
      last.command.id,
    ]);
    expect((await db.getAll("records")).map(({ id }) => id).sort()).toEqual([first.id, last.id].sort());
  });

  test("builds on what came before it, and takes back no more than itself", async () => {
    const { desk, write } = await journal();
    const task = creation("task", { summary: "One" });
    const set = (value: string) => command({ do: "set", record: task.id, field: "summary", value });
    const [, second, third] = await Promise.all([
      write(desk, [task.command]),
      write(desk, [set("Two")]),
      write(desk, [set("Three")]),
    ]);
    expect(second.undo.map(({ action }) => action)).toMatchObject([{ do: "set", value: "One" }]);
    expect(third.undo.map(({ action }) => action)).toMatchObject([{ do: "set", value: "Two" }]);
  });

  test("is taken back to where it began: a first decision to none", async () => {
    const { db, desk, write } = await journal();
    const task = creation("task", { summary: "One" });
    await write(desk, [task.command]);
    const status = async () => (await db.get("records", [desk, task.id]))?.record.fields.status;
    const { undo } = await write(desk, [
      command({ do: "set", record: task.id, field: "status", value: "completed" }),
    ]);
    expect(await status()).toBe("completed");
    await write(desk, undo);
    expect(await status()).toBeUndefined();
  });

  test("is not taken back where somebody has changed it since, and what they meant stays", async () => {
    const { db, desk, write } = await journal();
    const [anna, berta] = ["aa".repeat(16), "bb".repeat(16)];
    const task = creation("task", { summary: "One" });
    await write(desk, [task.command]);
    const claim = (by: string) => command({ do: "set", record: task.id, field: "assignee", value: by });
    const mine = await write(desk, [claim(anna)]);
    const theirs = await write(desk, [claim(berta)]);
    await expect(write(desk, mine.undo)).rejects.toMatchObject({ code: "changed-since" });
    const assignee = async () => (await db.get("records", [desk, task.id]))?.record.fields.assignee;
    expect(await assignee()).toBe(berta);
    const back = await write(desk, theirs.undo);
    expect(await assignee()).toBe(anna);
    await write(desk, back.undo);
    expect(await assignee()).toBe(berta);
  });

  test("counts once where it is said twice", async () => {
    const { db, desk, write } = await journal();
    const task = creation("task", { summary: "Once" });
    const answers = await Promise.all([task, task, task].map((one) => write(desk, [one.command])));
    expect(answers.map(({ written }) => written.length)).toEqual([1, 0, 0]);
    expect(await db.count("journal")).toBe(1);
  });
});
