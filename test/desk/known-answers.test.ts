import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type EntryBody, KINDS } from "../../shared/desk/body.ts";
import { deskIdOf, inviteIdOf, readEntry, signEntry } from "../../shared/desk/entry.ts";
import { commitmentOf, openEpochKey, unwrapKey, wrapKey } from "../../shared/desk/epochs.ts";
import { inviteKeys } from "../../shared/desk/invite.ts";
import { paperKeySecret, paperKeyText, readPaperKey } from "../../shared/desk/paper-key.ts";
import { deviceIdOf } from "../../shared/envelope/keys.ts";
import { type Bytes, concat, fromHex, toHex } from "../../shared/protocol/bytes.ts";

/** Made once by version 1 of the formats from the arguments below: every later version must still make and read them. */
const RECORDED = JSON.parse(
  readFileSync(new URL("../fixtures/roster/version-1.json", import.meta.url), "utf8"),
) as Record<string, string>;

const bytes = (value: number, length: number): Bytes => new Uint8Array(length).fill(value);
/** RFC 8032, section 7.1, test 2. */
const seed = fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
const signPublic = fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
const end = { counter: 7, hash: bytes(21, 32) };
const ends = [
  { device: bytes(6, 16), end },
  { device: bytes(7, 16), end: { counter: 0, hash: bytes(0, 32) } },
];
const joiner = { signPublic, sealPublic: bytes(2, 32), sealedProfile: bytes(3, 40) };

const BODIES: { [Kind in EntryBody["kind"]]: Extract<EntryBody, { kind: Kind }> } = {
  create: { kind: "create", salt: bytes(1, 16), ...joiner },
  join: { kind: "join", invite: bytes(4, 16), ...joiner },
  revokeInvite: { kind: "revokeInvite", invite: bytes(4, 16) },
  invite: {
    kind: "invite",
    signPublic,
    sealPublic: bytes(2, 32),
    role: "assistant",
    until: 1_800_000_000_000,
    expires: 1_799_000_000_000,
    sealedKey: bytes(5, 80),
  },
  remove: { kind: "remove", device: bytes(6, 16), end },
  ownInvite: {
    kind: "ownInvite",
    signPublic,
    sealPublic: bytes(2, 32),
    use: "recovery",
    expires: 0,
    sealedKey: bytes(5, 80),
  },
  removePerson: { kind: "removePerson", person: bytes(6, 16), ends },
  setRole: { kind: "setRole", person: bytes(6, 16), role: "principal", until: 0, ends },
  newEpoch: {
    kind: "newEpoch",
    epoch: 3,
    base: 1,
    commitment: bytes(22, 32),
    wrappedKey: bytes(8, 60),
    recipients: [
      { id: bytes(9, 16), sealedKey: bytes(10, 80) },
      { id: bytes(11, 16), sealedKey: bytes(12, 80) },
    ],
  },
};

const made = async (kind: EntryBody["kind"]) => {
  const pkcs8 = concat(fromHex("302e020100300506032b657004220420"), seed);
  const signKey = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
  const [desk, signer] = [await deskIdOf(BODIES.create), await deviceIdOf(signPublic)];
  const entry = {
    desk,
    index: 3,
    previous: bytes(20, 32),
    at: 1_795_000_000_000,
    signer,
    body: BODIES[kind],
  };
  return signEntry(entry, signKey, kind === "join" ? signKey : undefined);
};

test.each(Object.keys(KINDS) as EntryBody["kind"][])(
  "a roster entry that says %s is the same bytes for ever",
  async (kind) => {
    expect(toHex(await made(kind))).toBe(RECORDED[kind]);
    expect(readEntry(fromHex(RECORDED[kind]!)).body).toEqual(BODIES[kind]);
  },
);

test("an invite's keys and id come from its secret in the same way for ever", async () => {
  const keys = await inviteKeys(bytes(13, 32));
  const public_ = concat(keys.signPublic, keys.sealPublic, await inviteIdOf(keys.signPublic));
  expect(toHex(public_)).toBe(RECORDED.inviteKeys);
});

test("an epoch's key is known by the same commitment for ever", async () => {
  const commitment = await commitmentOf(bytes(16, 32), { desk: bytes(14, 16), epoch: 2 });
  expect(toHex(commitment)).toBe(RECORDED.commitment);
});

test("a paper key is the same characters and the same secret for ever", async () => {
  const key = { desk: bytes(14, 16), seed: bytes(19, 16) };
  expect(paperKeyText(key)).toBe(RECORDED.paperKey);
  expect(readPaperKey(RECORDED.paperKey!)).toEqual({ ok: true, key });
  expect(toHex(await paperKeySecret(key))).toBe(RECORDED.paperKeySecret);
});

test("an epoch's key that was sealed and wrapped once opens for ever", async () => {
  const keys = await inviteKeys(bytes(13, 32));
  const [desk, epoch, id] = [bytes(14, 16), 2, bytes(15, 16)];
  expect(await openEpochKey(fromHex(RECORDED.sealedKey!), keys, { desk, epoch, id })).toEqual(bytes(16, 32));
  const wrapped = await wrapKey(bytes(17, 32), bytes(16, 32), { desk, epoch }, bytes(18, 12));
  expect(toHex(wrapped)).toBe(RECORDED.wrappedKey);
  expect(await unwrapKey(wrapped, bytes(16, 32), { desk, epoch })).toEqual(bytes(17, 32));
});
