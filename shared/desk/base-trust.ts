/**
 * Who may make a base and who may confirm it. Two persons must have found the same, so that neither a fault of one
 * browser nor one dishonest member can put another past in front of who joins. Where only one person writes, there is
 * nobody whom a second look would protect from her; any device of hers confirms, after it has fetched the base again.
 */
import { importSignPublicKey, sha256 } from "../envelope/keys.ts";
import { equalBytes, toHex } from "../protocol/bytes.ts";
import { type Confirmation, confirmationHolds, type Manifest, manifestHolds } from "./base.ts";
import { isPresent, mayWrite } from "./roles.ts";
import { type Member, type Roster, verifyRoster } from "./roster.ts";

type Members = Pick<Roster, "members">;

const writerAt = ({ members }: Members, device: Uint8Array, at: number): Member | undefined => {
  const member = members.get(toHex(device));
  return member && isPresent(member, at) && mayWrite(member.role) ? member : undefined;
};

/** Whether a device may make a base at a time (ms since 1970): whoever writes into the desk. */
export const mayMakeBase = (roster: Members, device: Uint8Array, at: number): boolean =>
  writerAt(roster, device, at) !== undefined;

/** Whether a device may confirm what another one, or itself, has made. */
export function mayConfirmBase(roster: Members, maker: Uint8Array, device: Uint8Array, at: number): boolean {
  const [made, confirms] = [writerAt(roster, maker, at), writerAt(roster, device, at)];
  if (!made || !confirms) return false;
  if (!equalBytes(made.person, confirms.person)) return true;
  return [...roster.members.values()].every(
    (other) => equalBytes(other.person, made.person) || !writerAt(roster, other.device, at),
  );
}

export type BaseTrust =
  | { readonly ok: true }
  /** `forged`: no honest server gives this. `unusable`: nobody who is still here stands for it. */
  | { readonly ok: false; readonly why: "forged" | "unusable"; readonly detail: string };

const forged = (detail: string): BaseTrust => ({ ok: false, why: "forged", detail });

/**
 * Whether a base may be begun from: made and confirmed by who might, by the list of members of its time, and one of the
 * two still on the desk: who was removed cannot put a past of theirs in front of a joiner by themselves.
 * @param entries the desk's signed entries, all verified; `roster` what they come to
 */
export async function trustBase(
  entries: readonly Uint8Array[],
  roster: Roster,
  manifest: Manifest,
  confirmation: Confirmation,
): Promise<BaseTrust> {
  if (!equalBytes(manifest.desk, roster.desk) || !equalBytes(confirmation.desk, roster.desk))
    return forged("The server sent a base of another desk.");
  if (!equalBytes(confirmation.base, manifest.hash))
    return forged("The server sent a base with the confirmation of another.");
  if (!(await isOfRoster(entries, manifest)) || !(await isOfRoster(entries, confirmation)))
    return forged("The server sent a base upon another list of members.");
  const [maker, confirmer] = [manifest, confirmation].map(({ device }) => roster.members.get(toHex(device)));
  if (!maker || !confirmer) return forged("The server sent a base of somebody who is not on this desk.");
  const signatures = await Promise.all([
    manifestHolds(manifest, await importSignPublicKey(maker.signPublic)),
    confirmationHolds(confirmation, await importSignPublicKey(confirmer.signPublic)),
  ]);
  if (!signatures.every(Boolean)) return forged("The server sent a base whose signature is false.");
  const then = await verifyRoster(entries.slice(0, confirmation.rosterLength), { desk: roster.desk });
  if (!then.ok || !mayConfirmBase(then.roster, manifest.device, confirmation.device, confirmation.at))
    return forged("The server sent a base that was confirmed by somebody who may not.");
  if (maker.removedAt !== undefined && confirmer.removedAt !== undefined)
    return { ok: false, why: "unusable", detail: "Nobody who made this base is on the desk any more." };
  return endsFault(manifest, roster) ?? { ok: true };
}

async function isOfRoster(
  entries: readonly Uint8Array[],
  { rosterLength, rosterHead }: Pick<Manifest, "rosterLength" | "rosterHead">,
): Promise<boolean> {
  const last = entries[rosterLength - 1];
  return last !== undefined && equalBytes(await sha256(last), rosterHead);
}

/** A removal names the last envelope that counts: a base may hold no other one under that number. */
function endsFault({ ends }: Manifest, { members }: Roster): BaseTrust | undefined {
  for (const { device, counter, hash } of ends) {
    const member = members.get(toHex(device));
    if (!member) return forged("The server sent a base with work of somebody who is not on this desk.");
    const last = member.spans.at(-1);
    if (last?.role === null && last.after.counter === counter && !equalBytes(last.after.hash, hash))
      return forged("The server sent a base with another history of a device than an owner saw.");
  }
  return undefined;
}
