import type { Scalar } from "../documents/command.ts";
import { fieldOf, type KindDefinition } from "./define.ts";
import type { DeskRecord } from "./record.ts";
import { summarise } from "./summarise.ts";
import { maxLength } from "./value.ts";

/** What another record about the same matter takes over, where its kind has the field too. */
const CARRIED = [
  "caller",
  "organization",
  "phone",
  "email",
  "principal",
  "thread",
  "classification",
  "urgent",
];

const said = (value: Scalar | undefined): value is Exclude<Scalar, null> =>
  value !== undefined && value !== null && value !== "";

/**
 * The fields of a new record that follows from another: the same person, principal and mail, what it is about, and
 * which record it came from (RFC 5545 RELATED-TO, where the kind has it). When it is due is for a person to say.
 */
export function followUp(from: DeskRecord, kind: KindDefinition): Readonly<Record<string, Scalar>> {
  const carried = CARRIED.filter((name) => fieldOf(kind, name) && said(from.fields[name]));
  const { title } = summarise(from);
  const subject = from.fields.subject;
  const about = [...new Set([title, subject])].filter(said).join(" · ");
  const texts: Readonly<Record<string, Scalar>> = {
    summary: about,
    message: [subject, from.fields.note].filter(said).join("\n"),
    relatedTo: from.id,
  };
  const known = Object.entries(texts).filter(([name, value]) => kind.fields[name] && said(value));
  return Object.fromEntries(
    [...carried.map((name) => [name, from.fields[name] ?? null] as const), ...known].map(([name, value]) => {
      const field = fieldOf(kind, name);
      return [name, field?.type === "line" ? String(value).slice(0, maxLength(field)).toWellFormed() : value];
    }),
  );
}
