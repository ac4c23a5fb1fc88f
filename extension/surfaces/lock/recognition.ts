import { ALGORITHMS } from "../../../shared/envelope/authenticator.ts";
import { fromBase64url, toBase64url } from "../../../shared/protocol/bytes.ts";
import { BackgroundError } from "../../port/client.ts";
import type { Call } from "../../port/surface.ts";

type Said<C extends Call["call"], Besides extends string = never> = Omit<
  Extract<Call, { call: C }>,
  "call" | Besides
>;

/** How a page has this computer recognise its person. What comes of it is judged by the background, never here. */
export interface Recognition {
  /** Whether it has a reader, a camera or a PIN for that. */
  isThere(): Promise<boolean>;
  /** Makes a key for it. Throws BackgroundError `not-recognised` where the person was not, or thought better of it. */
  make(challenge: string): Promise<Said<"setAuthenticator", "current">>;
  /** Has the key answer. Throws as before. */
  answer(challenge: string, key: string): Promise<Said<"unlockByAuthenticator">>;
}

/** So long a person is asked, in ms. */
const PATIENCE_MS = 2 * 60_000;

const text = (bytes: ArrayBuffer | null) => toBase64url(new Uint8Array(bytes ?? new ArrayBuffer(0)));

async function asked(ceremony: Promise<Credential | null>): Promise<PublicKeyCredential> {
  // A refusal says no more than that, so that no page learns why.
  const credential = await ceremony.catch(() => null);
  if (credential instanceof PublicKeyCredential) return credential;
  throw new BackgroundError({ code: "not-recognised", detail: "The computer gave no answer." });
}

/** By W3C Web Authentication, in a page of an extension: the relying party is the extension itself. */
export const recognition: Recognition = {
  isThere: async () =>
    "PublicKeyCredential" in globalThis &&
    (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)),
  async make(challenge) {
    const { rawId, response } = await asked(
      navigator.credentials.create({
        publicKey: {
          challenge: fromBase64url(challenge),
          rp: { name: "Sidedesk" },
          user: { id: crypto.getRandomValues(new Uint8Array(16)), name: "Sidedesk", displayName: "Sidedesk" },
          pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
          authenticatorSelection: {
            authenticatorAttachment: "platform",
            userVerification: "required",
            residentKey: "discouraged",
          },
          timeout: PATIENCE_MS,
        },
      }),
    );
    const made = response as AuthenticatorAttestationResponse;
    return {
      id: text(rawId),
      publicKey: text(made.getPublicKey()),
      algorithm: made.getPublicKeyAlgorithm(),
      authenticatorData: text(made.getAuthenticatorData()),
      clientData: text(made.clientDataJSON),
    };
  },
  async answer(challenge, key) {
    const { response } = await asked(
      navigator.credentials.get({
        publicKey: {
          challenge: fromBase64url(challenge),
          allowCredentials: [{ type: "public-key", id: fromBase64url(key), transports: ["internal"] }],
          userVerification: "required",
          timeout: PATIENCE_MS,
        },
      }),
    );
    const said = response as AuthenticatorAssertionResponse;
    return {
      authenticatorData: text(said.authenticatorData),
      clientData: text(said.clientDataJSON),
      signature: text(said.signature),
    };
  },
};
