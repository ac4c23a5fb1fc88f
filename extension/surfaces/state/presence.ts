import { computed, type ReadonlySignal, signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Background } from "../../port/client.ts";
import type { Colleague, Member } from "../../port/surface.ts";
import { useQuery } from "./query.ts";
import { useSurface } from "./surface.tsx";

/** Somebody who has typed nothing for so long is reading rather than writing, ms. */
const PAUSE_MS = 20_000;

/**
 * Tells colleagues that this person has a place in front of them (a record's id, or a mail's thread): while the page
 * can be seen. Gives what is to be called when something is typed there.
 */
export function useShowing(place: string | null): () => void {
  const { desk } = useSurface();
  const writing = useSignal(false);
  const seen = useSignal(!document.hidden);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const look = () => {
      seen.value = !document.hidden;
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [seen]);
  useEffect(
    () => () => {
      clearTimeout(pause.current);
      writing.value = false;
    },
    [place, writing],
  );
  const { id, server } = desk.value ?? {};
  // Of a desk that is on this device alone nobody could hear.
  const told = id && server && place && seen.value;
  useQuery(told ? { q: "showing", desk: id, place, writing: writing.value } : null);
  return () => {
    // A box that is drawn anew between its `input` and its `change` is as it was before: that change goes first.
    setTimeout(() => {
      writing.value = true;
    });
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      writing.value = false;
    }, PAUSE_MS);
  };
}

/** A colleague who is somewhere now. */
export interface Here {
  readonly member: Member;
  readonly writing: boolean;
}

const NOBODY: readonly Here[] = [];
const toldBy = new WeakMap<Background, Map<string, ReadonlySignal<readonly Colleague[]>>>();

/** Where colleagues are on a desk: asked once, however many rows look, and as long as anything does. */
function colleaguesOn(background: Background, desk: string): ReadonlySignal<readonly Colleague[]> {
  const desks = toldBy.get(background) ?? new Map<string, ReadonlySignal<readonly Colleague[]>>();
  toldBy.set(background, desks);
  const known = desks.get(desk);
  if (known) return known;
  let stop = () => {};
  const told = signal<readonly Colleague[]>([], {
    watched() {
      stop = background.watch({ q: "presence", desk }, (value) => {
        told.value = value;
      });
    },
    unwatched() {
      stop();
      told.value = [];
    },
  });
  desks.set(desk, told);
  return told;
}

/**
 * Which colleagues are at a place now, in the order of the desk's members; whoever has left the desk is nowhere. What
 * asks is drawn anew only where it is told of others than before.
 * @param on the desk of the place, where that is not the surface's own
 */
export function useHere(place: string | null, on?: string): readonly Here[] {
  const surface = useSurface();
  const { background, desk } = on ? surface.on(on) : surface;
  return useMemo(() => {
    let before = NOBODY;
    return computed(() => {
      const { id, server, members = [] } = desk.value ?? {};
      const told = id && server && place ? colleaguesOn(background, id).value : [];
      const at = told.filter((each) => each.place === place);
      const now = members
        .filter((member) => !member.me && !member.removed && at.some(({ person }) => person === member.id))
        .map((member) => ({
          member,
          writing: at.some(({ person, writing }) => person === member.id && writing),
        }));
      if (JSON.stringify(now) !== JSON.stringify(before)) before = now;
      return before;
    });
  }, [background, desk, place]).value;
}

/** Who is spoken of among those who are here: who writes, else who has it open. */
export function foremost(here: readonly Here[]): readonly Here[] {
  const writers = here.filter(({ writing }) => writing);
  return writers.length > 0 ? writers : here;
}
