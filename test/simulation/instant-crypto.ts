import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Chance } from "./chance.ts";

/**
 * WebCrypto's algorithms without its threads: every answer is there in the same turn, and new keys come from a seed.
 * With the real one, what finishes first depends on the machine, and no failing run could be played again.
 */
export function installInstantCrypto(chance: () => Chance): void {
  Object.defineProperty(globalThis.crypto, "subtle", { configurable: true, value: subtleOf(chance) });
}

/** A key as plain bytes, so that a database can keep it. */
interface PlainKey {
  readonly type: "private" | "public" | "secret";
  readonly algorithm: string;
  readonly raw: Uint8Array;
}

const PREFIX = {
  Ed25519: { private: "302e020100300506032b657004220420", public: "302a300506032b6570032100" },
  X25519: { private: "302e020100300506032b656e04220420", public: "302a300506032b656e032100" },
} as const;
type Curve = keyof typeof PREFIX;

const objects = new Map<string, KeyObject>();
function keyObject(curve: Curve, type: "private" | "public", raw: Uint8Array): KeyObject {
  const name = `${curve} ${type} ${Buffer.from(raw).toString("hex")}`;
  const known = objects.get(name);
  if (known) return known;
  const key = Buffer.concat([Buffer.from(PREFIX[curve][type], "hex"), raw]);
  const made =
    type === "private"
      ? createPrivateKey({ key, format: "der", type: "pkcs8" })
      : createPublicKey({ key, format: "der", type: "spki" });
  if (objects.size > 1000) objects.clear();
  objects.set(name, made);
  return made;
}
const verified = new Map<string, boolean>();
const publicOf = (curve: Curve, raw: Uint8Array) =>
  new Uint8Array(
    createPublicKey(keyObject(curve, "private", raw))
      .export({ format: "der", type: "spki" })
      .subarray(-32),
  );
const bytesOf = (data: ArrayBuffer | Uint8Array) =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : data;
const nameOf = (algorithm: string | { name: string }) =>
  typeof algorithm === "string" ? algorithm : algorithm.name;

function subtleOf(chance: () => Chance) {
  const derive = (key: PlainKey, { salt, info }: { salt: Uint8Array; info: Uint8Array }) =>
    new Uint8Array(hkdfSync("sha256", key.raw, salt, info, 32));
  return {
    async digest(_algorithm: string, bytes: Uint8Array) {
      return new Uint8Array(createHash("sha256").update(bytes).digest()).buffer;
    },
    async generateKey(algorithm: Curve) {
      const raw = chance().bytes(32);
      return {
        privateKey: { type: "private", algorithm, raw },
        publicKey: { type: "public", algorithm, raw: publicOf(algorithm, raw) },
      };
    },
    async exportKey(format: string, key: PlainKey) {
      if (format === "raw") return key.raw.slice().buffer;
      return { x: Buffer.from(publicOf(key.algorithm as Curve, key.raw)).toString("base64url") };
    },
    async importKey(
      format: string,
      data: ArrayBuffer | Uint8Array,
      given: string | { name: string },
    ): Promise<PlainKey> {
      const [algorithm, bytes] = [nameOf(given), bytesOf(data)];
      if (format === "pkcs8") return { type: "private", algorithm, raw: bytes.slice(-32) };
      return { type: algorithm in PREFIX ? "public" : "secret", algorithm, raw: bytes.slice() };
    },
    async sign(algorithm: string, key: PlainKey, data: ArrayBuffer | Uint8Array) {
      const statement = bytesOf(data);
      if (algorithm === "HMAC")
        return new Uint8Array(createHmac("sha256", key.raw).update(statement).digest()).buffer;
      return new Uint8Array(sign(null, statement, keyObject("Ed25519", "private", key.raw))).buffer;
    },
    async verify(_algorithm: string, key: PlainKey, signature: Uint8Array, statement: Uint8Array) {
      // Every device looks at the same envelopes: what was found once holds.
      const name = createHash("sha1").update(key.raw).update(signature).update(statement).digest("base64");
      const known = verified.get(name);
      if (known !== undefined) return known;
      const holds = verify(null, statement, keyObject("Ed25519", "public", key.raw), signature);
      if (verified.size > 20_000) verified.clear();
      verified.set(name, holds);
      return holds;
    },
    async deriveBits(
      parameters: { salt: Uint8Array; info: Uint8Array } | { public: PlainKey },
      key: PlainKey,
    ) {
      if (!("public" in parameters)) return derive(key, parameters).buffer;
      const privateKey = keyObject("X25519", "private", key.raw);
      const publicKey = keyObject("X25519", "public", parameters.public.raw);
      return new Uint8Array(diffieHellman({ privateKey, publicKey })).buffer;
    },
    async deriveKey(
      parameters: { salt: Uint8Array; info: Uint8Array },
      key: PlainKey,
      algorithm: { name: string },
    ): Promise<PlainKey> {
      return { type: "secret", algorithm: nameOf(algorithm), raw: derive(key, parameters) };
    },
    async encrypt(
      { iv, additionalData }: { iv: ArrayBuffer | Uint8Array; additionalData: ArrayBuffer | Uint8Array },
      key: PlainKey,
      plain: ArrayBuffer | Uint8Array,
    ) {
      const cipher = createCipheriv("aes-256-gcm", key.raw, bytesOf(iv)).setAAD(bytesOf(additionalData));
      const sealed = [cipher.update(bytesOf(plain)), cipher.final(), cipher.getAuthTag()];
      return new Uint8Array(Buffer.concat(sealed)).buffer;
    },
    async decrypt(
      { iv, additionalData }: { iv: ArrayBuffer | Uint8Array; additionalData: ArrayBuffer | Uint8Array },
      key: PlainKey,
      data: ArrayBuffer | Uint8Array,
    ) {
      const cipher = createDecipheriv("aes-256-gcm", key.raw, bytesOf(iv)).setAAD(bytesOf(additionalData));
      const sealed = bytesOf(data);
      try {
        cipher.setAuthTag(sealed.subarray(-16));
        return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])).buffer;
      } catch {
        throw new DOMException("not authentic", "OperationError");
      }
    },
  };
}
