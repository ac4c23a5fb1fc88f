import { describe, expect, it } from "vitest";
import { type Heard, openPresence } from "../../extension/background/presence/presence.ts";
import type { Place } from "../../shared/envelope/presence.ts";

const DESK = "ab".repeat(16);
const RECORD = "2026-11.0123456789abcdef0123456789";
const MAIL = "gmail:18c2f0a1b2c3d4e5";
const there = (place: string, writing = false) => ({ place, writing });
const on = (place: string, writing = false, desk = DESK) => ({ desk, ...there(place, writing) });

/** A clock that goes on only when it is told to. */
function clock() {
  let time = 1_000_000;
  let last = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => time,
    later(run: () => void, ms: number) {
      const id = ++last;
      waiting.set(id, { at: time + ms, run });
      return () => void waiting.delete(id);
    },
    waits: () => waiting.size,
    pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const next = [...waiting].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!next) break;
        waiting.delete(next[0]);
        time = Math.max(time, next[1].at);
        next[1].run();
      }
      time = end;
    },
    setBack(ms: number) {
      time -= ms;
    },
  };
}

/** Presence that may be told, and a connection of the desk. */
function connected() {
  const time = clock();
  const presence = openPresence(time);
  presence.allow(true);
  const said: (readonly Place[])[] = [];
  const line = presence.connect(DESK, (places) => said.push(places));
  const heard = (device: string, places: readonly Place[], more: Partial<Heard> = {}) =>
    line.heard({ device, person: `person of ${device}`, at: time.now(), places, ...more });
  return { time, presence, said, line, heard };
}

describe("Where this person is", () => {
  it("is gathered from all surfaces, and told soon, what is written in first", () => {
    const { time, presence, said } = connected();
    presence.show({ name: "sidebar" }, [on(MAIL)]);
    presence.show({ name: "desk page" }, [on(RECORD, true), on("no place")]);
    expect(said).toEqual([]);
    time.pass(200);
    expect(said).toEqual([[there(RECORD, true), there(MAIL)]]);
  });

  it("is told once a second at most, and what it was in between is not told", () => {
    const { time, presence, said } = connected();
    const surface = {};
    for (let n = 0; n < 20; n++) {
      presence.show(surface, [on(`gmail:${n}`)]);
      time.pass(200);
    }
    time.pass(1_000);
    expect(said.length).toBeGreaterThan(2);
    expect(said.length).toBeLessThanOrEqual(6);
    expect(said.at(-1)).toEqual([there("gmail:19")]);
  });

  it("is told again while it lasts, and once that nothing is shown any more", () => {
    const { time, presence, said } = connected();
    const surface = {};
    presence.show(surface, [on(RECORD)]);
    time.pass(80_000);
    expect(said).toHaveLength(4);
    presence.show(surface, []);
    time.pass(200_000);
    expect(said.slice(4)).toEqual([[]]);
    expect(time.waits(), "nothing waits where nothing is shown").toBe(0);
  });

  it("is told to nobody before that is allowed, and is over when it is not any more", () => {
    const { time, presence, said } = connected();
    presence.allow(false);
    presence.show({}, [on(RECORD)]);
    time.pass(60_000);
    expect(said).toEqual([]);
    presence.allow(true);
    time.pass(200);
    presence.allow(false);
    time.pass(60_000);
    expect(said).toEqual([[there(RECORD)], []]);
  });

  it("is told on the desk where it is, and by a connection that comes later", () => {
    const { time, presence, said } = connected();
    const other = "cd".repeat(16);
    presence.show({}, [on(RECORD, false, other)]);
    time.pass(1_000);
    expect(said).toEqual([]);
    const elsewhere: (readonly Place[])[] = [];
    presence.connect(other, (places) => elsewhere.push(places));
    time.pass(1_000);
    expect(elsewhere).toEqual([[there(RECORD)]]);
  });

  it("is told at once to who has just come, and to nobody twice for that", () => {
    const { time, presence, said, heard } = connected();
    presence.show({}, [on(RECORD)]);
    time.pass(5_000);
    heard("newcomer", [there(MAIL)]);
    time.pass(1_000);
    expect(said).toHaveLength(2);
    heard("newcomer", [there(MAIL, true)], { at: time.now() });
    time.pass(1_000);
    expect(said).toHaveLength(2);
  });

  it("waits for no clock that was set back", () => {
    const { time, presence, said } = connected();
    const surface = {};
    presence.show(surface, [on(RECORD)]);
    time.pass(1_000);
    time.setBack(3_600_000);
    presence.show(surface, [on(MAIL)]);
    time.pass(1_000);
    expect(said.at(-1)).toEqual([there(MAIL)]);
  });

  it("is told no more by a connection that has ended", () => {
    const { time, presence, said, line } = connected();
    line.end();
    presence.show({}, [on(RECORD)]);
    time.pass(60_000);
    expect(said).toEqual([]);
    expect(time.waits()).toBe(0);
  });
});

describe("Where colleagues are", () => {
  it("is what each of their devices said last, and is told when it changes", () => {
    const { presence, heard } = connected();
    const changes: string[] = [];
    presence.onChange((desk) => changes.push(desk));
    heard("one", [there(RECORD)]);
    heard("two", [there(MAIL), there(RECORD, true)]);
    heard("two", [there(MAIL), there(RECORD, true)]);
    expect(presence.of(DESK)).toEqual([
      { person: "person of one", ...there(RECORD) },
      { person: "person of two", ...there(MAIL) },
      { person: "person of two", ...there(RECORD, true) },
    ]);
    expect(changes, "a renewal is no change").toEqual([DESK, DESK]);
    heard("two", []);
    expect(presence.of(DESK).map(({ person }) => person)).toEqual(["person of one"]);
    expect(presence.of("cd".repeat(16))).toEqual([]);
  });

  it("is forgotten a minute after it was said last", () => {
    const { time, presence, heard } = connected();
    let changes = 0;
    heard("one", [there(RECORD)]);
    presence.onChange(() => changes++);
    time.pass(40_000);
    heard("one", [there(RECORD)]);
    time.pass(40_000);
    expect(presence.of(DESK)).toHaveLength(1);
    time.pass(30_000);
    expect(presence.of(DESK)).toEqual([]);
    expect(changes).toBe(1);
  });

  it("is nothing that was said before, also after they have gone or the connection was another", () => {
    const { time, presence, heard, line } = connected();
    const before = time.now();
    time.pass(10);
    heard("one", [there(RECORD)]);
    const at = time.now();
    time.pass(10);
    expect(line.isNew("one", before)).toBe(false);
    expect(line.isNew("one", at)).toBe(false);
    heard("one", []);
    line.end();
    const next = presence.connect(DESK, () => {});
    expect(next.isNew("one", at)).toBe(false);
    expect(next.isNew("one", time.now() + 1)).toBe(true);
  });

  it("that clocks which ran ahead have said outlasts nothing once they are right", () => {
    const { time, line, heard } = connected();
    heard("one", [there(MAIL)]);
    const ahead = time.now();
    time.setBack(5 * 60_000);
    expect(line.isNew("one", time.now()), "an older one, sent again").toBe(false);
    time.setBack(6 * 60_000);
    expect(line.isNew("one", time.now())).toBe(true);
    heard("one", [there(RECORD)]);
    expect(line.isNew("one", ahead - 12 * 60_000)).toBe(false);
  });

  it("is not known any more when the connection has ended", () => {
    const { presence, heard, line } = connected();
    heard("one", [there(RECORD)]);
    line.end();
    expect(presence.of(DESK)).toEqual([]);
  });
});
