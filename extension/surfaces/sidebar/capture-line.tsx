import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { threadRef } from "../../port/thread-ref.ts";
import { AlsoAs } from "../capture/also-as.tsx";
import { AsideLines } from "../capture/aside-lines.tsx";
import { startCapture } from "../capture/capture.ts";
import { CaptureChips } from "../capture/chips.tsx";
import { CAPTURED } from "../capture/reading.ts";
import { Button } from "../components/button.tsx";
import { KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

/** The line at the bottom: one typed line becomes a call, a message or a task of the mail that is open. */
export function CaptureLine() {
  const surface = useSurface();
  const { words, keys } = surface;
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
  useKeys({
    // Alt+L is the browser's and opens the popup wherever the focus is, here too.
    "capture.line": () => line.current?.focus(),
    "capture.kind": (which) => {
      if (!inside.peek()) return false;
      capture.chosen.value = CAPTURED[which] ?? null;
    },
    "capture.aside": () => (inside.peek() ? capture.setAside() : false),
  });
  const typed = !capture.empty.value;
  return (
    <form
      autocomplete="off"
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
          <Button look="plain" keys="Alt+0" onPress={() => void capture.setAside()}>
            {words.say("aside.put")}
          </Button>
          <Button submit disabled={capture.saving.value}>
            {words.say("save")} <KeyMark of="capture.save" />
          </Button>
        </div>
      )}
      {inside.value && <AlsoAs capture={capture} onAgain={() => line.current?.focus()} />}
      <AsideLines capture={capture} />
      {typed && <CaptureChips capture={capture} />}
      <span class="line-with-key">
        <textarea
          class="input"
          ref={line}
          rows={1}
          spellcheck={false}
          aria-label={words.say("capture.line")}
          aria-keyshortcuts="Alt+N"
          placeholder={words.say("capture.short")}
          value={capture.line.value}
          onInput={(event) => {
            capture.line.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (keys.which("capture.again", event) >= 0) {
              if (capture.again(null)) event.preventDefault();
              return;
            }
            if (keys.which("capture.save", event) < 0) return;
            event.preventDefault();
            void capture.save();
          }}
        />
        {!typed && <KeyMark of="capture.line" />}
      </span>
    </form>
  );
}
