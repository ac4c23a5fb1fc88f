import { describe, expect, it } from "vitest";
import { isAnswered, readRegistration } from "../../shared/envelope/authenticator.ts";
import { type Bytes, utf8 } from "../../shared/protocol/bytes.ts";
import { type Says, softwareAuthenticator } from "./software-authenticator.ts";

const ORIGIN = "chrome-extension://abcdefghijklmnop";
const challenge = new Uint8Array(32).fill(7);
const asked = { challenge, origin: ORIGIN };

async function registered(algorithm: -7 | -257 = -7) {
  const authenticator = await softwareAuthenticator(ORIGIN, algorithm);
  const key = await readRegistration(await authenticator.make(challenge), asked);
  if (!key) throw new Error("The key was not taken.");
  return { authenticator, key };
}

const OTHERWISE: readonly (readonly [string, Says])[] = [
  ["for another challenge", { challenge: new Uint8Array(32).fill(8) }],
  ["by a page of another origin", { origin: "https://mail.google.com" }],
  ["by a frame of another origin", { crossOrigin: true }],
  ["for another purpose", { type: "payment.get" }],
  ["without the person being recognised", { flags: 0b1 | 0b100_0000 }],
  ["without the person being there", { flags: 0b100 | 0b100_0000 }],
];

describe("A computer that recognises its person", () => {
  it.each([-7, -257] as const)("answers for them, with a key of algorithm %i", async (algorithm) => {
    const { authenticator, key } = await registered(algorithm);
    for (let n = 0; n < 50; n++)
      expect(await isAnswered(key, await authenticator.answer(challenge), asked)).toBe(true);
  });

  it.each(OTHERWISE)("is not believed where it answers %s", async (_, says) => {
    const { authenticator, key } = await registered();
    expect(await isAnswered(key, await authenticator.answer(challenge, says), asked)).toBe(false);
  });

  it("is not believed where it answers for another relying party", async () => {
    const { authenticator, key } = await registered();
    const answer = await authenticator.answer(challenge, { relyingParty: "chrome-extension://other" });
    expect(await isAnswered(key, answer, asked)).toBe(false);
  });

  it("is not believed with another key", async () => {
    const { key } = await registered();
    const other = await softwareAuthenticator(ORIGIN);
    expect(await isAnswered(key, await other.answer(challenge), asked)).toBe(false);
  });

  it("is not believed with any byte of its answer changed, cut off or added", async () => {
    const { authenticator, key } = await registered();
    const answer = await authenticator.answer(challenge);
    for (const part of ["authenticatorData", "clientData", "signature"] as const) {
      const bytes = answer[part];
      const changed = [...bytes.keys()].map((at) => bytes.with(at, (bytes[at] ?? 0) ^ 1) as Bytes);
      const all = [...changed, bytes.slice(0, -1), new Uint8Array([...bytes, 0]), new Uint8Array(0)];
      const believed = await Promise.all(
        all.map((each) => isAnswered(key, { ...answer, [part]: each }, asked)),
      );
      expect(believed.filter(Boolean), part).toEqual([]);
    }
  });

  it.each(OTHERWISE)("is not taken as one where its key was made %s", async (_, says) => {
    const { make } = await softwareAuthenticator(ORIGIN);
    expect(await readRegistration(await make(challenge, says), asked)).toBe(null);
  });

  it("is not taken as one with a key that is none, or of an algorithm that was not asked for", async () => {
    const made = await (await softwareAuthenticator(ORIGIN)).make(challenge);
    for (const wrong of [
      { algorithm: -8 },
      { publicKey: utf8("no key") },
      { id: new Uint8Array(0) },
      { authenticatorData: made.authenticatorData.slice(0, 36) },
      { clientData: utf8("{}") },
      { clientData: new Uint8Array([0xff]) },
    ])
      expect(await readRegistration({ ...made, ...wrong }, asked)).toBe(null);
  });
});
