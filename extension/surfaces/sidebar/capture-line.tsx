import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { kindOfKey, startCapture } from "../capture/capture.ts";
import { CaptureChips } from "../capture/chips.tsx";
import { CAPTURED } from "../capture/reading.ts";
import { Button } from "../components/button.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { threadRef } from "./mail.ts";

/** The line at the bottom: one typed line becomes a call, a message or a task of the mail that is open. */
export function CaptureLine() {
  const surface = useSurface();
  const { words } = surface;
  const mail = useQuery({ q: "mail" });
  const capture = useMemo(
    () =>
      startCapture(surface, "sidebar", "", (): Readonly<Record<string, Scalar>> => {
        const thread = threadRef(mail.peek().value ?? null);
        return thread ? { thread } : {};
      }),
    [],
  );
  const line = useRef<HTMLTextAreaElement>(null);
  const inside = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Alt+L is the browser's and opens the popup wherever the focus is, here too.
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyN") {
        event.preventDefault();
        line.current?.focus();
      }
      const chosen = inside.peek() ? kindOfKey(event) : undefined;
      if (chosen) {
        event.preventDefault();
        capture.chosen.value = chosen;
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const typed = !capture.empty.value;
  return (
    <form
      class="capture-line"
      onFocusIn={() => {
        inside.value = true;
      }}
      onFocusOut={() => {
        inside.value = false;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void capture.save();
      }}
    >
      {typed && (
        <div class="head">
          <select
            class="input narrow"
            aria-label={words.say("capture.kind")}
            value={capture.kind.value}
            onChange={(event) => {
              capture.chosen.value = CAPTURED.find((kind) => kind === event.currentTarget.value) ?? null;
            }}
          >
            {CAPTURED.map((name) => {
              const kind = kindOf(name);
              return (
                <option key={name} value={name} selected={name === capture.kind.value}>
                  {kind ? words.name(kind.label) : name}
                </option>
              );
            })}
          </select>
          <Button submit disabled={capture.saving.value}>
            {words.say("save")} <kbd>↵</kbd>
          </Button>
        </div>
      )}
      {typed && <CaptureChips capture={capture} />}
      <span class="line-with-key">
        <textarea
          class="input"
          ref={line}
          rows={1}
          aria-label={words.say("capture.line")}
          aria-keyshortcuts="Alt+N"
          placeholder={words.say("capture.short")}
          value={capture.line.value}
          onInput={(event) => {
            capture.line.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void capture.save();
          }}
        />
        {!typed && <kbd>Alt N</kbd>}
      </span>
    </form>
  );
}
