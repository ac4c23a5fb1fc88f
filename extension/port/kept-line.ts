/**
 * A line that is being typed, as it is kept until it is saved: by the surface that it is typed in, under a key of its
 * own (`popup.` or `sidebar.` and the desk's id), and by the background for a popup that it opens.
 */
import type { Scalar } from "../../shared/documents/command.ts";

export interface KeptLine {
  readonly line: string;
  readonly text: string;
  /** The kind that the person chose; null leaves it to the words. */
  readonly chosen: "call" | "message" | "task" | null;
  readonly corrected: Readonly<Record<string, Scalar>>;
  /** The record that it was being saved as. */
  readonly record?: string;
}

/** Reads what was kept; null where there is nothing, or nothing that this version wrote. */
export function readKept(kept: string | null): KeptLine | null {
  if (!kept) return null;
  try {
    const read: Partial<KeptLine> | null = JSON.parse(kept);
    const whole = typeof read?.line === "string" && typeof read.text === "string" && read.corrected;
    return whole ? (read as KeptLine) : null;
  } catch {
    return null;
  }
}

/** Adds a line to what was typed before and not saved: both stay, the older first. */
export function addToKept(before: KeptLine | null, added: Omit<KeptLine, "corrected" | "record">): string {
  const join = (one: string, other: string, between: string) => [one, other].filter(Boolean).join(between);
  const kept: KeptLine = {
    line: join(before?.line ?? "", added.line, " "),
    text: join(before?.text ?? "", added.text, "\n"),
    chosen: added.chosen ?? before?.chosen ?? null,
    corrected: before?.corrected ?? {},
  };
  return JSON.stringify(kept);
}
