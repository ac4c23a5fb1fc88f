import { applyCommands } from "../../shared/documents/apply.ts";
import type { Command } from "../../shared/documents/command.ts";
import { openDocument } from "../../shared/documents/open-document.ts";
import type { DeskRecord } from "../../shared/records/record.ts";

const ME = "0b".repeat(16);
const KINDS = ["call", "call", "call", "message", "reply", "task"] as const;
const DONE = { call: "connected", message: "done", reply: "sent", task: "completed" } as const;
const SUBJECTS = [
  "contract renewal",
  "board meeting",
  "invoice",
  "travel to Prague",
  "visit of the auditors",
];

/** A month so many months before December 2026. */
const monthBefore = (months: number) => {
  const month = 2026 * 12 + 11 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
};

/** The n-th of so many records of five years: as long and as different as an office's are. */
export function sampleRecord(n: number, of: number, open: boolean): DeskRecord {
  const kind = KINDS[n % KINDS.length]!;
  const month = monthBefore(Math.floor((n / of) * 60));
  const at = `${month}-${String((n % 28) + 1).padStart(2, "0")}T${String(8 + (n % 10)).padStart(2, "0")}:00:00.000Z`;
  const subject = `${SUBJECTS[n % SUBJECTS.length]} ${n}`;
  const text = `Matter ${n}: ${SUBJECTS[(n + 1) % SUBJECTS.length]}, see the annex of the ${n % 28}th and call back.`;
  const person = {
    caller: `Sample Caller ${n % 900}`,
    phone: `+3712${1_000_000 + (n % 900)}`,
    organization: n % 7 ? "" : "Baltic Sample Rail",
  };
  return {
    id: `${month}.${String(n).padStart(26, "0")}`,
    kind,
    createdAt: at,
    createdBy: ME,
    updatedAt: at,
    updatedBy: ME,
    fields: {
      ...(kind === "call" || kind === "message" ? person : {}),
      ...(kind === "task" ? { summary: subject } : { subject }),
      [kind === "reply" ? "body" : "note"]: text,
      ...(open ? {} : { status: DONE[kind] }),
    },
    lists: {},
    conflicts: [],
  };
}

export function sampleCommand(n: number, at: string, id: string, document = at.slice(0, 7)): Command {
  const fields = {
    caller: `Sample Caller ${n}`,
    subject: `${SUBJECTS[n % SUBJECTS.length]} ${n}`,
    note: "Call back.",
  };
  return { id, at, action: { do: "create", record: `${document}.${id}`, kind: "call", fields } };
}

/** Changes that another device made in one document, each by itself: records made, then each edited once. */
export function remoteChanges(count: number, document: string): { device: string; made: Uint8Array[] } {
  const device = "0c".repeat(16);
  const doc = openDocument(`${device}00000001`);
  const made: Uint8Array[] = [];
  const apply = (command: Command) => {
    const applied = applyCommands(doc, [command], device);
    if (applied.change) made.push(applied.change);
  };
  const at = `${document}-15T10:00:00.000Z`;
  const records = Math.ceil(count / 2);
  for (let n = 0; n < records; n++) apply(sampleCommand(n, at, String(n).padStart(26, "0"), document));
  for (let n = 0; n < count - records; n++) {
    const record = `${document}.${String(n).padStart(26, "0")}`;
    apply({ id: `edit${n}`, at, action: { do: "set", record, field: "subject", value: `settled ${n}` } });
  }
  return { device, made };
}
