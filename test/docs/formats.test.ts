/** Where a client that was written from the tables alone opens what was recorded, the tables say enough. */
import { describe, expect, it } from "vitest";
import {
  type Bytes,
  hex,
  hkdf,
  hpkeOpen,
  id,
  isSigned,
  join,
  label,
  number,
  opened,
  pkcs8,
  Reader,
  recorded,
  sha256,
  text,
  unpadded,
} from "./format-client.ts";

const said = (bytes: Bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const base64url = (words: string) => Uint8Array.fromBase64(words, { alphabet: "base64url" }) as Bytes;
/** The pieces of documents in a part of a base or a backup, each a whole document here: its name, and its three fields. */
function documentsIn(part: Bytes) {
  const from = new Reader(part);
  const documents: { name: string; saved: Bytes; acts: Bytes[]; shown: Bytes }[] = [];
  while (from.at < part.length) {
    const [name, more, whole] = [said(from.sized()), from.number(1), new Reader(from.sized())];
    expect(more).toBe(0);
    documents.push({ name, saved: whole.sized(), acts: whole.list(whole.sized), shown: whole.sized() });
    expect(whole.at).toBe(whole.bytes.length);
  }
  return documents;
}
async function backupKey(passphrase: string, salt: Bytes, iterations: number): Promise<Bytes> {
  const material = text(passphrase.normalize("NFC"));
  const imported = await crypto.subtle.importKey("raw", material, "PBKDF2", false, ["deriveBits"]);
  const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const secret = new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, imported, 256));
  return hkdf(secret, label("sidedesk backup v1"));
}

