/**
 * Checks a log in a principal's name offline: `npm run --silent audit -- FILE`. It prints what was verified and each
 * act; it ends with 1 at the first thing that does not hold, and with 2 where there is nothing to read.
 */
import { readFileSync } from "node:fs";
import type { AuditFile } from "../../shared/audit/file.ts";
import type { Said } from "../../shared/audit/said.ts";
import { type AuditResult, type ProvenAct, type ProvenItem, verifyAudit } from "../../shared/audit/verify.ts";
import { fingerprintOf } from "../../shared/desk/fingerprint.ts";
import { fromHex } from "../../shared/protocol/bytes.ts";

/** Whatever a file holds, it moves no cursor and rings no bell. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");

function sayWord([field, value]: Said): string {
  if (typeof value !== "object" || value === null) return `${field} = ${JSON.stringify(value)}`;
  const wrote = value.wrote.length > 0 ? ` wrote ${JSON.stringify(value.wrote.join(" … "))}` : "";
  const cut = value.cut > 0 ? ` took out ${value.cut} characters` : "";
  return `${field}:${wrote}${cut}`;
}

function sayItem(item: ProvenItem, nameOf: (person: string) => string): string {
  const { record, kind, made, fields, said, proof } = item;
  const under = {
    none: "",
    held: proof.state === "held" ? `, by a delegation of ${nameOf(proof.delegation.by)}` : "",
    unproven: ", names a delegation that is not shown to have held",
  }[proof.state];
  const head = `    ${made ? "made" : "changed"} ${kind} ${record} (${fields.join(", ")})${under}`;
  return [head, ...(said ?? []).map((each) => `      ${sayWord(each)}`)].map(plain).join("\n");
}

function sayAct({ act, late, items }: ProvenAct, place: number, nameOf: (device: string) => string): string {
  const when = new Date(act.at).toISOString().replace(".000", "");
  const note = late ? "  (dated after this member's time on the desk)" : "";
  const head = plain(`${String(place + 1).padStart(5)}  ${when}  ${nameOf(act.device)}${note}`);
  return [head, ...items.map((item) => sayItem(item, nameOf))].join("\n");
}

function sayHead({ desk, principal, madeAt }: AuditFile): string {
  return plain(`Log in the name of ${principal.name} (${principal.id}), desk "${desk.name}", made ${madeAt}`);
}

/** What a log shows, as the command prints it, and the number that it ends with. */
export function sayAudit({ file, roster, acts, failure, end }: AuditResult): { text: string; code: number } {
  if (!file) return { text: `${failure?.message ?? ""}\n`, code: 2 };
  const names = new Map(file.people.map(({ device, name }) => [device, name]));
  const nameOf = (device: string) => `${names.get(device) ?? "somebody"} (${device.slice(0, 8)})`;
  const lines = [sayHead(file)];
  if (roster) {
    lines.push(`Desk's fingerprint: ${fingerprintOf(fromHex(file.desk.id))}`);
    lines.push(`Members: ${roster.length} signed entries hold, ${roster.members.size} devices.`);
  }
  lines.push("", ...acts.map((act, place) => sayAct(act, place, nameOf)), "");
  if (failure) {
    const where = failure.at === null ? "" : `Act ${failure.at + 1}: `;
    lines.push(`DOES NOT HOLD. ${where}${failure.message}`);
    if (failure.at !== null) lines.push(`The ${failure.at} before it hold; nothing behind it was looked at.`);
    return { text: `${lines.join("\n")}\n`, code: 1 };
  }
  const unproven = acts
    .flatMap(({ items }) => items)
    .filter(({ proof }) => proof.state === "unproven").length;
  lines.push(
    `HOLDS. ${acts.length} acts, each signed by a device of the desk; none is missing between them.`,
  );
  if (unproven > 0) lines.push(`${unproven} name a delegation that the log does not show to have held.`);
  lines.push(
    `The log's end mark: ${end ? fingerprintOf(end) : ""}. Compare it with a member's: a file that was cut off at its end shows another.`,
    `Not proven: names, clocks, and ${file.unsigned} changes of these records that were never signed as acts.`,
  );
  return { text: `${lines.join("\n")}\n`, code: unproven > 0 ? 1 : 0 };
}

async function main(path: string | undefined): Promise<number> {
  if (!path) {
    console.error("Name the file: npm run --silent audit -- FILE");
    return 2;
  }
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const { text, code } = sayAudit(await verifyAudit(given));
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv[2]);
