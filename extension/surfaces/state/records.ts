import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RecordView } from "../../port/surface.ts";
import { useSurface } from "./surface.tsx";

/**
 * Some records with their histories, kept up to date, in the order of `ids`; those that are not there are left out.
 * Null until every one has been answered.
 */
export function useRecords(ids: readonly string[]): readonly RecordView[] | null {
  const { background, desk } = useSurface();
  const current = desk.value?.id;
  const known = useSignal<ReadonlyMap<string, RecordView | null>>(new Map());
  const asked = ids.join(" ");
  useEffect(() => {
    if (!current || asked === "") return;
    const stops = asked.split(" ").map((id) =>
      background.watch(
        { q: "record", desk: current, id },
        (view) => {
          known.value = new Map(known.peek()).set(id, view);
        },
        () => {
          known.value = new Map(known.peek()).set(id, null);
        },
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [asked, current, background]);
  if (ids.some((id) => !known.value.has(id))) return null;
  return ids.flatMap((id) => known.value.get(id) ?? []);
}
