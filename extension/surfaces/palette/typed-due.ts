import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";

/**
 * The day or time that is typed ("fri 15:00"), read as in a line of capture: RFC 3339, null where none is.
 * `settled`: it is that of what is typed now.
 */
export function useTypedDue(typed: string): { readonly value: string | null; readonly settled: boolean } {
  const { words, clock } = useSurface();
  const answer = useSignal<{ of: string; value: string | null }>({ of: "", value: null });
  useEffect(() => {
    if (typed.trim() === "") return;
    let current = true;
    void import("../../../shared/capture/read-line.ts").then(({ readLine }) => {
      const { fields } = readLine(typed, {
        locale: words.locale.peek(),
        now: new Date(clock()).toISOString(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        region: "",
        hint: "task",
        principals: [],
      });
      if (current) answer.value = { of: typed, value: typeof fields.due === "string" ? fields.due : null };
    });
    return () => {
      current = false;
    };
  }, [typed]);
  if (typed.trim() === "") return { value: null, settled: true };
  return { value: answer.value.value, settled: answer.value.of === typed };
}
