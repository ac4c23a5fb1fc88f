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

/**
 * Whether a device may confirm what another one, or itself, has made: another person's, who may have left since; one's
 * own where nobody else writes.
 */
export function mayConfirmBase(roster: Members, maker: Uint8Array, device: Uint8Array, at: number): boolean {
  const [made, confirms] = [roster.members.get(toHex(maker)), writerAt(roster, device, at)];
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

/** Whether one of the two who signed a base still writes into the desk: who was removed has no say in its past. */
export const isStoodFor = (roster: Members, maker: Uint8Array, confirmer: Uint8Array, now: number): boolean =>
  mayMakeBase(roster, maker, now) || mayMakeBase(roster, confirmer, now);

/**
 * Whether a base may be begun from: made and confirmed by who might, by the lists of members of their time, and one of
 * the two still writing: who was removed cannot put a past of theirs in front of a joiner by themselves.
 * @param entries the desk's signed entries, all verified; `roster` what they come to
 * @param now ms since 1970
 */
export async function trustBase(
  entries: readonly Uint8Array[],
  roster: Roster,
  manifest: Manifest,
  confirmation: Confirmation,
  now: number,
): Promise<BaseTrust> {
  if (!equalBytes(manifest.desk, roster.desk) || !equalBytes(confirmation.desk, roster.desk))
    return forged("The server sent a base of another desk.");
  if (!equalBytes(confirmation.base, manifest.hash))
    return forged("The server sent a base with the confirmation of another.");
  const [made, then] = await Promise.all([rosterAt(entries, manifest), rosterAt(entries, confirmation)]);
  if (!made || !then || then.length < made.length)
    return forged("The server sent a base upon another list of members.");
  const [maker, confirmer] = [manifest, confirmation].map(({ device }) => roster.members.get(toHex(device)));
  if (!maker || !confirmer) return forged("The server sent a base of somebody who is not on this desk.");
  const signatures = await Promise.all([
    manifestHolds(manifest, await importSignPublicKey(maker.signPublic)),
    confirmationHolds(confirmation, await importSignPublicKey(confirmer.signPublic)),
  ]);
  if (!signatures.every(Boolean)) return forged("The server sent a base whose signature is false.");
  if (
    !mayMakeBase(made, manifest.device, manifest.at) ||
    !mayConfirmBase(then, manifest.device, confirmation.device, confirmation.at)
  )
    return forged("The server sent a base that was confirmed by somebody who may not.");
  const fault = endsFault(manifest, made, roster);
  if (fault) return fault;
  if (!isStoodFor(roster, manifest.device, confirmation.device, now))
    return { ok: false, why: "unusable", detail: "Nobody who made this base is on the desk any more." };
  return { ok: true };
}

/** The desk's members as whoever signed this knew them; undefined where that was another list. */
async function rosterAt(
  entries: readonly Uint8Array[],
  { desk, rosterLength, rosterHead }: Pick<Manifest, "desk" | "rosterLength" | "rosterHead">,
): Promise<Roster | undefined> {
  const last = entries[rosterLength - 1];
  if (!last || !equalBytes(await sha256(last), rosterHead)) return undefined;
  const then = await verifyRoster(entries.slice(0, rosterLength), { desk });
  return then.ok ? then.roster : undefined;
}

/**
 * Whose work a base holds that cannot be in it: of who came after it was made (so that nobody who signs upon a list of
 * before the others came can speak for them), or another than the last that counts of who was removed.
 */
function endsFault({ ends }: Manifest, made: Members, { members }: Members): BaseTrust | undefined {
  for (const { device, counter, hash } of ends) {
    const member = members.get(toHex(device));
    if (!member || !made.members.has(toHex(device)))
      return forged("The server sent a base with work of somebody who was not on this desk.");
    const last = member.spans.at(-1);
    if (last?.role !== null) continue;
    const { after } = last;
    if (counter > after.counter || (counter === after.counter && !equalBytes(after.hash, hash)))
      return forged("The server sent a base with another history of a device than an owner saw.");
  }
  return undefined;
}
