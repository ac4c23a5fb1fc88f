import type { Bytes } from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { CATCH_UP_CHUNK_BYTES } from "../../shared/protocol/limits.ts";

/** Roster entries from an index on, as `roster` messages of about a chunk's size at most. */
export function rosterFrames(from: number, entries: readonly Uint8Array[]): Bytes[] {
  const frames: Bytes[] = [];
  let start = 0;
  let bytes = 0;
  const flush = (end: number) => {
    if (end > start)
      frames.push(encodeFrame({ type: "roster", from: from + start, entries: entries.slice(start, end) }));
    start = end;
    bytes = 0;
  };
  for (const [index, entry] of entries.entries()) {
    if (bytes + entry.length > CATCH_UP_CHUNK_BYTES) flush(index);
    bytes += entry.length;
  }
  flush(entries.length);
  return frames;
}
