import "fake-indexeddb/auto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { claimStore } from "../../extension/background/storage/store.ts";
import { sealOutbox } from "../../extension/background/sync/outgoing.ts";
import { decodeFrame } from "../../shared/protocol/frames.ts";
import { backUp, checkFile } from "../../sync-server/commands/folder.ts";
import {
  folder,
  found,
  inStep,
  joined,
  kept,
  meddled,
  named,
  never,
  ofBase,
  online,
  partsKept,
  prunedTo,
  sync,
  tamper,
  titles,
  write,
} from "./base-office.ts";
import { creation, device, random, until } from "./world.ts";

test("what a copy of a browser profile had sealed is not lost where the base has something else under its numbers", async () => {
  const { owner, desk } = await found();
  const other = await joined(owner, desk, "Assistant 1");
  const sleeper = await joined(owner, desk, "Assistant 2");
  await write(sleeper, desk, "first");
  const me = await sleeper.engine.deviceOn(desk);
  const before = (await sleeper.db.get("chains", [desk, me]))!;
  await write(sleeper, desk, "second", "third");
  await inStep(owner, other, sleeper);
  sleeper.engine.close();

  // The copy went on from the first envelope by itself, and had no answer to what it sent.
  const { profile } = sleeper;
  const copy = await device({ profile });
  await copy.engine.submit(desk, [creation("task", { summary: "of the copy" }).command]);
  await copy.engine.settled();
  copy.engine.close();
  await copy.db.put("chains", before);
  const keys = await openKeyring(copy.db).on(desk);
  await sealOutbox(claimStore(copy.db, "copy"), { desk, keys, random });
  expect(await copy.db.count("sealed")).toBe(1);
  await write(owner, desk, ...named("meanwhile", 12));
  await prunedTo(10);

  const awake = await online({ profile });
  for (const one of [awake, owner, other])
    await until(async () => (await titles(one, desk)).includes("of the copy"));
  await inStep(awake);
  expect(await titles(awake, desk)).toEqual(await titles(owner, desk));
  expect(await awake.db.count("sealed")).toBe(0);
});

test("a base whose maker and confirmer have both left is confirmed anew by who is still there", async () => {
  const { owner, desk } = await found({ bases: never });
  const first = await joined(owner, desk, "Assistant 1");
  const second = await joined(owner, desk, "Assistant 2");
  await write(owner, desk, ...named("task", 6));
  await prunedTo(5);
  for (const one of [first, second]) {
    const device = await one.engine.deviceOn(desk);
    one.engine.close();
    await owner.engine.members.remove(desk, device);
  }
  await inStep(owner);
  const newcomer = await joined(owner, desk, "Assistant 3", { bases: never });
  await until(async () => (await sync(newcomer)).problem?.code === "pruned", 9000);
  newcomer.engine.close();

  owner.engine.close();
  const back = await online({ profile: owner.profile, bases: { ...never, wait: 20 } });
  await inStep(back);
  const late = await joined(back, desk, "Assistant 4", { bases: never });
  await until(async () => (await titles(late, desk)).length === 6);
  expect(await titles(late, desk)).toEqual(named("task", 6));
});

