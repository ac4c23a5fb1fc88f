import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { readGroups } from "../../extension/port/row-groups.ts";
import { creation, device } from "./world.ts";

/** Local noon so many days before today, as an instant. */
const daysAgo = (days: number): string => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days, 12).toISOString();
};
const localDate = (days: number): string => {
  const then = new Date(daysAgo(days));
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** A desk with this work on it, and its lists' answers. */
async function deskOf(work: readonly (readonly [kind: string, fields: Record<string, string | boolean>])[]) {
  const { engine } = await device();
  const desk = await engine.desks.create("Board office", "Assistant 1");
  const made = work.map(([kind, fields]) => creation(kind, fields));
  await engine.submit(
    desk,
    made.map(({ command }) => command),
  );
  return {
    engine,
    desk,
    ids: made.map(({ id }) => id),
    rows: (query: object) => engine.answer({ q: "rows", desk, ...query }),
    people: (query: object = {}) => engine.answer({ q: "people", desk, ...query }),
  };
}

describe("a list", () => {
  test("groups what happened by the day on which it happened", async () => {
    const { rows, ids } = await deskOf([
      ["call", { caller: "Sample One", startedAt: daysAgo(3) }],
      ["call", { caller: "Sample Two", startedAt: daysAgo(0) }],
      ["call", { caller: "Sample Three", startedAt: daysAgo(3) }],
    ]);
    const page = await rows({ kinds: ["call"], order: "at", grouped: true });
    expect(readGroups(page.groups)).toEqual([
      { key: Date.parse(localDate(0)) / 86_400_000, count: 1 },
      { key: Date.parse(localDate(3)) / 86_400_000, count: 2 },
    ]);
    expect(page.rows[0]?.id).toBe(ids[1]);
  });

  test("groups what is open by how much it presses, and leaves out of today what is due later", async () => {
    const { rows, ids } = await deskOf([
      ["task", { summary: "some day" }],
      ["task", { summary: "tomorrow", due: localDate(-1) }],
      ["task", { summary: "late", due: daysAgo(2) }],
      ["task", { summary: "today", due: localDate(0) }],
      ["task", { summary: "now", urgent: true }],
    ]);
    const page = await rows({ open: true, grouped: true });
    expect(readGroups(page.groups).map(({ key }) => key)).toEqual([
      "urgent",
      "before",
      "today",
      "tomorrow",
      "never",
    ]);
    expect(page.rows.map(({ title }) => title)).toEqual(["now", "late", "today", "tomorrow", "some day"]);
    const midnight = new Date(new Date(daysAgo(-1)).setHours(0, 0, 0, 0)).toISOString();
    const today = await rows({ open: true, dueBefore: midnight });
    expect(today.rows.map(({ id }) => id)).toEqual([ids[4], ids[2], ids[3]]);
  });

  test("gives any part of it, and says how many there are", async () => {
    const work = Array.from(
      { length: 130 },
      (_, n) => ["call", { caller: `Sample Caller ${n}`, startedAt: daysAgo(n) }] as const,
    );
    const { rows, engine } = await deskOf(work);
    for (const settle of [async () => {}, () => engine.settled()]) {
      await settle();
      const page = await rows({ kinds: ["call"], order: "at", offset: 100, limit: 20 });
      expect(page).toMatchObject({ total: 130, offset: 100 });
      expect(page.rows.map(({ title }) => title)).toEqual(
        Array.from({ length: 20 }, (_, n) => `Sample Caller ${100 + n}`),
      );
    }
  });

  test("takes a period, a principal and a person by name alone", async () => {
    const { rows } = await deskOf([
      ["call", { caller: "Sample Caller", startedAt: daysAgo(40) }],
      ["call", { caller: "Sample Caller", startedAt: daysAgo(1), principal: "lasting.0123456789abcdef" }],
      ["call", { caller: "Other Caller", startedAt: daysAgo(1) }],
    ]);
    expect((await rows({ since: daysAgo(7) })).total).toBe(2);
    expect((await rows({ until: daysAgo(7) })).total).toBe(1);
    expect((await rows({ principal: "lasting.0123456789abcdef" })).total).toBe(1);
    expect((await rows({ person: "name:sample caller" })).total).toBe(2);
  });

  test("says where a word was found that the row does not show", async () => {
    const { rows } = await deskOf([
      ["call", { caller: "Nguyễn Mẫu", note: "Asks for the arbitration seat." }],
      ["trip", { title: "Riga" }],
    ]);
    expect((await rows({ search: "arbitr" })).rows[0]?.found).toEqual({
      field: "note",
      text: "Asks for the arbitration seat.",
    });
    expect((await rows({ search: "nguyen" })).rows[0]?.found).toBeUndefined();
  });
});

describe("people", () => {
  test("are everyone who called, wrote or was written to, the last heard of first", async () => {
    const { people, ids } = await deskOf([
      ["call", { caller: "Sample Caller", phone: "+37120000001", startedAt: daysAgo(5) }],
      ["message", { caller: "Sample Caller", phone: "+37120000001", takenAt: daysAgo(1) }],
      [
        "contact",
        { fn: "Sample Caller", org: "Baltic Sample Rail", tel: "+37120000001", email: "c@example.com" },
      ],
      ["reply", { to: "Sample Caller <C@example.com>", subject: "Annex" }],
      ["call", { caller: "Nobody Known", startedAt: daysAgo(9) }],
      ["task", { summary: "no person" }],
    ]);
    const { people: found, total } = await people();
    expect(total).toBe(2);
    expect(found[0]).toMatchObject({
      name: "Sample Caller",
      organization: "Baltic Sample Rail",
      reach: ["+37120000001", "c@example.com"],
      contact: ids[2],
      open: 2,
      records: 3,
    });
    expect(found[1]).toMatchObject({ key: "name:nobody known", contact: null, records: 1 });
    expect((await people({ search: "balt rail" })).total).toBe(1);
    expect((await people({ search: "2000000" })).total).toBe(1);
    expect((await people({ search: "nobod" })).people[0]?.name).toBe("Nobody Known");
  });
});

describe("what of mine is overdue", () => {
  test("is what is due before now, a day once it is over; and the next moment at which there is more", async () => {
    const { engine } = await device();
    const desk = await engine.desks.create("Board office", "Assistant 1");
    const me = await engine.deviceOn(desk);
    const of = (fields: Record<string, string>) => creation("task", { summary: "x", ...fields }).command;
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
    await engine.submit(desk, [
      of({ due: daysAgo(2), assignee: me }),
      of({ due: localDate(1), assignee: me }),
      of({ due: daysAgo(2) }),
      of({ due: soon, assignee: me }),
    ]);
    const counts = () => engine.answer({ q: "counts", desk });
    expect(await counts()).toMatchObject({ overdueMine: 2, overdueNext: Date.parse(soon) });
    await engine.submit(desk, [of({ due: localDate(0), assignee: me })]);
    const midnight = new Date(daysAgo(-1)).setHours(0, 0, 0, 0);
    expect(await counts()).toMatchObject({ overdueMine: 2, overdueNext: midnight });
  });
});
