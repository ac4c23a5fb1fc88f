/**
 * Whatever gives somebody the desk's keys, byte by byte: where it is not as its maker sealed it, it is refused by what is
 * wrong with it, and nothing of it is taken in.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { BACKUP_HEADER_BYTES, backupHeader, openHead, sealHead } from "../../shared/desk/backup.ts";
import { type EntryBody, KINDS } from "../../shared/desk/body.ts";
import { readEntry, signEntry } from "../../shared/desk/entry.ts";
import {
  keysFromRoster,
  openEpochKey,
  sealEpochKey,
  unwindKeys,
  unwrapKey,
  wrapKey,
} from "../../shared/desk/epochs.ts";
import type { RosterFailureCode } from "../../shared/desk/failures.ts";
import { inviteLinkText, parseInviteLink } from "../../shared/desk/invite.ts";
import {
  beginEpoch,
  changeRole,
  makeOwnInvite,
  openInvite,
  removePerson,
  revokeInvite,
} from "../../shared/desk/membership.ts";
import { openProfile, sealProfile } from "../../shared/desk/profile.ts";
import { extendRoster, type Roster, verifyRoster } from "../../shared/desk/roster.ts";
import { deriveSealingKey, generateDeviceKeys, importEpochKey } from "../../shared/envelope/keys.ts";
import { openPart, sealPart } from "../../shared/envelope/part.ts";
import { type Bytes, toHex, utf8 } from "../../shared/protocol/bytes.ts";
import { Desk, type Holder, nothingWritten, random, verified } from "./desk-under-test.ts";

/** The same with each of its bytes changed, cut short at every length, and with a byte too many. */
function* spoilt(sound: Uint8Array): Generator<readonly [how: string, bytes: Bytes]> {
  const bytes = new Uint8Array(sound);
  for (let at = 0; at < bytes.length; at++) {
    yield [`with byte ${at} changed`, bytes.with(at, bytes[at]! ^ (1 << (at % 8)))];
    yield [`cut at ${at}`, bytes.slice(0, at)];
  }
  yield ["a byte longer", new Uint8Array([...bytes, 0])];
}

describe("What is sealed", () => {
  const place = { desk: random(16), epoch: 2, id: random(16) };

  test("as an epoch's key, to somebody or under the next one, opens as it was sealed and in no other way", async () => {
    const [keys, key, under] = [await generateDeviceKeys(), random(32), random(32)];
    const sealed = (await sealEpochKey(key, keys.sealPublic, place))!;
    const wrapped = await wrapKey(key, under, place, random(12));
    expect(await openEpochKey(sealed, keys, place)).toEqual(key);
    expect(await unwrapKey(wrapped, under, place)).toEqual(key);
    // Each of its bytes: epochs.test.ts.
    for (const length of [0, 31, 32, 48, 79]) {
      expect(await openEpochKey(sealed.slice(0, length), keys, place), `${length}`).toBeUndefined();
    }
    expect(await openEpochKey(new Uint8Array([...sealed, 0]), keys, place)).toBeUndefined();
    for (const [how, bytes] of spoilt(wrapped))
      expect(await unwrapKey(bytes, under, place), how).toBeUndefined();
  });

  test("as a name, a part of a base or of a backup, or a backup's head, likewise", async () => {
    const epochKey = await importEpochKey(random(32));
    const at = { device: random(16), epoch: 1, epochKey, nonce: random(12) };
    const profile = await sealProfile({ name: "Sample Owner" }, at);
    expect(await openProfile(profile, at)).toEqual({ name: "Sample Owner" });
    // The epoch that stands in front says only which key to try.
    for (const [how, bytes] of spoilt(profile.slice(4)))
      expect(await openProfile(new Uint8Array([0, 0, 0, 1, ...bytes]), at), how).toBeUndefined();

    const header = backupHeader(random(16));
    const key = { key: await deriveSealingKey(epochKey, utf8("a file")), place: header };
    const part = await sealPart(key, random(12), utf8("content"));
    const file = { desk: random(16), device: random(16), secret: random(32), at: 1, records: 1 };
    const lists = { roster: [random(90)], epochKeys: [random(32)], unsent: [], parts: [random(32)] };
    const head = await sealHead(key, random(12), { name: "Office", server: null, ...file, ...lists });
    expect(await openPart(key, part)).toEqual(utf8("content"));
    expect(await openHead(key, head)).toMatchObject({ name: "Office" });
    for (const [how, bytes] of spoilt(part)) expect(await openPart(key, bytes), how).toBeUndefined();
    for (const [how, bytes] of spoilt(head)) expect(await openHead(key, bytes), how).toBeUndefined();
    // A head under another file's header, and a part in the place of the head.
    for (let at = 0; at < BACKUP_HEADER_BYTES; at++) {
      const other = { ...key, place: header.with(at, header[at]! ^ 1) };
      expect(await openHead(other, head), `header byte ${at}`).toBeUndefined();
    }
    await expect(openHead(key, part)).rejects.toThrow();
  });
});

