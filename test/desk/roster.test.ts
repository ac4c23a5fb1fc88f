import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { EntryBody } from "../../shared/desk/body.ts";
import { inviteIdOf, type RosterEntry, readEntry, signEntry } from "../../shared/desk/entry.ts";
import { inviteKeys, parseInviteLink } from "../../shared/desk/invite.ts";
import {
  acceptInvite,
  createDesk,
  makeInvite,
  removeDevice,
  revokeInvite,
} from "../../shared/desk/membership.ts";
import { extendRoster, type Roster, type RosterResult, verifyRoster } from "../../shared/desk/roster.ts";
import { type DeviceKeys, generateDeviceKeys, sha256 } from "../../shared/envelope/keys.ts";
import { type Bytes, MalformedError, toHex } from "../../shared/protocol/bytes.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const EXPIRES = 100_000;
/** The end of the chain of a device that has written nothing. */
const end = { counter: 0, hash: new Uint8Array(32) };

function verified(result: RosterResult): Roster {
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.index}`);
  return result.roster;
}

/** A desk with its owner, an assistant who joined, and an invite that is still open. */
interface Sample {
  owner: DeviceKeys;
  assistant: DeviceKeys;
  epochKey: Bytes;
  entries: Bytes[];
  roster: Roster;
  openSecret: Bytes;
  openInvite: Bytes;
  usedInvite: Bytes;
}

let sample: Sample;
beforeAll(async () => {
  const [owner, assistant] = [await generateDeviceKeys(), await generateDeviceKeys()];
  const { entry, epochKey } = await createDesk({ name: "Sample Owner" }, { keys: owner, now: 1_000, random });
  const entries = [entry];
  const now = async () => verified(await verifyRoster(entries));
  const offer = {
    server: "https://desk.example.com",
    role: "assistant",
    expires: EXPIRES,
    epochKeys: [epochKey],
  } as const;
  const used = await makeInvite(await now(), offer, { keys: owner, now: 2_000, random });
  entries.push(used.entry);
  const joined = await acceptInvite(
    await now(),
    linkOf(used.link),
    { name: "" },
    { keys: assistant, now: 3_000, random },
  );
  if (!joined.ok) throw new Error(joined.failure.code);
  entries.push(joined.entry);
  const open = await makeInvite(
    await now(),
    { ...offer, role: "viewer" },
    { keys: owner, now: 4_000, random },
  );
  entries.push(open.entry);
  const openSecret = linkOf(open.link).secret;
  sample = {
    owner,
    assistant,
    epochKey,
    entries,
    roster: await now(),
    openSecret,
    openInvite: open.id,
    usedInvite: used.id,
  };
});

function linkOf(text: string) {
  const parsed = parseInviteLink(text);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.link;
}

/** An entry onto the sample's head, signed with any keys: what a forger could send. */
async function forge(
  by: DeviceKeys,
  body: EntryBody,
  other: Partial<RosterEntry> = {},
  inviteKey?: CryptoKey,
): Promise<Bytes> {
  const { desk, length, head } = sample.roster;
  const entry = { desk, index: length, previous: head, at: 5_000, signer: by.device, body, ...other };
  return signEntry(entry, by.signKey, inviteKey);
}

async function joinBody(keys: DeviceKeys, invite = sample.openInvite): Promise<EntryBody> {
  const { signPublic, sealPublic } = keys;
  return { kind: "join", invite, signPublic, sealPublic, sealedProfile: new Uint8Array(0) };
}

const inviteBody = (signPublic: Bytes): EntryBody => ({
  kind: "invite",
  signPublic,
  sealPublic: random(32),
  role: "owner",
  until: 0,
  expires: EXPIRES,
  sealedKey: random(80),
});

const refusedFor = (code: string, index = sample.roster.length) => ({ ok: false, failure: { code, index } });

describe("a roster is refused", () => {
  test("with any byte of any entry changed", async () => {
    for (const [which, entry] of sample.entries.entries()) {
      for (let at = 0; at < entry.length; at++) {
        const entries = sample.entries.with(which, entry.with(at, entry[at]! ^ (1 << (at % 8))));
        const result = await verifyRoster(entries, { desk: sample.roster.desk });
        expect(result.ok, `entry ${which}, byte ${at}`).toBe(false);
      }
    }
  });

  test("with entries left out, repeated or in another order", async () => {
    const [create, invite, join, open] = sample.entries as [Bytes, Bytes, Bytes, Bytes];
    expect(await verifyRoster([])).toMatchObject({ ok: false });
    expect(await verifyRoster([invite])).toMatchObject(refusedFor("out-of-order", 0));
    expect(await verifyRoster([create, join])).toMatchObject(refusedFor("out-of-order", 1));
    expect(await verifyRoster([create, invite, open])).toMatchObject(refusedFor("out-of-order", 2));
    expect(await verifyRoster([create, create])).toMatchObject(refusedFor("out-of-order", 1));
    expect(await verifyRoster([create, invite, invite])).toMatchObject(refusedFor("out-of-order", 2));
  });

  test("of another desk than the device knows", async () => {
    const other = await createDesk({ name: "" }, { keys: sample.owner, now: 1_000, random });
    const { desk } = sample.roster;
    expect(await verifyRoster([other.entry], { desk })).toMatchObject(refusedFor("another-desk", 0));
    expect(await verifyRoster([sample.entries[0]!, ...[other.entry]])).toMatchObject(
      refusedFor("another-desk", 1),
    );
  });

  test("whose id does not commit to its founder", async () => {
    const { body } = readEntry(sample.entries[0]!);
    const mallory = await generateDeviceKeys();
    if (body.kind !== "create") throw new Error(body.kind);
    const { desk } = sample.roster;
    const entry = { desk, index: 0, previous: new Uint8Array(32), at: 1_000, signer: mallory.device };
    const usurped = { ...body, signPublic: mallory.signPublic };
    const forged = await signEntry({ ...entry, body: usurped }, mallory.signKey);
    expect(await verifyRoster([forged], { desk })).toMatchObject(refusedFor("another-desk", 0));
  });

  test("shorter than what was seen before, or different from it", async () => {
    const pin = { length: 3, head: await sha256(sample.entries[2]!) };
    expect(await verifyRoster(sample.entries, { pin })).toMatchObject({ ok: true });
    expect(await verifyRoster(sample.entries.slice(0, 3), { pin })).toMatchObject({ ok: true });
    expect(await verifyRoster(sample.entries.slice(0, 2), { pin })).toMatchObject(refusedFor("rollback", 2));
    expect(await verifyRoster([], { pin })).toMatchObject(refusedFor("rollback", 0));
    const before = verified(await verifyRoster(sample.entries.slice(0, 2)));
    const forked = await revokeInvite(before, sample.usedInvite, { keys: sample.owner, now: 3_000 });
    const fork = [...sample.entries.slice(0, 2), forked];
    expect(await verifyRoster(fork)).toMatchObject({ ok: true });
    expect(await verifyRoster(fork, { pin })).toMatchObject(refusedFor("fork", 2));
    expect(await extendRoster(sample.roster, [forked])).toMatchObject(refusedFor("out-of-order"));
  });
});

describe("an entry is refused", () => {
  test("by an assistant, a removed owner or a stranger", async () => {
    const { owner, assistant } = sample;
    const stranger = await generateDeviceKeys();
    const bodies: EntryBody[] = [
      { kind: "removePerson", person: assistant.device, ends: [{ device: assistant.device, end }] },
      { kind: "revokeInvite", invite: sample.openInvite },
      {
        kind: "setRole",
        person: assistant.device,
        role: "owner",
        until: 0,
        ends: [{ device: assistant.device, end }],
      },
      inviteBody(random(32)),
    ];
    for (const body of bodies) {
      for (const by of [assistant, stranger]) {
        expect(await extendRoster(sample.roster, [await forge(by, body)])).toMatchObject(
          refusedFor("not-allowed"),
        );
      }
      const impersonated = await forge({ ...owner, signKey: assistant.signKey }, body);
      expect(await extendRoster(sample.roster, [impersonated])).toMatchObject(refusedFor("signature"));
      expect(await extendRoster(sample.roster, [await forge(owner, body)])).toMatchObject({ ok: true });
    }
  });

  test("by an owner after another owner removed it", async () => {
    const { owner, roster, epochKey } = sample;
    const second = await generateDeviceKeys();
    const offer = {
      server: "https://desk.example.com",
      role: "owner",
      expires: EXPIRES,
      epochKeys: [epochKey],
    } as const;
    const invite = await makeInvite(roster, offer, { keys: owner, now: 5_000, random });
    const invited = verified(await extendRoster(roster, [invite.entry]));
    const joined = await acceptInvite(
      invited,
      linkOf(invite.link),
      { name: "" },
      { keys: second, now: 5_000, random },
    );
    if (!joined.ok) throw new Error(joined.failure.code);
    const both = verified(await extendRoster(invited, [joined.entry]));
    const without = verified(
      await extendRoster(both, [
        await removeDevice(both, { device: owner.device, end }, { keys: second, now: 6_000 }),
      ]),
    );
    const revenge = await removeDevice(without, { device: second.device, end }, { keys: owner, now: 7_000 });
    expect(await extendRoster(without, [revenge])).toMatchObject(refusedFor("not-allowed", 7));
  });

  test("dated before the entry that it follows", async () => {
    const early = await forge(
      sample.owner,
      { kind: "remove", device: sample.assistant.device, end },
      { at: 3_999 },
    );
    expect(await extendRoster(sample.roster, [early])).toMatchObject(refusedFor("out-of-order"));
  });

  test("of a time that no calendar has, which could be shown to nobody", async () => {
    const last = 8.64e15;
    const body = { ...inviteBody(random(32)), role: "viewer" } as EntryBody & { kind: "invite" };
    const given = async (more: Partial<typeof body>, at = 5_000) =>
      extendRoster(sample.roster, [await forge(sample.owner, { ...body, ...more }, { at })]);
    expect(await given({ until: last, expires: last }, last)).toMatchObject({ ok: true });
    expect(await given({ until: last + 1 })).toMatchObject(refusedFor("malformed"));
    expect(await given({ expires: last + 1 })).toMatchObject(refusedFor("malformed"));
    expect(await given({}, last + 1)).toMatchObject(refusedFor("malformed"));
  });

  test("that removes the last owner, someone unknown, or someone twice", async () => {
    const { owner, assistant, roster } = sample;
    const remove = (device: Bytes) => forge(owner, { kind: "remove", device, end });
    expect(await extendRoster(roster, [await remove(owner.device)])).toMatchObject(refusedFor("last-owner"));
    expect(await extendRoster(roster, [await remove(random(16))])).toMatchObject(refusedFor("not-allowed"));
    const removed = verified(await extendRoster(roster, [await remove(assistant.device)]));
    const twice = await removeDevice(removed, { device: assistant.device, end }, { keys: owner, now: 6_000 });
    expect(await extendRoster(removed, [twice])).toMatchObject(refusedFor("not-allowed", 5));
  });

  test("that founds the desk a second time", async () => {
    const founding = readEntry(sample.entries[0]!).body;
    expect(await extendRoster(sample.roster, [await forge(sample.owner, founding)])).toMatchObject(
      refusedFor("out-of-order"),
    );
  });
});

describe("a join is refused", () => {
  let joiner: DeviceKeys;
  let inviteKey: CryptoKey;
  beforeAll(async () => {
    joiner = await generateDeviceKeys();
    inviteKey = (await inviteKeys(sample.openSecret)).signKey;
  });
  const extend = async (entry: Promise<Bytes>) => extendRoster(sample.roster, [await entry]);

  test("unless the invite's key and the joiner's own key both signed it", async () => {
    const body = await joinBody(joiner);
    expect(await extend(forge(joiner, body, {}, inviteKey))).toMatchObject({ ok: true });
    const otherKey = (await inviteKeys(random(32))).signKey;
    expect(await extend(forge(joiner, body, {}, otherKey))).toMatchObject(refusedFor("signature"));
    expect(await extend(forge({ ...joiner, signKey: inviteKey }, body, {}, inviteKey))).toMatchObject(
      refusedFor("signature"),
    );
    expect(await extend(forge(joiner, body))).toMatchObject(refusedFor("malformed"));
    const named = { signer: sample.owner.device };
    expect(await extend(forge(joiner, body, named, inviteKey))).toMatchObject(refusedFor("not-allowed"));
  });

  test("by an invite that is unknown, used, withdrawn or expired", async () => {
    const unknown = await joinBody(joiner, random(16));
    expect(await extend(forge(joiner, unknown, {}, inviteKey))).toMatchObject(refusedFor("invite-unknown"));
    const used = await joinBody(joiner, sample.usedInvite);
    expect(await extend(forge(joiner, used, {}, inviteKey))).toMatchObject(refusedFor("invite-used"));
    const body = await joinBody(joiner);
    expect(await extend(forge(joiner, body, { at: EXPIRES }, inviteKey))).toMatchObject({ ok: true });
    expect(await extend(forge(joiner, body, { at: EXPIRES + 1 }, inviteKey))).toMatchObject(
      refusedFor("invite-expired"),
    );
    const withdrawn = await revokeInvite(sample.roster, sample.openInvite, {
      keys: sample.owner,
      now: 5_000,
    });
    const roster = verified(await extendRoster(sample.roster, [withdrawn]));
    const late = await forge(joiner, body, { index: 5, previous: roster.head }, inviteKey);
    expect(await extendRoster(roster, [late])).toMatchObject(refusedFor("invite-revoked", 5));
  });

  test("a second time by the same invite, and by a device that was removed", async () => {
    const joined = verified(await extend(forge(joiner, await joinBody(joiner), {}, inviteKey)));
    const second = await generateDeviceKeys();
    const next = { index: 5, previous: joined.head };
    const again = await forge(second, await joinBody(second), next, inviteKey);
    expect(await extendRoster(joined, [again])).toMatchObject(refusedFor("invite-used", 5));

    const { owner, assistant, roster } = sample;
    const without = verified(
      await extendRoster(roster, [
        await removeDevice(roster, { device: assistant.device, end }, { keys: owner, now: 5_000 }),
      ]),
    );
    const back = await forge(
      assistant,
      await joinBody(assistant),
      { index: 5, previous: without.head },
      inviteKey,
    );
    expect(await extendRoster(without, [back])).toMatchObject(refusedFor("already-member", 5));
  });
});

test("an invite cannot be registered twice, so a used one cannot be opened again", async () => {
  const invitePublic = (await inviteKeys(sample.openSecret)).signPublic;
  expect(toHex(await inviteIdOf(invitePublic))).toBe(toHex(sample.openInvite));
  const again = await forge(sample.owner, inviteBody(invitePublic));
  expect(await extendRoster(sample.roster, [again])).toMatchObject(refusedFor("invite-used"));
});

test("extending gives the same roster as verifying the whole, and leaves the one before as it was", async () => {
  const founded = verified(await verifyRoster(sample.entries.slice(0, 1)));
  expect(verified(await extendRoster(founded, sample.entries.slice(1)))).toEqual(sample.roster);
  expect(founded.members.size).toBe(1);
  expect(founded.invites.size).toBe(0);
  expect(structuredClone(sample.roster)).toEqual(sample.roster);
});

test("noise and altered entries are refused as malformed, never worse", () => {
  const altered = fc.tuple(fc.nat(3), fc.nat(700), fc.nat(255)).map(([which, at, value]) => {
    const entry = sample.entries[which]!;
    return entry.with(at % entry.length, value).subarray(0, at % 3 === 0 ? at : undefined);
  });
  fc.assert(
    fc.property(fc.oneof(altered, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      try {
        readEntry(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
    { numRuns: 5_000 },
  );
});
