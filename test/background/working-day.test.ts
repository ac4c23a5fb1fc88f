import { expect, test } from "vitest";
import { recordOfLine } from "../../extension/background/browser/read-line.ts";
import type { World } from "../../extension/background/world.ts";
import type { Row } from "../../extension/port/surface.ts";
import type { Action, Command, Scalar } from "../../shared/documents/command.ts";
import { project } from "../../shared/documents/project.ts";
import { kindOf } from "../../shared/records/kinds.ts";
import { newItemId } from "../../shared/records/new-record.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import { Chance } from "../simulation/chance.ts";
import { infoOf, network, office, start, upToDate, written } from "./office.ts";
import { command, creation, type Device, random, until } from "./world.ts";

/** Words of one line each, found by nothing else. */
const LINES = [
  (name: string) => `${name}, +371 26 123 456, re contract renewal, call back before 3pm`,
  (name: string) => `zpráva pro pana ředitele od ${name}: přijde později`,
  (name: string) => `${name} gọi về hợp đồng, gọi lại trước 15g30`,
  (name: string) => `${name}，关于合同，请下午三点前回电`,
  (name: string) => `задача: перезвонить ${name} завтра в 15:30`,
  (name: string) => `uzdevums: sagatavot līgumu ${name} līdz rītdienai`,
];

/** What two looks at a record have in common if nothing was done to it: not when it was looked at, nor by whom. */
const contentOf = ({ fields, lists }: DeskRecord) => JSON.stringify([sorted(fields), sorted(lists)]);
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => [key, sorted(each)]),
      )
    : value;

interface Done {
  readonly record: string;
  readonly before: string | null;
  /** Null where it is not this deed's alone. */
  readonly after: string | null;
  readonly undo: readonly Command[];
}

/** An assistant at their browser, whose network can be pulled. */
interface Assistant {
  readonly device: Device;
  readonly person: string;
  readonly here: string;
  readonly done: Done[];
  plug(on: boolean): void;
}

/** A network that can be pulled. */
function cable() {
  let on = true;
  const open = new Set<WebSocket>();
  const plugged: World["network"] = {
    fetch: (...asked) => (on ? network.fetch(...asked) : Promise.reject(new TypeError("offline"))),
    WebSocket: class extends network.WebSocket {
      constructor(...asked: ConstructorParameters<typeof WebSocket>) {
        super(...asked);
        open.add(this);
        this.addEventListener("close", () => open.delete(this));
        if (!on) queueMicrotask(() => this.close());
      }
    },
  };
  return {
    network: plugged,
    plug(next: boolean) {
      on = next;
      if (!on) for (const socket of open) socket.close();
    },
  };
}

