import type { PersonView } from "../../port/surface.ts";
import { sayPast } from "../state/times.ts";
import type { Words } from "../state/words.ts";

/** How often somebody called, and when last. */
export const sayCalls = ({ calls, lastCall }: PersonView, now: number, words: Words): string =>
  lastCall
    ? words.say("caller.callsLast", { n: calls, time: sayPast(lastCall.at, now, words.formats.value) })
    : words.say("caller.calls", { n: calls });
