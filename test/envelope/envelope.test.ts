import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  envelopeHash,
  NO_PREVIOUS,
  openEnvelope,
  readEnvelope,
  type Sealing,
  sealEnvelope,
  UnopenableError,
  verifyEnvelope,
} from "../../shared/envelope/envelope.ts";
import {
  type DeviceKeys,
  documentIdOf,
  generateDeviceKeys,
  importEpochKey,
  importSignPublicKey,
  sha256,
} from "../../shared/envelope/keys.ts";
import type { Payload } from "../../shared/envelope/payload.ts";
import { type Bytes, MalformedError, toHex } from "../../shared/protocol/bytes.ts";
import { MAX_ENVELOPE_BYTES } from "../../shared/protocol/limits.ts";

const desk = new Uint8Array(16).fill(1);
const nonce = () => crypto.getRandomValues(new Uint8Array(12));
const changes = (text: string, document = "2026-11"): Payload => ({
  type: "changes",
  document,
  changes: [new TextEncoder().encode(text)],
});

let keys: DeviceKeys;
let publicKey: CryptoKey;
let epochKey: CryptoKey;

beforeAll(async () => {
  keys = await generateDeviceKeys();
  publicKey = await importSignPublicKey(keys.signPublic);
  epochKey = await importEpochKey(new Uint8Array(32).fill(9));
});

function seal(payload: Payload, other: Partial<Sealing> = {}): Promise<Bytes> {
  const { device, signKey } = keys;
  return sealEnvelope({
    desk,
    epoch: 1,
    epochKey,
    device,
    signKey,
    counter: 1,
    previous: NO_PREVIOUS,
    payload,
    nonce: nonce(),
    ...other,
  });
}

/** What a careful device does with bytes from outside. */
async function accept(bytes: Uint8Array, key = epochKey): Promise<Payload> {
  const read = readEnvelope(bytes);
  if (!(await verifyEnvelope(read, publicKey))) throw new Error("forged");
  return openEnvelope(read, key);
}

describe("an envelope", () => {
  test("gives back its payload, and shows in the open only what its header says", async () => {
    const payload: Payload = {
      type: "snapshot",
      document: "lasting",
      covers: 41,
      heads: ["0a".repeat(32), "0b".repeat(32)],
      bytes: new Uint8Array([1, 2, 3]),
    };
    const sealed = await seal(payload, { counter: 12, previous: new Uint8Array(32).fill(7), epoch: 3 });
    expect(await accept(sealed)).toEqual(payload);
    const { header } = readEnvelope(sealed);
    expect(header).toMatchObject({ type: "snapshot", desk, epoch: 3, device: keys.device, counter: 12 });
    expect(header.document).toEqual(await documentIdOf(desk, "lasting"));
    expect(Buffer.from(sealed).includes("lasting")).toBe(false);
  });

  test("is refused with any of its bytes changed", async () => {
    const sealed = await seal(changes("Sample Caller rang"));
    for (let at = 0; at < sealed.length; at++) {
      const altered = sealed.slice();
      altered[at]! ^= 1 << (at % 8);
      await expect(accept(altered), `byte ${at}`).rejects.toThrow();
    }
    expect(await accept(sealed)).toMatchObject({ document: "2026-11" });
  });

  test("is bound to its header even for one who can sign: another header does not open", async () => {
    const sealed = await seal(changes("x"));
    const read = readEnvelope(sealed);
    for (let at = 0; at < read.headerBytes.length; at++) {
      const headerBytes = read.headerBytes.slice();
      headerBytes[at]! ^= 1;
      await expect(openEnvelope({ ...read, headerBytes }, epochKey), `byte ${at}`).rejects.toThrow(
        UnopenableError,
      );
    }
  });

  test("does not open with another epoch's key, on another desk, or for another device", async () => {
    const read = readEnvelope(await seal(changes("x")));
    const otherKey = await importEpochKey(new Uint8Array(32).fill(8));
    await expect(openEnvelope(read, otherKey)).rejects.toThrow(UnopenableError);
    for (const name of ["desk", "device"] as const) {
      const header = { ...read.header, [name]: new Uint8Array(16).fill(2) };
      await expect(openEnvelope({ ...read, header }, epochKey)).rejects.toThrow(UnopenableError);
    }
  });

  test("that holds another document than its header names is refused", async () => {
    const read = readEnvelope(await seal(changes("x")));
    const header = { ...read.header, document: await documentIdOf(desk, "2026-12") };
    await expect(openEnvelope({ ...read, header }, epochKey)).rejects.toThrow("another document");
  });

  test("of presence stands outside documents and chains", async () => {
    const sealed = await seal({ type: "presence", bytes: new Uint8Array([5]) });
    expect(await accept(sealed)).toEqual({ type: "presence", bytes: new Uint8Array([5]) });
    expect(toHex(readEnvelope(sealed).header.document)).toBe("00".repeat(16));
    const chained = await seal(
      { type: "presence", bytes: new Uint8Array([5]) },
      { previous: new Uint8Array(32).fill(1) },
    );
    expect(() => readEnvelope(chained)).toThrow("presence names no document");
  });

  test("of the same payload looks different each time, and its hash is that of all its bytes", async () => {
    const [first, second] = [await seal(changes("x")), await seal(changes("x"))];
    expect(toHex(readEnvelope(first).ciphertext)).not.toBe(toHex(readEnvelope(second).ciphertext));
    expect(await envelopeHash(first)).toEqual(await sha256(first));
  });

  test("counts epochs and envelopes from 1", async () => {
    for (const other of [{ epoch: 0 }, { counter: 0 }]) {
      const sealed = await seal(changes("x"), other);
      expect(() => readEnvelope(sealed)).toThrow("start at 1");
    }
  });

  test("over the size limit is not made", async () => {
    const large: Payload = { type: "presence", bytes: new Uint8Array(MAX_ENVELOPE_BYTES) };
    await expect(seal(large)).rejects.toThrow(MalformedError);
  });

  test("is read up to the size limit and not beyond it", async () => {
    const sealed = await seal(changes("x"));
    const longer = (length: number) => {
      const bytes = new Uint8Array(length);
      bytes.set(sealed);
      return bytes;
    };
    expect(readEnvelope(longer(MAX_ENVELOPE_BYTES)).bytes).toHaveLength(MAX_ENVELOPE_BYTES);
    expect(() => readEnvelope(longer(MAX_ENVELOPE_BYTES + 1))).toThrow("over the size limit");
  });

  test("is made with keys and nonces of their length alone", async () => {
    for (const length of [11, 13, 16])
      await expect(seal(changes("x"), { nonce: new Uint8Array(length) })).rejects.toThrow(MalformedError);
    for (const length of [16, 31, 33])
      await expect((async () => importEpochKey(new Uint8Array(length)))()).rejects.toThrow(RangeError);
  });

  test("that is noise or cut short is refused as malformed, never worse", async () => {
    const sealed = await seal(changes("x"));
    for (let length = 0; length < 186; length++) {
      expect(() => readEnvelope(sealed.subarray(0, length))).toThrow(MalformedError);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        try {
          readEnvelope(noise);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("of two devices in one epoch never shares a content key: one's ciphertext fails under the other's", async () => {
    const other = await generateDeviceKeys();
    const same = nonce();
    const mine = readEnvelope(await seal(changes("x"), { nonce: same }));
    const theirs = readEnvelope(
      await seal(changes("x"), { nonce: same, device: other.device, signKey: other.signKey }),
    );
    expect(toHex(mine.ciphertext.subarray(0, 16))).not.toBe(toHex(theirs.ciphertext.subarray(0, 16)));
  });
});
