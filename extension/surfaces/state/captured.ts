import { effect } from "@preact/signals";
import type { Place } from "../keys/keymap.ts";
import type { Surface } from "./surface.tsx";

/**
 * Says what was saved without a surface (from the address bar), with its Undo: at once where a surface is open, and in
 * the popup when it opens in the next minutes. A sidebar that opens with each mail would say it again and again.
 */
export function offerCaptured({ state, desk, toasts, words, undo, clock }: Surface, place: Place): void {
  let said = place === "popup" ? undefined : state.peek()?.captured?.record;
  effect(() => {
    const captured = state.value?.captured;
    if (!captured || captured.record === said || captured.desk !== desk.value?.id) return;
    said = captured.record;
    const { record, title } = captured;
    toasts.show({
      text: title ? words.say("captured.saved", { title }) : words.say("capture.saved"),
      undo: () =>
        void undo([{ do: "set", record, field: "deletedAt", value: new Date(clock()).toISOString() }]),
    });
  });
}
