import { fromBase64url, toBase64url } from "../../../shared/protocol/bytes.ts";
import type { Call, Challenge } from "../../port/calls.ts";
import type { Lock } from "../lock/lock.ts";

type Said<C extends Call["call"]> = Extract<Call, { call: C }>;

const ceremonyOf = ({
  authenticatorData,
  clientData,
}: Said<"unlockByAuthenticator" | "setAuthenticator">) => ({
  authenticatorData: fromBase64url(authenticatorData),
  clientData: fromBase64url(clientData),
});

/** What surfaces say to and of this computer's authenticator, with its bytes as text. */
export const authenticatorCalls = (lock: Lock) => ({
  authenticatorChallenge: async (): Promise<Challenge> => {
    const { challenge, key } = await lock.challenge();
    return { challenge: toBase64url(challenge), key: key && toBase64url(key) };
  },
  unlockByAuthenticator: async (said: Said<"unlockByAuthenticator">) =>
    lock.unlockBy({ ...ceremonyOf(said), signature: fromBase64url(said.signature) }),
  setAuthenticator: async (said: Said<"setAuthenticator">) =>
    lock.setAuthenticator(
      {
        ...ceremonyOf(said),
        id: fromBase64url(said.id),
        publicKey: fromBase64url(said.publicKey),
        algorithm: said.algorithm,
      },
      said.current,
    ),
  removeAuthenticator: () => lock.removeAuthenticator(),
});
