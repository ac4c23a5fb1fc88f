import { useSignal } from "@preact/signals";
import { isFit, PASSPHRASE_LENGTH } from "../../../shared/envelope/passphrase.ts";
import { Button } from "../components/button.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { Secret, ShowTyped } from "./secret.tsx";

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
  const differ = again.value !== "" && again.value !== first.value;
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
      <Secret
        label={words.say("lock.new")}
        hint={words.say("lock.rule", { n: PASSPHRASE_LENGTH.least })}
        shown={shown}
        value={first.value}
        onValue={(next) => {
          first.value = next;
        }}
      />
      <Secret
        label={words.say("lock.again")}
        problem={differ ? words.say("lock.differ") : null}
        shown={shown}
        value={again.value}
        onValue={(next) => {
          again.value = next;
        }}
      />
      <ShowTyped shown={shown} />
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
