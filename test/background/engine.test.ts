import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { command, creation, device } from "./world.ts";

describe("a desk on one device", () => {
  test("shows a captured call before Automerge is loaded, and the same after", async () => {
    let load!: () => void;
    const cold = new Promise<void>((resolve) => {
      load = resolve;
    });
    const { automerge } = await import("./world.ts");
    const { engine } = await device({ automerge: () => cold.then(automerge) });
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const call = creation("call", {
      caller: "Sample Caller",
      phone: "+37126123456",
      subject: "contract renewal",
    });
    await engine.submit(desk, [call.command]);
    const query = { q: "record", desk, id: call.id } as const;
    const before = await engine.answer(query);
    expect(before?.record.fields.caller).toBe("Sample Caller");
    load();
    await engine.settled();
    const after = await engine.answer(query);
    expect(after?.record.fields).toEqual(before?.record.fields);
    expect(after?.history.map(({ field }) => field)).toEqual([""]);
  });

  test("tells who changed which field, from what to what", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const task = creation("task", { summary: "Send annex" });
    await engine.submit(desk, [task.command]);
    await engine.settled();
    await engine.submit(desk, [
      command({ do: "set", record: task.id, field: "summary", value: "Send signed annex" }),
    ]);
    await engine.settled();
    const view = await engine.answer({ q: "record", desk, id: task.id });
    expect(view?.history[0]).toMatchObject({
      field: "summary",
      before: "Send annex",
      after: "Send signed annex",
      by: await engine.deviceOn(desk),
    });
  });

  test("edits a text by splices made on what the person saw", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const reply = creation("reply", { subject: "Re: contract", body: "Dear Ms Caller," });
    await engine.submit(desk, [reply.command]);
    const edit = (base: string, index: number, remove: number, insert: string) =>
      command({ do: "edit", record: reply.id, field: "body", base, splice: { index, remove, insert } });
    await engine.submit(desk, [edit("Dear Ms Caller,", 15, 0, "\nthank you.")]);
    await engine.settled();
    // Made by a surface that had not seen the last edit yet.
    await engine.submit(desk, [edit("Dear Ms Caller,", 5, 2, "Mrs")]);
    await engine.settled();
    const view = await engine.answer({ q: "record", desk, id: reply.id });
    expect(view?.record.fields.body).toBe("Dear Mrs Caller,\nthank you.");
  });

  test("takes a command said twice only once", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const reply = creation("reply", { body: "a" });
    await engine.submit(desk, [reply.command]);
    const edit = command({
      do: "edit",
      record: reply.id,
      field: "body",
      base: "a",
      splice: { index: 1, remove: 0, insert: "b" },
    });
    await Promise.all([engine.submit(desk, [edit]), engine.submit(desk, [edit])]);
    await engine.settled();
    await engine.submit(desk, [edit]);
    await engine.settled();
    expect((await engine.answer({ q: "record", desk, id: reply.id }))?.record.fields.body).toBe("ab");
  });

  test("takes back what was done", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const task = creation("task", { summary: "Order paper" });
    await engine.submit(desk, [task.command]);
    const { undo } = await engine.submit(desk, [
      command({ do: "set", record: task.id, field: "urgent", value: true }),
    ]);
    await engine.submit(desk, undo);
    await engine.settled();
    const view = await engine.answer({ q: "record", desk, id: task.id });
    expect(view?.record.fields.urgent ?? false).toBe(false);
  });

  test("refuses a command that the kind does not allow, and writes nothing of its group", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const good = creation("call", { caller: "Sample Caller" });
    const bad = creation("call", { colour: "red" });
    await expect(engine.submit(desk, [good.command, bad.command])).rejects.toMatchObject({ code: "invalid" });
    await engine.settled();
    expect(await engine.answer({ q: "rows", desk })).toMatchObject({ total: 0 });
  });

  test("takes up after a death between journal and document", async () => {
    const first = await device({ automerge: () => new Promise(() => {}) });
    const desk = await first.engine.desks.create("Board office", "Assistant 1");
    const call = creation("call", { caller: "Sample Caller" });
    await first.engine.submit(desk, [call.command]);
    first.engine.close();
    const second = await device({ profile: first.profile });
    await second.engine.settled();
    expect(await second.db.count("journal")).toBe(0);
    expect(await second.db.count("outbox")).toBe(1);
    expect((await second.engine.answer({ q: "record", desk, id: call.id }))?.history).toHaveLength(1);
  });

  test("finds records by thread, by person, by words", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const call = creation("call", {
      caller: "Jānis Bērziņš",
      phone: "+37126123456",
      subject: "contract",
      thread: "gmail:18c0ffee",
    });
    const other = creation("call", { caller: "Sample Caller", phone: "+37126000000" });
    await engine.submit(desk, [call.command, other.command]);
    const ids = async (query: object) =>
      (await engine.answer({ q: "rows", desk, ...query })).rows.map(({ id }) => id);
    expect(await ids({ thread: "gmail:18c0ffee" })).toEqual([call.id]);
    expect(await ids({ person: "+37126123456" })).toEqual([call.id]);
    expect(await ids({ search: "berz" })).toEqual([call.id]);
    expect(await ids({ search: "sample cal" })).toEqual([other.id]);
    expect(await ids({ search: "nothing" })).toEqual([]);
    const person = await engine.answer({ q: "person", desk, phone: "+37126123456" });
    expect(person).toMatchObject({ calls: 1, lastCall: { id: call.id } });
  });

  test("knows a person by name where there is nothing surer, and says so", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const named = creation("call", { caller: "Jānis Bērziņš", subject: "contract" });
    const numbered = creation("call", { caller: "Janis Berzins", phone: "+37120000001" });
    const other = creation("call", { caller: "Sample Bērziņš" });
    await engine.submit(desk, [named.command, numbered.command, other.command]);
    const who = (given: object) => engine.answer({ q: "person", desk, ...given });
    expect(await who({ name: "J. Berzins" })).toMatchObject({ calls: 2, byName: true, contact: null });
    expect(await who({ name: "Berzins" })).toMatchObject({ calls: 0, byName: false });
    expect(await who({ name: "Jānis Bērziņš", phone: "+37120000001" })).toMatchObject({
      calls: 1,
      byName: false,
    });
    const contact = creation("contact", { fn: "Jānis Bērziņš", tel: "+37120000001" });
    await engine.submit(desk, [contact.command]);
    // The contact joins the call with the number and the one with the name alone.
    expect(await who({ phone: "+37120000001" })).toMatchObject({ calls: 2, byName: false });
    const namesake = creation("contact", { fn: "Janis Berzins", tel: "+37120000002" });
    await engine.submit(desk, [namesake.command]);
    expect(await who({ name: "Jānis Bērziņš" })).toMatchObject({ contact: null, byName: true });
  });

  test("goes on knowing by name who called, when a letter to their address is begun", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const call = creation("call", { caller: "Sample Caller", phone: "+37120000001" });
    const letter = creation("reply", {
      to: "Sample Caller <sample.caller@example.com>",
      subject: "Re: annex",
    });
    const another = creation("message", { caller: "Sample Caller", email: "another@example.com" });
    await engine.submit(desk, [call.command, letter.command, another.command]);
    const who = (given: object) => engine.answer({ q: "person", desk, ...given });
    const known = await who({ name: "Sample Caller", email: "sample.caller@example.com" });
    expect(known).toMatchObject({ calls: 1, lastCall: { id: call.id }, byName: true });
    // Whoever gives another address is another.
    expect(known.open.map(({ id }) => id)).toContain(letter.id);
    expect(known.open.map(({ id }) => id)).not.toContain(another.id);
  });

  test("finds by words whatever was made, changed and deleted, however long ago it was written down", async () => {
    const { engine, db } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const tasks = Array.from({ length: 150 }, (_, n) =>
      creation("task", { summary: `annex number${String(n).padStart(3, "0")}` }),
    );
    await engine.submit(
      desk,
      tasks.map(({ command: one }) => one),
    );
    await engine.settled();
    // By now most of the words are in the text of the month.
    expect(await db.count("newWords")).toBeLessThan(64);
    const found = async (search: string) =>
      (await engine.answer({ q: "rows", desk, search, limit: 500 })).rows.map(({ id }) => id);
    expect(await found("number007 annex")).toEqual([tasks[7]!.id]);
    expect(await found("annex")).toHaveLength(150);
    expect((await found("ann number14")).sort()).toEqual(
      tasks
        .slice(140)
        .map(({ id }) => id)
        .sort(),
    );
    const [changed, deleted] = [tasks[7]!.id, tasks[8]!.id];
    await engine.submit(desk, [command({ do: "set", record: changed, field: "summary", value: "invoice" })]);
    await engine.submit(desk, [
      command({ do: "set", record: deleted, field: "deletedAt", value: "2026-11-22T10:00:00Z" }),
    ]);
    for (const settle of [async () => {}, () => engine.settled()]) {
      await settle();
      expect(await found("number007 annex")).toEqual([]);
      expect(await found("invoice")).toEqual([changed]);
      expect(await found("number008 annex")).toEqual([]);
    }
  });

  test("lists what is done of every kind, the newest first", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const at = (n: number) => `2026-11-22T10:00:0${n}.000Z`;
    const made = ["call", "task", "call", "reply"].map((kind, n) => {
      const { id, command: one } = creation(kind, {});
      return { id, one: { ...one, at: at(n) } };
    });
    for (const { one } of made) await engine.submit(desk, [one]);
    const page = await engine.answer({ q: "rows", desk, limit: 3 });
    expect(page.rows.map(({ id }) => id)).toEqual(
      made
        .map(({ id }) => id)
        .reverse()
        .slice(0, 3),
    );
    expect(page.total).toBe(4);
  });

  test("removes a desk without a trace and leaves the others", async () => {
    const { engine, db } = await device();
    const keep = await engine.desks.create("Board office", "Assistant 1");
    const sample = await engine.desks.create("Sample desk", "You", { sample: true });
    for (const desk of [keep, sample])
      await engine.submit(desk, [creation("call", { caller: "Sample Caller" }).command]);
    for (const desk of [keep, sample]) await engine.scratchPut(`popup.${desk}`, "half a line");
    await engine.settled();
    await engine.desks.remove(sample);
    expect((await engine.answer({ q: "state" })).desks.map(({ id }) => id)).toEqual([keep]);
    expect((await engine.answer({ q: "state" })).current).toBe(keep);
    for (const store of ["records", "newWords", "history", "changes", "outbox", "scratch"] as const)
      expect(await db.count(store)).toBe(1);
  });
});
