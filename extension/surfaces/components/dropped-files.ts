import type { ReadonlySignal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLatest } from "../state/use-latest.ts";

/**
 * Takes files that are dropped anywhere on the page: one that the browser opened instead would take the page's place.
 * Gives whether files are held over it now.
 */
export function useDroppedFiles(take: (files: readonly File[]) => void): ReadonlySignal<boolean> {
  const over = useSignal(false);
  const taking = useLatest(take);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    document.addEventListener(
      "dragover",
      (event) => {
        if (!withFiles(event)) return;
        event.preventDefault();
        over.value = true;
      },
      { signal },
    );
    document.addEventListener(
      "dragleave",
      ({ relatedTarget }) => {
        if (relatedTarget === null) over.value = false;
      },
      { signal },
    );
    document.addEventListener(
      "drop",
      (event) => {
        over.value = false;
        if (!withFiles(event)) return;
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) taking(files);
      },
      { signal },
    );
    return () => listening.abort();
  }, [over, taking]);
  return over;
}
