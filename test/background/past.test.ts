import "fake-indexeddb/auto";
import { save } from "@automerge/automerge/slim";
import { expect, test } from "vitest";
import { claimStore } from "../../extension/background/storage/store.ts";
import { openDocuments } from "../../extension/background/work/documents.ts";
import { receiveDocuments } from "../../extension/background/work/receive-documents.ts";
import { packShown, shownOf } from "../../shared/documents/shown.ts";
import { ANNA, Copy, create, set } from "../documents/desk-document.ts";
import { automerge, command, device } from "./world.ts";

/** A browser that was given two months by a base and ended then; started again by `start`. */
async function givenMonths() {
  await automerge();
  const { engine, db, profile } = await device();
  const desk = await engine.desks.create("Board office", "Assistant 1");
  engine.close();
  const base = ["2026-10", "2026-11"].map((document) => {
    const anna = new Copy(ANNA);
    anna.do(create(`${document}.task`, "task", { summary: `Offer of ${document}`, thread: "mail 1" }));
    anna.do(set(`${document}.task`, "summary", `Our offer of ${document}`));
    anna.do(create(`${document}.gone`, "task", { summary: "nobody wants this" }));
    anna.do(set(`${document}.gone`, "deletedAt", "2026-11-23T08:00:00.000Z"));
    return { document, saved: save(anna.doc), acts: [], shown: packShown(shownOf(anna.doc)) };
  });
  const anna = new Copy(ANNA);
  anna.do(create("lasting.principal", "principal", { name: "Principal A" }));
  base.push({ document: "lasting", saved: save(anna.doc), acts: [], shown: packShown(shownOf(anna.doc)) });
  const [store, me] = [claimStore(db, "test"), await engine.deviceOn(desk)];
  const documents = openDocuments(store, engine.deviceOn, automerge);
  await receiveDocuments(store, documents, desk, me, base, "2026-11-23T08:00:00.000Z");
  expect(await db.count("past")).toBe(3);
  expect(await db.count("records")).toBe(0);
  return { desk, db, start: (options = {}) => device({ profile, ...options }) };
}

test("months that came with a base are listed, opened, found and written upon as if they had never been packed", async () => {
  const asks: ((given: Awaited<ReturnType<typeof device>>["engine"], desk: string) => Promise<void>)[] = [
    async (engine, desk) => {
      const { rows, total } = await engine.answer({ q: "rows", desk, limit: 1, order: "at" });
      expect([total, rows.length]).toEqual([3, 1]);
    },
    async (engine, desk) => {
      const seen = await engine.answer({ q: "record", desk, id: "2026-10.task" });
      expect(seen?.record.fields.summary).toBe("Our offer of 2026-10");
      expect(seen?.history.length).toBeGreaterThan(0);
    },
    async (engine, desk) => {
      expect((await engine.answer({ q: "rows", desk, limit: 9, search: "our offer" })).total).toBe(2);
    },
    async (engine, desk) => {
      expect((await engine.answer({ q: "rows", desk, limit: 9, thread: "mail 1" })).total).toBe(2);
    },
    async (engine, desk) => {
      const change = { do: "set", record: "2026-10.task", field: "urgent", value: true } as const;
      const { undo } = await engine.submit(desk, [command(change)]);
      expect(undo).toHaveLength(1);
      const seen = await engine.answer({ q: "record", desk, id: "2026-10.task" });
      expect(seen?.record.fields).toMatchObject({ summary: "Our offer of 2026-10", urgent: true });
    },
    async (engine, desk) => {
      expect(await engine.contents.records(desk, null)).toHaveLength(5);
    },
    async (engine, desk) => {
      const known = await engine.answer({ q: "records", desk, kinds: ["principal"] });
      expect(known.map(({ fields }) => fields.name)).toEqual(["Principal A"]);
    },
  ];
  for (const ask of asks) {
    const { desk, db, start } = await givenMonths();
    const { engine, errors } = await start();
    await ask(engine, desk);
    await engine.settled();
    expect(await db.count("past")).toBe(0);
    expect((await engine.answer({ q: "rows", desk, limit: 9, search: "our offer" })).total).toBe(2);
    expect((await engine.answer({ q: "rows", desk, limit: 9 })).total).toBe(3);
    expect(errors).toEqual([]);
    engine.close();
  }
});

test("a page of a list is shown before any month of it is unpacked, with what was done to its records", async () => {
  const { desk, db, start } = await givenMonths();
  const me = (await start({ start: false })).engine;
  const { rows, total } = await me.answer({ q: "rows", desk, limit: 9, order: "at" });
  expect([total, rows.length, await db.count("past"), await db.count("records")]).toEqual([3, 3, 3, 0]);
  const change = { do: "set", record: "2026-10.task", field: "summary", value: "Changed" } as const;
  await me.submit(desk, [command(change)]);
  expect(await db.count("past")).toBe(1);
  const again = await me.answer({ q: "rows", desk, limit: 9, order: "at" });
  expect(again.rows.map(({ title }) => title)).toContain("Changed");
  await me.settled();
  const others = (shown: typeof rows) => shown.filter(({ id }) => id !== "2026-10.task");
  const unpacked = await me.answer({ q: "rows", desk, limit: 9, order: "at" });
  expect(others(unpacked.rows)).toEqual(others(rows));
  expect(unpacked.rows.map(({ title }) => title)).toEqual(again.rows.map(({ title }) => title));
  me.close();
});
