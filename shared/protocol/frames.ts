/**
 * What travels between a device and the server. Each frame is one binary WebSocket message; numbers are
 * big-endian; `bytes` and `text` carry a u32 length before them, a list carries a u32 count.
 *
 * | no | frame    | way | fields after the u8 number                                                            |
 * |----|----------|-----|---------------------------------------------------------------------------------------|
 * |  1 | hello    |  ↑  | version u16, cursor u64 (latest seq seen), rosterLength u32 (entries already held)    |
 * |  2 | append   |  ↑  | requestId u32, envelopes list of bytes (all are kept, or none)                        |
 * |  3 | ping     |  ↑  | n u32                                                                                 |
 * |  4 | presence |  ↑  | sealed bytes (an envelope of type presence; passed on, never kept)                    |
 * |  5 | resume   |  ↑  | cursor u64: the log is to go on behind it, after a base that was held out               |
 * |  6 | give     |  ↑  | requestId u32, a sealed part of a base to be kept, bytes                              |
 * |  7 | offer    |  ↑  | requestId u32, a base's manifest (desk/base.ts), bytes: its parts were given before   |
 * |  8 | confirm  |  ↑  | requestId u32, a base's confirmation, bytes                                           |
 * |  9 | want     |  ↑  | requestId u32, hash 32 of a part                                                      |
 * | 10 | reread   |  ↑  | requestId u32, after u64: a stretch of the log once more                              |
 * | 65 | welcome  |  ↓  | version u16, head u64 (latest seq), rosterLength u32, rosterHead 32 bytes,            |
 * |    |          |     | counter u64 (this device's latest counter that the server keeps)                      |
 * | 66 | entries  |  ↓  | items list of (seq u64, at u64 ms since 1970, envelope bytes), seq ascending          |
 * | 67 | roster   |  ↓  | from u32 (index of the first), entries list of bytes                                  |
 * | 68 | acked    |  ↓  | requestId u32, seqs list of u64, one for each envelope: they are on disk              |
 * | 69 | refused  |  ↓  | requestId u32 (0: the connection itself), index u32, code u16 (refusals.ts), message  |
 * | 70 | pong     |  ↓  | n u32                                                                                 |
 * | 71 | seen     |  ↓  | device 16 bytes, sealed bytes (another device's presence)                             |
 * | 72 | caughtUp |  ↓  | seq u64: every entry up to it has been sent                                           |
 * | 73 | base     |  ↓  | held u8 (1: the log waits for `resume`), manifest bytes, confirmation bytes (empty:   |
 * |    |          |     | nobody has confirmed it yet)                                                          |
 * | 74 | part     |  ↓  | requestId u32, a sealed part, bytes (empty: it is not there)                          |
 * | 75 | stretch  |  ↓  | requestId u32, items list as of entries; empty at the log's end                       |
 *
 * A connection: hello → welcome, roster (what is lacking, if anything), entries…, caughtUp, then live.
 * A device's own live appends are acknowledged, not sent back to it.
 *
 * The frames about bases (5 to 10, 73 to 75) are spoken where both sides have agreed to (token.ts). To a device that is
 * far behind a confirmed base, or behind what was pruned, the server holds it out instead of the entries: welcome,
 * roster, base, and after `resume` the entries. Behind `caughtUp`, and when there is another one, it tells of the newest.
 * `give`, `offer` and `confirm` are acknowledged with no seqs.
 */
import { ByteReader, type Bytes, ByteWriter, MalformedError } from "./bytes.ts";
import { type Frame, type LogItem, NUMBERS } from "./frame.ts";
import {
  MAX_CONFIRMATION_BYTES,
  MAX_ENVELOPE_BYTES,
  MAX_FRAME_BYTES,
  MAX_GROUP,
  MAX_MANIFEST_BYTES,
  MAX_MESSAGE_BYTES,
  MAX_PART_BYTES,
  MAX_PRESENCE_BYTES,
  MAX_ROSTER_ENTRY_BYTES,
  MAX_ROSTER_LENGTH,
} from "./limits.ts";
import { REFUSAL_CODES, refusalByNumber } from "./refusals.ts";

export type { ClientFrame, Frame, LogItem, ServerFrame } from "./frame.ts";

/** The version that this code speaks. */
export const PROTOCOL_VERSION = 1;