describe("The chain of keys in a list of members", () => {
  let desk: Desk;
  let away: Holder;

  beforeAll(async () => {
    desk = await Desk.found();
    away = await desk.join("assistant");
    for (let n = 0; n < 4; n++) await desk.renewKey();
  });
  /** What the device that was away makes of it, which knows the first key. */
  const read = (changed: Partial<Roster>) =>
    keysFromRoster({ ...desk.roster, ...changed }, away.keys, away.epochKeys);
  const accused = () => ({ ok: false, by: desk.owner.keys.device });

  test("is read by who was away", async () => {
    expect(await read({})).toEqual({ ok: true, keys: desk.owner.epochKeys });
  });

  test("leads nobody anywhere with a byte of it changed, and says whose entry that was", async () => {
    const { desk: id, epochs } = desk.roster;
    const [last, newest] = [epochs.at(-1)!, desk.owner.epochKeys.at(-1)!];
    for (const part of ["wrappedKey", "commitment"] as const)
      for (const [how, bytes] of spoilt(last[part])) {
        const changed = epochs.with(-1, { ...last, [part]: bytes });
        expect(await unwindKeys(id, newest, changed), `${part} ${how}`).toBeUndefined();
        if (how.startsWith("with byte 7 ")) expect(await read({ epochs: changed }), part).toEqual(accused());
      }
  });

  test("leads nobody anywhere with a key in another epoch's place, or another member's", async () => {
    const { epochs, sealedKeys } = desk.roster;
    for (const [n, start] of epochs.entries())
      for (const [m, other] of epochs.entries())
        for (const part of ["wrappedKey", "commitment", "base"] as const)
          if (n !== m)
            expect(
              await read({ epochs: epochs.with(n, { ...start, [part]: other[part] }) }),
              `${part} of ${m} in ${n}`,
            ).toEqual(accused());
    const swapped = new Map(
      [...sealedKeys.keys()].map((id, n, ids) => [id, sealedKeys.get(ids.at(n - 1)!)!]),
    );
    expect(swapped.size).toBe(2);
    expect(await read({ sealedKeys: swapped })).toEqual(accused());
    const older = verified(await verifyRoster(desk.entries.slice(0, -1)));
    expect(await read({ sealedKeys: older.sealedKeys })).toEqual(accused());
  });

  test("is nothing to an invitation whose key is another one's, or has a byte changed", async () => {
    const two = [await desk.invite("assistant"), await desk.invite("viewer")] as const;
    const { roster } = desk;
    const open = (sealedKey: Uint8Array, [{ link, id }] = two) => {
      const invite = { ...roster.invites.get(toHex(id))!, sealedKey: new Uint8Array(sealedKey) };
      const invites = new Map(roster.invites).set(toHex(id), invite);
      return openInvite({ ...roster, invites }, link.secret, desk.now);
    };
    const [own, others] = two.map(({ id }) => roster.invites.get(toHex(id))!.sealedKey);
    expect(await open(own!)).toMatchObject({ ok: true, opened: { epochKeys: desk.owner.epochKeys } });
    const refused = { ok: false, failure: { code: "invite-unknown" } };
    expect(await open(others!)).toMatchObject(refused);
    for (const bytes of [own!.with(40, own![40]! ^ 1), own!.slice(1), new Uint8Array([...own!, 0])])
      expect(await open(bytes)).toMatchObject(refused);
  });
});

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

describe("An invitation's link", () => {
  test("with any of its characters another one is no link, or leads nowhere", async () => {
    const desk = await Desk.found();
    const { link } = await desk.invite("assistant");
    const text = inviteLinkText(link);
    const [from, secret] = [text.indexOf("desk=") + 5, text.indexOf("#") + 1];
    for (let at = from; at < text.length; at++) {
      if (text[at] === "#") continue;
      const digit = BASE64URL[BASE64URL.indexOf(text[at]!) ^ 1]!;
      const other = text.slice(0, at) + digit + text.slice(at + 1);
      const parsed = parseInviteLink(other);
      // The last characters hold bits that must be zero.
      if (!parsed.ok) expect([at, parsed.failure.code]).toEqual([at, "damaged"]);
      else if (at < secret)
        expect(await verifyRoster(desk.entries, { desk: parsed.link.desk })).toMatchObject({
          failure: { code: "another-desk" },
        });
      else
        expect(await openInvite(desk.roster, parsed.link.secret, desk.now)).toMatchObject({
          failure: { code: "invite-unknown" },
        });
    }
  });
});

