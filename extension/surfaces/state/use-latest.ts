import { useRef } from "preact/hooks";

/** A function that stays the same while what it does is always the newest: for handlers of what is seldom drawn anew. */
export function useLatest<Given extends readonly unknown[]>(run: (...given: Given) => void) {
  const latest = useRef(run);
  latest.current = run;
  return useRef((...given: Given) => latest.current(...given)).current;
}
