/** What a surface says to see everything on this device. */
export const ASKS_STATE = { id: 1, watch: { q: "state" } };
/** Long enough for the background to answer, had it meant to. */
export const SILENCE_MS = 1_500;
/** How long what is to come may take, on a busy machine. */
const PATIENCE_MS = 30_000;

/** What came of a port: the messages that it got, and whether the other side closed it. */
export interface Tried {
  readonly got: readonly unknown[];
  readonly closed: boolean;
}

interface Try {
  /** The extension that is spoken to; its own where it is left out. */
  readonly to?: string;
  readonly name: string;
  readonly messages: readonly unknown[];
  /** So many answers are to come, and then silence; without it, the port is to be closed. */
  readonly answers?: number;
}

/** An expression that opens a port, says something and listens; runs in a browser. */
export const tryPort = (what: Try): string =>
  `(async ({ to, name, messages, answers = Infinity, patience, silence }) => {
    const info = { name };
    const port = to ? chrome.runtime.connect(to, info) : chrome.runtime.connect(info);
    const got = [];
    let closed = false;
    const answered = Promise.withResolvers();
    const ended = Promise.withResolvers();
    const hear = () => got.length >= answers && answered.resolve();
    port.onMessage.addListener((message) => (got.push(message), hear()));
    port.onDisconnect.addListener(() => {
      closed = true;
      void chrome.runtime.lastError;
      ended.resolve();
    });
    hear();
    for (const message of messages) try { port.postMessage(message); } catch {}
    const within = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await Promise.race([ended.promise, answered.promise, within(patience)]);
    if (answers < Infinity) await Promise.race([ended.promise, within(silence)]);
    if (!closed) port.disconnect();
    return { got, closed };
  })(${JSON.stringify({ ...what, patience: PATIENCE_MS, silence: SILENCE_MS })})`;