describe("a server that is not honest about its bases", () => {
  test("and holds out an older one is asked for the log since then", async () => {
    const { owner, desk } = await found();
    await write(owner, desk, ...named("task", 6));
    await until(async () => kept().confirmed === 1);
    owner.engine.close();
    const { profile } = owner;
    const later = await online({ profile, bases: never });
    await write(later, desk, ...named("later", 6));
    const newcomer = await joined(later, desk, "Assistant 1", { bases: never });
    await inStep(newcomer);
    expect(await titles(newcomer, desk)).toEqual([...named("later", 6), ...named("task", 6)]);

    // Where that is gone, whether it says so or not, the newcomer waits and shows no older state as the newest.
    for (const [pruned, code] of [
      [kept().head - 2, "pruned"],
      [0, "gap"],
    ] as const) {
      tamper(`DELETE FROM envelopes WHERE seq < ${kept().head - 1}`, `UPDATE desks SET pruned = ${pruned}`);
      const waiting = await joined(later, desk, "Assistant 2", { bases: never });
      await until(async () => (await sync(waiting)).problem?.code === code).catch((error) =>
        expect.fail(`${code}: ${error}`),
      );
      expect((await sync(waiting)).phase).not.toBe("upToDate");
    }
  });

  test("and lets the log go that no confirmed base holds keeps a newcomer waiting, and touches nobody else", async () => {
    const { owner, desk } = await found({ bases: never });
    await write(owner, desk, ...named("task", 6));
    tamper("DELETE FROM envelopes WHERE seq <= 4", "UPDATE desks SET pruned = 4");
    expect((await checkFile(join(folder, "sidedesk.sqlite"))).problems.join()).toContain(
      "no confirmed base holds it",
    );
    const newcomer = await joined(owner, desk, "Assistant 1", { bases: never });
    await until(async () => (await sync(newcomer)).problem?.code === "pruned");
    expect(await titles(newcomer, desk)).toEqual([]);
    await write(owner, desk, "and it goes on");
    expect(await titles(owner, desk)).toHaveLength(7);
  });

  test("and holds one out to who is in step is left, with the reason, before anything is put back", async () => {
    const { owner, desk } = await found();
    const held = meddled(ofBase((base) => ({ ...base, held: base.confirmation.length > 0 })));
    const other = await joined(owner, desk, "Assistant 1", { bases: never, network: held });
    await joined(owner, desk, "Assistant 2");
    await inStep(other);
    await write(owner, desk, ...named("task", 6));
    await until(async () => (await sync(other)).problem?.code === "forged");
    expect(await other.db.count("chains")).toBeGreaterThan(0);
  });
});

test("the server's commands copy bases with the rest, and name what is wrong with one", async () => {
  const { owner, desk } = await found();
  await write(owner, desk, ...named("task", 6));
  await prunedTo(5);
  owner.engine.close();
  const file = join(folder, "sidedesk.sqlite");
  const copy = join(folder, "copy");
  await backUp(folder, copy);
  const report = await checkFile(join(copy, "sidedesk.sqlite"));
  expect(report.problems).toEqual([]);
  expect(report.bytes).toBe((await checkFile(file)).bytes);
  const damaged = (column: string) =>
    `${column} = CAST(substr(${column}, 1, 60) || x'00ff' || substr(${column}, 63) AS BLOB)`;
  for (const [statement, problem] of [
    [`UPDATE parts SET ${damaged("part")}`, "has another part 1 than it names"],
    ["DELETE FROM parts", "lacks its part 1"],
    [`UPDATE bases SET ${damaged("confirmation")}`, "is confirmed with a false signature"],
    ["UPDATE bases SET covers = covers + 1", "is filed as another than it is"],
    ["DELETE FROM bases", "no confirmed base holds it"],
  ] as const) {
    tamper(statement);
    expect((await checkFile(file)).problems.join("\n")).toContain(problem);
  }
});

test("a base whose giving the connection did not outlive is gone on with over the next one", async () => {
  let given = 0;
  let isKept = false;
  class FrailSocket extends WebSocket {
    override send(data: Uint8Array<ArrayBuffer>): void {
      const { type } = decodeFrame(data);
      if (type === "offer") isKept = true;
      // The second part is on its way when the line breaks.
      if (type === "give" && ++given === 2) this.close(4000);
      else super.send(data);
    }
  }
  const network = { fetch: globalThis.fetch, WebSocket: FrailSocket as typeof WebSocket };
  const { owner, desk } = await found({ network, bases: { every: 5, wait: 20, part: 400 } });
  await write(owner, desk, ...named("task", 5));
  await until(async () => isKept && kept().bases === 1);
  const parts = partsKept();
  expect(parts).toBeGreaterThan(2);
  expect(given).toBe(parts + 1);
  expect((await checkFile(join(folder, "sidedesk.sqlite"))).problems).toEqual([]);
});
