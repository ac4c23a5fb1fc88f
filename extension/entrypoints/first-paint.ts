import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { openEarly } from "../port/early.ts";
import { lookKey, readLook, wearLook } from "../port/look.ts";

/**
 * Runs in the head of every page, before anything is painted: a look that the background would tell a moment later
 * would come as a flash. The webmail page tells it in the address; the extension's own pages remember the last one.
 * And it wakes the background, which begins while the page's scripts are read.
 */
export default defineUnlistedScript(() => {
  openEarly();
  let look = new URLSearchParams(location.search).get(lookKey);
  try {
    look ??= localStorage.getItem(lookKey);
  } catch {
    // No storage in this frame: the browser's own choice of light and dark stands.
  }
  wearLook(document.documentElement, readLook(look));
});
