import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { command, creation, device } from "./world.ts";

const SECRET = "Canary of the lawyer";

/** A desk with one task of each class. */
async function classified() {
  const { engine, db } = await device();
  const desk = await engine.desks.create("Board office", "Assistant 1");
  const made = ["public", "internal", "confidential", "privileged", null].map((classification) => ({
    classification,
    ...creation("task", { summary: `${SECRET} ${classification}`, note: SECRET, classification }),
  }));
  await engine.submit(
    desk,
    made.map((each) => each.command),
  );
  await engine.settled();
  const idOf = (wanted: string | null) => made.find(({ classification }) => classification === wanted)!.id;
  return { engine, db, desk, idOf, rows: (query: object) => engine.answer({ q: "rows", desk, ...query }) };
}

describe("Of records by their class", () => {
  it("a list shows those that are asked for; who said nothing is internal", async () => {
    const { rows } = await classified();
    const count = async (classification: string) => (await rows({ classification })).total;
    expect([
      await count("public"),
      await count("internal"),
      await count("confidential"),
      await count("privileged"),
    ]).toEqual([1, 2, 1, 1]);
  });

  it("a privileged one stands in no list with its words, nor is it cited where a search found it; open, it is whole", async () => {
    const { engine, desk, idOf, rows } = await classified();
    const found = (await rows({ search: "canary" })).rows;
    expect(found).toHaveLength(5);
    const privileged = found.find(({ id }) => id === idOf("privileged"));
    expect(privileged).toMatchObject({ title: "", under: "", classification: "privileged" });
    expect(JSON.stringify(privileged)).not.toContain(SECRET);
    for (const each of found.filter((row) => row !== privileged)) expect(each.title).toContain(SECRET);
    const opened = await engine.answer({ q: "record", desk, id: idOf("privileged") });
    expect(opened?.record.fields.summary).toContain(SECRET);
  });

  it("a privileged one names nobody in the list of people, and adds nothing to who is known otherwise", async () => {
    const { engine, desk } = await classified();
    const call = (caller: string, phone: string, classification: string) =>
      creation("call", { caller, phone, classification }).command;
    await engine.submit(desk, [
      call("Sample Caller", "+37120000001", "confidential"),
      call("Sample Caller", "+37120000001", "privileged"),
      call("Privileged Caller", "+37120000002", "privileged"),
    ]);
    const listed = async (search: string) => (await engine.answer({ q: "people", desk, search })).people;
    expect(await listed("sample")).toMatchObject([{ name: "Sample Caller", records: 1 }]);
    expect(await listed("privileged")).toEqual([]);
    expect(await listed("20000002")).toEqual([]);
  });

  it("one that becomes privileged is covered at once, and shown again when it no longer is", async () => {
    const { engine, desk, idOf, rows } = await classified();
    const record = idOf("public");
    const title = async () => (await rows({})).rows.find(({ id }) => id === record)?.title;
    const set = (value: string) =>
      engine.submit(desk, [command({ do: "set", record, field: "classification", value })]);
    await set("privileged");
    expect(await title()).toBe("");
    await engine.settled();
    expect(await title()).toBe("");
    await set("internal");
    expect(await title()).toContain(SECRET);
  });

  it("a notice about what was saved without a surface names none that is confidential or privileged", async () => {
    const { engine, desk, idOf } = await classified();
    const noticed = async (classification: string | null) => {
      await engine.rememberCaptured(desk, idOf(classification));
      return (await engine.answer({ q: "state" })).captured?.title;
    };
    expect(await noticed("confidential")).toBe("");
    expect(await noticed("privileged")).toBe("");
    expect(await noticed("internal")).toContain(SECRET);
    expect(await noticed(null)).toContain(SECRET);
  });
});
