import { describe, expect, test } from "vitest";
import type { World } from "../../extension/background/world.ts";
import { readEntry } from "../../shared/desk/entry.ts";
import { openEpochKey } from "../../shared/desk/epochs.ts";
import { inviteKeys, parseInviteLink } from "../../shared/desk/invite.ts";
import { owedBy } from "../../shared/desk/owed.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { openEnvelope, readEnvelope } from "../../shared/envelope/envelope.ts";
import { importEpochKey } from "../../shared/envelope/keys.ts";
import { decodeFrame } from "../../shared/protocol/frames.ts";
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
import { command, creation, type Device, until } from "./world.ts";

describe("an owner who removes a member", () => {
  test("shuts it out: nothing new opens with all that it ever had, and nothing more is taken from it", async () => {
    const { owner, desk, others } = await office("assistant", "assistant");
    const [removed, colleague] = others as [Device, Device];
    await write(removed, "before");
    await written(removed);
    await until(async () => (await owner.db.count("records")) === 1);
    const before = copied(desk).envelopes.length;
    const had = (await storedDesk(removed)).epochKeys;

    await owner.engine.members.remove(desk, await idOf(owner, "Member 1"));
    await until(async () => (await infoOf(removed)).sync.phase === "stopped");
    expect((await infoOf(removed)).sync.problem?.code).toBe("not-a-member");
    await until(async () => (await epochOf(owner)) === 4 && (await epochOf(colleague)) === 4);
    await write(owner, "after");
    await write(colleague, "after, too");
    await written(owner);
    await written(colleague);
    await until(async () => (await colleague.db.count("records")) === 3);

    const { envelopes } = copied(desk);
    const later = envelopes.slice(before);
    expect(later.length).toBeGreaterThanOrEqual(2);
    for (const read of later)
      for (const key of had)
        await expect(openEnvelope(read, await importEpochKey(key))).rejects.toThrow("does not open");
    expect((await storedDesk(removed)).epochKeys).toEqual(had);

    await write(removed, "too late");
    removed.engine.reconnect();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(copied(desk).envelopes).toHaveLength(envelopes.length);
    expect((await infoOf(owner)).members.map(({ removed }) => removed)).toEqual([false, true, false]);
  });

  test("who is interrupted anywhere has it finished by the next owner, and by itself when it comes back", async () => {
    // Each request of a removal and the rotation behind it, before and after the server has heard it, and one more.
    let reached = true;
    const methods: string[] = [];
    for (let step = 0; reached; step++) {
      // Nothing is other for having been read.
      if (step % 2 === 1 && methods[(step - 1) / 2] === "GET") continue;
      const { owner, desk, others } = await office("owner", "assistant");
      const [second] = others as [Device, Device];
      const member = await idOf(owner, "Member 2");
      second.engine.close();
      owner.engine.close();
      // From the nth request about the roster on it is dead: before the server has it, or before it hears of it.
      let requests = 0;
      let dead = false;
      const die = () => {
        dead = true;
        return new TypeError("dead");
      };
      const dying: World["network"] = {
        ...network,
        fetch: async (...given) => {
          const isRoster = String(given[0]).includes("/roster");
          if (isRoster) methods[requests] = given[1]?.method ?? "GET";
          const dies = isRoster && Math.floor(step / 2) === requests++;
          if (dead || (dies && step % 2 === 0)) throw die();
          const answer = await fetch(...given);
          if (dies) throw die();
          return answer;
        },
      };
      const again = await start({ profile: owner.profile, network: dying, start: false });
      await again.engine.members.remove(desk, member).catch(() => {});
      again.engine.close();
      reached = dead;
      if (!dead) expect(step).toBeGreaterThan(9);

      const next = await start({ profile: second.profile });
      await upToDate(next);
      const rosterNow = async () => {
        const verified = await verifyRoster(copied(desk).roster);
        if (!verified.ok) throw new Error(verified.failure.message);
        return verified.roster;
      };
      await until(async () => !owedBy(await rosterNow(), Date.now()).epoch);
      const roster = await rosterNow();
      const isRemoved = roster.members.get(member)!.removedAt !== undefined;
      const kinds = copied(desk).roster.map((entry) => readEntry(entry).body.kind);
      if (isRemoved) expect(kinds.lastIndexOf("newEpoch")).toBeGreaterThan(kinds.lastIndexOf("removePerson"));
      expect(roster.sealedKeys.has(member)).toBe(!isRemoved);
      const back = await start({ profile: owner.profile });
      await until(async () => (await epochOf(back)) === roster.epoch);
      expect((await storedDesk(back)).epochKeys).toEqual((await storedDesk(next)).epochKeys);
    }
  }, 60_000);

  test("is asked again where the member wrote meanwhile: the removal names the newest that it wrote", async () => {
    const { owner, desk, others } = await office("assistant");
    const member = await idOf(owner, "Member 1");
    await write(others[0]!, "at the same moment");
    await Promise.all([
      owner.engine.members.remove(desk, member),
      written(others[0]!, 1_000).catch(() => {}),
    ]);
    await until(async () => (await epochOf(owner)) === 3);
    expect((await owner.db.count("records")) === copied(desk).envelopes.length).toBe(true);
    expect((await infoOf(owner)).sync.phase).toBe("upToDate");
  });
});

