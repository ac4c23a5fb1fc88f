import { type Browser, browser } from "wxt/browser";

const PORT = "surface";

/** Where a page's first script leaves the port for those that come after it. */
const place = globalThis as { sidedeskPort?: Browser.runtime.Port };

/** Opens a page's port to the background before its scripts are read: a background that was ended begins at once. */
export function openEarly(): void {
  try {
    place.sidedeskPort = browser.runtime.connect({ name: PORT });
  } catch {
    // Updated or removed under this page: whoever asks for the port is told.
  }
}

/** A port to the background: the one that was opened early to whoever is first, then a new one each time. */
export function openPort(): Browser.runtime.Port {
  const early = place.sidedeskPort;
  delete place.sidedeskPort;
  return early ?? browser.runtime.connect({ name: PORT });
}
