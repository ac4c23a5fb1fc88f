import type { Background } from "../../port/client.ts";

const KEEP_AFTER_MS = 200;

/**
 * Keeps what is typed into a locked surface: it can be written there and not read again until it is unlocked; then
 * the background puts it into the popup's line. Each line has a key of its own, in the order of their beginning.
 */
export function keepTyped(background: Background, clock: () => number) {
  let key = "";
  let kept: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async (line: string): Promise<boolean> => {
    clearTimeout(timer);
    if (line === (kept ?? "")) return true;
    key ||= `locked.${new Date(clock()).toISOString()}.${crypto.randomUUID()}`;
    kept = line || null;
    return background.call({ call: "scratchPut", key, value: kept }).then(
      () => true,
      () => {
        kept = null;
        return false;
      },
    );
  };
  return {
    /** A key was pressed: the line is kept soon. */
    typed(line: string) {
      clearTimeout(timer);
      timer = setTimeout(() => void keep(line), KEEP_AFTER_MS);
    },
    /** Keeps it at once; gives whether it is kept. */
    keep,
    isKept: (line: string) => line === (kept ?? ""),
    /** The line is done with: the next one is another. */
    next() {
      clearTimeout(timer);
      key = "";
      kept = null;
    },
  };
}
