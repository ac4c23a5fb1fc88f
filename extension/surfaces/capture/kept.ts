import { type KeptLine, readKept } from "../../port/kept-line.ts";
import { askOnce } from "../state/ask-once.ts";
import type { Surface } from "../state/surface.tsx";
import type { Typed } from "./reading.ts";

/** What is typed, as it is kept. */
export const written = ({ line, text, chosen, corrected }: Typed): string =>
  JSON.stringify({ line, text, chosen, corrected });

/** What is being typed on this device, kept under the names of its places until it is saved. */
export function openKept({ background, desk }: Surface) {
  /** Whether the desk has a record. */
  const isThere = async (id: string): Promise<boolean> => {
    const current = desk.peek()?.id;
    if (!current) return false;
    const view = await askOnce(background, { q: "record", desk: current, id }).catch(() => null);
    return view !== null;
  };
  return {
    /** Durable when it resolves; null takes it away. */
    put: (key: string, value: string | null) => background.call({ call: "scratchPut", key, value }),
    /** What was typed there and not saved; null where nothing was. */
    async read(key: string): Promise<KeptLine | null> {
      const kept = readKept((await background.call({ call: "scratchGet", key })).value);
      // The surface was closed while this was being saved: if the record is there, it was, and is not offered again.
      return kept?.record && (await isThere(kept.record)) ? null : kept;
    },
  };
}