test("what was sealed under an older key and not yet kept is sealed anew before it is sent", async () => {
  const { owner, desk, others } = await office("assistant");
  others[0]!.engine.close();
  class Mute extends WebSocket {
    override send(data: Parameters<WebSocket["send"]>[0]) {
      if (decodeFrame(new Uint8Array(data as Uint8Array)).type !== "append") super.send(data);
    }
  }
  const mute = await start({
    profile: others[0]!.profile,
    network: { ...network, WebSocket: Mute as typeof WebSocket },
  });
  await upToDate(mute);
  for (const summary of ["one", "two", "three"]) {
    await write(mute, summary);
    await mute.engine.settled();
  }
  await until(async () => (await mute.db.count("sealed")) > 0 && (await mute.db.count("outbox")) === 0);
  mute.engine.close();
  const sealedBefore = (await mute.db.getAll("sealed")).map(
    ({ envelope }) => readEnvelope(envelope).header.epoch,
  );
  expect(new Set(sealedBefore)).toEqual(new Set([2]));

  await owner.engine.members.rotate(desk);
  await until(async () => (await epochOf(owner)) === 3);
  const sent: number[] = [];
  class Heard extends WebSocket {
    override send(data: Parameters<WebSocket["send"]>[0]) {
      const frame = decodeFrame(new Uint8Array(data as Uint8Array));
      if (frame.type === "append") sent.push(...frame.envelopes.map((one) => readEnvelope(one).header.epoch));
      super.send(data);
    }
  }
  const heard = { ...network, WebSocket: Heard as typeof WebSocket };
  const back = await start({ profile: mute.profile, network: heard });
  await until(async () => (await owner.db.count("records")) === 3);
  expect(new Set(sent)).toEqual(new Set([3]));
  expect(copied(desk).envelopes.map(({ header }) => header.epoch)).toEqual(sealedBefore.map(() => 3));
  expect((await infoOf(back)).sync.phase).toBe("upToDate");
});

test("a device that has not heard of a new key yet seals anew what the server refuses, and loses nothing", async () => {
  const { owner, desk, others } = await office("assistant");
  others[0]!.engine.close();
  // The news of the new key comes late: work that is on the wire meanwhile is refused for its epoch.
  let held: (() => void)[] | undefined;
  class Late extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event) => {
        if (held) held.push(() => listener?.(event));
        else listener?.(event);
      };
    }
  }
  const late = await start({
    profile: others[0]!.profile,
    network: { ...network, WebSocket: Late as typeof WebSocket },
  });
  await upToDate(late);
  held = [];
  await owner.engine.members.rotate(desk);
  for (let n = 0; n < 5; n++) {
    await write(late, `task ${n}`);
    await late.engine.settled();
  }
  await until(async () => (held?.length ?? 0) > 1);
  const news = held;
  held = undefined;
  for (const tell of news) tell();
  await written(late);
  await until(async () => (await owner.db.count("records")) === 5);
  expect(new Set(copied(desk).envelopes.map(({ header }) => header.epoch))).toEqual(new Set([3]));
  expect((await infoOf(late)).sync.phase).toBe("upToDate");
});

test("a role that ends takes its device off the desk: the server shuts the door, the next owner renews the key", async () => {
  let later = 0;
  const now = () => Date.now() + later;
  const { owner, desk, others } = await office("assistant");
  const member = await idOf(owner, "Member 1");
  owner.engine.close();
  const first = await start({ profile: owner.profile, now });
  await upToDate(first);
  await first.engine.members.changeRole(desk, member, "assistant", Date.now() + 300);
  await new Promise((resolve) => setTimeout(resolve, 400));
  others[0]!.engine.close();
  const temp = await start({ profile: others[0]!.profile });
  await until(async () => (await infoOf(temp)).sync.phase === "stopped");
  expect((await infoOf(temp)).sync.problem?.code).toBe("not-a-member");
  first.engine.close();
  later = 1;
  const again = await start({ profile: owner.profile });
  await until(async () => (await epochOf(again)) === 3);
  const kinds = copied(desk).roster.map((entry) => readEntry(entry).body.kind);
  expect(kinds.slice(-3)).toEqual(["setRole", "removePerson", "newEpoch"]);
});

test("a role that ends while an owner's browser is open and idle has its device removed and the key renewed then", async () => {
  const { owner, desk, others } = await office("assistant");
  await owner.engine.members.changeRole(desk, await idOf(owner, "Member 1"), "assistant", Date.now() + 300);
  await until(async () => (await epochOf(owner)) === 3);
  expect((await infoOf(owner)).members.map(({ removed }) => removed)).toEqual([false, true]);
  expect(await epochOf(others[0]!)).toBe(2);
});

