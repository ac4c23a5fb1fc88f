import { expect, test } from "vitest";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { serverApi } from "../../extension/background/sync/server-api.ts";
import type { World } from "../../extension/background/world.ts";
import { removeDevice } from "../../shared/desk/membership.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { fromHex } from "../../shared/protocol/bytes.ts";
import { decodeFrame, encodeFrame } from "../../shared/protocol/frames.ts";
import {
  copied,
  epochOf,
  idOf,
  infoOf,
  network,
  office,
  start,
  storedDesk,
  upToDate,
  write,
  written,
} from "./office.ts";
import { type Device, idHere, until } from "./world.ts";

/** A network whose server answers a question for the roster with something else. */
const withRoster = (change: (entries: Uint8Array[]) => Uint8Array[]): World["network"] => ({
  ...network,
  fetch: async (...given) => {
    const answer = await fetch(...given);
    if (!String(given[0]).includes("/roster?")) return answer;
    const frame = decodeFrame(new Uint8Array(await answer.arrayBuffer()));
    if (frame.type !== "roster" || frame.entries.length === 0) return new Response(encodeFrame(frame));
    return new Response(encodeFrame({ ...frame, entries: change(frame.entries) }));
  },
});
const rosterOf = async (desk: string) => {
  const verified = await verifyRoster(copied(desk).roster);
  if (!verified.ok) throw new Error(verified.failure.message);
  return verified.roster;
};
const stoppedBy = async (one: Device) => {
  await until(async () => (await infoOf(one)).sync.phase === "stopped");
  return (await infoOf(one)).sync.problem?.code;
};

test("an owner decides nothing on a list of members that is older than the one that it has seen", async () => {
  const { owner, desk } = await office("assistant");
  const member = await idOf(owner, "Member 1");
  owner.engine.close();
  const older = await start({
    profile: owner.profile,
    network: withRoster((entries) => entries.slice(0, -1)),
  });
  for (const decide of [
    () => older.engine.members.remove(desk, member),
    () => older.engine.members.rotate(desk),
    () => older.engine.desks.invite(desk, "assistant"),
  ])
    await expect(decide()).rejects.toMatchObject({ code: "roster" });
  expect((await rosterOf(desk)).members.get(member)?.removedAt).toBeUndefined();
});

test("a key that is swapped in an invitation, or a member slipped in behind it, lets nobody be led astray", async () => {
  const { owner, desk } = await office();
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  for (let at = 100; at < copied(desk).roster[1]!.length; at += 40) {
    const swapped = withRoster(([create, invite, ...rest]) => [
      create!,
      invite!.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      ...rest,
    ]);
    const led = await start({ network: swapped });
    await expect(led.engine.desks.inspect(link)).rejects.toMatchObject({ code: "roster" });
    await expect(led.engine.desks.join(link, "Led")).rejects.toMatchObject({ code: "roster" });
  }
});

test("who is told by the server alone that they were removed is not told so, and keeps what waits to be sent", async () => {
  const { owner, desk, others } = await office("assistant");
  const [turned] = others as [Device];
  turned.engine.close();
  const message = "This device is not on the desk.";
  const away = await start({
    profile: turned.profile,
    network: {
      ...network,
      fetch: async (...given) =>
        String(given[0]).endsWith("/token")
          ? Response.json({ code: "not-a-member", message }, { status: 403 })
          : fetch(...given),
    },
  });
  expect(await stoppedBy(away)).toBe("roster");
  away.engine.close();
  /** It lets them in, and says so then. */
  class Refusing extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      const refused = { type: "refused", requestId: 0, index: 0, code: "not-a-member", message } as const;
      super.onmessage = () => listener?.({ data: encodeFrame(refused).buffer } as MessageEvent);
    }
  }
  const within = await start({
    profile: turned.profile,
    network: { ...network, WebSocket: Refusing as typeof WebSocket },
  });
  await write(within, "kept");
  await until(async () => {
    const { phase, unsent } = (await infoOf(within)).sync;
    return phase === "offline" && unsent === 1;
  });
  expect((await infoOf(within)).sync.problem).toBeNull();
  within.engine.close();
  // With the owner's signature it is so.
  await owner.engine.members.remove(desk, await idOf(owner, "Member 1"));
  const removed = await start({ profile: turned.profile });
  expect(await stoppedBy(removed)).toBe("not-a-member");
});

test("a removal that is kept back from a colleague is noticed with the first that reaches them of what was written behind it", async () => {
  const { owner, desk, others } = await office("assistant", "assistant");
  const [kept] = others as [Device];
  kept.engine.close();
  class KeepingBack extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event) => {
        if (decodeFrame(new Uint8Array(event.data)).type !== "roster") listener?.(event);
      };
    }
  }
  const led = await start({
    profile: kept.profile,
    network: { ...network, WebSocket: KeepingBack as typeof WebSocket },
  });
  await upToDate(led);
  await owner.engine.members.remove(desk, await idOf(owner, "Member 2"));
  await until(async () => (await epochOf(owner)) === 4);
  expect((await infoOf(led)).sync.phase).toBe("upToDate");
  await write(owner, "behind it");
  expect(await stoppedBy(led)).toBe("roster");
  expect(await led.db.count("records")).toBe(0);
});

test("who joins, and is shown a list of members without that then, is on no desk", async () => {
  const { owner, desk } = await office();
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  let joined = false;
  const { fetch: shown } = withRoster((entries) => (joined ? entries.slice(0, -1) : entries));
  const led = await start({
    network: {
      ...network,
      async fetch(...given) {
        joined ||= given[1]?.method === "POST" && String(given[0]).endsWith("/roster");
        return shown(...given);
      },
    },
  });
  await expect(led.engine.desks.join(link, "Led")).rejects.toMatchObject({ code: "roster" });
  expect(await led.db.count("desks")).toBe(0);
});

test("a removal that an owner was made to date back is noticed by those who have more of the removed one's work", async () => {
  const { owner, desk, others } = await office("assistant", "assistant");
  const [removed, witness] = others as [Device, Device];
  for (const summary of ["one", "two"]) {
    await write(removed, summary);
    await written(removed);
  }
  await until(async () => (await witness.db.count("records")) === 2);
  // What the owner would sign from whom the server had withheld both; an honest server refuses it.
  const keys = await openKeyring(owner.db).on(desk);
  const device = fromHex(await idHere(removed));
  const end = { counter: 0, hash: new Uint8Array(32) };
  const roster = await rosterOf(desk);
  const entry = await removeDevice(roster, { device, end }, { keys, now: Date.now() });
  const api = serverApi((await storedDesk(owner)).server!, fetch);
  await expect(api.appendRoster(desk, roster.head, entry)).rejects.toMatchObject({ code: "counter" });
  await api.appendRoster(desk, roster.head, entry, keys);
  expect(await stoppedBy(witness)).toBe("forked");
  expect(await witness.db.count("records")).toBe(2);
});

test("an owner whose key is renewed by another goes on, and so does one that was away", async () => {
  const { owner, desk, others } = await office("owner");
  const [second] = others as [Device];
  owner.engine.close();
  await second.engine.members.rotate(desk);
  await second.engine.members.rotate(desk);
  const back = await start({ profile: owner.profile });
  await upToDate(back);
  await until(async () => (await epochOf(back)) === 4);
  await write(back, "under the newest");
  await until(async () => (await second.db.count("records")) === 1);
  expect((await storedDesk(back)).epochKeys).toEqual((await storedDesk(second)).epochKeys);
});
