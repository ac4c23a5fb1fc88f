import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  NO_PREVIOUS,
  openEnvelope,
  readEnvelope,
  sealEnvelope,
  verifyEnvelope,
} from "../../shared/envelope/envelope.ts";
import { openSealed, sealTo } from "../../shared/envelope/hpke.ts";
import {
  decrypt,
  deriveSealingKey,
  deviceIdOf,
  encrypt,
  importEpochKey,
  importSignPublicKey,
  sign,
  signatureHolds,
} from "../../shared/envelope/keys.ts";
import { isSighting, packSightings, unpackSightings } from "../../shared/envelope/sighting.ts";
import { type Bytes, concat, fromHex, MalformedError, toHex, utf8 } from "../../shared/protocol/bytes.ts";

/** RFC 8410: an Ed25519 seed as PKCS #8. */
const signingKey = (seed: Bytes) =>
  crypto.subtle.importKey(
    "pkcs8",
    concat(fromHex("302e020100300506032b657004220420"), seed),
    "Ed25519",
    false,
    ["sign"],
  );

test.each([
  {
    name: "test 1",
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    signPublic: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
      "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    name: "test 2",
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    signPublic: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    name: "test 3",
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    signPublic: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac" +
      "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
])("Ed25519 signs and verifies as in RFC 8032, section 7.1, $name", async (vector) => {
  const message = fromHex(vector.message);
  const key = await importSignPublicKey(fromHex(vector.signPublic));
  const signature = await sign(await signingKey(fromHex(vector.seed)), message);
  expect(toHex(signature)).toBe(vector.signature);
  expect(await signatureHolds(key, signature, message)).toBe(true);
  expect(await signatureHolds(key, signature, fromHex("73"))).toBe(false);
});

test("AES-256-GCM seals nothing, and a block of zeros, as in McGrew and Viega's test cases 13 and 14", async () => {
  const key = await crypto.subtle.importKey("raw", new Uint8Array(32), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const [nonce, none] = [new Uint8Array(12), new Uint8Array(0)];
  expect(toHex(await encrypt(key, nonce, none, none))).toBe("530f8afbc74536b9a963b4f1c4cb738b");
  expect(toHex(await encrypt(key, nonce, none, new Uint8Array(16)))).toBe(
    "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
  );
});

test("AES-256-GCM seals as in McGrew and Viega's test case 16, and opens nothing else", async () => {
  const raw = fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const nonce = fromHex("cafebabefacedbaddecaf888");
  const associated = fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const plain = fromHex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  );
  const sealed = await encrypt(key, nonce, associated, plain);
  expect(toHex(sealed)).toBe(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" +
      "76fc6ece0f4e1768cddf8853bb2d551b",
  );
  expect(await decrypt(key, nonce, associated, sealed)).toEqual(plain);
  expect(await decrypt(key, nonce, associated.subarray(1), sealed)).toBeUndefined();
});

test("keys are derived as in RFC 5869, test case 3 (no salt, no info)", async () => {
  const secret = await crypto.subtle.importKey("raw", new Uint8Array(22).fill(0x0b), "HKDF", false, [
    "deriveKey",
  ]);
  const derived = await deriveSealingKey(secret, new Uint8Array(0));
  const known = fromHex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  const same = await crypto.subtle.importKey("raw", known, "AES-GCM", false, ["decrypt"]);
  const nonce = new Uint8Array(12);
  const sealed = await encrypt(derived, nonce, nonce, new Uint8Array([1, 2, 3]));
  expect(await decrypt(same, nonce, nonce, sealed)).toEqual(new Uint8Array([1, 2, 3]));
});

test("HPKE seals as in the vector of RFC 9180's authors for X25519, HKDF-SHA256 and AES-256-GCM in base mode", async () => {
  // cfrg/draft-irtf-cfrg-hpke, test-vectors.json: mode 0, kem_id 32, kdf_id 1, aead_id 2, encryption 0. (The RFC's own
  // appendix has this key encapsulation with AES-128-GCM and ChaCha20-Poly1305 only.)
  const secret = fromHex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
  const sealPublic = fromHex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c");
  const prefix = fromHex("302e020100300506032b656e04220420");
  const sealKey = await crypto.subtle.importKey("pkcs8", concat(prefix, secret), "X25519", false, [
    "deriveBits",
  ]);
  const place = {
    info: fromHex("4f6465206f6e2061204772656369616e2055726e"),
    associated: fromHex("436f756e742d30"),
  };
  const sealed = fromHex(
    "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256" +
      "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
  );
  const plain = utf8("Beauty is truth, truth beauty");
  expect(await openSealed({ sealKey, sealPublic }, place, sealed)).toEqual(plain);
  const other = { ...place, associated: fromHex("436f756e742d31") };
  expect(await openSealed({ sealKey, sealPublic }, other, sealed)).toBeUndefined();
  const own = (await sealTo(sealPublic, place, plain))!;
  expect(own).toHaveLength(sealed.length);
  expect(await openSealed({ sealKey, sealPublic }, place, own)).toEqual(plain);
});

/** Made once by version 1 of the format from the arguments below: every later version must still make and read it. */
const RECORDED = JSON.parse(
  readFileSync(new URL("../fixtures/envelope/version-1.json", import.meta.url), "utf8"),
) as Record<"envelope" | "signPublic" | "epochKey", string>;

test("an envelope of version 1 is the same bytes for ever", async () => {
  const signPublic = fromHex(RECORDED.signPublic);
  const epochKey = await importEpochKey(fromHex(RECORDED.epochKey));
  const sealed = await sealEnvelope({
    desk: new Uint8Array(16).fill(1),
    epoch: 2,
    epochKey,
    device: await deviceIdOf(signPublic),
    signKey: await signingKey(fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")),
    counter: 1,
    previous: NO_PREVIOUS,
    payload: {
      type: "changes",
      document: "2026-11",
      changes: [new Uint8Array([1, 2, 3]), new Uint8Array([])],
    },
    nonce: new Uint8Array(12).fill(4),
  });
  expect(toHex(sealed)).toBe(RECORDED.envelope);
  const read = readEnvelope(fromHex(RECORDED.envelope));
  expect(await verifyEnvelope(read, await importSignPublicKey(signPublic))).toBe(true);
  expect(await openEnvelope(read, epochKey)).toMatchObject({ document: "2026-11" });
});

test("what a device had seen of the others is the same bytes for ever, and in one form only", () => {
  const [first, second] = [
    { device: "01".repeat(16), counter: 7, hash: new Uint8Array(32).fill(2) },
    { device: "03".repeat(16), counter: 1, hash: new Uint8Array(32).fill(4) },
  ];
  const end = (device: string, counter: string, hash: string) =>
    `${device.repeat(16)}${counter.padStart(16, "0")}${hash.repeat(32)}`;
  const recorded = `7365650100000002${end("01", "7", "02")}${end("03", "1", "04")}`;
  expect(toHex(packSightings([second, first]))).toBe(recorded);
  expect(unpackSightings(fromHex(recorded))).toEqual([first, second]);
  expect(isSighting(fromHex(recorded))).toBe(true);
  expect(isSighting(fromHex("856f4a83"))).toBe(false);
  for (const malformed of [
    recorded.slice(0, -2),
    `${recorded}00`,
    `7365650100000002${end("03", "1", "04")}${end("01", "7", "02")}`,
    `7365650100000002${end("01", "7", "02")}${end("01", "7", "02")}`,
    `7365650100000001${end("01", "0", "02")}`,
    "73656501ffffffff",
  ])
    expect(() => unpackSightings(fromHex(malformed)), malformed).toThrow(MalformedError);
});