describe("An entry of the list of members", () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.found();
    const member = await desk.join("assistant");
    const { device: person } = member.keys;
    const offer = { use: "device", expires: 1e9, epochKeys: member.epochKeys, secret: random(32) } as const;
    await desk.take((await makeOwnInvite(desk.roster, offer, desk.acting(member))).entry);
    const { id } = await desk.invite("viewer");
    await desk.take(await revokeInvite(desk.roster, id, desk.acting()));
    await desk.renewKey();
    const ends = [{ device: person, end: nothingWritten }];
    const change = { person, role: "viewer", until: 0, ends } as const;
    await desk.take(await changeRole(desk.roster, change, desk.acting()));
    await desk.take(await removePerson(desk.roster, { person, ends }, desk.acting()));
    await desk.remove(await desk.join("principal"));
  });

  const FIELDS: readonly (readonly [upTo: number, codes: readonly RosterFailureCode[]])[] = [
    [2, ["malformed"]],
    [18, ["another-desk"]],
    [54, ["out-of-order"]],
    // A time beyond every calendar, before the one before, after an invitation's end, or another than was signed.
    [62, ["malformed", "out-of-order", "invite-expired", "signature"]],
    [78, ["not-allowed"]],
    [82, ["malformed"]],
  ];
  /** What it says is looked at in its order; who did not sign that is found out in the end. */
  const OF_BODY: Readonly<Record<EntryBody["kind"], readonly RosterFailureCode[]>> = {
    create: ["malformed", "another-desk"],
    join: ["malformed", "invite-unknown", "not-allowed", "signature"],
    revokeInvite: ["signature"],
    invite: ["malformed", "signature"],
    remove: ["malformed", "signature"],
    ownInvite: ["malformed", "signature"],
    removePerson: ["malformed", "signature"],
    setRole: ["malformed", "signature"],
    newEpoch: ["malformed", "signature"],
  };

  test("is refused with any byte changed, cut or longer, by what is wrong with it, and the list stays as it was", async () => {
    const kinds = new Set<string>();
    for (const [index, entry] of desk.entries.entries()) {
      const { body, bodyBytes } = readEntry(entry);
      // Of several entries of a kind one is enough.
      if (kinds.has(body.kind)) continue;
      kinds.add(body.kind);
      const before = index === 0 ? undefined : verified(await verifyRoster(desk.entries.slice(0, index)));
      const untouched = structuredClone(before);
      const end = 82 + bodyBytes.length;
      const expected = (at: number): readonly RosterFailureCode[] => {
        const field = FIELDS.find(([upTo]) => at < upTo);
        if (field) return field[1];
        return at < end ? OF_BODY[body.kind] : ["signature"];
      };
      for (const [how, bytes] of spoilt(entry)) {
        const read = await (before ? extendRoster(before, [bytes]) : verifyRoster([bytes]));
        if (read.ok) throw new Error(`${body.kind} ${how} is taken`);
        const at = Number(/changed/.test(how) ? /\d+/.exec(how)?.[0] : Number.NaN);
        const codes = Number.isNaN(at) ? ["malformed"] : expected(at);
        expect(codes, `${body.kind} ${how}`).toContain(read.failure.code);
      }
      expect(before).toEqual(untouched);
    }
    expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
  });

  test("is refused in another's place, twice, left out, or of another desk", async () => {
    const { entries } = desk;
    const other = await Desk.found();
    await other.invite("assistant");
    const codeOf = async (all: readonly Bytes[]) => {
      const read = await verifyRoster(all);
      return read.ok ? "ok" : read.failure.code;
    };
    expect(await codeOf(entries)).toBe("ok");
    for (let at = 1; at < entries.length; at++) {
      expect(await codeOf(entries.toSpliced(at, 0, entries[at - 1]!)), `twice at ${at}`).toBe("out-of-order");
      if (at + 1 < entries.length) {
        expect(await codeOf(entries.toSpliced(at, 1)), `without ${at}`).toBe("out-of-order");
        expect(await codeOf(entries.with(at, entries[at + 1]!)), `${at + 1} at ${at}`).toBe("out-of-order");
      }
    }
    expect(await codeOf(entries.with(1, other.entries[1]!))).toBe("another-desk");
  });

  test("that an owner signed with another's sealed key or a swapped one names its maker to whom it wrongs, and to nobody else", async () => {
    const two = await Desk.found();
    const [first, second] = [await two.join("assistant"), await two.join("assistant")];
    const sound = readEntry(await beginEpoch(two.roster, two.owner.epochKeys, two.acting()));
    if (sound.body.kind !== "newEpoch") throw new Error(sound.body.kind);
    const [ids, keys] = [sound.body.recipients.map(({ id }) => toHex(id)), sound.body.recipients];
    const [a, b] = [first, second].map(({ keys: { device } }) => ids.indexOf(toHex(device))) as [
      number,
      number,
    ];
    const recipients = keys
      .with(a, { ...keys[a]!, sealedKey: keys[b]!.sealedKey })
      .with(b, { ...keys[b]!, sealedKey: keys[a]!.sealedKey });
    const entry = await signEntry({ ...sound, body: { ...sound.body, recipients } }, two.owner.keys.signKey);
    const roster = verified(await extendRoster(two.roster, [entry]));
    for (const wronged of [first, second]) {
      const known = structuredClone(wronged.epochKeys);
      expect(await keysFromRoster(roster, wronged.keys, wronged.epochKeys)).toEqual({
        ok: false,
        by: two.owner.keys.device,
      });
      expect(wronged.epochKeys).toEqual(known);
    }
    expect(await keysFromRoster(roster, two.owner.keys, two.owner.epochKeys)).toMatchObject({ ok: true });
  });
});