/** A hello of a version that this code does not speak; the rest of such a frame cannot be read. */
export class UnknownVersionError extends Error {
  override name = "UnknownVersionError";
  readonly version: number;
  constructor(version: number) {
    super(`Version ${version} is not spoken here; version ${PROTOCOL_VERSION} is.`);
    this.version = version;
  }
}

/** Items in one `entries` or `acked` frame; the frame's size is the real bound. */
const MAX_ITEMS = 65_536;

/** The frame as one binary message. Throws MalformedError for a frame that breaks the limits. */
export function encodeFrame(frame: Frame): Bytes {
  const to = new ByteWriter().u8(NUMBERS[frame.type]);
  write(frame, to);
  const bytes = to.finish();
  if (bytes.length > MAX_FRAME_BYTES) throw new MalformedError("a frame over the size limit");
  return bytes;
}

function write(frame: Frame, to: ByteWriter): void {
  switch (frame.type) {
    case "hello":
      to.u16(frame.version).u64(frame.cursor).u32(frame.rosterLength);
      break;
    case "append":
      writeList(
        to,
        frame.envelopes,
        MAX_GROUP,
        (envelope) => to.sized(envelope, MAX_ENVELOPE_BYTES),
        frame.requestId,
      );
      break;
    case "ping":
    case "pong":
      to.u32(frame.n);
      break;
    case "presence":
      to.sized(frame.sealed, MAX_PRESENCE_BYTES);
      break;
    case "welcome":
      to.u16(frame.version)
        .u64(frame.head)
        .u32(frame.rosterLength)
        .fixed(frame.rosterHead, 32)
        .u64(frame.counter);
      break;
    case "entries":
      writeList(to, frame.items, MAX_ITEMS, (item) => writeItem(to, item));
      break;
    case "stretch":
      writeList(to, frame.items, MAX_ITEMS, (item) => writeItem(to, item), frame.requestId);
      break;
    case "roster":
      writeList(
        to,
        frame.entries,
        MAX_ROSTER_LENGTH,
        (entry) => to.sized(entry, MAX_ROSTER_ENTRY_BYTES),
        frame.from,
      );
      break;
    case "acked":
      writeList(to, frame.seqs, MAX_GROUP, (seq) => to.u64(seq), frame.requestId);
      break;
    case "refused":
      to.u32(frame.requestId)
        .u32(frame.index)
        .u16(REFUSAL_CODES[frame.code])
        .text(frame.message, MAX_MESSAGE_BYTES);
      break;
    case "seen":
      to.fixed(frame.device, 16).sized(frame.sealed, MAX_PRESENCE_BYTES);
      break;
    case "caughtUp":
      to.u64(frame.seq);
      break;
    case "resume":
      to.u64(frame.cursor);
      break;
    case "give":
    case "part":
      to.u32(frame.requestId).sized(frame.part, MAX_PART_BYTES);
      break;
    case "offer":
      to.u32(frame.requestId).sized(frame.manifest, MAX_MANIFEST_BYTES);
      break;
    case "confirm":
      to.u32(frame.requestId).sized(frame.confirmation, MAX_CONFIRMATION_BYTES);
      break;
    case "want":
      to.u32(frame.requestId).fixed(frame.hash, 32);
      break;
    case "reread":
      to.u32(frame.requestId).u64(frame.after);
      break;
    case "base":
      to.u8(Number(frame.held))
        .sized(frame.manifest, MAX_MANIFEST_BYTES)
        .sized(frame.confirmation, MAX_CONFIRMATION_BYTES);
      break;
  }
}

const writeItem = (to: ByteWriter, { seq, at, envelope }: LogItem) =>
  to.u64(seq).u64(at).sized(envelope, MAX_ENVELOPE_BYTES);

function writeList<T>(
  to: ByteWriter,
  list: T[],
  max: number,
  each: (item: T) => unknown,
  first?: number,
): void {
  if (list.length > max) throw new MalformedError(`${list.length} items where ${max} are allowed`);
  if (first !== undefined) to.u32(first);
  to.u32(list.length);
  for (const item of list) each(item);
}

