import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import type { Recognition } from "./recognition.ts";
import { Secret, ShowTyped } from "./secret.tsx";

/** Unlocks without typing. A popup would be gone with its first click elsewhere, a frame in a webmail may not ask: they lead to a tab. */
export function UnlockByComputer() {
  const { words, background, place, recognition } = useSurface();
  const failure = useSignal<unknown>(null);
  if (!recognition) return null;
  if (place === "popup" || place === "sidebar")
    return (
      <p class="small">
        <a class="link" href="/desk.html" target="_blank" rel="noreferrer">
          {words.say("lock.inTab")}
        </a>
      </p>
    );
  const unlock = async () => {
    failure.value = null;
    try {
      const { challenge, key } = await background.call({ call: "authenticatorChallenge" });
      const said = await (await recognition()).answer(challenge, key ?? "");
      await background.call({ call: "unlockByAuthenticator", ...said });
    } catch (error) {
      failure.value = error;
    }
  };
  return (
    <>
      {failure.value !== null && (
        <p class="small problem" role="alert">
          {wordFailure(words, failure.value)}
        </p>
      )}
      <div class="buttons">
        <Button onPress={() => void unlock()}>{words.say("lock.byComputer")}</Button>
      </div>
    </>
  );
}

/** How this page has the computer recognise its person; null until that is known, and where it has no reader and no PIN. */
function useRecognition(): Recognition | null {
  const { recognition } = useSurface();
  const there = useSignal<Recognition | null>(null);
  useEffect(() => {
    void recognition?.().then(async (loaded) => {
      if (await loaded.isThere()) there.value = loaded;
    });
  }, []);
  return there.value;
}

/** Whether this computer may open the lock by recognising its person; that is said before. */
export function ByComputer() {
  const { words, state, ask, background, toasts } = useSurface();
  const recognition = useRecognition();
  const current = useSignal("");
  const shown = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(null);
  const isSet = state.value?.lock.authenticator;
  if (!recognition && !isSet) return null;
  const set = async (event: Event) => {
    event.preventDefault();
    if (!recognition || busy.peek()) return;
    busy.value = true;
    failure.value = null;
    try {
      const { challenge } = await background.call({ call: "authenticatorChallenge" });
      const made = await recognition.make(challenge);
      await background.call({ call: "setAuthenticator", current: current.peek(), ...made });
      current.value = "";
      toasts.show({ text: words.say("lock.byComputerDone") });
    } catch (error) {
      failure.value = error;
    }
    busy.value = false;
  };
  return (
    <details>
      <summary>{words.say("lock.byComputerTitle")}</summary>
      <div class="stack">
        <p class="quiet">{words.say("lock.byComputerWhat")}</p>
        {isSet ? (
          <div class="buttons">
            <Button onPress={() => void ask({ call: "removeAuthenticator" })}>
              {words.say("lock.byComputerOff")}
            </Button>
          </div>
        ) : (
          <form class="stack" onSubmit={(event) => void set(event)}>
            <Secret
              label={words.say("lock.current")}
              shown={shown}
              value={current.value}
              onValue={(next) => {
                current.value = next;
              }}
              problem={failure.value === null ? null : wordFailure(words, failure.value)}
            />
            <ShowTyped shown={shown} />
            <div class="buttons">
              <Button submit disabled={current.value === "" || busy.value}>
                {words.say("lock.byComputerSet")}
              </Button>
            </div>
          </form>
        )}
      </div>
    </details>
  );
}
