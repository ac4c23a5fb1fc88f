import { readAct } from "../../../shared/audit/act.ts";
import type { AuditFile, AuditWords } from "../../../shared/audit/file.ts";
import { inOrder } from "../../../shared/audit/order.ts";
import { itemSalt, saidBy, saidText } from "../../../shared/audit/said.ts";
import { verifyAudit } from "../../../shared/audit/verify.ts";
import { fingerprintOf } from "../../../shared/desk/fingerprint.ts";
import { toBase64url } from "../../../shared/protocol/bytes.ts";
import { classOf, mayAppear } from "../../../shared/records/classification.ts";
import { inWhoseName } from "../../../shared/records/in-whose-name.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { AuditView } from "../../port/audit.ts";
import type { Database, StoredAct } from "../storage/database.ts";
import { present } from "../sync/chains.ts";
import { readNames } from "./member-list.ts";

/** A message of so many records stays far below what the store reads at once. */
const PAGE = 500;

/** The log in a principal's name: what every device did to their records, as each of them signed it. */
export interface AuditLog {
  /** The newest acts, verified, with where the log ends. @throws ExpectedError `no-desk` */
  audit(desk: string, principal: string, limit: number): Promise<AuditView>;
  /** The whole log as the text of a file: shared/audit/file.ts. @throws ExpectedError `no-desk` */
  auditFile(desk: string, principal: string, words: AuditWords): Promise<{ readonly text: string }>;
}

export function auditLog(db: Database, now: () => number): AuditLog {
  const recordOf = async (desk: string, id: string) => (await db.get("records", [desk, id]))?.record;

  async function fileOf(desk: string, principal: string, words: AuditWords): Promise<AuditFile> {
    const stored = present(await db.get("desks", desk));
    const acts = inOrder(
      await db.getAll("acts", IDBKeyRange.bound([desk, principal], [desk, principal, []])),
    );
    const { profiles } = await readNames(stored);
    const named = (await recordOf(desk, principal))?.fields;
    return {
      format: "sidedesk-audit",
      version: 1,
      madeAt: new Date(now()).toISOString(),
      desk: { id: desk, name: stored.name },
      principal: {
        id: principal,
        name: String(named?.fn ?? ""),
        timeZone: typeof named?.tz === "string" ? named.tz : null,
      },
      words,
      people: [...profiles].map(([device, { name }]) => ({ device, name })),
      unsigned: await countUnsigned(db, desk, principal),
      roster: stored.roster.map(toBase64url),
      acts: await Promise.all(
        acts.map(async (act) => ({ act: toBase64url(act.bytes), said: await saidIn(act, words) })),
      ),
    };
  }

  async function saidIn({ desk, bytes, salt }: StoredAct, words: AuditWords) {
    const { change, items } = await readAct(bytes);
    const said: { item: number; salt: string; text: string }[] = [];
    for (const [item, { record }] of items.entries()) {
      const known = await recordOf(desk, record);
      if (!known || !isShown(known, words)) continue;
      const row = await db.get("history", [desk, record, change]);
      if (!row) continue;
      said.push({ item, salt: toBase64url(await itemSalt(salt, item)), text: saidText(saidBy(row)) });
    }
    return said;
  }

  return {
    async audit(desk, principal, limit) {
      const file = await fileOf(desk, principal, "all");
      const { acts, failure, end } = await verifyAudit(file);
      const newest = acts.slice(-limit).reverse();
      return {
        total: file.acts.length,
        unsigned: file.unsigned,
        problem: failure && { code: failure.code, after: acts.length },
        end: end && fingerprintOf(end),
        acts: await Promise.all(
          newest.map(async ({ act, late, items }) => ({
            id: act.id,
            at: new Date(act.at).toISOString(),
            by: act.device,
            late,
            items: await Promise.all(
              items.map(async ({ record, kind, made, fields, proof }) => ({
                record,
                kind,
                made,
                fields,
                title: (await db.get("records", [desk, record]))?.row.title ?? "",
                authority: proof.state,
                givenBy: proof.state === "held" ? proof.delegation.by : null,
              })),
            ),
          })),
        ),
      };
    },
    async auditFile(desk, principal, words) {
      return { text: `${JSON.stringify(await fileOf(desk, principal, words), null, 1)}\n` };
    },
  };
}

/** A delegation's terms are shown with `none` too: they are what others are done under. */
function isShown(record: DeskRecord, words: AuditWords): boolean {
  const of = classOf(record);
  if (words === "all") return true;
  if (record.kind === "delegation") return of !== "privileged";
  return words === "open" && mayAppear(of);
}

/** Changes of a principal's records that no act names: from before the record was theirs, or by a version without acts. */
async function countUnsigned(db: Database, desk: string, principal: string): Promise<number> {
  const acts = await db.getAll("acts", IDBKeyRange.bound([desk, principal], [desk, principal, []]));
  const signed = new Set(await Promise.all(acts.map(async ({ bytes }) => (await readAct(bytes)).change)));
  let unsigned = 0;
  let after = "";
  for (;;) {
    const page = await db.getAll("records", IDBKeyRange.bound([desk, after], [desk, []], true), PAGE);
    for (const { id, record } of page) {
      if (inWhoseName(record).principal !== principal) continue;
      const changes = await db.getAllKeys("history", IDBKeyRange.bound([desk, id], [desk, id, []]));
      unsigned += changes.filter(([, , change]) => !signed.has(change)).length;
    }
    const last = page.at(-1);
    if (!last) return unsigned;
    after = last.id;
  }
}
