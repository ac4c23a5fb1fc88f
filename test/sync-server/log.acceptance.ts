/** What every log must do, whatever keeps it: the numbered cases run on each implementation. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CheckedEnvelope, Log } from "../../sync-server/log.ts";

/** Opens logs over one store; `reopen` after a close finds what was kept. */
export interface LogStore {
  open(settings: { quotaBytes: number; now: () => number }): Promise<Log>;
  remove(): Promise<void>;
}

const id = (value: number, length = 16) => new Uint8Array(length).fill(value);
const [DESK, OTHER_DESK, DEVICE, OTHER_DEVICE] = [id(1), id(2), id(11), id(12)];
const CREATE = id(100, 50);
const [HEAD_0, HEAD_1, HEAD_2] = [id(200, 32), id(201, 32), id(202, 32)];
const DEFAULTS = { quotaBytes: 1_000_000, now: () => 1_000 };

/** The nth envelope of a device's chain: hashes are made up, the log does not look into envelopes. */
function link(n: number, device = DEVICE, mark = 0): CheckedEnvelope {
  const hash = (k: number, m: number) =>
    k === 0 ? id(0, 32) : new Uint8Array([...device, k, m, ...id(7, 14)]);
  const bytes = new Uint8Array([...device, n, mark]);
  return { device, counter: n, previous: hash(n - 1, 0), hash: hash(n, mark), bytes };
}
const chain = (count: number, device = DEVICE) =>
  Array.from({ length: count }, (_, index) => link(index + 1, device));

