import { useSignal } from "@preact/signals";
import { Arrivals } from "../components/arrivals.tsx";
import { Button } from "../components/button.tsx";
import { CatchingUp } from "../components/catching-up.tsx";
import { Icon } from "../components/icon.tsx";
import { RoleNote } from "../components/role-note.tsx";
import { Sync } from "../components/sync.tsx";
import { Tabs } from "../components/tabs.tsx";
import { ToastList } from "../components/toasts.tsx";
import { Keyboard } from "../keys/keyboard.tsx";
import { SampleBanner } from "../popup/popup.tsx";
import { capital } from "../state/capital.ts";
import { later } from "../state/later.tsx";
import { useQuery } from "../state/query.ts";
import { SurfaceProvider, useSurface } from "../state/surface.tsx";
import { CaptureLine } from "./capture-line.tsx";
import { kindTabs } from "./kind-tabs.ts";
import { ThisMail } from "./this-mail.tsx";

const SyncProblemBanner = later(
  async () => (await import("../components/sync-problem.tsx")).SyncProblemBanner,
);
const UnreadBanner = later(async () => (await import("../components/unread.tsx")).UnreadBanner);
/** Read when a tab is chosen: a sidebar begins with the mail. */
const TabList = later(async () => (await import("./tab-list.tsx")).TabList);
const RecordDetail = later(async () => (await import("../record/detail.tsx")).RecordDetail);
const Onboarding = later(async () => (await import("../onboarding/onboarding.tsx")).Onboarding);

/** A record that stands open, and its desk where that is not the chosen one. */
interface Opened {
  readonly id: string;
  readonly desk?: string;
}

/**
 * Beside the mail: what belongs to it, the queue, and a line to log what happens.
 * @param closes whether it is closed from within; the browser closes its own side panel
 */
export function Sidebar({ closes }: { readonly closes: boolean }) {
  const surface = useSurface();
  const { words, desk, ask, rights, keys } = surface;
  const tab = useSignal("mail");
  const open = useSignal<Opened | null>(null);
  const counts = useQuery(desk.value && { q: "counts", desk: desk.value.id }).value.value;
  const close = closes && (
    <Button look="icon" label={words.say("sidebar.close")} onPress={() => void ask({ call: "closeSidebar" })}>
      ×
    </Button>
  );
  if (!desk.value)
    return (
      <main class="sidebar-first">
        {close}
        <Onboarding />
      </main>
    );
  const tabs = [
    { id: "mail", label: words.say("tab.mail") },
    { id: "queue", label: words.say("tab.queue"), count: counts?.queue ?? 0 },
    ...kindTabs().map(({ kind, plural }) => ({ id: kind, label: words.name(plural) })),
  ];
  const show = (id: string, home?: string) => {
    open.value = { id, ...(home ? { desk: home } : {}) };
  };
  const back = () => {
    const opener = open.peek();
    open.value = null;
    requestAnimationFrame(() => {
      // Whoever has gone to the mail meanwhile types there.
      if (!document.hasFocus()) return;
      const row = opener && document.querySelector<HTMLElement>(`[data-row="${CSS.escape(opener.id)}"]`);
      (row || document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
    });
  };
  return (
    <main class="sidebar">
      <header class="sidebar-top">
        <button
          type="button"
          class="desk-name"
          title={words.say("desk.open")}
          onClick={() => void ask({ call: "openDesk" })}
        >
          <span class="mark" aria-hidden="true">
            S
          </span>
          <span>
            <strong>{desk.value.name}</strong>
            <Sync sync={desk.value.sync} />
          </span>
        </button>
        <Button
          look="icon"
          label={capital(words.say("keys.palette"), words.locale.value)}
          keys={keys.chord("palette.open")}
          onPress={() => keys.run("palette.open")}
        >
          <Icon of="search" />
        </Button>
        {close}
      </header>
      <SampleBanner />
      <SyncProblemBanner />
      <CatchingUp />
      <UnreadBanner />
      {open.value ? (
        <div class="panel">
          <SurfaceProvider value={open.value.desk ? surface.on(open.value.desk) : surface}>
            <RecordDetail
              key={open.value.desk}
              id={open.value.id}
              onClose={back}
              onOpen={(next) => show(next, open.value?.desk)}
            />
          </SurfaceProvider>
        </div>
      ) : (
        <Tabs
          label={words.say("tab.all")}
          tabs={tabs}
          chosen={tab.value}
          onChoose={(id) => {
            tab.value = id;
          }}
        >
          {tab.value === "mail" ? (
            <ThisMail onOpen={show} onQueue={() => (tab.value = "queue")} />
          ) : (
            <TabList tab={tab.value} onOpen={show} />
          )}
        </Tabs>
      )}
      {rights.value.write ? <CaptureLine /> : <RoleNote />}
      <Keyboard
        onOpen={show}
        onList={(list) => {
          if (!tabs.some(({ id }) => id === list)) return void ask({ call: "openDesk", list });
          open.value = null;
          tab.value = list;
        }}
        onBack={() => (open.peek() ? back() : false)}
      />
      <Arrivals />
      <ToastList />
    </main>
  );
}
