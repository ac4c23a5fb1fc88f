import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formFields } from "../../../shared/records/form.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { type Capture, kindOfKey } from "../capture/capture.ts";
import { CaptureChips } from "../capture/chips.tsx";
import { KnownCaller } from "../capture/known-caller.tsx";
import { CAPTURED, TEXT_FIELD } from "../capture/reading.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { Sync } from "../components/sync.tsx";
import { SyncProblemBanner } from "../components/sync-problem.tsx";
import { ToastList } from "../components/toasts.tsx";
import { Form } from "../record/form.tsx";
import { useSurface } from "../state/surface.tsx";

/** Above the line while there is no desk: what is typed is not lost. */
export function PopupFirst() {
  const { words } = useSurface();
  return <p class="popup-first small quiet">{words.say("capture.first")}</p>;
}

/** Above the line: what it becomes, and how the desk's sync stands. */
export function PopupTop({ capture }: { readonly capture: Capture }) {
  const { words, desk, ask } = useSurface();
  return (
    <header class="popup-top">
      <div class="kinds" role="radiogroup" aria-label={words.say("capture.kind")}>
        {CAPTURED.map((kind, index) => {
          const definition = kindOf(kind);
          return (
            <label key={kind} title={`Alt+${index + 1}`}>
              <input
                type="radio"
                name="kind"
                class="unseen"
                checked={capture.kind.value === kind}
                onChange={() => {
                  capture.chosen.value = kind;
                }}
              />
              <span>{definition ? words.name(definition.label) : kind}</span>
            </label>
          );
        })}
      </div>
      {desk.value && (
        <button
          type="button"
          class="desk-link"
          title={words.say("desk.open")}
          onClick={() => void ask({ call: "openDesk" })}
        >
          <span class="small">{desk.value.name}</span>
          <Sync sync={desk.value.sync} />
        </button>
      )}
    </header>
  );
}

/** Under the line: what was understood, who it is, the longer text, and Save. */
export function PopupRest({
  capture,
  line,
}: {
  readonly capture: Capture;
  readonly line: HTMLTextAreaElement;
}) {
  const { words } = useSurface();
  const more = useSignal(false);
  const fields = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const kind = kindOf(capture.kind.value);
  const textField = kind?.fields[TEXT_FIELD[capture.kind.value]];
  const save = async () => {
    if (await capture.save()) {
      more.value = false;
      line.focus();
    }
  };
  const open = () => {
    more.value = true;
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>("input, select")?.focus());
  };

  useEffect(() => {
    const onLine = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        void save();
      } else if (event.key === "Tab" && !event.shiftKey && line.value.trim() !== "") {
        event.preventDefault();
        open();
      } else if (event.key === "ArrowDown" && line.selectionEnd === line.value.length) {
        event.preventDefault();
        text.current?.focus();
      }
    };
    const onPage = (event: KeyboardEvent) => {
      const chosen = kindOfKey(event);
      if (!chosen) return;
      event.preventDefault();
      capture.chosen.value = chosen;
    };
    line.addEventListener("keydown", onLine);
    document.addEventListener("keydown", onPage);
    return () => {
      line.removeEventListener("keydown", onLine);
      document.removeEventListener("keydown", onPage);
    };
  }, []);

  return (
    <>
      <div class="popup-body stack">
        <CaptureChips capture={capture} />
        <KnownCaller capture={capture} />
        {more.value && kind && (
          <div ref={fields}>
            <Form
              identity={kind.kind}
              all
              fields={formFields(kind).filter(({ type }) => type !== "prose" && type !== "json")}
              values={capture.fields.value}
              onSet={capture.correct}
            />
          </div>
        )}
        <div class="field">
          <label for="text">{textField ? words.name(textField.label) : ""}</label>
          <textarea
            class="input"
            id="text"
            ref={text}
            rows={2}
            placeholder={words.say("capture.textHint")}
            value={capture.text.value}
            onInput={(event) => {
              capture.text.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              void save();
            }}
          />
        </div>
      </div>
      <ToastList />
      <SampleBanner />
      <SyncProblemBanner />
      <footer class="popup-foot">
        <span class="small quiet kept">
          {words.say(
            capture.empty.value
              ? "capture.enterSaves"
              : capture.kept.value
                ? "capture.kept"
                : "capture.keeping",
          )}
        </span>
        {!more.value && (
          <Button look="plain" onPress={open}>
            {words.say("capture.more")} <kbd>Tab</kbd>
          </Button>
        )}
        <Button
          look="filled"
          disabled={capture.empty.value || capture.saving.value}
          onPress={() => void save()}
        >
          {words.say("save")} <kbd>↵</kbd>
        </Button>
      </footer>
    </>
  );
}

/** Says that nothing on this desk is real, and takes it away. */
export function SampleBanner() {
  const { words, desk, ask } = useSurface();
  const id = desk.value?.id;
  if (!id || !desk.value?.sample) return null;
  return (
    <Banner
      action={
        <Button onPress={() => void ask({ call: "removeDesk", desk: id })}>
          {words.say("sample.remove")}
        </Button>
      }
    >
      {words.say("sample.banner")}
    </Banner>
  );
}
