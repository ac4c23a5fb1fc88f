/**
 * A client written from shared/FORMATS.md and the tables that it names, with WebCrypto and nothing of Sidedesk's: where
 * it opens what was recorded, the tables say enough.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const recorded = (path: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${path}/version-1.json`, import.meta.url), "utf8"));
type Bytes = Uint8Array<ArrayBuffer>;
const hex = (text: string): Bytes => Uint8Array.fromHex(text) as Bytes;
const join = (...parts: Uint8Array[]): Bytes => new Uint8Array(parts.flatMap((part) => [...part]));
const text = (words: string): Bytes => new TextEncoder().encode(words) as Bytes;
const label = (words: string) => text(`${words}\0`);
const number = (value: number, size: number): Bytes => hex(value.toString(16).padStart(size * 2, "0"));
const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const id = async (name: string, bytes: Bytes) => (await sha256(join(label(name), bytes))).slice(0, 16);

/** Big-endian; `sized` behind a u32 length. */
class Reader {
  at = 0;
  readonly bytes: Bytes;
  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }
  take(count: number): Bytes {
    expect(this.at + count).toBeLessThanOrEqual(this.bytes.length);
    this.at += count;
    return this.bytes.slice(this.at - count, this.at);
  }
  number = (size: number) => Number(BigInt(`0x${this.take(size).toHex()}`));
  sized = () => this.take(this.number(4));
  list = <T>(each: () => T): T[] => Array.from({ length: this.number(4) }, each);
}

async function hkdf(secret: Bytes, info: Bytes, salt: Bytes = new Uint8Array(0)): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 256);
  return new Uint8Array(bits);
}
async function opened(key: Bytes, nonce: Bytes, associated: Bytes, ciphertext: Bytes): Promise<Bytes> {
  const gcm = { name: "AES-GCM", iv: nonce, additionalData: associated };
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  return new Uint8Array(await crypto.subtle.decrypt(gcm, imported, ciphertext));
}
async function isSigned(key: Bytes, signature: Bytes, ...statement: Bytes[]): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, signature, join(...statement));
}
const unpadded = (padded: Bytes) => new Reader(padded).sized();
/** RFC 8410's wrapping of a raw private key. */
const pkcs8 = (algorithm: number, raw: Bytes) =>
  join(hex("302e020100300506032b65"), number(algorithm, 1), hex("04220420"), raw);

/** RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; the first message. */
async function hpkeOpen(
  secret: Bytes,
  own: Bytes,
  sealed: Bytes,
  info: Bytes,
  associated: Bytes,
): Promise<Bytes> {
  const hmac = async (key: Bytes, data: Bytes): Promise<Bytes> => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey(
      "raw",
      key.length ? key : number(0, 32),
      algorithm,
      false,
      ["sign"],
    );
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
  };
  const version = text("HPKE-v1");
  const kem = join(text("KEM"), number(32, 2));
  const suite = join(text("HPKE"), number(32, 2), number(1, 2), number(2, 2));
  const extract = (from: Bytes, salt: Bytes, name: string, secret: Bytes) =>
    hmac(salt, join(version, from, text(name), secret));
  const expand = async (from: Bytes, key: Bytes, name: string, context: Bytes, size: number) =>
    (await hmac(key, join(number(size, 2), version, from, text(name), context, number(1, 1)))).slice(0, size);
  const none = new Uint8Array(0);
  const encapsulated = sealed.slice(0, 32);
  const theirs = await crypto.subtle.importKey("raw", encapsulated, "X25519", false, []);
  const mine = await crypto.subtle.importKey("pkcs8", pkcs8(0x6e, secret), "X25519", false, ["deriveBits"]);
  const dh = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: theirs }, mine, 256));
  const shared = await expand(
    kem,
    await extract(kem, none, "eae_prk", dh),
    "shared_secret",
    join(encapsulated, own),
    32,
  );
  const context = join(
    number(0, 1),
    await extract(suite, none, "psk_id_hash", none),
    await extract(suite, none, "info_hash", info),
  );
  const schedule = await extract(suite, shared, "secret", none);
  const key = await expand(suite, schedule, "key", context, 32);
  const nonce = await expand(suite, schedule, "base_nonce", context, 12);
  return opened(key, nonce, associated, sealed.slice(32));
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
    expect(new TextDecoder().decode(name)).toBe("2026-11");
    expect(content.list(content.sized)).toEqual([new Uint8Array([1, 2, 3]), new Uint8Array(0)]);
  });

  it("a backup file is opened with its passphrase", async () => {
    const { passphrase, start } = recorded("backup");
    const whole = Uint8Array.fromBase64(start, { alphabet: "base64url" }) as Bytes;
    const from = new Reader(whole);
    expect([from.take(16), from.number(1)]).toEqual([label("sidedesk backup"), 1]);
    const [iterations, salt, sealed] = [from.number(4), from.take(16), from.sized()];
    const material = text(passphrase.normalize("NFC"));
    const imported = await crypto.subtle.importKey("raw", material, "PBKDF2", false, ["deriveBits"]);
    const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    const secret = new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, imported, 256));
    const key = await hkdf(secret, label("sidedesk backup v1"));
    const head = unpadded(await opened(key, sealed.slice(0, 12), whole.slice(0, 37), sealed.slice(12)));
    const said = new Reader(head);
    const named = () => new TextDecoder().decode(said.sized());
    const hash = () => said.take(32);
    expect([said.take(16), named()]).toEqual([new Uint8Array(16).fill(1), "Board office"]);
    expect([said.take(16), said.number(8)]).toEqual([new Uint8Array(16).fill(2), 1_795_000_000_000]);
    expect([named(), hash()]).toEqual(["https://sync.example.com", new Uint8Array(32).fill(3)]);
    expect([said.number(4), said.list(said.sized).length, said.list(said.sized).length]).toEqual([7, 2, 2]);
    expect([said.list(hash).length, said.list(hash).length]).toEqual([1, 2]);
    expect(said.at).toBe(head.length);
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
    expect(unpadded(await opened(key, sealed.slice(0, 12), info, sealed.slice(12))).toHex()).toBe(content);
  });

  it("a log's roster is a chain from the desk's id on, and each act is signed by who was on the desk", async () => {
    const file = recorded("audit");
    const base64url = (said: string): Bytes =>
      Uint8Array.fromBase64(said, { alphabet: "base64url" }) as Bytes;
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
    for (const { act, said } of file.acts) {
      const whole = base64url(act);
      const from = new Reader(whole);
      expect([from.take(4), from.take(16)]).toEqual([hex("61637401"), desk]);
      const author = from.take(16).toHex();
      expect(
        await isSigned(keys.get(author)!, whole.slice(-64), label("sidedesk act v1"), whole.slice(0, -64)),
      ).toBe(true);
      from.take(8);
      expect(new TextDecoder().decode(from.sized())).toBe(file.principal.id);
      from.take(32);
      for (const previous of from.list(() => from.take(32))) expect(seen).toContain(previous.toHex());
      const digests = from.list(() => {
        for (const _ of ["record", "kind"]) from.sized();
        from.take(1);
        from.sized();
        from.list(from.sized);
        return from.take(32);
      });
      for (const { item, salt, text: words } of said)
        expect(digests[item]).toEqual(
          await sha256(join(label("sidedesk act said v1"), base64url(salt), text(words))),
        );
      seen.add((await sha256(whole)).toHex());
    }
    expect(seen.size).toBe(4);
  });
});