export function describeLog(name: string, makeStore: () => LogStore): void {
  describe(`the log in ${name}`, () => {
    let store: LogStore;
    let log: Log;
    beforeEach(async () => {
      store = makeStore();
      log = await store.open(DEFAULTS);
      expect(await log.createDesk(DESK, CREATE, HEAD_0)).toBe("created");
    });
    afterEach(async () => {
      await log.close();
      await store.remove();
    });
    const reopen = async (settings: Partial<typeof DEFAULTS> = {}) => {
      await log.close();
      log = await store.open({ ...DEFAULTS, ...settings });
    };

    const giveParts = async (covers: number) => {
      for (const [n, hash] of base(covers).parts.entries())
        expect(await log.bases.keepPart(DESK, hash, partOf(covers, n))).toBe("kept");
    };

    test("1. makes a desk once", async () => {
      expect(await log.createDesk(DESK, CREATE, HEAD_0)).toBe("exists");
      expect(await log.roster(DESK, 0)).toEqual([CREATE]);
      expect(await log.roster(OTHER_DESK, 0)).toBeUndefined();
    });

    test("2. appends to the roster only onto the head that the caller expects", async () => {
      expect(await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1)).toBe("appended");
      expect(await log.appendRoster(DESK, HEAD_0, id(102, 9), HEAD_2)).toBe("moved");
      expect(await log.appendRoster(OTHER_DESK, HEAD_0, id(102, 9), HEAD_2)).toBe("unknown-desk");
      expect(await log.roster(DESK, 0)).toEqual([CREATE, id(101, 9)]);
      expect(await log.roster(DESK, 1)).toEqual([id(101, 9)]);
      expect(await log.roster(DESK, 2)).toEqual([]);
    });

    test("3. of two roster entries at once, one wins", async () => {
      const both = await Promise.all([
        log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1),
        log.appendRoster(DESK, HEAD_0, id(102, 9), HEAD_2),
      ]);
      expect(both.toSorted()).toEqual(["appended", "moved"]);
    });

    test("4. numbers envelopes from 1, without gaps, for each desk by itself", async () => {
      await log.createDesk(OTHER_DESK, CREATE, HEAD_0);
      expect(await log.append(DESK, HEAD_0, chain(2))).toMatchObject({ ok: true, seqs: [1, 2] });
      expect(await log.append(OTHER_DESK, HEAD_0, chain(1))).toMatchObject({ ok: true, seqs: [1] });
      expect(await log.append(DESK, HEAD_0, chain(1, OTHER_DEVICE))).toMatchObject({ ok: true, seqs: [3] });
      expect([await log.head(DESK), await log.head(OTHER_DESK), await log.head(id(99))]).toEqual([3, 1, 0]);
    });

    test("5. gives a resend the seqs that it has, and keeps nothing twice", async () => {
      const [first, second, third] = chain(3);
      await log.append(DESK, HEAD_0, [first!, second!]);
      const again = await log.append(DESK, HEAD_0, [second!, third!]);
      expect(again).toMatchObject({ ok: true, seqs: [2, 3], kept: [{ seq: 3 }] });
      expect(await log.entriesAfter(DESK, 0, 1e6)).toHaveLength(3);
    });

    test("6. refuses other bytes under a counter that is taken, a gap, and a wrong previous hash", async () => {
      await log.append(DESK, HEAD_0, chain(2));
      expect(await log.append(DESK, HEAD_0, [link(2, DEVICE, 9)])).toEqual({
        ok: false,
        code: "counter",
        index: 0,
      });
      expect(await log.append(DESK, HEAD_0, [link(4)])).toEqual({ ok: false, code: "counter", index: 0 });
      const strayed = { ...link(3), previous: id(66, 32) };
      expect(await log.append(DESK, HEAD_0, [strayed])).toEqual({
        ok: false,
        code: "previous-hash",
        index: 0,
      });
      expect(await log.append(OTHER_DESK, HEAD_0, chain(1))).toMatchObject({
        ok: false,
        code: "unknown-desk",
      });
    });

    test("7. keeps all of a group or none of it", async () => {
      const refused = await log.append(DESK, HEAD_0, [link(1), link(2), link(4)]);
      expect(refused).toEqual({ ok: false, code: "counter", index: 2 });
      expect(await log.head(DESK)).toBe(0);
      expect(await log.chain(DESK, DEVICE)).toEqual({ counter: 0, hash: id(0, 32) });
      expect(await log.append(DESK, HEAD_0, chain(3))).toMatchObject({ ok: true, seqs: [1, 2, 3] });
    });

    test("8. keeps what is fine among appends that arrive together with refused ones", async () => {
      const outcomes = await Promise.all([
        log.append(DESK, HEAD_0, chain(2)),
        log.append(DESK, HEAD_0, [link(5, OTHER_DEVICE)]),
        log.append(DESK, HEAD_0, [link(1, OTHER_DEVICE)]),
      ]);
      expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
      expect((await log.entriesAfter(DESK, 0, 1e6)).map((kept) => kept.seq)).toEqual([1, 2, 3]);
    });

    test("9. reads on after a seq, in order, in parts of about the size asked for", async () => {
      await log.append(DESK, HEAD_0, chain(10));
      const size = link(1).bytes.length;
      const part = await log.entriesAfter(DESK, 4, size * 3);
      expect(part).toEqual([5, 6, 7].map((seq) => ({ seq, at: 1_000, envelope: link(seq).bytes })));
      expect(await log.entriesAfter(DESK, 4, 1)).toHaveLength(1);
      expect(await log.entriesAfter(DESK, 10, 1e6)).toEqual([]);
    });

    test("10. refuses beyond the quota before it writes, and says how much is used", async () => {
      const size = link(1).bytes.length;
      await reopen({ quotaBytes: CREATE.length + size * 2 });
      expect(await log.append(DESK, HEAD_0, chain(3))).toEqual({ ok: false, code: "quota", index: 2 });
      expect(await log.append(DESK, HEAD_0, chain(2))).toMatchObject({ ok: true });
      expect(await log.usage(DESK)).toBe(CREATE.length + size * 2);
      // Who fills a desk can still be removed from it.
      expect(await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1)).toBe("appended");
      expect(await log.append(DESK, HEAD_1, [link(3)])).toMatchObject({ code: "quota" });
      // What is kept already costs nothing to send again.
      expect(await log.append(DESK, HEAD_1, chain(2))).toMatchObject({ ok: true, seqs: [1, 2] });
    });

    test("11. finds everything again after it was closed and opened", async () => {
      await log.append(DESK, HEAD_0, chain(3));
      await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1);
      await reopen();
      expect(await log.entriesAfter(DESK, 0, 1e6)).toHaveLength(3);
      expect(await log.chain(DESK, DEVICE)).toEqual({ counter: 3, hash: link(3).hash });
      expect(await log.roster(DESK, 0)).toHaveLength(2);
      expect(await log.append(DESK, HEAD_1, [link(4)])).toMatchObject({ ok: true, seqs: [4] });
    });

    test("12. commits what still waits when it is closed", async () => {
      const waiting = log.append(DESK, HEAD_0, chain(2));
      await reopen();
      expect(await waiting).toMatchObject({ ok: true, seqs: [1, 2] });
      expect(await log.head(DESK)).toBe(2);
    });

    test("13. keeps nothing that was checked against an older roster", async () => {
      await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1);
      const refused = { ok: false, code: "moved", index: 0 };
      expect(await log.append(DESK, HEAD_0, chain(1))).toEqual(refused);
      const [removal, late] = await Promise.all([
        log.appendRoster(DESK, HEAD_1, id(102, 9), HEAD_2),
        log.append(DESK, HEAD_1, chain(1)),
      ]);
      expect(removal).toBe("appended");
      expect(late).toEqual(refused);
      expect(await log.append(DESK, HEAD_2, chain(1))).toMatchObject({ ok: true, seqs: [1] });
    });

    test("14. takes an entry that names a chain's end only while the chain ends there", async () => {
      await log.append(DESK, HEAD_0, chain(2));
      const end = (counter: number) => ({ device: DEVICE, counter, hash: link(counter).hash });
      const none = { device: OTHER_DEVICE, counter: 0, hash: id(0, 32) };
      expect(await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1, [end(1)])).toBe("counter");
      expect(await log.appendRoster(DESK, HEAD_0, id(101, 9), HEAD_1, [end(2)])).toBe("appended");
      expect(await log.appendRoster(DESK, HEAD_1, id(102, 9), HEAD_2, [none])).toBe("appended");
    });

    test("15. keeps ids that look like property names apart", async () => {
      for (const name of ["__proto__", "constructor", "toString"]) {
        const desk = new Uint8Array(16);
        desk.set(new TextEncoder().encode(name));
        expect(await log.createDesk(desk, CREATE, HEAD_0)).toBe("created");
        expect(await log.append(desk, HEAD_0, chain(1, desk))).toMatchObject({ ok: true, seqs: [1] });
      }
    });

    test("16. keeps a base whose parts are there, and tells who has not confirmed it from who has", async () => {
      await log.append(DESK, HEAD_0, chain(4));
      expect(await log.bases.of(DESK)).toEqual({ confirmed: undefined, offered: undefined, pruned: 0 });
      expect(await log.bases.offer(DESK, HEAD_0, base(3))).toBe("base");
      await giveParts(3);
      expect(await log.bases.part(DESK, base(3).parts[0]!)).toEqual(partOf(3, 0));
      expect(await log.bases.part(OTHER_DESK, base(3).parts[0]!)).toBeUndefined();
      expect(await log.bases.offer(DESK, HEAD_1, base(3))).toBe("moved");
      expect(await log.bases.offer(OTHER_DESK, HEAD_0, base(3))).toBe("unknown-desk");
      expect(await log.bases.offer(DESK, HEAD_0, base(3))).toBe("kept");
      expect(await log.bases.offer(DESK, HEAD_0, base(3))).toBe("kept");
      expect((await log.bases.of(DESK)).offered).toMatchObject({ covers: 3, hash: base(3).hash });
      expect(await log.bases.confirm(DESK, HEAD_0, id(9, 32), id(1, 9))).toBe("base");
      expect(await log.bases.confirm(DESK, HEAD_1, base(3).hash, id(1, 9))).toBe("moved");
      expect(await log.bases.confirm(DESK, HEAD_0, base(3).hash, id(1, 9))).toBe("kept");
      const usage = await log.usage(DESK);
      expect(await log.bases.confirm(DESK, HEAD_0, base(3).hash, id(2, 8))).toBe("kept");
      expect(await log.usage(DESK)).toBe(usage - 1);
      await reopen();
      const { manifest, hash } = base(3);
      expect(await log.bases.of(DESK)).toEqual({
        confirmed: { hash, covers: 3, manifest, confirmation: id(2, 8) },
        offered: undefined,
        pruned: 0,
      });
    });

    test("17. takes only a newer base than the confirmed one, within the log", async () => {
      await log.append(DESK, HEAD_0, chain(4));
      for (const covers of [2, 3, 5]) await giveParts(covers);
      expect(await log.bases.offer(DESK, HEAD_0, base(5))).toBe("base");
      expect(await log.bases.offer(DESK, HEAD_0, base(3))).toBe("kept");
      await log.bases.confirm(DESK, HEAD_0, base(3).hash, id(1, 9));
      await giveParts(2);
      expect(await log.bases.offer(DESK, HEAD_0, base(2))).toBe("base");
      expect((await log.bases.of(DESK)).confirmed).toMatchObject({ covers: 3 });
    });

    test("18. counts bases, and lets those go that another takes the place of", async () => {
      await log.append(DESK, HEAD_0, chain(4));
      const before = await log.usage(DESK);
      const size = (covers: number) => base(covers).manifest.length + 2 * partOf(covers, 0).length;
      await giveParts(2);
      expect(await log.bases.looseBytes(DESK)).toBe(2 * partOf(2, 0).length);
      await log.bases.offer(DESK, HEAD_0, base(2));
      expect(await log.bases.looseBytes(DESK)).toBe(0);
      expect(await log.usage(DESK)).toBe(before + size(2));
      await giveParts(3);
      await log.bases.offer(DESK, HEAD_0, base(3));
      expect(await log.usage(DESK)).toBe(before + size(3));
      expect(await log.bases.part(DESK, base(2).parts[0]!)).toBeUndefined();
      await log.bases.confirm(DESK, HEAD_0, base(3).hash, id(1, 9));
      await giveParts(4);
      await log.bases.offer(DESK, HEAD_0, base(4));
      expect(await log.usage(DESK)).toBe(before + size(3) + 9 + size(4));
      await log.bases.confirm(DESK, HEAD_0, base(4).hash, id(1, 9));
      expect(await log.usage(DESK)).toBe(before + size(4) + 9);
      expect(await log.bases.part(DESK, base(3).parts[0]!)).toBeUndefined();
      expect(await log.bases.part(DESK, base(4).parts[1]!)).toEqual(partOf(4, 1));
    });

    test("19. lets the log go that a base holds, once it was confirmed long enough ago, and nothing else", async () => {
      await log.append(DESK, HEAD_0, chain(4));
      const before = await log.usage(DESK);
      await giveParts(3);
      await log.bases.offer(DESK, HEAD_0, base(3));
      expect(await log.bases.prune(DESK, 1e12)).toBe(0);
      await log.bases.confirm(DESK, HEAD_0, base(3).hash, id(1, 9));
      const withBase = await log.usage(DESK);
      expect(await log.bases.prune(DESK, 999)).toBe(0);
      expect(await log.bases.prune(DESK, 1_000)).toBe(3);
      expect(await log.bases.prune(DESK, 1_000)).toBe(0);
      expect(await log.usage(DESK)).toBe(withBase - 3 * link(1).bytes.length);
      expect(before).toBeGreaterThan(0);
      await reopen();
      expect((await log.bases.of(DESK)).pruned).toBe(3);
      expect(await log.entriesAfter(DESK, 3, 1e6)).toMatchObject([{ seq: 4 }]);
      expect(await log.append(DESK, HEAD_0, [link(5)])).toMatchObject({ ok: true, seqs: [5] });
    });

    test("20. tells a resend of what it has let go that it was kept, and keeps its chain", async () => {
      await log.append(DESK, HEAD_0, chain(3));
      await giveParts(2);
      await log.bases.offer(DESK, HEAD_0, base(2));
      await log.bases.confirm(DESK, HEAD_0, base(2).hash, id(1, 9));
      await log.bases.prune(DESK, 1_000);
      const again = await log.append(DESK, HEAD_0, [link(2), link(3), link(4)]);
      expect(again).toMatchObject({ ok: true, seqs: [2, 3, 4], kept: [{ seq: 4 }] });
      const forked = await log.append(DESK, HEAD_0, [link(3, DEVICE, 9)]);
      expect(forked).toEqual({ ok: false, code: "counter", index: 0 });
    });

    test("21. has room for a base beyond the quota, since only that makes room", async () => {
      const size = link(1).bytes.length;
      await log.append(DESK, HEAD_0, chain(10));
      const full = CREATE.length + size * 10;
      await reopen({ quotaBytes: full });
      expect(await log.append(DESK, HEAD_0, [link(11)])).toMatchObject({ ok: false, code: "quota" });
      expect(await log.bases.keepPart(DESK, id(1, 32), new Uint8Array(Math.floor(full / 4)))).toBe("kept");
      expect(await log.bases.keepPart(DESK, id(2, 32), new Uint8Array(1))).toBe("quota");
    });
  });
}

/** A base of two parts; hashes are made up, the log does not look into it. */
const base = (covers: number) => ({
  hash: id(50 + covers, 32),
  covers,
  manifest: id(covers, 70),
  parts: [id(60 + covers, 32), id(70 + covers, 32)],
});
const partOf = (covers: number, n: number) => id(covers * 10 + n, 20);
