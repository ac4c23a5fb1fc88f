import { useLayoutEffect, useRef } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import type { Handlers } from "./keys.ts";

/** Says what keys do while the component is on screen. What came later is asked first. */
export function useKeys(handlers: Handlers): void {
  const { keys } = useSurface();
  const latest = useRef(handlers);
  latest.current = handlers;
  // Before it is seen: the first key may come with it.
  useLayoutEffect(() => keys.provide(() => latest.current), [keys]);
}
