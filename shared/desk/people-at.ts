import { toHex } from "../protocol/bytes.ts";
import type { Role } from "./body.ts";
import { isPresent } from "./roles.ts";
import type { Roster } from "./roster.ts";

/** Whose a device is (hex), and with which role they are on the desk; none where the device is not on it any more. */
export interface AtDesk {
  readonly person: string;
  readonly role: Role | undefined;
}

/** Every device (hex) that ever was on a desk, at a time (ms since 1970); none of a roster that does not hold together. */
export function peopleAt(roster: Pick<Roster, "members"> | null, now: number): ReadonlyMap<string, AtDesk> {
  return new Map(
    [...(roster?.members ?? [])].map(([device, member]) => [
      device,
      { person: toHex(member.person), role: isPresent(member, now) ? member.role : undefined },
    ]),
  );
}
