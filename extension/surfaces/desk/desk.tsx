import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Arrivals } from "../components/arrivals.tsx";
import { Banner } from "../components/banner.tsx";
import { CatchingUp } from "../components/catching-up.tsx";
import { ToastList } from "../components/toasts.tsx";
import { WayBackBanner } from "../components/way-back-banner.tsx";
import { Keyboard } from "../keys/keyboard.tsx";
import { SampleBanner } from "../popup/popup.tsx";
import { RecordDetail } from "../record/detail.tsx";
import { later } from "../state/later.tsx";
import { SurfaceProvider, useSurface } from "../state/surface.tsx";
import { DeskList } from "./list.tsx";
import { DeskNav, DeskStanding } from "./nav.tsx";
import { People } from "./people.tsx";
import { Person } from "./person.tsx";
import { likeWhich, readView, stateOf, type View, writeView } from "./view.ts";

const SyncProblemBanner = later(
  async () => (await import("../components/sync-problem.tsx")).SyncProblemBanner,
);
const UnreadBanner = later(async () => (await import("../components/unread.tsx")).UnreadBanner);
const Onboarding = later(async () => (await import("../onboarding/onboarding.tsx")).Onboarding);

/** The whole desk: where to look, a list, and a record. In a narrow window one of them at a time. */
export function Desk() {
  const surface = useSurface();
  const { words, desk, state } = surface;
  const view = useSignal<View>(readView(location.hash, history.state));
  useEffect(() => {
    // Back and forth, and whatever else changes the address.
    const onMove = () => {
      view.value = readView(location.hash, history.state);
    };
    addEventListener("popstate", onMove);
    return () => removeEventListener("popstate", onMove);
  }, [view]);
  const go = (next: View) => {
    const [address, state] = [writeView(next), stateOf(next)];
    if (address !== location.hash || state?.person !== stateOf(view.peek())?.person)
      history.pushState(state, "", address);
    view.value = next;
  };
  const { record, person } = view.value;
  const several = (state.value?.desks.length ?? 0) > 1;
  // Where only one desk is left, its own lists are all.
  const list = several ? view.value.list : (likeWhich(view.value.list) ?? view.value.list);
  const like = likeWhich(list);
  const beside = record ?? person ?? null;
  const close = () => {
    const opener = beside;
    go({ list, record: null });
    // Back to where it was opened from, if that is on screen again.
    requestAnimationFrame(() => {
      if (opener) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(opener)}"]`)?.focus();
    });
  };
  if (!desk.value)
    return (
      <main>
        <Onboarding begin />
      </main>
    );
  const setAside = state.value?.setAside.filter((each) => each.desk === desk.value?.id) ?? [];
  const shown = beside ? "record" : list === "menu" ? "nav" : "list";
  return (
    <main class="desk" data-shown={shown}>
      <DeskNav list={list} onGo={(next) => go({ list: next, record: null })} />
      <div class="desk-middle">
        <SampleBanner />
        <SyncProblemBanner />
        <CatchingUp />
        <UnreadBanner />
        <WayBackBanner />
        {setAside.length > 0 && (
          <Banner
            action={
              <a class="button" href="/options.html#desk">
                {words.say("setAside.show")}
              </a>
            }
          >
            {words.say("setAside.banner", { n: setAside.length })}
          </Banner>
        )}
        {list === "people" ? (
          <People
            current={beside}
            onPerson={(key) => go({ list, record: null, person: key })}
            onRecord={(id) => go({ list, record: id })}
            onMenu={() => go({ list: "menu", record: null })}
          />
        ) : (
          <DeskList
            key={list}
            list={like ?? (list === "menu" ? "today" : list)}
            all={like !== null}
            current={record}
            onOpen={(id, home) =>
              go({ list: list === "menu" ? "today" : list, record: id, ...(home ? { desk: home } : {}) })
            }
            onMenu={() => go({ list: "menu", record: null })}
          />
        )}
      </div>
      {record && (
        <div class="desk-right">
          <SurfaceProvider value={view.value.desk ? surface.on(view.value.desk) : surface}>
            <RecordDetail
              key={view.value.desk}
              id={record}
              onClose={close}
              onOpen={(next) => go({ ...view.value, record: next })}
            />
          </SurfaceProvider>
        </div>
      )}
      {person !== undefined && !record && (
        <div class="desk-right">
          <Person person={person} onRecord={(id) => go({ list, record: id })} onClose={close} />
        </div>
      )}
      <footer class="desk-foot">
        <DeskStanding all={like !== null} />
      </footer>
      <Keyboard
        onOpen={(id, home) =>
          go(
            home && home !== desk.value?.id
              ? { list, record: id, desk: home }
              : { list: like ?? (list === "menu" ? "today" : list), record: id },
          )
        }
        onList={(next) => go({ list: next, record: null })}
        onBack={() => (beside ? close() : false)}
      />
      <Arrivals />
      <ToastList />
    </main>
  );
}
