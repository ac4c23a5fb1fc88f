import { browser } from "wxt/browser";
import type { Engine } from "../engine-type.ts";

const SECONDS_A_MINUTE = 60;

/**
 * Locks when nobody has touched the computer for as long as the person chose, and when its own screen is locked. The
 * listener is there at once, as a woken worker needs.
 */
export function lockWhenIdle(started: Promise<Engine>, report: (error: unknown) => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "active") return;
    started
      .then(async ({ lock }) => {
        if ((await lock.state()).after > 0) await lock.lock();
      })
      .catch(report);
  });
  started.then(
    (engine) => {
      const listen = async () => {
        const { after } = await engine.lock.state();
        if (after > 0) browser.idle.setDetectionInterval(after * SECONDS_A_MINUTE);
      };
      const soon = () => void listen().catch(report);
      engine.onChange(({ what }) => what !== "records" && soon());
      soon();
    },
    () => {},
  );
}
