import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Member } from "../../port/surface.ts";
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

/** Which colleagues are at a place now, in the order of the desk's members; whoever has left the desk is nowhere. */
export function useHere(place: string | null): readonly Here[] {
  const { desk } = useSurface();
  const { id, server } = desk.value ?? {};
  const told = useQuery(id && server && place ? { q: "presence", desk: id } : null).value.value ?? [];
  const at = told.filter((each) => each.place === place);
  return (desk.value?.members ?? [])
    .filter((member) => !member.me && !member.removed && at.some(({ person }) => person === member.id))
    .map((member) => ({
      member,
      writing: at.some(({ person, writing }) => person === member.id && writing),
    }));
}
