/** The frames of frames.ts, as the code has them. */
import type { RefusalCode } from "./refusals.ts";

/** What a device sends. */
export type ClientFrame =
  | { type: "hello"; version: number; cursor: number; rosterLength: number }
  | { type: "append"; requestId: number; envelopes: Uint8Array[] }
  | { type: "ping"; n: number }
  | { type: "presence"; sealed: Uint8Array }
  | { type: "resume"; cursor: number }
  | { type: "give"; requestId: number; part: Uint8Array }
  | { type: "offer"; requestId: number; manifest: Uint8Array }
  | { type: "confirm"; requestId: number; confirmation: Uint8Array }
  | { type: "want"; requestId: number; hash: Uint8Array }
  | { type: "reread"; requestId: number; after: number };

/** An envelope in the desk's log: its place, and when the server kept it (ms since 1970). */
export interface LogItem {
  seq: number;
  at: number;
  envelope: Uint8Array;
}

/** What the server sends. */
export type ServerFrame =
  | {
      type: "welcome";
      version: number;
      head: number;
      rosterLength: number;
      rosterHead: Uint8Array;
      counter: number;
    }
  | { type: "entries"; items: LogItem[] }
  | { type: "roster"; from: number; entries: Uint8Array[] }
  | { type: "acked"; requestId: number; seqs: number[] }
  | { type: "refused"; requestId: number; index: number; code: RefusalCode; message: string }
  | { type: "pong"; n: number }
  | { type: "seen"; device: Uint8Array; sealed: Uint8Array }
  | { type: "caughtUp"; seq: number }
  | { type: "base"; held: boolean; manifest: Uint8Array; confirmation: Uint8Array }
  | { type: "part"; requestId: number; part: Uint8Array }
  | { type: "stretch"; requestId: number; items: LogItem[] };

export type Frame = ClientFrame | ServerFrame;

/** Each frame's number, its first byte; never reused. */
export const NUMBERS = {
  hello: 1,
  append: 2,
  ping: 3,
  presence: 4,
  resume: 5,
  give: 6,
  offer: 7,
  confirm: 8,
  want: 9,
  reread: 10,
  welcome: 65,
  entries: 66,
  roster: 67,
  acked: 68,
  refused: 69,
  pong: 70,
  seen: 71,
  caughtUp: 72,
  base: 73,
  part: 74,
  stretch: 75,
} as const satisfies Record<Frame["type"], number>;
