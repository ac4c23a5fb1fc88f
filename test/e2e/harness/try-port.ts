/** What a surface says to see everything on this device. */
export const ASKS_STATE = { id: 1, watch: { q: "state" } };
/** Long enough for the background to answer, had it meant to. */
export const SILENCE_MS = 1_500;

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
}

/** An expression that opens a port, says something and listens until it is closed or long enough; runs in a browser. */
export const tryPort = (what: Try): string =>
  `(async ({ to, name, messages, silence }) => {
    const info = { name };
    const port = to ? chrome.runtime.connect(to, info) : chrome.runtime.connect(info);
    const got = [];
    let closed = false;
    port.onMessage.addListener((message) => got.push(message));
    const ended = new Promise((resolve) => port.onDisconnect.addListener(() => {
      closed = true;
      void chrome.runtime.lastError;
      resolve();
    }));
    for (const message of messages) try { port.postMessage(message); } catch {}
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, silence))]);
    if (!closed) port.disconnect();
    return { got, closed };
  })(${JSON.stringify({ ...what, silence: SILENCE_MS })})`;
