import { COMMON_FIELDS } from "./define.ts";
import type { Labels } from "./labels.ts";
import type { DeskRecord } from "./record.ts";

/**
 * Who may see a record beyond the desk, from the widest: the nearest standard name is CLASS (RFC 5545, 3.8.1.3). It is
 * a word on a record, not a key of its own: whoever is on the desk reads it.
 */
export type Classification = keyof typeof COMMON_FIELDS.classification.options;

export const CLASSIFICATIONS = Object.keys(COMMON_FIELDS.classification.options) as readonly Classification[];

/** Of a record that says nothing, or something that only a newer version knows. */
const USUAL: Classification = "internal";

const own = ({ fields }: Pick<DeskRecord, "fields">) =>
  Object.hasOwn(fields, "classification") ? fields.classification : undefined;

/** A record's class; internal where nobody said another. */
export function classOf(record: Pick<DeskRecord, "fields">): Classification {
  return CLASSIFICATIONS.find((each) => each === own(record)) ?? USUAL;
}

/**
 * What is said of a class beside a record; null for the usual one, of which nothing is said, and for a row that was
 * kept before there were classes.
 */
export function classLabel(classification: Classification | undefined): Labels | null {
  return classification === undefined || classification === USUAL
    ? null
    : COMMON_FIELDS.classification.options[classification];
}

/** Whether what a record says may appear where nobody asked for it: in a notice, a badge, on another's screen. */
export const mayAppear = (classification: Classification): boolean =>
  classification === "public" || classification === "internal";

/** RFC 5545's CLASS, which knows three. */
export const ICALENDAR_CLASS: Readonly<Record<Classification, string>> = {
  public: "PUBLIC",
  internal: "PRIVATE",
  confidential: "CONFIDENTIAL",
  privileged: "CONFIDENTIAL",
};
