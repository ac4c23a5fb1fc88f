import { useEffect, useRef } from "preact/hooks";
import type { RowGroup } from "../../port/surface.ts";
import { useKeys } from "../keys/use-keys.ts";
import { useSurface } from "../state/surface.tsx";
import type { Window } from "./use-window.ts";

/** One row of a list on paper. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly under: string;
  /** With its date and year: paper is read on other days. */
  readonly when: string;
  readonly whose: string;
  /** It is not for everybody who may see the paper. */
  readonly confidential: boolean;
}

/** A list as it is printed. */
export interface Paper<Item> {
  readonly title: string;
  /** How many there are, in words. */
  readonly count: (n: number) => string;
  readonly list: Window<Item>;
  readonly line: (item: Item) => Line;
  /** What is said above a group; without it, nothing is. */
  readonly head?: (group: RowGroup["key"]) => string;
  /** Something stands open beside the list: that is printed instead. */
  readonly beside: boolean;
}

/**
 * Has a long list printed whole, not only what of it is drawn: by its own key, or the palette. The browser's menu does
 * not wait for what has not been read, and prints the part that is known, which says so.
 */
export function usePaper<Item>(paper: Paper<Item>): void {
  const surface = useSurface();
  const latest = useRef(paper);
  latest.current = paper;
  const print = () => {
    if (paper.beside) return window.print();
    return load().then(({ printWhole }) => printWhole(surface, latest.current));
  };
  useKeys({ "list.print": print });
  useEffect(() => {
    let stop = () => {};
    let here = true;
    requestIdleCallback(() => {
      void load().then(({ printFromMenu }) => {
        if (here) stop = printFromMenu(surface, () => latest.current);
      });
    });
    return () => {
      here = false;
      stop();
    };
  }, [surface]);
}

const load = () => import("./paper.tsx");
