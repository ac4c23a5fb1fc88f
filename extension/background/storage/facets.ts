import { CLASSIFICATIONS, type Classification } from "../../../shared/records/classification.ts";
import { personOf } from "../../../shared/records/person-of.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { standingOf } from "../../../shared/records/summarise.ts";

/** What lists are narrowed, ordered and counted by: the little of a record that is kept in memory. */
export interface Facets {
  readonly id: string;
  readonly kind: string;
  readonly open: boolean;
  readonly urgent: boolean;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds since 1970; a date is the beginning of its day on this device; Infinity where nothing is due. */
  readonly due: number;
  /** Whether it is due on a day rather than at an hour. */
  readonly wholeDay: boolean;
  /** A record's id, or `""`. */
  readonly principal: string;
  /** A member's id, or `""`. */
  readonly assignee: string;
  /** Whom it is about, as `personOf` tells; the ways to reach them are joined by commas. */
  readonly name: string;
  readonly organization: string;
  readonly reach: string;
  readonly classification: Classification;
}

/** Nothing in a line may end it, or one of its parts, early. */
const ENDS = /[\t\n\r]/;

/** A record's facets as one line, its parts between tabs, in the order of `facetsOfLine`. */
export function facetsLine(record: DeskRecord): string {
  const { open, urgent, at, due, principal, assignee, classification } = standingOf(record);
  const person = personOf(record);
  const updated = instant(record.updatedAt, 0);
  const parts = [
    record.id,
    record.kind,
    `${open ? "o" : ""}${urgent ? "u" : ""}`,
    String(updated),
    String(instant(at, updated)),
    due ?? "",
    principal ?? "",
    assignee ?? "",
    person?.name ?? "",
    person?.organization ?? "",
    person?.reach.join(",") ?? "",
    classification,
  ];
  return (ENDS.test(parts.join("")) ? parts.map((part) => part.replaceAll(/[\t\n\r]+/g, " ")) : parts).join(
    "\t",
  );
}

/** Reads a line made by `facetsLine`. */
export function facetsOfLine(line: string): Facets {
  const [id, kind, marks, updated, at, due, principal, assignee, name, organization, reach, last] =
    line.split("\t") as [
      ...[string, string, string, string, string, string, string, string, string, string, string],
      // A line of before classes has none.
      string | undefined,
    ];
  const when = due === "" ? NEVER : instant(due, NEVER);
  return {
    id,
    kind,
    open: marks.includes("o"),
    urgent: marks.includes("u"),
    updated: Number(updated),
    at: Number(at),
    due: when,
    wholeDay: when !== NEVER && due.length === DATE_LENGTH,
    principal,
    assignee,
    name,
    organization,
    reach,
    classification: CLASSIFICATIONS.find((each) => each === last) ?? "internal",
  };
}

const NEVER = Number.POSITIVE_INFINITY;
const DATE_LENGTH = "2026-11-22".length;

/** Another device may have written anything: what is no time is `otherwise`. */
function instant(text: string, otherwise: number): number {
  // Without an hour it is a day where the person is; JavaScript would take it for midnight in UTC.
  const ms = Date.parse(text.length === DATE_LENGTH ? `${text}T00:00:00` : text);
  return Number.isNaN(ms) ? otherwise : ms;
}
