import type { Reading } from "../../../shared/capture/read-line.ts";
import type { Scalar } from "../../../shared/documents/command.ts";

/** The kinds that one typed line can become, in the order of their keys (Alt+1, Alt+2, Alt+3). */
export const CAPTURED = ["call", "message", "task"] as const;
export type Captured = Reading["kind"];

/** What a person has typed of one record. */
export interface Typed {
  readonly line: string;
  readonly text: string;
  /** The kind that the person chose; null leaves it to the words. */
  readonly chosen: Captured | null;
  /** What was corrected in the form. */
  readonly corrected: Readonly<Record<string, Scalar>>;
}

/** The field that the longer text under the line is for. */
export const TEXT_FIELD: Readonly<Record<Captured, string>> = {
  call: "note",
  message: "message",
  task: "note",
};
