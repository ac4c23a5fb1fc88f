/**
 * Who is where on a desk now: what this browser's surfaces show goes to the colleagues who are connected, what they show
 * comes from them. All of it is in memory and of this moment; what is sealed and checked for it is in
 * sync/session-presence.ts, what it says in shared/envelope/presence.ts.
 */
import { isPlace, type Place } from "../../../shared/envelope/presence.ts";
import type { Colleague } from "../../port/surface.ts";
import { openTeller } from "./teller.ts";

/** A colleague of whom nothing was heard for so long has gone, ms. */
const FORGET_MS = 60_000;

/** A presence that is farther from this clock, either way, counts for nothing: somebody sends an old one again. */
export const MAX_APART_MS = 10 * 60_000;

/** A place that a surface shows, on a desk. */
interface Shown extends Place {
  readonly desk: string;
}

/** What a colleague's device says; the device and the person by their hex ids. */
export interface Heard {
  readonly device: string;
  readonly person: string;
  /** When it was said, by the clock over there; it only grows. */
  readonly at: number;
  readonly places: readonly Place[];
}

/** What a connection does for presence, and is told by it. */
export interface PresenceLine {
  /** Whether this was said after all that is known of the device: an older one, sent again, counts nothing. */
  isNew(device: string, at: number): boolean;
  heard(what: Heard): void;
  /** The connection is over: nobody knows any more where the others are. */
  end(): void;
}

export interface Presence {
  /** What a surface shows now, in the place of what it showed before. */
  show(surface: object, shown: readonly Shown[]): void;
  /** Whether colleagues are told anything: not before it is said. */
  allow(on: boolean): void;
  /** A desk's connection has caught up. `say` is called with what is to be told over it. */
  connect(desk: string, say: (places: readonly Place[]) => void): PresenceLine;
  /** Where colleagues are. */
  of(desk: string): readonly Colleague[];
  /** Called when colleagues are elsewhere on a desk. */
  onChange(listener: (desk: string) => void): () => void;
}

interface Known extends Heard {
  readonly cancel: () => void;
}

export function openPresence({
  now,
  later,
}: {
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
}): Presence {
  const shownBySurface = new Map<object, readonly Shown[]>();
  const desks = new Map<string, { known: Map<string, Known>; look?: () => void }>();
  const listeners = new Set<(desk: string) => void>();
  let allowed = false;

  const deskOf = (id: string) => {
    const desk = desks.get(id) ?? { known: new Map<string, Known>() };
    desks.set(id, desk);
    return desk;
  };
  const changed = (desk: string) => {
    for (const listener of listeners) listener(desk);
  };
  const lookAll = () => {
    for (const { look } of desks.values()) look?.();
  };
  /** What somebody writes in comes first: there is room for so many. */
  const placesOn = (desk: string): readonly Place[] =>
    (allowed ? [...shownBySurface.values()].flat() : [])
      .filter((shown) => shown.desk === desk && isPlace(shown.place))
      .map(({ place, writing }) => ({ place, writing }))
      .sort((one, other) => Number(other.writing) - Number(one.writing));

  return {
    show(surface, shown) {
      if (shown.length > 0) shownBySurface.set(surface, shown);
      else if (!shownBySurface.delete(surface)) return;
      lookAll();
    },
    allow(on) {
      allowed = on;
      lookAll();
    },
    connect(id, say) {
      const desk = deskOf(id);
      const teller = openTeller({ now, later, places: () => placesOn(id), say });
      desk.look = teller.look;
      teller.look();
      const put = (heard: Heard) => {
        const before = desk.known.get(heard.device);
        before?.cancel();
        const cancel =
          heard.places.length > 0 ? later(() => put({ ...heard, places: [] }), FORGET_MS) : () => {};
        // Where nothing is shown it stays known when that was said: an older one must not come back.
        desk.known.set(heard.device, { ...heard, cancel });
        if (JSON.stringify(before?.places ?? []) !== JSON.stringify(heard.places)) changed(id);
        return before?.places.length ?? 0;
      };
      return {
        isNew(device, at) {
          const last = desk.known.get(device)?.at ?? 0;
          // Said when both clocks ran ahead, it would outlast all that is said by right ones.
          return at > last || last > now() + MAX_APART_MS;
        },
        heard(what) {
          if (put(what) === 0 && what.places.length > 0) teller.again();
        },
        end() {
          teller.end();
          if (desk.look === teller.look) delete desk.look;
          for (const known of [...desk.known.values()]) put({ ...known, places: [] });
        },
      };
    },
    of: (id) =>
      [...(desks.get(id)?.known.values() ?? [])].flatMap(({ person, places }) =>
        places.map((each) => ({ person, ...each })),
      ),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
