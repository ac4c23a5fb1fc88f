import { computed } from "@preact/signals";
import { BackgroundError } from "../../../extension/port/client.ts";
import { Failed } from "../../../extension/surfaces/components/failed.tsx";
import { SyncProblemBanner } from "../../../extension/surfaces/components/sync-problem.tsx";
import { UnreadBanner } from "../../../extension/surfaces/components/unread.tsx";
import { SurfaceProvider, useSurface } from "../../../extension/surfaces/state/surface.tsx";
import { sync } from "../sample-world.ts";

/** What each device calls what a lying server does: the codes of extension/background/sync, by attack. */
const STOPS = {
  "a forged member": "roster",
  "a forged envelope": "forged",
  "an envelope in a stranger's name": "stranger",
  "an envelope of another desk": "another-desk",
  "a replay": "replayed",
  "an order turned round, or a change withheld": "withheld",
  "another history than before": "forked",
  "a log or a roster that went back": "rollback",
  "an old key's envelope": "old-key",
} as const;

function Told({ code }: { readonly code: string }) {
  const surface = useSurface();
  const desk = computed(
    () =>
      surface.desk.value && {
        ...surface.desk.value,
        sync: sync({ phase: "stopped", unsent: 2, problem: { code, detail: "" } }),
      },
  );
  return (
    <SurfaceProvider value={{ ...surface, desk }}>
      <SyncProblemBanner />
    </SurfaceProvider>
  );
}

/** Newest work that was kept back, and that a colleague was given. */
function Withheld() {
  const surface = useSurface();
  const desk = computed(() => {
    const current = surface.desk.value;
    const device = current?.members.find(({ me }) => !me)?.id ?? null;
    return current && { ...current, unread: [{ device, why: "withheld" as const }] };
  });
  return (
    <SurfaceProvider value={{ ...surface, desk }}>
      <UnreadBanner />
    </SurfaceProvider>
  );
}

/** What a person reads where the server lies: extension/THREATS.md names each. */
export const lyingServer: Readonly<Record<string, () => preact.ComponentChildren>> = {
  ...Object.fromEntries(Object.entries(STOPS).map(([attack, code]) => [attack, () => <Told code={code} />])),
  "newest work withheld that a colleague has": () => <Withheld />,
  "a swapped key in an invitation": () => (
    <Failed error={new BackgroundError({ code: "roster", detail: "" })} />
  ),
};