async function workingDay(seed: number, steps: number) {
  const chance = new Chance(seed);
  const one = <T>(of: readonly T[]): T | undefined => of[chance.below(of.length)];
  const { owner, desk } = await office();
  const staff: Assistant[] = [];
  for (let n = 0; n < 3; n++) {
    const { network, plug } = cable();
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    const device = await start({ network });
    await device.engine.desks.join(link, `Assistant ${n + 1}`);
    await upToDate(device);
    staff.push({
      device,
      person: await device.engine.personOn(desk),
      here: await device.engine.deviceOn(desk),
      done: [],
      plug(on) {
        plug(on);
        if (on) device.engine.syncNow(desk);
      },
    });
  }
  await until(async () => !(await infoOf(owner)).keyOwed);
  /** Who wrote each word that nobody else could have written. */
  const authors = new Map<string, string>();
  let words = 0;
  const word = (by: Assistant) => {
    const said = `word${seed}x${++words}`;
    authors.set(said, by.here);
    return said;
  };

  const look = async ({ device }: Assistant, id: string) =>
    (await device.engine.answer({ q: "record", desk, id }))?.record ?? null;
  const rowsOf = async ({ device }: Assistant, more: object = {}): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    for (;;) {
      const page = await device.engine.answer({ q: "rows", desk, ...more, offset: rows.length, limit: 40 });
      rows.push(...page.rows);
      if (rows.length >= page.total || page.rows.length === 0) {
        expect(rows.length).toBe(page.total);
        return rows;
      }
    }
  };
  /** How much of a record's history is colleagues' work: where that grows between two looks, nobody can say what stood there before. */
  const theirs = async ({ device, person, here }: Assistant, id: string) =>
    ((await device.engine.answer({ q: "record", desk, id }))?.history ?? []).filter(
      ({ by }) => by !== person && by !== here,
    ).length;
  const act = async (who: Assistant, action: Action) => {
    const others = await theirs(who, action.record);
    const before = await look(who, action.record);
    const asked = command(action);
    const { undo } = await who.device.engine.submit(desk, [asked]);
    const after = await look(who, action.record);
    expect(after).not.toBeNull();
    const made = project(before ?? undefined, asked, who.person);
    const alone = (await theirs(who, action.record)) === others;
    if (alone) expect(contentOf(made!)).toBe(contentOf(after!));
    who.done.push({
      record: action.record,
      before: before && contentOf(before),
      after: alone ? contentOf(after!) : null,
      undo,
    });
    return { after: after!, alone };
  };

  const deeds: Record<string, (who: Assistant, rows: readonly Row[]) => Promise<unknown>> = {
    async line(who) {
      const name = word(who);
      const typed = chance.pick(LINES)(name);
      const made = recordOfLine(typed, {
        locale: chance.pick(["en", "vi", "lv", "cs", "zh-CN", "ru"] as const),
        languages: ["en"],
        known: [],
        timeZone: "Europe/Riga",
        country: "LV",
        now: Date.now(),
        me: who.person,
        random: random(16),
      });
      await act(who, made);
      expect(
        (await rowsOf(who, { search: name })).map(({ id }) => id),
        typed,
      ).toEqual([made.record]);
    },
    async begin(who) {
      const made = creation("reply", { subject: word(who), body: "Good morning\n" });
      await act(who, made.command.action);
    },
    async travel(who) {
      const made = creation("trip", { title: word(who) });
      await act(who, made.command.action);
    },
    async book(who, rows) {
      const trip = one(rows.filter(({ kind }) => kind === "trip"));
      if (!trip) return;
      const fields = { type: "FlightReservation", title: word(who) };
      await act(who, {
        do: "add",
        record: trip.id,
        list: "reservations",
        item: newItemId(random(16)),
        fields,
      });
    },
    async rebook(who, rows) {
      const trip = one(rows.filter(({ kind }) => kind === "trip"));
      const items = Object.keys((trip && (await look(who, trip.id)))?.lists.reservations ?? {});
      if (!trip || items.length === 0) return;
      const at = { record: trip.id, list: "reservations", item: chance.pick(items) };
      await act(
        who,
        chance.pick([
          { do: "removeItem", ...at },
          { do: "setItem", ...at, field: "seat", value: word(who) },
        ] as const),
      );
    },
    async write(who, rows) {
      const reply = one(rows.filter(({ kind }) => kind === "reply"));
      const record = reply && (await look(who, reply.id));
      if (!record) return;
      const base = String(record.fields.body ?? "");
      const said = `${word(who)} `;
      const splice = { index: chance.below(base.length + 1), remove: 0, insert: said };
      const { after } = await act(who, { do: "edit", record: record.id, field: "body", base, splice });
      expect(after.fields.body).toContain(said);
    },
    async claim(who, rows) {
      const row = one(rows);
      if (!row) return;
      const { after, alone } = await act(who, {
        do: "set",
        record: row.id,
        field: "assignee",
        value: chance.pick([who.person, null]),
      });
      if (alone) expect([who.person, undefined]).toContain(after.fields.assignee);
    },
    async move(who, rows) {
      const row = one(rows);
      const next = row && kindOf(row.kind)?.states[row.status]?.next;
      if (row && next && next.length > 0)
        await act(who, { do: "set", record: row.id, field: "status", value: chance.pick(next) });
    },
    async due(who, rows) {
      const row = one(rows.filter(({ kind }) => kind === "task" || kind === "call"));
      if (!row) return;
      const value: Scalar = chance.pick<Scalar>([
        null,
        "2026-03-29T01:30:00Z",
        "2026-10-25",
        new Date(Date.now() + 3_600_000).toISOString(),
      ]);
      await act(who, { do: "set", record: row.id, field: row.kind === "task" ? "due" : "callBackBy", value });
    },
    async remove(who, rows) {
      const row = one(rows);
      if (!row || chance.is(0.5)) return;
      const value = new Date().toISOString();
      const { alone } = await act(who, { do: "set", record: row.id, field: "deletedAt", value });
      if (alone) expect((await rowsOf(who)).some(({ id }) => id === row.id)).toBe(false);
    },
    async undo(who) {
      const last = who.done.pop();
      if (!last) return;
      const others = await theirs(who, last.record);
      const now = await look(who, last.record);
      const untouched = now !== null && contentOf(now) === last.after;
      const refused = await who.device.engine.submit(desk, last.undo).then(
        () => null,
        (error: unknown) => error,
      );
      const back = await look(who, last.record);
      const alone = (await theirs(who, last.record)) === others;
      if (refused) expect(refused).toMatchObject({ code: expect.stringMatching(/changed-since|invalid/) });
      if (refused && alone) {
        expect(untouched).toBe(false);
        expect(contentOf(back!)).toBe(contentOf(now!));
      }
      if (refused || !alone || !untouched) return;
      if (last.before === null) expect(back?.fields.deletedAt).toBeDefined();
      else expect(contentOf(back!)).toBe(last.before);
    },
    async pull(who) {
      who.plug(chance.is(0.6));
    },
  };

  /** A look at lists between which no colleague's work came. */
  const looked = async (who: Assistant) => {
    const { engine } = who.device;
    for (;;) {
      const look = async () => ({
        counts: await engine.answer({ q: "counts", desk }),
        all: await rowsOf(who),
        open: await rowsOf(who, { open: true, order: "due" }),
        queue: await rowsOf(who, { open: true, assignee: "mineOrNone" }),
      });
      const [once, again] = [await look(), await look()];
      if (JSON.stringify(once) === JSON.stringify(again)) return once;
    }
  };
  /** What a person sees of a desk holds together, whatever they look at. */
  const holdsTogether = async (who: Assistant) => {
    const { counts, all, open, queue } = await looked(who);
    const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).sort();
    expect(new Set(ids(all)).size).toBe(all.length);
    expect(ids(open)).toEqual(ids(all.filter((row) => row.open)));
    for (const [kind, count] of Object.entries(counts.open))
      expect(open.filter((row) => row.kind === kind).length, kind).toBe(count);
    expect(ids(queue)).toEqual(ids(open.filter(({ assignee }) => [null, who.person].includes(assignee))));
    expect(counts.queue).toBe(queue.length);
  };

  for (let step = 0; step < steps; step++) {
    const who = chance.pick(staff);
    const rows = await rowsOf(who);
    const deed = chance.pick(Object.keys(deeds));
    await deeds[deed]?.(who, rows);
    if (step % 8 === 0) await holdsTogether(who);
    // Now and then colleagues' work has time to come.
    if (chance.is(0.1)) await new Promise((resolve) => setTimeout(resolve, 30));
  }
  for (const { plug } of staff) plug(true);
  for (const { device } of staff) await written(device);
  const seen = async (who: Assistant) => {
    await who.device.engine.settled();
    const records = await who.device.engine.contents.records(desk, null);
    return JSON.stringify(
      [...records]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((record) => [record.id, contentOf(record), record.conflicts.map(({ field }) => field).sort()]),
    );
  };
  await until(async () => new Set(await Promise.all(staff.map(seen))).size === 1);
  for (const who of staff) {
    await holdsTogether(who);
    const everything = await who.device.engine.contents.records(desk, null);
    for (const { id } of everything) {
      const view = await who.device.engine.answer({ q: "record", desk, id });
      for (const { after, by } of view?.history ?? [])
        for (const [said, author] of authors) if (after === said) expect(by, said).toBe(author);
    }
    expect(who.device.errors).toEqual([]);
    expect(await who.device.db.count("setAside")).toBe(0);
  }
}

/** Each seed is another day: SIDEDESK_DAYS=1,2,3 plays these. */
const DAYS = (process.env.SIDEDESK_DAYS ?? "2").split(",").map(Number);
test.each(DAYS)(
  "a day of three assistants, with and without the network, holds together for each of them, and undo gives back what was (%i)",
  (day) => workingDay(day, 60),
  120_000,
);
