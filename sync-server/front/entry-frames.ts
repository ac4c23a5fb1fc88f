import type { Bytes } from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { CATCH_UP_CHUNK_BYTES } from "../../shared/protocol/limits.ts";
import type { KeptEnvelope } from "../log.ts";

/** Envelopes as `entries` messages, each of about a chunk's size at most. */
export function entryFrames(kept: readonly KeptEnvelope[]): Bytes[] {
  const frames: Bytes[] = [];
  let items: KeptEnvelope[] = [];
  let bytes = 0;
  for (const item of kept) {
    if (items.length > 0 && bytes + item.envelope.length > CATCH_UP_CHUNK_BYTES) {
      frames.push(encodeFrame({ type: "entries", items }));
      items = [];
      bytes = 0;
    }
    items.push(item);
    bytes += item.envelope.length;
  }
  if (items.length > 0) frames.push(encodeFrame({ type: "entries", items }));
  return frames;
}
