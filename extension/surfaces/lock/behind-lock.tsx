import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useKeys } from "../keys/use-keys.ts";
import { useSurface } from "../state/surface.tsx";
import type { LockView } from "./lock-view.tsx";

/** A whole page: what it shows is there only while it is unlocked. */
export function BehindLock({ children }: { readonly children: ComponentChildren }) {
  const { state } = useSurface();
  if (state.value?.lock.locked)
    return (
      <main class="locked-page">
        <Locked />
      </main>
    );
  return (
    <>
      {children}
      <LockKey />
    </>
  );
}

/** The lock itself. Its code is fetched when there is something to unlock: most surfaces open unlocked. */
export function Locked({ focus = true }: { readonly focus?: boolean }) {
  const { state } = useSurface();
  const view = useSignal<typeof LockView | null>(null);
  useEffect(() => {
    void import("./lock-view.tsx").then(({ LockView: loaded }) => {
      view.value = loaded;
    });
  }, []);
  const lock = state.value?.lock;
  return view.value && lock ? <view.value lock={lock} focus={focus} /> : null;
}

/** Locks by key; where no passphrase is set yet, opens the options where one is. */
export function LockKey() {
  const { state, ask } = useSurface();
  useKeys({
    "lock.now": () => void ask(state.peek()?.lock.set ? { call: "lock" } : { call: "openOptions" }),
  });
  return null;
}
