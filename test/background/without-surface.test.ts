import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { giveReader } from "../../extension/background/browser/line-reader.ts";
import { recordOfLine } from "../../extension/background/browser/read-line.ts";
import { withoutSurface } from "../../extension/background/browser/without-surface.ts";
import { creation, device, random } from "./world.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");

test("who is on several desks is led to what presses first on any of them, and told to which one a line goes", async () => {
  giveReader(recordOfLine);
  const { engine } = await device();
  const alone = withoutSurface(engine, { now: () => NOW, random, languages: ["en-GB"] });
  const office = await engine.desks.create("Board office", "Assistant 1");
  const task = async (desk: string, fields: Record<string, string | boolean>) => {
    const made = creation("task", { assignee: await engine.personOn(desk), ...fields });
    await engine.submit(desk, [made.command]);
    return made.id;
  };
  expect(await alone.nextDue()).toBeNull();
  const here = await task(office, { summary: "Book room 4", due: "2026-11-25" });
  expect(await alone.nextDue()).toBe(here);
  expect(await alone.preview("Sample Caller called")).not.toContain("Board office");

  const foundation = await engine.desks.create("Foundation", "Assistant 1");
  await engine.desks.choose(office);
  const there = await task(foundation, { summary: "Visa letters", due: "2026-11-24T09:00:00Z" });
  expect(await alone.nextDue()).toBe(`all:today/${foundation}:${there}`);
  const urgent = await task(office, { summary: "Ring the court", urgent: true });
  expect(await alone.nextDue(), "what is urgent comes before what is due").toBe(urgent);
  expect(await alone.preview("Sample Caller called")).toMatch(/ · Board office$/);
});

test("a locked browser's address bar, menus and keys tell nothing of any desk, and change nothing there", async () => {
  giveReader(recordOfLine);
  const one = await device();
  const alone = withoutSurface(one.engine, { now: () => NOW, random, languages: ["en-GB"] });
  const desk = await one.engine.desks.create("Board office", "Assistant 1");
  const assignee = await one.engine.personOn(desk);
  const due = creation("task", { assignee, summary: "Canary of the desk", due: "2026-11-24" });
  const free = creation("task", { summary: "Nobody's" });
  await one.engine.submit(desk, [due.command, free.command]);
  expect(await alone.nextDue()).toBe(due.id);
  await one.engine.lock.set("right horse battery", null);
  await one.engine.lock.lock();
  expect(await alone.preview("Sample Caller called")).toBe("");
  expect(await alone.save("Sample Caller called")).toBe(false);
  expect(await alone.nextDue()).toBe(null);
  expect(await alone.claim(free.id, null)).toBe(false);
  await one.engine.lock.unlock("right horse battery");
  await one.engine.settled();
  const left = await one.engine.answer({ q: "rows", desk });
  expect(left.rows.map(({ id }) => id).sort()).toEqual([due.id, free.id].sort());
  expect(left.rows.find(({ id }) => id === free.id)?.assignee).toBe(null);
});
