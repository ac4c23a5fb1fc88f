import type { AtDesk } from "../desk/people-at.ts";
import { actingUnder, type Delegation, readDelegation } from "../documents/delegation-standing.ts";
import type { HistoryRow } from "../documents/history.ts";
import { dayIn } from "../records/day-in.ts";
import type { ActTerms } from "./act.ts";
import type { Said } from "./said.ts";

/** Of an authority that an act names: none is named; the log shows that it held; or it does not. */
export type AuthorityProof =
  | { readonly state: "none" }
  | { readonly state: "held"; readonly delegation: Delegation }
  | { readonly state: "unproven" };

interface Told {
  readonly act: Pick<ActTerms, "device" | "at" | "change" | "items">;
  readonly person: string;
  readonly words: readonly (readonly Said[] | null)[];
}

/**
 * Whether the delegations that acts name held when they were done, from what the log itself shows of them: who gave
 * each, and whether its terms were changed or it was withdrawn. An answer for each item of each act.
 * @param people whose each device is and with which role, when the log was made
 */
export function proveAuthorities(
  acts: readonly Told[],
  people: ReadonlyMap<string, AtDesk>,
  timeZone: string | null,
): AuthorityProof[][] {
  const rows = new Map<string, HistoryRow[]>();
  for (const { act, words } of acts)
    for (const [place, { record, kind, made }] of act.items.entries()) {
      const said = words[place];
      if (kind !== "delegation" || !said) continue;
      const row = rowOf(act, record, made, said);
      rows.set(record, [...(rows.get(record) ?? []), row]);
    }
  const given = new Map(
    [...rows].map(([record, told]) => [record, readDelegation(record, told, (device) => people.get(device))]),
  );
  const day = dayIn(timeZone);
  return acts.map(({ act, person }) =>
    act.items.map(({ authority, kind }): AuthorityProof => {
      if (authority === "") return { state: "none" };
      const delegation = given.get(authority);
      const at = new Date(act.at).toISOString();
      const held =
        delegation &&
        actingUnder([delegation], { by: person, principal: delegation.principal, kind, at }, day);
      return held ? { state: "held", delegation: held } : { state: "unproven" };
    }),
  );
}

/** What a log tells of a change to a record, as a row of its history. */
function rowOf(
  { device, at, change }: Told["act"],
  record: string,
  created: boolean,
  said: readonly Said[],
): HistoryRow {
  return {
    record,
    change,
    actor: device,
    time: Math.floor(at / 1000),
    startOp: 0,
    created,
    operations: said.map(([field, value]) =>
      typeof value === "object" && value !== null
        ? { text: field, came: [], went: [] }
        : { set: "", field, value, over: [] },
    ),
  };
}
