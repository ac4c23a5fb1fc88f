import type { Scalar } from "../documents/command.ts";
import { classOf, ICALENDAR_CLASS } from "./classification.ts";
import type { DeskRecord } from "./record.ts";

/**
 * A record in the text formats that calendars and address books read. Both share their content lines:
 * `NAME:value`, escaped (RFC 5545 3.3.11, RFC 6350 3.4), folded at 75 octets (RFC 5545 3.1, RFC 6350 3.2), CRLF.
 */
export type Line = readonly [name: string, value: string | null];

export const text = (value: Scalar | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;
export const escaped = (value: string | null): string | null =>
  value === null ? null : value.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
export const utc = (instant: string): string => instant.replace(/\.\d+/, "").replace(/[-:]/g, "");

function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size =
      character.codePointAt(0)! < 0x80
        ? 1
        : character.codePointAt(0)! < 0x800
          ? 2
          : character.codePointAt(0)! < 0x10000
            ? 3
            : 4;
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** Of what is not escaped, such as a number or a time: a line's end in it would begin a line of somebody else's. */
const ENDS = /(?!\t)\p{Cc}/gu;

export function contentLines(lines: readonly Line[]): string {
  return lines
    .flatMap(([name, value]) => (value === null ? [] : `${folded(`${name}:${value.replace(ENDS, "")}`)}\r\n`))
    .join("");
}

const STATUS: Readonly<Record<string, string>> = {
  needsAction: "NEEDS-ACTION",
  inProcess: "IN-PROCESS",
  completed: "COMPLETED",
  cancelled: "CANCELLED",
};

/** A task as one VTODO component (RFC 5545 3.6.2), to be put into a VCALENDAR. */
export function vtodo(record: DeskRecord): string {
  const { fields } = record;
  const due = text(fields.due);
  const status = text(fields.status) ?? "needsAction";
  const priority = text(fields.priority) ?? (fields.urgent === true ? "1" : null);
  return contentLines([
    ["BEGIN", "VTODO"],
    ["UID", record.id],
    ["DTSTAMP", utc(record.updatedAt)],
    ["CREATED", utc(record.createdAt)],
    ["LAST-MODIFIED", utc(record.updatedAt)],
    ["SUMMARY", escaped(text(fields.summary))],
    [due?.includes("T") ? "DUE" : "DUE;VALUE=DATE", due && utc(due)],
    ["PRIORITY", priority],
    ["STATUS", Object.hasOwn(STATUS, status) ? (STATUS[status] ?? null) : null],
    ["CLASS", ICALENDAR_CLASS[classOf(record)]],
    ["DESCRIPTION", escaped(text(fields.note))],
    ["RELATED-TO", escaped(text(fields.relatedTo))],
    ["END", "VTODO"],
  ]);
}

/** A contact as one vCard 4.0 (RFC 6350). FN is required there: the firm or the address stands in for a missing name. */
export function vcard(record: DeskRecord): string {
  const { fields } = record;
  const tel = (value: string | null): Line =>
    value && /^\+\d/.test(value) ? ["TEL;VALUE=uri", `tel:${value}`] : ["TEL", escaped(value)];
  return contentLines([
    ["BEGIN", "VCARD"],
    ["VERSION", "4.0"],
    ["UID;VALUE=text", record.id],
    ["REV", utc(record.updatedAt)],
    ["FN", escaped(text(fields.fn) ?? text(fields.org) ?? text(fields.email) ?? "?")],
    ["ORG", escaped(text(fields.org))],
    ["TITLE", escaped(text(fields.title))],
    tel(text(fields.tel)),
    tel(text(fields.tel2)),
    ["EMAIL", escaped(text(fields.email))],
    ["LANG", text(fields.lang)],
    ["TZ", escaped(text(fields.tz))],
    [
      "CATEGORIES",
      text(fields.categories)
        ?.split(/\s*[,;]\s*/)
        .map(escaped)
        .join(",") ?? null,
    ],
    ["NOTE", escaped(text(fields.note))],
    ["END", "VCARD"],
  ]);
}
