/**
 * The computer's own way of knowing its person (a finger, a face, a PIN), by W3C Web Authentication Level 3: what is
 * kept of a key that an authenticator made (section 7.1), and whether it has answered for a person just now (7.2).
 *
 * Authenticator data (6.1): hash of the relying party's id (32 bytes), flags (1), signature counter (4), the rest.
 */
import * as v from "valibot";
import { type Bytes, concat, equalBytes, owned, toBase64url } from "../protocol/bytes.ts";
import { sha256 } from "./keys.ts";

/** COSE numbers of the algorithms that are asked for: ECDSA on P-256, and RSA as older computers have it, both with SHA-256. */
export const ALGORITHMS = [-7, -257] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A person was there, and the authenticator knew them. */
const PRESENT_AND_VERIFIED = 0b101;
const CREDENTIAL_INCLUDED = 0b100_0000;

export interface AuthenticatorKey {
  readonly id: Bytes;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Bytes;
  readonly algorithm: Algorithm;
  /** SHA-256 of the relying party's id: a browser forms it from the extension's own. */
  readonly relyingParty: Bytes;
}

/** What the browser signed, or made, and for what. */
interface Ceremony {
  readonly authenticatorData: Bytes;
  /** JSON in UTF-8. */
  readonly clientData: Bytes;
}
export interface Registration extends Ceremony, Pick<AuthenticatorKey, "id" | "publicKey"> {
  readonly algorithm: number;
}
export interface Assertion extends Ceremony {
  readonly signature: Bytes;
}
/** What was asked: the very challenge, by a page of this origin. */
interface Asked {
  readonly challenge: Bytes;
  readonly origin: string;
}

const clientDataSchema = v.object({
  type: v.string(),
  challenge: v.string(),
  origin: v.string(),
  crossOrigin: v.optional(v.literal(false)),
});

function isFor(clientData: Bytes, type: string, { challenge, origin }: Asked): boolean {
  try {
    const said = v.parse(
      clientDataSchema,
      JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(clientData)),
    );
    return said.type === type && said.origin === origin && said.challenge === toBase64url(challenge);
  } catch {
    return false;
  }
}

const hasFlags = (authenticatorData: Bytes, wanted: number) =>
  authenticatorData.length >= 37 && ((authenticatorData[32] ?? 0) & wanted) === wanted;

/** What is kept of a new key; null where it is not an answer to what was asked, or nobody was recognised. */
export async function readRegistration(made: Registration, asked: Asked): Promise<AuthenticatorKey | null> {
  const { id, publicKey, authenticatorData, clientData } = made;
  const algorithm = ALGORITHMS.find((each) => each === made.algorithm);
  if (algorithm === undefined || id.length === 0) return null;
  if (!isFor(clientData, "webauthn.create", asked)) return null;
  if (!hasFlags(authenticatorData, PRESENT_AND_VERIFIED | CREDENTIAL_INCLUDED)) return null;
  const key = { id, publicKey, algorithm, relyingParty: authenticatorData.slice(0, 32) };
  return (await importKey(key)) ? key : null;
}

/** Whether the authenticator that has this key recognised its person, in answer to this very challenge. */
export async function isAnswered(key: AuthenticatorKey, answer: Assertion, asked: Asked): Promise<boolean> {
  const { authenticatorData, clientData } = answer;
  if (!isFor(clientData, "webauthn.get", asked)) return false;
  if (!hasFlags(authenticatorData, PRESENT_AND_VERIFIED)) return false;
  if (!equalBytes(authenticatorData.slice(0, 32), key.relyingParty)) return false;
  const signature = key.algorithm === -7 ? joined(answer.signature) : answer.signature;
  const publicKey = await importKey(key);
  if (!signature || !publicKey) return false;
  const signed = concat(authenticatorData, await sha256(clientData));
  return crypto.subtle.verify(parametersOf(key), publicKey, owned(signature), owned(signed));
}

const parametersOf = ({ algorithm }: AuthenticatorKey) =>
  algorithm === -7
    ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
    : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

async function importKey(key: AuthenticatorKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey("spki", owned(key.publicKey), parametersOf(key), false, ["verify"]);
  } catch {
    return null;
  }
}

/** An ECDSA signature as WebCrypto takes it, r and s of 32 bytes each, from its DER form (RFC 3279, 2.2.3); null for what is none. */
function joined(der: Bytes): Bytes | null {
  const numberAt = (at: number): Bytes | null => {
    const length = der[at + 1] ?? 0;
    const digits = der.slice(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || length > 33 || digits.length !== length) return null;
    const short = length === 33 ? digits.slice(1) : digits;
    if (length === 33 && digits[0] !== 0) return null;
    return concat(new Uint8Array(32 - short.length), short);
  };
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = numberAt(2);
  const next = 4 + (der[3] ?? 0);
  const s = numberAt(next);
  return r && s && next + 2 + (der[next + 1] ?? 0) === der.length ? concat(r, s) : null;
}
