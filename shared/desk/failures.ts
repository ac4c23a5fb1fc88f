/** Why a roster, or an entry onto it, is refused: a closed list, each with words for the person who meets it. */

const MESSAGES = {
  malformed: "The desk's list of members is damaged.",
  "another-desk": "This is the list of members of another desk.",
  "out-of-order": "The desk's list of members has an entry out of its place.",
  signature: "The desk's list of members has an entry with a forged signature.",
  "not-allowed": "The desk's list of members has a change by someone who may not make it.",
  "invite-unknown": "This invitation is not known on the desk. Ask for a new one.",
  "invite-expired": "This invitation has expired. Ask for a new one.",
  "invite-used": "This invitation was used already. Ask for a new one.",
  "invite-revoked": "This invitation was withdrawn. Ask for a new one.",
  "already-member": "This device was on the desk before; it needs new keys to join again.",
  "last-owner": "A desk keeps at least one owner.",
  recipients: "The desk's list of members has a change that does not name exactly those whom it concerns.",
  "too-long": "The desk's list of members is full.",
  rollback: "The server shows an older list of members than it did before.",
  fork: "The server shows another list of members than it did before.",
} as const;

export type RosterFailureCode = keyof typeof MESSAGES;

/** Why a roster is refused, at which entry, in words for a person. */
export interface RosterFailure {
  code: RosterFailureCode;
  index: number;
  message: string;
}

/** Thrown while one entry is verified; verifyRoster and extendRoster turn it into a RosterFailure. */
export class RosterRefused extends Error {
  override name = "RosterRefused";
  readonly code: RosterFailureCode;
  constructor(code: RosterFailureCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}

/** A refusal as a value, at the entry with this index. */
export function refusal(code: RosterFailureCode, index: number): { ok: false; failure: RosterFailure } {
  return { ok: false, failure: { code, index, message: MESSAGES[code] } };
}
