import type { Scalar } from "../../../shared/documents/command.ts";

/** The kinds that one typed line can become, in the order of their keys (Alt+1, Alt+2, Alt+3). */
export const CAPTURED = ["call", "message", "task"] as const;
export type Captured = (typeof CAPTURED)[number];

/** What one typed line says: the kind that its words ask for, fields, and which of them are a guess. */
export interface Reading {
  readonly kind: Captured;
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly unsure: readonly string[];
}

/** Where the words of a line go when nothing else of it was understood, and where the longer text goes. */
export const PLACES: Readonly<Record<Captured, { readonly line: string; readonly text: string }>> = {
  call: { line: "subject", text: "note" },
  message: { line: "caller", text: "message" },
  task: { line: "summary", text: "note" },
};
