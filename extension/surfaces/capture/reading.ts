import type { Reading } from "../../../shared/capture/read-line.ts";

/** The kinds that one typed line can become, in the order of their keys (Alt+1, Alt+2, Alt+3). */
export const CAPTURED = ["call", "message", "task"] as const;
export type Captured = Reading["kind"];

/** The field that the longer text under the line is for. */
export const TEXT_FIELD: Readonly<Record<Captured, string>> = {
  call: "note",
  message: "message",
  task: "note",
};
