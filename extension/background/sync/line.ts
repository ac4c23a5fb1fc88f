import { MalformedError } from "../../../shared/protocol/bytes.ts";
import { NUMBERS } from "../../../shared/protocol/frame.ts";
import {
  type ClientFrame,
  decodeFrame,
  encodeFrame,
  type ServerFrame,
} from "../../../shared/protocol/frames.ts";
import { SUBPROTOCOL, SUBPROTOCOL_WITH_BASES } from "../../../shared/protocol/token.ts";
import { ExpectedError } from "../expected-error.ts";

/** A ping keeps the socket, and with it the extension's worker, alive. */
const PING_MS = 20_000;
/** Silence after which a socket counts as dead, also while it is being opened; by the clock, which sleeps with the machine. */
const DEAD_MS = 60_000;
/** The same in pings without an answer: the clock may have been set back meanwhile. */
const DEAD_PINGS = 3;

export interface LineParts {
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly now: () => number;
  /** Runs a function after so many ms; the returned one takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
}

export interface LineEvents {
  readonly opened: () => void;
  readonly message: (bytes: Uint8Array) => void;
  /** Ended by the other side or by silence; `opened` tells whether it had ever been open. Never after `close()`. */
  readonly ended: (opened: boolean) => void;
}

/** One socket to a server, from its opening to its end. */
export interface Line {
  send(frame: ClientFrame): void;
  /** Whether the server speaks the frames about bases; known once it is open. */
  speaksBases(): boolean;
  /** Ends it; no event follows. */
  close(): void;
}

export function openLine(parts: LineParts, url: string, token: string, events: LineEvents): Line {
  const socket = new parts.WebSocket(url, [SUBPROTOCOL, token, SUBPROTOCOL_WITH_BASES]);
  socket.binaryType = "arraybuffer";
  let lastHeard = parts.now();
  let unanswered = 0;
  let opened = false;
  let over = false;
  let cancelPing = () => {};

  const heard = () => {
    lastHeard = parts.now();
    unanswered = 0;
  };
  const finish = () => {
    over = true;
    cancelPing();
    socket.close(1000);
  };
  const lost = () => {
    if (over) return;
    finish();
    events.ended(opened);
  };
  const send = (frame: ClientFrame) => {
    if (!over && opened) socket.send(encodeFrame(frame));
  };
  const ping = () => {
    cancelPing = parts.later(() => {
      if (over) return;
      if (parts.now() - lastHeard > DEAD_MS || ++unanswered > DEAD_PINGS) return lost();
      send({ type: "ping", n: 0 });
      ping();
    }, PING_MS);
  };
  socket.onopen = () => {
    if (over) return;
    opened = true;
    heard();
    events.opened();
  };
  socket.onmessage = (event) => {
    if (over) return;
    // Of a text that is a number, an array of that many bytes would be made.
    const bytes = event.data instanceof ArrayBuffer ? new Uint8Array(event.data) : new Uint8Array();
    // Where colleagues are comes every few seconds, also while nothing that is sent here arrives any more.
    if (bytes[0] !== NUMBERS.seen) heard();
    events.message(bytes);
  };
  socket.onclose = lost;
  ping();
  return {
    send,
    speaksBases: () => socket.protocol === SUBPROTOCOL_WITH_BASES,
    close() {
      if (!over) finish();
    },
  };
}

/** What a message from the server says. Throws `malformed` for one that is no frame. */
export function readFrame(bytes: Uint8Array): ServerFrame {
  try {
    return decodeFrame(bytes) as ServerFrame;
  } catch (error) {
    if (error instanceof MalformedError)
      throw new ExpectedError("malformed", "The server sent something that Sidedesk does not understand.");
    throw error;
  }
}
