import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Splice } from "../../../shared/documents/command.ts";
import { type Arrival, ProseText } from "./prose.ts";

const SEND_AFTER_MS = 120;
const RETRY_MS = 2_000;
const SETTLE_MS = 1_000;

/** What a co-edited text field does when the person types, composes, leaves; see `ProseText`. */
export interface ProseBinding {
  arrived(value: string): void;
  /** Sends what is typed, and lets go of the text area. */
  stop(): void;
}

/** Sends one edit; resolves to whether the background has it. */
export type SendEdit = (base: string, splice: Splice) => Promise<boolean>;

/**
 * Binds a text area to a co-edited field: what is typed is sent within 150 ms, what others type appears
 * with the caret and the selection left where the person has them.
 */
export function bindProse(area: HTMLTextAreaElement, known: string, send: SendEdit): ProseBinding {
  const prose = new ProseText(known);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  /** Whether the background has shown the text since it took the last edit. */
  let fresh = true;
  area.value = known;

  const sendNow = async () => {
    clearTimeout(timer);
    timer = undefined;
    const edit = prose.take();
    if (!edit) return;
    sending = true;
    fresh = false;
    const had = await send(edit.base, edit.splice);
    sending = false;
    if (!had) prose.refused();
    settleLater();
    if (prose.dirty) schedule(had ? 0 : RETRY_MS);
  };
  // One at a time: an edit is made on the text that the one before it left, and a refused one is taken again.
  const flush = () => {
    if (!sending) void sendNow();
  };
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, ms);
  };
  const show = (arrival: Arrival | null) => {
    if (!arrival) return;
    const { selectionStart, selectionEnd, selectionDirection } = area;
    const { index, remove, insert } = arrival.splice;
    area.setRangeText(insert, index, index + remove, "preserve");
    area.setSelectionRange(
      arrival.move(selectionStart),
      arrival.move(selectionEnd),
      selectionDirection ?? "none",
    );
  };
  const settleLater = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (fresh && !sending && !prose.dirty) show(prose.settle());
    }, SETTLE_MS);
  };
  const onInput = () => {
    prose.typed(area.value);
    if (!prose.composing) schedule(SEND_AFTER_MS);
  };
  const onStart = () => prose.beginComposition();
  const onEnd = () => {
    show(prose.endComposition(area.value));
    schedule(SEND_AFTER_MS);
  };
  area.addEventListener("input", onInput);
  area.addEventListener("compositionstart", onStart);
  area.addEventListener("compositionend", onEnd);
  area.addEventListener("blur", flush);
  const page = area.ownerDocument.defaultView;
  page?.addEventListener("pagehide", sendNow);
  return {
    arrived(value) {
      fresh = !sending;
      show(prose.arrived(value));
      settleLater();
    },
    stop() {
      if (prose.composing) prose.endComposition(area.value);
      // There is no later: what is typed goes now, even behind an edit that is still under way.
      void sendNow();
      clearTimeout(timer);
      clearTimeout(settling);
      area.removeEventListener("input", onInput);
      area.removeEventListener("compositionstart", onStart);
      area.removeEventListener("compositionend", onEnd);
      area.removeEventListener("blur", flush);
      page?.removeEventListener("pagehide", sendNow);
    },
  };
}

/** `bindProse` for a component; `identity` names the text: another one starts anew. */
export function useProse(identity: string, value: string, send: SendEdit) {
  const area = useRef<HTMLTextAreaElement>(null);
  const binding = useRef<ProseBinding | null>(null);
  // Before the first frame: an empty field must not be seen, nor typed into.
  useLayoutEffect(() => {
    if (!area.current) return;
    const bound = bindProse(area.current, value, send);
    binding.current = bound;
    return () => bound.stop();
  }, [identity]);
  useEffect(() => binding.current?.arrived(value), [value]);
  return area;
}