/**
 * The frame in a binary message. Byte fields are views into the message. Throws MalformedError when the message
 * is not exactly one frame in canonical form, and UnknownVersionError for a hello of another version.
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  if (bytes.length > MAX_FRAME_BYTES) throw new MalformedError("a frame over the size limit");
  const from = new ByteReader(bytes);
  const frame = read(from.u8(), from);
  from.end();
  return frame;
}

function read(number: number, from: ByteReader): Frame {
  switch (number) {
    case NUMBERS.hello: {
      const version = from.u16();
      if (version !== PROTOCOL_VERSION) throw new UnknownVersionError(version);
      return { type: "hello", version, cursor: from.u64(), rosterLength: from.u32() };
    }
    case NUMBERS.append: {
      const requestId = from.u32();
      return {
        type: "append",
        requestId,
        envelopes: readList(from, MAX_GROUP, 4, () => from.sized(MAX_ENVELOPE_BYTES)),
      };
    }
    case NUMBERS.ping:
      return { type: "ping", n: from.u32() };
    case NUMBERS.presence:
      return { type: "presence", sealed: from.sized(MAX_PRESENCE_BYTES) };
    case NUMBERS.welcome: {
      const [version, head, rosterLength] = [from.u16(), from.u64(), from.u32()];
      return {
        type: "welcome",
        version,
        head,
        rosterLength,
        rosterHead: from.fixed(32),
        counter: from.u64(),
      };
    }
    case NUMBERS.entries:
      return { type: "entries", items: readList(from, MAX_ITEMS, 20, () => readItem(from)) };
    case NUMBERS.roster: {
      const first = from.u32();
      const entries = readList(from, MAX_ROSTER_LENGTH, 4, () => from.sized(MAX_ROSTER_ENTRY_BYTES));
      return { type: "roster", from: first, entries };
    }
    case NUMBERS.acked: {
      const requestId = from.u32();
      return { type: "acked", requestId, seqs: readList(from, MAX_GROUP, 8, () => from.u64()) };
    }
    case NUMBERS.refused: {
      const [requestId, index, code] = [from.u32(), from.u32(), refusalByNumber(from.u16())];
      if (code === undefined) throw new MalformedError("an unknown refusal");
      return { type: "refused", requestId, index, code, message: from.text(MAX_MESSAGE_BYTES) };
    }
    case NUMBERS.pong:
      return { type: "pong", n: from.u32() };
    case NUMBERS.seen:
      return { type: "seen", device: from.fixed(16), sealed: from.sized(MAX_PRESENCE_BYTES) };
    case NUMBERS.caughtUp:
      return { type: "caughtUp", seq: from.u64() };
    case NUMBERS.resume:
      return { type: "resume", cursor: from.u64() };
    case NUMBERS.give:
      return { type: "give", requestId: from.u32(), part: from.sized(MAX_PART_BYTES) };
    case NUMBERS.part:
      return { type: "part", requestId: from.u32(), part: from.sized(MAX_PART_BYTES) };
    case NUMBERS.offer:
      return { type: "offer", requestId: from.u32(), manifest: from.sized(MAX_MANIFEST_BYTES) };
    case NUMBERS.confirm:
      return { type: "confirm", requestId: from.u32(), confirmation: from.sized(MAX_CONFIRMATION_BYTES) };
    case NUMBERS.want:
      return { type: "want", requestId: from.u32(), hash: from.fixed(32) };
    case NUMBERS.reread:
      return { type: "reread", requestId: from.u32(), after: from.u64() };
    case NUMBERS.base: {
      const held = from.u8();
      if (held > 1) throw new MalformedError("neither held nor told");
      const manifest = from.sized(MAX_MANIFEST_BYTES);
      return { type: "base", held: held === 1, manifest, confirmation: from.sized(MAX_CONFIRMATION_BYTES) };
    }
    case NUMBERS.stretch: {
      const requestId = from.u32();
      return { type: "stretch", requestId, items: readList(from, MAX_ITEMS, 20, () => readItem(from)) };
    }
    default:
      throw new MalformedError(`no frame has the number ${number}`);
  }
}

function readItem(from: ByteReader): LogItem {
  const [seq, at] = [from.u64(), from.time()];
  return { seq, at, envelope: from.sized(MAX_ENVELOPE_BYTES) };
}

function readList<T>(from: ByteReader, max: number, size: number, each: () => T): T[] {
  const list: T[] = [];
  for (let left = from.count(max, size); left > 0; left--) list.push(each());
  return list;
}