describe("From the tables alone", () => {
  it("an envelope's signature is checked, and it is opened with its epoch's key", async () => {
    const { envelope, signPublic, epochKey } = recorded("envelope");
    const whole = hex(envelope);
    const from = new Reader(whole);
    expect([from.number(1), from.number(1)]).toEqual([1, 1]);
    const [desk, document, epoch, device] = [from.take(16), from.take(16), from.number(4), from.take(16)];
    const [counter, previous, nonce] = [from.number(8), from.take(32), from.take(12)];
    expect([epoch, counter, previous]).toEqual([2, 1, new Uint8Array(32)]);
    expect(device).toEqual(await id("sidedesk device v1", hex(signPublic)));
    const [header, signature] = [whole.slice(0, 106), whole.slice(-64)];
    const signed = whole.slice(0, -64);
    expect(await isSigned(hex(signPublic), signature, label("sidedesk envelope v1"), signed)).toBe(true);
    const key = await hkdf(hex(epochKey), join(label("sidedesk envelope v1"), desk, device));
    const content = new Reader(unpadded(await opened(key, nonce, header, whole.slice(106, -64))));
    const name = content.sized();
    expect(document).toEqual(await id("sidedesk document v1", join(desk, name)));
    expect(said(name)).toBe("2026-11");
    expect(content.list(content.sized)).toEqual([new Uint8Array([1, 2, 3]), new Uint8Array(0)]);
  });

  it("a backup file is opened with its passphrase", async () => {
    const { passphrase, start, part } = recorded("backup");
    const whole = base64url(start);
    const from = new Reader(whole);
    expect([from.take(16), from.number(1)]).toEqual([label("sidedesk backup"), 1]);
    const [iterations, salt, sealed] = [from.number(4), from.take(16), from.sized()];
    const key = await backupKey(passphrase, salt, iterations);
    const openedPart = (bytes: Bytes) => opened(key, bytes.slice(0, 12), whole.slice(0, 37), bytes.slice(12));
    const head = unpadded(await openedPart(sealed));
    const tells = new Reader(head);
    const named = () => said(tells.sized());
    const hash = () => tells.take(32);
    expect([tells.take(16), named()]).toEqual([new Uint8Array(16).fill(1), "Board office"]);
    expect([tells.take(16), tells.number(8)]).toEqual([new Uint8Array(16).fill(2), 1_795_000_000_000]);
    expect([named(), hash()]).toEqual(["https://sync.example.com", new Uint8Array(32).fill(3)]);
    expect([tells.number(4), tells.list(tells.sized).length, tells.list(tells.sized).length]).toEqual([
      7, 2, 2,
    ]);
    expect([tells.list(hash).length, tells.list(hash).length]).toEqual([1, 2]);
    expect(tells.at).toBe(head.length);
    const [document, ...more] = documentsIn(unpadded(await openedPart(base64url(part))));
    expect([document!.name, document!.acts.length, document!.shown.length, more]).toEqual([
      "2026-11",
      1,
      0,
      [],
    ]);
    const changes = new Reader(document!.saved);
    expect(changes.list(changes.sized)).toEqual([new Uint8Array([1, 1, 1]), new Uint8Array(0)]);
  });

  it("an invitation's keys are made from its secret, and the epoch's key is opened, known and unwrapped", async () => {
    const { inviteKeys, sealedKey, commitment, wrappedKey } = recorded("roster");
    const secret = new Uint8Array(32).fill(13);
    const [desk, invite, key] = [
      new Uint8Array(16).fill(14),
      new Uint8Array(16).fill(15),
      new Uint8Array(32).fill(16),
    ];
    const known = new Reader(hex(inviteKeys));
    const [signPublic, sealPublic, named] = [known.take(32), known.take(32), known.take(16)];
    expect(named).toEqual(await id("sidedesk invite v1", signPublic));
    const seed = await hkdf(secret, label("sidedesk invite sign v1"));
    const signKey = await crypto.subtle.importKey("pkcs8", pkcs8(0x70, seed), "Ed25519", false, ["sign"]);
    const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", signKey, desk));
    expect(await isSigned(signPublic, signature, desk)).toBe(true);
    const place = join(desk, number(2, 4), invite);
    const sealKey = await hkdf(secret, label("sidedesk invite seal v1"));
    const epochKey = await hpkeOpen(sealKey, sealPublic, hex(sealedKey), label("sidedesk epoch v1"), place);
    expect(epochKey).toEqual(key);
    const of = join(desk, number(2, 4));
    expect((await hkdf(epochKey, join(label("sidedesk commitment v1"), of))).toHex()).toBe(commitment);
    const [wrap, wrapped] = [join(label("sidedesk wrap v1"), of), hex(wrappedKey)];
    const base = await opened(await hkdf(epochKey, wrap), wrapped.slice(0, 12), wrap, wrapped.slice(12));
    expect(base).toEqual(new Uint8Array(32).fill(17));
  });

  it("a base's manifest and confirmation are checked, and a part is opened", async () => {
    const { signPublic, epochKey, part, manifest, confirmation, content } = recorded("base");
    const from = new Reader(hex(manifest));
    expect(from.take(4)).toEqual(hex("62617301"));
    const [desk, device] = [from.take(16), from.take(16)];
    from.take(8 + 8);
    const epoch = from.take(4);
    from.take(4 + 32);
    from.list(() => from.take(16 + 8 + 4 + 32));
    const parts = from.list(() => from.take(32));
    expect(from.bytes.length - from.at).toBe(64);
    expect(parts).toContainEqual(await sha256(hex(part)));
    const isBy = (whole: Bytes, name: string) =>
      isSigned(hex(signPublic), whole.slice(-64), label(name), whole.slice(0, -64));
    expect(await isBy(hex(manifest), "sidedesk base v1")).toBe(true);
    expect(await isBy(hex(confirmation), "sidedesk base confirmation v1")).toBe(true);
    expect(hex(confirmation).slice(20, 52)).toEqual(await sha256(hex(manifest)));
    const info = join(label("sidedesk base v1"), desk, device, epoch);
    const sealed = hex(part);
    const key = await hkdf(hex(epochKey), info);
    const found = unpadded(await opened(key, sealed.slice(0, 12), info, sealed.slice(12)));
    expect(found.toHex()).toBe(content);
    expect(documentsIn(found).map(({ name, saved, acts }) => [name, said(saved), acts.length])).toEqual([
      ["2026-11", "saved", 1],
    ]);
  });

  it("a log's roster is a chain from the desk's id on, and each act is signed by who was on the desk", async () => {
    const file = recorded("audit");
    const desk = hex(file.desk.id);
    const keys = new Map<string, Bytes>();
    let before: Bytes = new Uint8Array(32);
    for (const [index, entry] of file.roster.map(base64url).entries()) {
      const from = new Reader(entry);
      expect(from.number(1)).toBe(1);
      const kind = from.number(1);
      expect([from.take(16), from.number(4), from.take(32)]).toEqual([desk, index, before]);
      from.take(8);
      const signer = from.take(16).toHex();
      const body = from.sized();
      // 1 create, 3 join: a new device.
      if (kind === 1) expect(await id("sidedesk desk v1", body)).toEqual(desk);
      if (kind === 1 || kind === 3) keys.set(signer, body.slice(16, 48));
      const signed = entry.slice(0, from.at);
      expect(await isSigned(keys.get(signer)!, from.take(64), label("sidedesk roster v1"), signed)).toBe(
        true,
      );
      before = await sha256(entry);
    }
    const seen = new Set<string>();
    for (const { act, said: told } of file.acts) {
      const whole = base64url(act);
      const from = new Reader(whole);
      expect([from.take(4), from.take(16)]).toEqual([hex("61637401"), desk]);
      const author = from.take(16).toHex();
      expect(
        await isSigned(keys.get(author)!, whole.slice(-64), label("sidedesk act v1"), whole.slice(0, -64)),
      ).toBe(true);
      from.take(8);
      expect(said(from.sized())).toBe(file.principal.id);
      from.take(32);
      for (const previous of from.list(() => from.take(32))) expect(seen).toContain(previous.toHex());
      const digests = from.list(() => {
        for (const _ of ["record", "kind"]) from.sized();
        from.take(1);
        from.sized();
        from.list(from.sized);
        return from.take(32);
      });
      for (const { item, salt, text: words } of told)
        expect(digests[item]).toEqual(
          await sha256(join(label("sidedesk act said v1"), base64url(salt), text(words))),
        );
      seen.add((await sha256(whole)).toHex());
    }
    expect(seen.size).toBe(4);
  });

  it("a presence is checked as an envelope without a document or a place in a chain, and says where its author is", async () => {
    const { presence, signPublic, epochKey } = recorded("envelope");
    const whole = hex(presence);
    expect(whole.length).toBe(1_210);
    const from = new Reader(whole);
    expect([from.number(1), from.number(1)]).toEqual([1, 3]);
    const [desk, document, epoch, device] = [from.take(16), from.take(16), from.number(4), from.take(16)];
    const [at, previous, nonce] = [from.number(8), from.take(32), from.take(12)];
    expect([document, previous, epoch]).toEqual([new Uint8Array(16), new Uint8Array(32), 2]);
    expect(new Date(at).toISOString()).toBe("2026-11-18T11:06:40.000Z");
    expect(
      await isSigned(hex(signPublic), whole.slice(-64), label("sidedesk envelope v1"), whole.slice(0, -64)),
    ).toBe(true);
    const key = await hkdf(hex(epochKey), join(label("sidedesk envelope v1"), desk, device));
    const content = unpadded(await opened(key, nonce, whole.slice(0, 106), whole.slice(106, -64)));
    const says = new Reader(content);
    expect(says.number(1)).toBe(1);
    expect(says.list(() => [says.number(1), said(says.sized())])).toEqual([
      [1, "2026-11.0123456789abcdef0123456789"],
      [0, "gmail:18c2f0a1b2c3d4e5"],
    ]);
    expect([content.length, says.take(1_020 - says.at).every((byte) => byte === 0)]).toEqual([1_020, true]);
  });

  it("what an author had seen of the others stands among an envelope's changes", () => {
    const from = new Reader(hex(recorded("envelope").sighting));
    expect(said(from.take(3) as Bytes) + from.number(1)).toBe("see1");
    const ends = from.list(() => [from.take(16).toHex(), from.number(8), from.take(32).toHex()]);
    expect(ends).toEqual([
      ["01".repeat(16), 7, "02".repeat(32)],
      ["03".repeat(16), 1, "04".repeat(32)],
    ]);
    expect(from.at).toBe(from.bytes.length);
  });

  it("a name is opened with the key of the epoch that stands in front of it", async () => {
    const from = new Reader(hex(recorded("roster").profile));
    const device = new Uint8Array(16).fill(6);
    const [epoch, nonce] = [from.number(4), from.take(12)];
    const info = join(label("sidedesk profile v1"), device);
    const key = await hkdf(new Uint8Array(32).fill(16), info);
    const block = new Reader(await opened(key, nonce, info, from.bytes.slice(from.at)));
    expect([epoch, block.bytes.length]).toEqual([3, 256]);
    const names = [1, 2, 3].map(() => said(block.take(block.number(1))));
    expect(names).toEqual(["Sample Owner", "Board office", "Laptop"]);
    expect(block.take(256 - block.at).every((byte) => byte === 0)).toBe(true);
  });

  it("a paper key's characters are checked by groups, and stand for a desk and the secret of a link", async () => {
    const { paperKey, paperKeySecret } = recorded("roster");
    const times = (element: number) => ((element << 1) & 32 ? (element << 1) ^ 0b100101 : element << 1);
    let bits = "";
    for (const [n, group] of (paperKey as string).split("-").entries()) {
      const [a, b, c, d, check] = [...group].map((digit) =>
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(digit),
      );
      let sum = times(n + 1);
      for (const digit of [a, b, c, d]) {
        sum = times(sum ^ digit!);
        bits += digit!.toString(2).padStart(5, "0");
      }
      expect(check).toBe(sum);
    }
    expect([bits.length, bits.slice(256)]).toEqual([260, "0000"]);
    const bytes = hex(
      BigInt(`0b${bits.slice(0, 256)}`)
        .toString(16)
        .padStart(64, "0"),
    );
    const [desk, seed] = [bytes.slice(0, 16), bytes.slice(16)];
    expect([desk, seed]).toEqual([new Uint8Array(16).fill(14), new Uint8Array(16).fill(19)]);
    expect((await hkdf(seed, label("sidedesk recovery v1"), desk)).toHex()).toBe(paperKeySecret);
  });

  it("every kind of entry of the list of members is read to its end: those of own devices and paper keys too", async () => {
    const entries = recorded("roster");
    const signer = await id(
      "sidedesk device v1",
      hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
    );
    const ends = (from: Reader) => from.list(() => from.take(16 + 8 + 32)).length;
    const KINDS: Readonly<Record<string, readonly [number, (from: Reader) => unknown, unknown]>> = {
      create: [1, (from) => [from.take(16 + 32 + 32).length, from.sized().length], [80, 40]],
      join: [3, (from) => [from.take(16 + 32 + 32).length, from.sized().length], [80, 40]],
      revokeInvite: [5, (from) => from.take(16).length, 16],
      invite: [
        6,
        (from) => [
          from.take(64).length,
          from.number(1),
          from.number(8),
          from.number(8),
          from.take(80).length,
        ],
        [64, 2, 1_800_000_000_000, 1_799_000_000_000, 80],
      ],
      remove: [7, (from) => [from.take(16).length, from.number(8), from.take(32).length], [16, 7, 32]],
      ownInvite: [
        10,
        (from) => [from.take(64).length, from.number(1), from.number(8), from.take(80).length],
        [64, 2, 0, 80],
      ],
      removePerson: [11, (from) => [from.take(16).length, ends(from)], [16, 2]],
      setRole: [
        12,
        (from) => [from.take(16).length, from.number(1), from.number(8), ends(from)],
        [16, 3, 0, 2],
      ],
      newEpoch: [
        13,
        (from) => [
          from.number(4),
          from.number(4),
          from.take(32 + 60).length,
          from.list(() => from.take(96)).length,
        ],
        [3, 1, 92, 2],
      ],
    };
    for (const [kind, [no, read, says]] of Object.entries(KINDS)) {
      const whole = hex(entries[kind]);
      const from = new Reader(whole);
      expect([from.number(1), from.number(1)], kind).toEqual([1, no]);
      expect([from.take(16).length, from.number(4), from.take(32).length], kind).toEqual([16, 3, 32]);
      expect(from.number(8), kind).toBe(1_795_000_000_000);
      expect(from.take(16), kind).toEqual(signer);
      const body = new Reader(from.sized());
      expect(read(body), kind).toEqual(says);
      expect(body.at, kind).toBe(body.bytes.length);
      const signed = whole.slice(0, from.at);
      const key = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
      expect(await isSigned(key, from.take(64), label("sidedesk roster v1"), signed), kind).toBe(true);
      if (kind === "join")
        expect(await isSigned(key, from.take(64), label("sidedesk join v1"), signed)).toBe(true);
      expect(from.at, kind).toBe(whole.length);
    }
  });
});
