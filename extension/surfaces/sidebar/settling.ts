import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";

/** How long what stands below waits for what is still read above it, in ms: a tenth of it is usual, all of it where reading fails. */
const PATIENCE_MS = 3_000;

/** How the parts of a mail stand. */
interface Standing {
  readonly mail: string;
  readonly known: readonly string[];
  /** What was known when the rest was shown, which then stays; null before. */
  readonly inPlace: readonly string[] | null;
}

/** A mail that was just opened. */
export const begun = (mail: string): Standing => ({ mail, known: [], inPlace: null });

/** A part is known: there, or found to be nothing. */
export const withKnown = (is: Standing, part: string): Standing =>
  is.known.includes(part) ? is : { ...is, known: [...is.known, part] };

/** What stands below is shown: what is not known by now comes too late for its place. */
export const withRest = (is: Standing): Standing => (is.inPlace === null ? { ...is, inPlace: is.known } : is);

/** Whether a part comes too late for its place. */
export const isLate = ({ inPlace }: Standing, part: string): boolean =>
  inPlace !== null && !inPlace.includes(part);

interface Settling {
  /** Whether what stands below is shown. */
  readonly open: boolean;
  /** Whether a part comes too late for its place: it then stands below everything. */
  isLate(part: string): boolean;
  /** Says that a part is known: there, or found to be nothing. */
  settled(part: string): void;
}

/**
 * Nothing that a person sees is pushed away by what is read a moment later: what stands below the parts that are still
 * read is shown when these are known; and where that takes long, it is shown without them, and they come below it.
 * @param mail which mail is open: another one begins anew
 * @param awaited the parts that this mail has
 */
export function useSettling(mail: string, awaited: readonly string[]): Settling {
  const standing = useSignal(begun(mail));
  const current = () => (standing.peek().mail === mail ? standing.peek() : begun(mail));
  const now = standing.value.mail === mail ? standing.value : begun(mail);
  const all = awaited.every((part) => now.known.includes(part));
  const show = () => {
    standing.value = withRest(current());
  };
  useLayoutEffect(() => {
    if (all) show();
  }, [mail, all]);
  useEffect(() => {
    const timer = setTimeout(show, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [mail]);
  return {
    open: now.inPlace !== null,
    isLate: (part) => isLate(now, part),
    settled(part) {
      standing.value = withKnown(current(), part);
    },
  };
}
