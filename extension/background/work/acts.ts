import type { IDBPTransaction } from "idb";
import { MAX_PREVIOUS, packAct, SALT_BYTES, type SaltedAct, signAct } from "../../../shared/audit/act.ts";
import { followed, type Heads, NO_HEADS } from "../../../shared/audit/heads.ts";
import { digestOf, itemSalt, saidBy, saidText } from "../../../shared/audit/said.ts";
import type { AtDesk } from "../../../shared/desk/people-at.ts";
import { actingUnder } from "../../../shared/documents/delegation-standing.ts";
import type { HistoryRow } from "../../../shared/documents/history.ts";
import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { dayIn } from "../../../shared/records/day-in.ts";
import { inWhoseName } from "../../../shared/records/in-whose-name.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { queryDelegations } from "../queries/delegations.ts";
import type { Database, SidedeskSchema, StoredAct } from "../storage/database.ts";
import type { Also } from "../storage/store.ts";
import type { DocumentStep, PreparedRecords } from "./commit.ts";

/** Who signs what this device does. */
export interface Signer {
  readonly keysOn: (desk: string) => Promise<DeviceKeys>;
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  /** Whom the device belongs to on a desk (hex). */
  readonly personOn: (desk: string) => Promise<string>;
  /** Whose each device of a desk is, and with which role they are on it now. */
  readonly people: (desk: string) => Promise<ReadonlyMap<string, AtDesk>>;
}

type Step = readonly [DocumentStep, PreparedRecords];

/** An act as the store keeps it. */
export const storedAct = (desk: string, document: string, { act, salt }: SaltedAct): StoredAct => ({
  desk,
  principal: act.principal,
  id: act.id,
  at: act.at,
  device: act.device,
  previous: act.previous,
  document,
  bytes: act.bytes,
  salt,
});

/** A stored act as it travels beside the changes of its document. */
export const actToSend = ({ desk, document, id, bytes, salt }: StoredAct) => ({
  desk,
  document,
  change: packAct({ act: { bytes }, salt }),
  hash: id,
});

/** What this device's own changes did in principals' names, signed: an act for each change and principal. */
export async function signActs(
  db: Database,
  desk: string,
  steps: readonly Step[],
  signer: Signer,
): Promise<readonly StoredAct[]> {
  const acts: StoredAct[] = [];
  const ends = new Map<string, Heads>();
  for (const [{ document }, { history, records }] of steps)
    for (const rows of Map.groupBy(history, ({ change }) => change).values()) {
      const done = new Map<string, { row: HistoryRow; record: DeskRecord }[]>();
      for (const row of rows) {
        const record = records.get(row.record)?.record;
        if (!record) continue;
        for (const principal of await principalsOf(db, desk, row, record))
          done.set(principal, [...(done.get(principal) ?? []), { row, record }]);
      }
      for (const [principal, touched] of done) {
        const before = ends.get(principal) ?? (await db.get("actHeads", [desk, principal])) ?? NO_HEADS;
        const act = await signOne(db, desk, principal, touched, before, signer);
        ends.set(
          principal,
          followed(before, act.act, () => true),
        );
        acts.push(storedAct(desk, document, act));
      }
    }
  return acts;
}

/** In whose names a record stood before and after a change. */
async function principalsOf(
  db: Database,
  desk: string,
  row: HistoryRow,
  record: DeskRecord,
): Promise<ReadonlySet<string>> {
  const { field, principal } = inWhoseName(record);
  const names = new Set(principal ? [principal] : []);
  const moves = row.operations.filter(
    (each) => "set" in each && each.field === field && each.over.length > 0,
  );
  if (moves.length === 0) return names;
  const over = new Set(moves.flatMap((each) => ("set" in each ? each.over : [])));
  const earlier = await db.getAll("history", IDBKeyRange.bound([desk, row.record], [desk, row.record, []]));
  for (const { operations } of [...earlier, row])
    for (const each of operations)
      if ("set" in each && over.has(each.set) && typeof each.value === "string" && each.value !== "")
        names.add(each.value);
  return names;
}

async function signOne(
  db: Database,
  desk: string,
  principal: string,
  touched: readonly { row: HistoryRow; record: DeskRecord }[],
  { heads }: Heads,
  { keysOn, random, personOn, people }: Signer,
): Promise<SaltedAct> {
  const { time, change } = touched[0]!.row;
  const at = time * 1000;
  const delegations = await queryDelegations(db, desk, () => people(desk));
  const day =
    delegations.length > 0 ? dayIn((await db.get("records", [desk, principal]))?.record.fields.tz) : null;
  const by = await personOn(desk);
  const authorityFor = (kind: string) =>
    (day && actingUnder(delegations, { by, principal, kind, at: new Date(at).toISOString() }, day)?.id) || "";
  const salt = random(SALT_BYTES);
  const items = await Promise.all(
    touched.map(async ({ row, record }, place) => {
      const said = saidBy(row);
      return {
        record: record.id,
        kind: record.kind,
        made: row.created,
        authority: authorityFor(record.kind),
        fields: [...new Set(said.map(([field]) => field))],
        digest: await digestOf(await itemSalt(salt, place), saidText(said)),
      };
    }),
  );
  const keys = await keysOn(desk);
  const device = toHex(keys.device);
  const previous = [...heads].sort().slice(0, MAX_PREVIOUS);
  const terms = { desk, device, at, principal, change, previous, items };
  return { act: await signAct(terms, keys.signKey), salt };
}

type ActTransaction = Pick<IDBPTransaction<SidedeskSchema, ["acts", "actHeads"], "readwrite">, "objectStore">;

/** Writes acts in their order inside the caller's transaction; one that is there already changes nothing. */
export async function writeActs(tx: ActTransaction, also: Also, acts: readonly StoredAct[]): Promise<void> {
  if (acts.length === 0) return;
  const store = tx.objectStore("acts");
  const known = new Set<string>();
  await Promise.all(
    acts.flatMap(({ desk, principal, id, previous }) =>
      [id, ...previous].map(async (each) => {
        if ((await store.getKey([desk, principal, each])) !== undefined) known.add(`${principal} ${each}`);
      }),
    ),
  );
  const ends = new Map<string, Heads>();
  for (const act of acts) {
    const { desk, principal, id } = act;
    if (known.has(`${principal} ${id}`)) continue;
    const before =
      ends.get(principal) ?? (await tx.objectStore("actHeads").get([desk, principal])) ?? NO_HEADS;
    ends.set(
      principal,
      followed(before, act, (each) => known.has(`${principal} ${each}`)),
    );
    known.add(`${principal} ${id}`);
    also(store.put(act));
  }
  const desk = acts[0]?.desk ?? "";
  for (const [principal, { heads, awaited }] of ends)
    also(tx.objectStore("actHeads").put({ desk, principal, heads, awaited }));
}
