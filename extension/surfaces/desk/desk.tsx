import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { CatchingUp } from "../components/catching-up.tsx";
import { SyncProblemBanner, UnreadBanner } from "../components/sync-problem.tsx";
import { ToastList } from "../components/toasts.tsx";
import { Onboarding } from "../onboarding/onboarding.tsx";
import { SampleBanner } from "../popup/popup.tsx";
import { RecordDetail } from "../record/detail.tsx";
import { useSurface } from "../state/surface.tsx";
import { KeysDialog } from "./keys.tsx";
import { DeskList } from "./list.tsx";
import { DeskNav } from "./nav.tsx";
import { DeskSettings } from "./settings.tsx";
import { readView, type View, writeView } from "./view.ts";

/** A record is on screen well within so many frames. */
const FRAMES_TO_OPEN = 60;

/** The whole desk: where to look, a list, and a record. In a narrow window one of them at a time. */
export function Desk() {
  const { words, desk, state } = useSurface();
  const view = useSignal<View>(readView(location.hash));
  const keys = useSignal(false);
  useEffect(() => {
    const onHash = () => {
      view.value = readView(location.hash);
    };
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [view]);
  const go = (next: View) => {
    if (writeView(next) !== location.hash) location.hash = writeView(next);
    view.value = next;
  };
  const { list, record } = view.value;
  const close = () => {
    const opener = record;
    go({ list, record: null });
    // Back to where it was opened from, if that is on screen again.
    requestAnimationFrame(() => {
      if (opener) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(opener)}"]`)?.focus();
    });
  };
  const toControl = (id: string, control: "assign" | "status") => {
    if (id !== record) go({ list: list === "menu" ? "today" : list, record: id });
    const selector = `.detail[data-record="${CSS.escape(id)}"] [data-key="${control}"]`;
    const reach = (frames: number) => {
      const place = document.querySelector<HTMLElement>(selector);
      const target = place?.matches("select") ? place : place?.querySelector<HTMLElement>("button");
      if (target) target.focus();
      else if (frames > 0) requestAnimationFrame(() => reach(frames - 1));
    };
    reach(FRAMES_TO_OPEN);
  };
  if (!desk.value)
    return (
      <main>
        <Onboarding begin />
      </main>
    );
  const setAside = state.value?.setAside.filter((each) => each.desk === desk.value?.id) ?? [];
  const shown = record ? "record" : list === "menu" ? "nav" : "list";
  return (
    <main class="desk" data-shown={shown}>
      <DeskNav list={list} onGo={(next) => go({ list: next, record: null })} />
      <div class="desk-middle">
        <SampleBanner />
        <SyncProblemBanner />
        <CatchingUp />
        <UnreadBanner />
        {setAside.length > 0 && list !== "settings" && (
          <Banner
            action={
              <Button onPress={() => go({ list: "settings", record: null })}>
                {words.say("setAside.show")}
              </Button>
            }
          >
            {words.say("setAside.banner", { n: setAside.length })}
          </Banner>
        )}
        {list === "settings" ? (
          <DeskSettings onMenu={() => go({ list: "menu", record: null })} />
        ) : (
          <DeskList
            key={list}
            list={list === "menu" ? "today" : list}
            current={record}
            onOpen={(id) => go({ list: list === "menu" ? "today" : list, record: id })}
            onClose={close}
            onControl={toControl}
            onMenu={() => go({ list: "menu", record: null })}
            onKeys={() => {
              keys.value = true;
            }}
          />
        )}
      </div>
      {record && (
        <div class="desk-right">
          <RecordDetail id={record} onClose={close} />
        </div>
      )}
      {keys.value && (
        <KeysDialog
          onClose={() => {
            keys.value = false;
          }}
        />
      )}
      <ToastList />
    </main>
  );
}
