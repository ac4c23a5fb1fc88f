import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { LockState } from "../../port/app-state.ts";
import { BackgroundError } from "../../port/client.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { ToastList } from "../components/toasts.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { sayHour } from "../state/times.ts";
import { UnlockByComputer } from "./by-computer.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { Secret, ShowTyped } from "./secret.tsx";

/**
 * What a locked surface shows: nothing of any desk, and the way in.
 * @param focus the field has the focus at once: the surface is for nothing else
 */
export function LockView({ lock, focus }: { readonly lock: LockState; readonly focus: boolean }) {
  const { words } = useSurface();
  return (
    <div class="onboarding locked">
      <header>
        <h1>{words.say("lock.locked")}</h1>
        <p class="quiet">{words.say(lock.set ? "lock.kept" : "lock.wanted")}</p>
      </header>
      {lock.set ? <Unlock lock={lock} focus={focus} /> : <NewPassphrase />}
      {lock.authenticator && <UnlockByComputer />}
      {lock.set && <Forgotten />}
      <ToastList />
    </div>
  );
}

function Unlock({ lock, focus }: { readonly lock: LockState; readonly focus: boolean }) {
  const { words, background } = useSurface();
  const typed = useSignal("");
  const busy = useSignal(false);
  const shown = useSignal(false);
  const failure = useSignal<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, []);
  const unlock = async (event: Event) => {
    event.preventDefault();
    if (typed.peek() === "" || busy.peek()) return;
    busy.value = true;
    failure.value = null;
    await background.call({ call: "unlock", passphrase: typed.peek() }).catch((error: unknown) => {
      failure.value = error;
    });
    busy.value = false;
    field.current?.select();
  };
  const wait = lock.retryAt && words.say("lock.retry", { time: sayHour(lock.retryAt, words.formats.value) });
  const wrong = failure.value instanceof BackgroundError && failure.value.code === "too-soon" && wait;
  return (
    <form class="stack" onSubmit={(event) => void unlock(event)}>
      <Secret
        shown={shown}
        label={words.say("lock.passphrase")}
        value={typed.value}
        onValue={(next) => {
          typed.value = next;
        }}
        problem={wrong || (failure.value !== null ? wordFailure(words, failure.value) : wait)}
        field={field}
      />
      <ShowTyped shown={shown} />
      <div class="buttons">
        <Button look="filled" submit disabled={typed.value === "" || busy.value}>
          {words.say("lock.unlock")}
        </Button>
      </div>
    </form>
  );
}

function Forgotten() {
  const { words, ask } = useSurface();
  const sure = useSignal(false);
  return (
    <footer>
      <details>
        <summary class="small">{words.say("lock.forgot")}</summary>
        <div class="stack">
          <p class="small quiet">{words.say("lock.forgotWhy")}</p>
          <div class="buttons">
            <Button danger onPress={() => (sure.value = true)}>
              {words.say("lock.erase")}
            </Button>
          </div>
        </div>
      </details>
      {sure.value && (
        <Dialog title={words.say("lock.eraseTitle")} onClose={() => (sure.value = false)}>
          <p>{words.say("lock.forgotWhy")}</p>
          <form method="dialog" class="buttons">
            <Button submit danger onPress={() => void ask({ call: "eraseAll" })}>
              {words.say("lock.eraseIt")}
            </Button>
            <Button submit>{words.say("cancel")}</Button>
          </form>
        </Dialog>
      )}
    </footer>
  );
}
