import { useSignal } from "@preact/signals";
import { isFit } from "../../../shared/envelope/passphrase.ts";
import { Button } from "../components/button.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { Secret } from "./secret.tsx";
import { TypedTwice } from "./typed-twice.tsx";

interface NewPassphraseProps {
  /** There is one already, which must be known to set another. */
  readonly change?: boolean;
  readonly onDone?: () => void;
}

/** Sets a passphrase, typed twice; what becomes of it when it is forgotten is said before. */
export function NewPassphrase({ change = false, onDone = () => {} }: NewPassphraseProps) {
  const { words, background } = useSurface();
  const current = useSignal("");
  const first = useSignal("");
  const again = useSignal("");
  const busy = useSignal(false);
  const shown = useSignal(false);
  const failure = useSignal<unknown>(null);
  const ready = isFit(first.value) && again.value === first.value && (!change || current.value !== "");
  const set = async (event: Event) => {
    event.preventDefault();
    if (!ready || busy.peek()) return;
    busy.value = true;
    failure.value = null;
    await background
      .call({ call: "setPassphrase", passphrase: first.value, current: change ? current.value : null })
      .then(onDone, (error: unknown) => {
        failure.value = error;
      });
    busy.value = false;
  };
  return (
    <form class="stack" onSubmit={(event) => void set(event)}>
      <p class="quiet">{words.say("lock.beforehand")}</p>
      {change && (
        <Secret
          label={words.say("lock.current")}
          shown={shown}
          value={current.value}
          onValue={(next) => {
            current.value = next;
          }}
        />
      )}
      <TypedTwice label={words.say("lock.new")} first={first} again={again} shown={shown} />
      {failure.value !== null && (
        <p class="problem" role="alert">
          {wordFailure(words, failure.value)}
        </p>
      )}
      <div class="buttons">
        <Button look="filled" submit disabled={!ready || busy.value}>
          {words.say(change ? "lock.change" : "lock.set")}
        </Button>
      </div>
    </form>
  );
}
