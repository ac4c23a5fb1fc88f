import { type Browser, browser } from "wxt/browser";
import type { LastAnswers } from "./last-answers.ts";
import type { Query } from "./surface.ts";

const PORT = "surface";

/** A port that a page's first script has opened, and what it has asked there. */
export interface Begun {
  readonly port: Browser.runtime.Port;
  /** Asked with the ids 1, 2 and so on. */
  readonly asked: readonly Query[];
  /** What the port has said so far; null once somebody else listens. */
  heard: unknown[] | null;
  /** Ended before somebody else listened. */
  ended: boolean;
  /** What was told before, by questions as text: shown until the port has said something. */
  readonly before: Promise<LastAnswers>;
}

/** Where a page's first script leaves the port for those that come after it. */
const place = globalThis as { sidedeskBegun?: Begun };

/**
 * Opens a page's port to the background before its scripts are read, and asks what they will ask first: a background
 * that was ended begins at once, and finds the answers while the page begins.
 * @param before what a page like this was told last
 */
export function openEarly(asked: readonly Query[], before: Promise<LastAnswers>): void {
  try {
    const port = browser.runtime.connect({ name: PORT });
    const begun: Begun = { port, asked, heard: [], ended: false, before };
    port.onMessage.addListener((message) => void begun.heard?.push(message));
    port.onDisconnect.addListener(() => {
      begun.ended = true;
    });
    for (const [index, query] of asked.entries()) port.postMessage({ id: index + 1, watch: query });
    place.sidedeskBegun = begun;
  } catch {
    // Updated or removed under this page: whoever opens the next port is told.
  }
}

/** What `openEarly` began, to whoever is first. */
export function takeEarly(): Begun | undefined {
  const begun = place.sidedeskBegun;
  delete place.sidedeskBegun;
  return begun;
}

/** A new port to the background. */
export const openPort = (): Browser.runtime.Port => browser.runtime.connect({ name: PORT });