test("who joins and is not answered, for the network fails at that moment, has joined all the same", async () => {
  const { owner, desk } = await office();
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  let fails = true;
  const failing: World["network"] = {
    ...network,
    fetch: async (...given) => {
      const answer = await fetch(...given);
      if (!fails || given[1]?.method !== "POST") return answer;
      fails = false;
      throw new TypeError("the network failed");
    },
  };
  const joined = await start({ network: failing });
  await joined.engine.desks.join(link, "Member 1");
  expect(fails).toBe(false);
  await upToDate(joined);
  await until(async () => (await infoOf(owner)).members.length === 2);
  expect((await infoOf(joined)).members.map(({ name }) => name)).toEqual(["Owner", "Member 1"]);
});

test("a link that was used opens nothing that is sealed afterwards, with everything that the server has", async () => {
  const { owner, desk } = await office();
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  const joined = await start();
  await joined.engine.desks.join(link, "Member 1");
  await upToDate(joined);
  await until(async () => (await epochOf(owner)) === 2 && (await epochOf(joined)) === 2);
  for (const one of [owner, joined]) {
    await write(one, "after");
    await written(one);
  }
  const parsed = parseInviteLink(link);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const { envelopes, roster: entries } = copied(desk);
  const verified = await verifyRoster(entries);
  if (!verified.ok) throw new Error(verified.failure.message);
  const { roster } = verified;
  const keys = await inviteKeys(parsed.link.secret);
  const [invite] = roster.invites.values();
  const place = { desk: roster.desk, epoch: invite!.keyEpoch, id: invite!.id };
  const opened = (await openEpochKey(invite!.sealedKey, keys, place))!;
  expect(invite).toMatchObject({ state: "used", keyEpoch: 1 });
  expect(opened).toEqual((await storedDesk(owner)).epochKeys[0]);
  expect(envelopes).toHaveLength(2);
  for (const read of envelopes)
    await expect(openEnvelope(read, await importEpochKey(opened))).rejects.toThrow("does not open");
  for (const { id, sealedKey } of entries
    .map(readEntry)
    .flatMap(({ body }) => (body.kind === "newEpoch" ? body.recipients : [])))
    expect(await openEpochKey(sealedKey, keys, { ...place, epoch: 2, id })).toBeUndefined();
});

test("an invitation that is withdrawn lets nobody in and opens no key that comes after", async () => {
  const { owner, desk } = await office();
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  await until(async () => (await infoOf(owner)).invites.length === 1);
  const [invite] = (await infoOf(owner)).invites;
  await owner.engine.members.revokeInvite(desk, invite!.id);
  await until(async () => (await epochOf(owner)) === 2 && (await infoOf(owner)).invites.length === 0);
  const late = await start();
  await expect(late.engine.desks.join(link, "Late")).rejects.toMatchObject({ code: "invite-revoked" });
});

test("a principal decides and comments; anything else is refused here, and by the others where it is sent all the same", async () => {
  const { owner, desk, others } = await office("principal", "viewer");
  const [principal, viewer] = others as [Device, Device];
  const task = creation("task", { summary: "decide", note: "" });
  await owner.engine.submit(desk, [task.command]);
  await until(
    async () => (await principal.db.count("records")) === 1 && (await viewer.db.count("records")) === 1,
  );
  const decide = command({ do: "set", record: task.id, field: "status", value: "completed" });
  await expect(viewer.engine.submit(desk, [decide])).rejects.toMatchObject({ code: "role" });
  await expect(write(principal, "more work")).rejects.toMatchObject({ code: "role" });
  await principal.engine.submit(desk, [decide]);
  const seen = async () => (await owner.db.get("records", [desk, task.id]))?.record.fields.status;
  await until(async () => (await seen()) === "completed");

  // A client that does not look: it writes into its own journal what it may not.
  const forged = creation("task", { summary: "forged" });
  await principal.db.add("journal", { desk, document: forged.id.split(".")[0]!, command: forged.command });
  await principal.engine.settled();
  await written(principal);
  await until(async () => (await infoOf(owner)).unread.length === 1);
  expect((await infoOf(owner)).unread[0]).toMatchObject({ why: "refused" });
  expect(await owner.db.count("records")).toBe(1);
});

test("who is no owner decides nothing, and the last owner stays", async () => {
  const { owner, desk, others } = await office("assistant");
  const [assistant] = others as [Device];
  const me = await idOf(owner, "Owner");
  for (const decide of [
    () => assistant.engine.members.remove(desk, me),
    () => assistant.engine.members.changeRole(desk, me, "viewer", 0),
    () => assistant.engine.members.rotate(desk),
  ])
    await expect(decide()).rejects.toMatchObject({ code: "role" });
  await expect(owner.engine.members.remove(desk, me)).rejects.toMatchObject({ code: "last-owner" });
  await expect(owner.engine.members.changeRole(desk, me, "viewer", 0)).rejects.toMatchObject({
    code: "last-owner",
  });
});
