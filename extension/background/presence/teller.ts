import type { Place } from "../../../shared/envelope/presence.ts";

/** Between two that are said, ms; what changes in between is said together. */
const EVERY_MS = 1_000;
/** What follows at once belongs to the same: one mail closes while the next one opens. */
const SETTLE_MS = 150;
/** Said again while anything is shown, ms: who hears nothing for `FORGET_MS` forgets it. */
const RENEW_MS = 25_000;

interface TellerParts {
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
  /** What is to be told at this moment. */
  readonly places: () => readonly Place[];
  readonly say: (places: readonly Place[]) => void;
}

/** Says over one connection where this person is: soon after a change, again now and then, and once that they have gone. */
export function openTeller({ now, later, places, say }: TellerParts) {
  const NOTHING = "[]";
  let said = NOTHING;
  let saidAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};
  const speak = () => {
    const current = places();
    said = JSON.stringify(current);
    saidAt = now();
    say(current);
    cancel = current.length > 0 ? later(speak, RENEW_MS) : () => {};
  };
  const soon = () => {
    cancel();
    // A clock that was set back makes nobody wait longer.
    const wait = Math.min(EVERY_MS, Math.max(SETTLE_MS, saidAt + EVERY_MS - now()));
    cancel = later(speak, wait);
  };
  return {
    /** It may be something else by now. */
    look() {
      if (JSON.stringify(places()) !== said) soon();
    },
    /** Somebody has come who has not heard it. */
    again() {
      if (said !== NOTHING) soon();
    },
    end() {
      cancel();
    },
  };
}
