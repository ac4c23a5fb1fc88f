import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formFields } from "../../../shared/records/form.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { AlsoAs } from "../capture/also-as.tsx";
import { AsideLines } from "../capture/aside-lines.tsx";
import type { Capture } from "../capture/capture.ts";
import { CaptureChips } from "../capture/chips.tsx";
import { KnownCaller } from "../capture/known-caller.tsx";
import { CAPTURED, TEXT_FIELD } from "../capture/reading.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { Sync } from "../components/sync.tsx";
import { ToastList } from "../components/toasts.tsx";
import { UNKEPT } from "../components/unkept.ts";
import { dialogs, readDialogs } from "../keys/dialogs.ts";
import type { KeyId } from "../keys/keymap.ts";
import { KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { LockKey } from "../lock/behind-lock.tsx";
import { Form } from "../record/form.tsx";
import { later } from "../state/later.tsx";
import { useSurface } from "../state/surface.tsx";

const SyncProblemBanner = later(
  async () => (await import("../components/sync-problem.tsx")).SyncProblemBanner,
);

/** Above the line while there is no desk, or it is locked: what is typed is not lost. */
export function PopupLine({ says }: { readonly says: "capture.first" | "lock.line" }) {
  const { words } = useSurface();
  return <p class="popup-first small quiet">{words.say(says)}</p>;
}

/** Above the line: what it becomes, and how the desk's sync stands. */
export function PopupTop({ capture }: { readonly capture: Capture }) {
  const { words } = useSurface();
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
      <DeskLink />
    </header>
  );
}

function DeskLink() {
  const { words, desk, state, ask } = useSurface();
  if (!desk.value) return null;
  // Of one desk alone everybody knows the name.
  const several = (state.value?.desks.length ?? 0) > 1;
  return (
    <button
      type="button"
      class="desk-link"
      title={`${desk.value.name}: ${words.say("desk.open")}`}
      onClick={() => void ask({ call: "openDesk" })}
    >
      <span class={several ? "small" : "unseen"}>{desk.value.name}</span>
      <Sync sync={desk.value.sync} />
    </button>
  );
}

/** Above what is said instead of the line, on a desk that this person may only read. */
export function PopupDesk() {
  return (
    <header class="popup-top">
      <DeskLink />
    </header>
  );
}

/** Instead of the line, on a desk that this person may only read: why there is none, and where to read. */
export function PopupReading() {
  const { words, ask } = useSurface();
  return (
    <>
      <SyncProblemBanner />
      <div class="popup-body stack">
        <RoleNote />
        <div class="buttons">
          <Button look="filled" onPress={() => void ask({ call: "openDesk" })}>
            {words.say("desk.open")}
          </Button>
        </div>
      </div>
    </>
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
  const { words, keys, toasts } = useSurface();
  const more = useSignal(false);
  const help = useSignal(false);
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
  const toEnd = () => {
    line.focus();
    line.setSelectionRange(line.value.length, line.value.length);
  };
  const aside = async () => {
    await capture.setAside();
    line.focus();
  };
  const open = () => {
    more.value = true;
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>("input, select")?.focus());
  };
  useKeys({
    "help.open": () => {
      help.value = true;
      void readDialogs();
    },
    undo: () => toasts.undo(),
    "capture.kind": (which) => {
      capture.chosen.value = CAPTURED[which] ?? null;
    },
    "capture.aside": () => aside(),
  });
  useEffect(() => {
    const onLine = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const is = (id: KeyId) => keys.which(id, event) >= 0;
      if (is("capture.save")) void save();
      else if (is("capture.fields") && line.value.trim() !== "") open();
      else if (is("capture.again") && capture.again(null)) toEnd();
      else if (is("capture.text") && line.selectionEnd === line.value.length) text.current?.focus();
      else return;
      event.preventDefault();
    };
    line.addEventListener("keydown", onLine);
    return () => line.removeEventListener("keydown", onLine);
  }, []);

  return (
    <>
      <div class="popup-body stack">
        <AlsoAs capture={capture} onAgain={toEnd} />
        <CaptureChips capture={capture} />
        <KnownCaller capture={capture} />
        <AsideLines capture={capture} />
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
          <span class="head">
            <label for="text">{textField ? words.name(textField.label) : ""}</label>
            {!capture.empty.value && (
              <Button look="plain" keys="Alt+0" onPress={() => void aside()}>
                {words.say("aside.put")} <KeyMark of="capture.aside" />
              </Button>
            )}
          </span>
          <textarea
            {...UNKEPT}
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
              if (event.isComposing || keys.which("capture.save", event) < 0) return;
              event.preventDefault();
              void save();
            }}
          />
        </div>
      </div>
      <LockKey />
      <ToastList />
      {help.value && dialogs.value && (
        <dialogs.value.KeysHelp
          onClose={() => {
            help.value = false;
            line.focus();
          }}
        />
      )}
      <SampleBanner />
      <SyncProblemBanner />
      <footer class="popup-foot">
        <span class="small quiet kept">
          {!capture.empty.value && words.say(capture.kept.value ? "capture.kept" : "capture.keeping")}
        </span>
        {!more.value && (
          <Button look="plain" onPress={open}>
            {words.say("capture.more")} <KeyMark of="capture.fields" />
          </Button>
        )}
        <Button
          look="filled"
          disabled={capture.empty.value || capture.saving.value}
          onPress={() => void save()}
        >
          {words.say("save")} <KeyMark of="capture.save" />
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
