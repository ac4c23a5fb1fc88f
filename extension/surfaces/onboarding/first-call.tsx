import { useEffect, useMemo, useRef } from "preact/hooks";
import { startCapture } from "../capture/capture.ts";
import { CaptureChips } from "../capture/chips.tsx";
import { Button } from "../components/button.tsx";
import { KeyMark } from "../keys/marks.tsx";
import { useSurface } from "../state/surface.tsx";

/** A new desk's first call, typed where its list will be: nothing else has to be found first. */
export function FirstCall() {
  const surface = useSurface();
  const { words, keys } = surface;
  const capture = useMemo(() => startCapture(surface, "first"), []);
  const line = useRef<HTMLTextAreaElement>(null);
  useEffect(() => line.current?.focus(), []);
  const save = async () => {
    if (!(await capture.save())) return;
    // The list takes this place: the focus goes on with what was saved.
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-row], h1[tabindex]")?.focus());
  };
  return (
    <form
      autocomplete="off"
      class="first-call"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="first-call">{words.say("first.title")}</h2>
      <p id="first-call-how">
        {words.say("first.how")} <q>{words.say("first.example")}</q>
      </p>
      <textarea
        class="input"
        ref={line}
        rows={2}
        spellcheck={false}
        aria-labelledby="first-call"
        aria-describedby="first-call-how"
        placeholder={words.say("capture.hint")}
        value={capture.line.value}
        onInput={(event) => {
          capture.line.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.isComposing || keys.which("capture.save", event) < 0) return;
          event.preventDefault();
          void save();
        }}
      />
      <CaptureChips capture={capture} />
      <div class="buttons">
        <Button submit look="filled" disabled={capture.empty.value || capture.saving.value}>
          {words.say("save")} <KeyMark of="capture.save" />
        </Button>
        {capture.empty.value && (
          <Button
            look="plain"
            onPress={() => {
              capture.line.value = words.say("first.example");
              line.current?.focus();
            }}
          >
            {words.say("first.try")}
          </Button>
        )}
      </div>
    </form>
  );
}
