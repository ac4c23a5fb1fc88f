import { createHash } from "node:crypto";
import type { Algorithm, Assertion, Registration } from "../../shared/envelope/authenticator.ts";
import { type Bytes, concat, toBase64url, utf8 } from "../../shared/protocol/bytes.ts";

/** What a ceremony says, where a test has it say something else than it ought to. */
export interface Says {
  readonly type?: string;
  readonly origin?: string;
  readonly challenge?: Bytes;
  readonly relyingParty?: string;
  readonly flags?: number;
  readonly crossOrigin?: boolean;
}

const sha256 = (bytes: Bytes | string): Bytes => new Uint8Array(createHash("sha256").update(bytes).digest());

/** An authenticator in a few lines, which recognises everybody: what a browser and a computer do between them. */
export async function softwareAuthenticator(origin: string, algorithm: Algorithm = -7) {
  const parameters =
    algorithm === -7
      ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
      : {
          name: "RSASSA-PKCS1-v1_5",
          modulusLength: 2048,
          publicExponent: new Uint8Array([1, 0, 1]),
          hash: "SHA-256",
        };
  const keys = (await crypto.subtle.generateKey(parameters, true, ["sign", "verify"])) as CryptoKeyPair;
  const id = crypto.getRandomValues(new Uint8Array(16));

  const clientData = (type: string, challenge: Bytes, says: Says) =>
    utf8(
      JSON.stringify({
        type: says.type ?? type,
        challenge: toBase64url(says.challenge ?? challenge),
        origin: says.origin ?? origin,
        crossOrigin: says.crossOrigin ?? false,
      }),
    );
  const data = (flags: number, says: Says) =>
    concat(sha256(says.relyingParty ?? origin), new Uint8Array([says.flags ?? flags, 0, 0, 0, 0]));

  return {
    async make(challenge: Bytes, says: Says = {}): Promise<Registration> {
      return {
        id,
        publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey)),
        algorithm,
        authenticatorData: concat(data(0b100_0101, says), id),
        clientData: clientData("webauthn.create", challenge, says),
      };
    },
    async answer(challenge: Bytes, says: Says = {}): Promise<Assertion> {
      const said = clientData("webauthn.get", challenge, says);
      const authenticatorData = data(0b101, says);
      const signed = concat(authenticatorData, sha256(said));
      const signature = new Uint8Array(await crypto.subtle.sign(parameters, keys.privateKey, signed));
      return {
        authenticatorData,
        clientData: said,
        signature: algorithm === -7 ? der(signature) : signature,
      };
    },
  };
}

/** An ECDSA signature of two numbers of 32 bytes as authenticators give it: a DER sequence of two integers. */
function der(signature: Bytes): Bytes {
  const integer = (digits: Bytes) => {
    const first = digits.findIndex((byte) => byte !== 0);
    const short = digits.slice(first);
    const value = (short[0] ?? 0) > 127 ? concat(new Uint8Array(1), short) : short;
    return concat(new Uint8Array([2, value.length]), value);
  };
  const both = concat(integer(signature.slice(0, 32)), integer(signature.slice(32)));
  return concat(new Uint8Array([0x30, both.length]), both);
}
