import type { recordOfLine } from "./read-line.ts";

type ReadLine = typeof recordOfLine;

const place = globalThis as {
  sidedeskReadLine?: ReadLine;
  readonly importScripts?: (file: string) => void;
};

/** Says, in its own file, what reads a line. */
export function giveReader(read: ReadLine): void {
  place.sidedeskReadLine = read;
}

/** A worker can take in a file later only where it did so while it was installed: call this as it begins. */
export function keepLineReader(): void {
  if (place.importScripts) self.addEventListener("install", () => place.importScripts?.("/line-reader.js"));
}

/**
 * What reads a typed line, by the rules for every country's numbers and the words of all languages: a third of all
 * that a worker would have to begin with, and seldom needed, since a surface reads its lines itself. Firefox's
 * background is a page, and has it from the beginning.
 */
export async function lineReader(): Promise<ReadLine> {
  if (import.meta.env.FIREFOX) return (await import("./read-line.ts")).recordOfLine;
  if (!place.sidedeskReadLine) place.importScripts?.("/line-reader.js");
  if (!place.sidedeskReadLine) throw new Error("There is nothing here that reads a line.");
  return place.sidedeskReadLine;
}
