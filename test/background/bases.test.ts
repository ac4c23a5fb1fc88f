import "fake-indexeddb/auto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packShown } from "../../shared/documents/shown.ts";
import { checkFile } from "../../sync-server/commands/folder.ts";
import {
  flip,
  folder,
  found,
  inStep,
  joined,
  kept,
  type Meddle,
  meddled,
  named,
  never,
  ofBase,
  online,
  open,
  prunedTo,
  server,
  sync,
  titles,
  write,
} from "./base-office.ts";
import { type Draft, offerBase } from "./offer-base.ts";
import { command, creation, device, until } from "./world.ts";

describe("a desk whose log has grown", () => {
  test("is given a base by one person's browser, confirmed by another's, and lets the log before it go", async () => {
    const { owner, desk } = await found();
    const other = await joined(owner, desk, "Assistant 1");
    const [first] = await write(owner, desk, ...named("by the owner", 4));
    await write(other, desk, ...named("by the assistant", 4));
    await other.engine.submit(desk, [
      command({ do: "set", record: first!, field: "summary", value: "changed" }),
    ]);
    await inStep(owner, other);
    await prunedTo(5);
    expect((await checkFile(join(folder, "sidedesk.sqlite"))).problems).toEqual([]);

    const newcomer = await joined(owner, desk, "Assistant 2");
    await inStep(newcomer);
    expect(await titles(newcomer, desk)).toEqual(await titles(owner, desk));
    expect(await titles(newcomer, desk)).toHaveLength(8);
    const histories = await Promise.all(
      [owner, newcomer].map(
        async ({ engine }) => (await engine.answer({ q: "record", desk, id: first! }))?.history,
      ),
    );
    expect(histories[1]).toEqual(histories[0]);
    for (const store of ["acts", "actHeads", "history"] as const)
      expect(await newcomer.db.getAll(store)).toEqual(await owner.db.getAll(store));
    await write(newcomer, desk, "and it goes on");
    for (const one of [owner, other])
      await until(async () => (await titles(one, desk)).includes("and it goes on"));
    for (const { errors } of open) expect(errors).toEqual([]);
  });

  test("is not given up by a browser that slept: it takes the base in and sends what it had not sent", async () => {
    const { owner, desk } = await found();
    const other = await joined(owner, desk, "Assistant 1");
    const sleeper = await joined(owner, desk, "Assistant 2");
    await write(owner, desk, "before");
    await until(async () => (await titles(sleeper, desk)).length === 1);
    await inStep(owner, other, sleeper);
    sleeper.engine.close();
    const { profile } = sleeper;
    const offline = await device({ profile });
    await offline.engine.submit(desk, [creation("task", { summary: "without the network" }).command]);
    await offline.engine.settled();
    offline.engine.close();
    await write(owner, desk, ...named("meanwhile", 12));
    await prunedTo(8);

    const awake = await online({ profile });
    await inStep(awake);
    const all = ["before", ...named("meanwhile", 12), "without the network"].sort();
    for (const one of [awake, owner, other])
      await until(async () => (await titles(one, desk)).length === all.length);
    for (const one of [awake, owner, other]) expect(await titles(one, desk)).toEqual(all);
    expect(await awake.db.count("unread")).toBe(0);
  });

  test("of one person alone is confirmed by her own browser, which fetches the base again", async () => {
    const { owner, desk } = await found();
    await write(owner, desk, ...named("task", 6));
    await prunedTo(5);
    const second = await online();
    const { link } = await owner.engine.desks.addDevice(desk);
    await second.engine.desks.join(link, "");
    await inStep(second);
    expect(await titles(second, desk)).toEqual(named("task", 6));
  });

  test("is read from its beginning again by way of the base", async () => {
    const { owner, desk } = await found();
    await write(owner, desk, ...named("task", 6));
    await prunedTo(5);
    const changes = await owner.db.count("changes");
    await owner.engine.syncAnew(desk);
    await inStep(owner);
    expect(await titles(owner, desk)).toEqual(named("task", 6));
    expect(await owner.db.count("changes")).toBe(changes);
    expect(kept().head).toBe(6);
  });

  test("keeps its log while nobody but the maker has looked", async () => {
    const { owner, desk } = await found();
    const other = await joined(owner, desk, "Assistant 1", { bases: never });
    await write(owner, desk, ...named("task", 6));
    await until(async () => kept().bases === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(kept()).toMatchObject({ confirmed: 0, pruned: 0, first: 1 });
    const newcomer = await joined(owner, desk, "Assistant 2", { bases: never });
    await inStep(newcomer, other);
    expect(await titles(newcomer, desk)).toEqual(named("task", 6));
  });
});

test("a base with something in it that is not the desk's, or something left out, is confirmed by nobody", async () => {
  const lies: readonly (readonly [string, (base: Draft) => unknown])[] = [
    ["2020-01 is not here", (base) => base.documents.push(base.made)],
    ["changes are missing", (base) => base.documents.splice(0, 1)],
    [
      "it says something else of its records",
      (base) =>
        base.documents.splice(0, 1, {
          ...base.documents[0]!,
          shown: packShown({ records: [], history: [] }),
        }),
    ],
    ["elsewhere", (base) => base.ends.map((end) => end.hash.fill(7))],
    ["it ends another number of chains", (base) => base.ends.splice(0, 1)],
  ];
  const { owner, desk } = await found({ bases: never });
  const other = await joined(owner, desk, "Assistant 1", { bases: { every: 1e9, wait: 20 } });
  await write(owner, desk, ...named("task", 6));
  await inStep(other);
  await until(async () => (await titles(other, desk)).length === 6);
  for (const [why, change] of lies) {
    await offerBase(owner, desk, server.url, change);
    await until(async () => other.errors.some((error) => String(error).includes(why)));
    expect(kept(), why).toMatchObject({ bases: 1, confirmed: 0, pruned: 0 });
  }
});

test("a base that says nothing of its records is begun from all the same: they are worked out from its documents", async () => {
  const { owner, desk } = await found({ bases: never });
  const other = await joined(owner, desk, "Assistant 1", { bases: { every: 1e9, wait: 20 } });
  const [first] = await write(owner, desk, ...named("task", 6));
  await inStep(other);
  await until(async () => (await titles(other, desk)).length === 6);
  await offerBase(owner, desk, server.url, ({ documents }) => {
    for (const [n, document] of documents.entries()) documents[n] = { ...document, shown: new Uint8Array() };
  });
  await prunedTo(6);
  const newcomer = await joined(owner, desk, "Assistant 2", { bases: never });
  await inStep(newcomer);
  expect(await titles(newcomer, desk)).toEqual(named("task", 6));
  const all = await Promise.all([owner, newcomer].map(({ db }) => db.getAll("records")));
  expect(all[1]).toEqual(all[0]);
  expect((await newcomer.engine.answer({ q: "rows", desk, search: "task 3", limit: 9 })).total).toBe(1);
  expect((await newcomer.engine.answer({ q: "record", desk, id: first! }))?.history).toHaveLength(1);
});

describe("a server that gives a newcomer another base than the desk's", () => {
  const forged: readonly (readonly [string, Meddle])[] = [
    [
      "with one bit of the place that it covers changed",
      ofBase((base) => ({ ...base, manifest: flip(base.manifest, 51) })),
    ],
    [
      "with one bit of its signature changed",
      ofBase((base) => ({ ...base, manifest: flip(base.manifest, base.manifest.length - 1) })),
    ],
    [
      "with one bit of its confirmation changed",
      ofBase((base) => ({ ...base, confirmation: flip(base.confirmation, base.confirmation.length - 1) })),
    ],
    ["of another desk", ofBase((base) => ({ ...base, manifest: flip(base.manifest, 4) }))],
    ["upon another list of members", ofBase((base) => ({ ...base, manifest: flip(base.manifest, 75) }))],
    ["that nobody has confirmed", ofBase((base) => ({ ...base, confirmation: new Uint8Array() }))],
    ["cut short", ofBase((base) => ({ ...base, manifest: base.manifest.slice(0, 200) }))],
    [
      "with a part changed",
      (frame) => (frame.type === "part" ? { ...frame, part: flip(frame.part, 40) } : frame),
    ],
  ];
  test("is found out, and nothing of it is taken: whatever of it is changed, swapped or cut", async () => {
    const { owner, desk } = await found();
    await write(owner, desk, ...named("task", 6));
    await prunedTo(5);
    for (const [what, meddle] of forged) {
      const newcomer = await joined(owner, desk, "Assistant", { network: meddled(meddle), bases: never });
      await until(async () => {
        const { phase, problem } = await sync(newcomer);
        return phase === "stopped" && problem?.code === "forged";
      }).catch((error) => expect.fail(`${what}: ${error}`));
      expect(await titles(newcomer, desk), what).toEqual([]);
    }
  });

  test("or withholds a part of it keeps the newcomer waiting, who takes nothing else for the desk", async () => {
    const { owner, desk } = await found();
    await write(owner, desk, ...named("task", 6));
    await prunedTo(5);
    const withheld: Meddle = (frame) =>
      frame.type === "part" ? { ...frame, part: new Uint8Array() } : frame;
    const newcomer = await joined(owner, desk, "Assistant 1", { network: meddled(withheld) });
    await until(async () => (await sync(newcomer)).problem?.code === "pruned");
    expect(await newcomer.db.count("chains")).toBe(0);
    expect(newcomer.errors.map(String)).toContain("UnusableBase: The server does not have all of the base.");
  });
});
