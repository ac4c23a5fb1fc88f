import { useSignal } from "@preact/signals";
import { LOCK_AFTER } from "../../port/app-state.ts";
import { Button } from "../components/button.tsx";
import { ByComputer } from "../lock/by-computer.tsx";
import { NewPassphrase } from "../lock/new-passphrase.tsx";
import { Secret, ShowTyped } from "../lock/secret.tsx";
import { wordFailure } from "../state/failures.ts";
import { useSurface } from "../state/surface.tsx";
import { ChoiceOf } from "./choice.tsx";
import { SetByOrganisation } from "./set-by.tsx";

/** The lock of this browser: what it does and does not, when it falls, and its passphrase. */
export function LockPart() {
  const { words, state, ask, toasts } = useSurface();
  const changing = useSignal<"passphrase" | "off" | null>(null);
  const lock = state.value?.lock;
  const wanted = state.value?.policy.lockAfter ?? null;
  if (!lock) return null;
  const done = (said: "lock.changed" | "lock.removed") => () => {
    changing.value = null;
    toasts.show({ text: words.say(said) });
  };
  const choices = LOCK_AFTER.filter((minutes) => wanted === null || (minutes > 0 && minutes <= wanted));
  return (
    <div class="section card">
      {wanted !== null && (
        <p>
          <SetByOrganisation />
        </p>
      )}
      <p>{words.say("lock.what")}</p>
      <p class="quiet">{words.say("lock.whatNot")}</p>
      {!lock.set && <NewPassphrase />}
      {lock.set && (
        <>
          <ChoiceOf
            label={words.say("lock.after")}
            name="lock-after"
            value={String(lock.after)}
            options={choices.map((minutes) => ({
              value: String(minutes),
              label: minutes === 0 ? words.say("lock.never") : words.say("lock.minutes", { n: minutes }),
            }))}
            onChoose={(value) => {
              const minutes = LOCK_AFTER.find((each) => String(each) === value);
              if (minutes !== undefined) void ask({ call: "setLockAfter", minutes });
            }}
          />
          <div class="buttons">
            <Button look="filled" onPress={() => void ask({ call: "lock" })}>
              {words.say("lock.now")}
            </Button>
            <Button
              expanded={changing.value === "passphrase"}
              onPress={() => {
                changing.value = changing.value === "passphrase" ? null : "passphrase";
              }}
            >
              {words.say("lock.change")}
            </Button>
            {wanted === null && (
              <Button
                look="plain"
                danger
                expanded={changing.value === "off"}
                onPress={() => {
                  changing.value = changing.value === "off" ? null : "off";
                }}
              >
                {words.say("lock.remove")}
              </Button>
            )}
          </div>
          {changing.value === "passphrase" && <NewPassphrase change onDone={done("lock.changed")} />}
          {changing.value === "off" && <TakeOff onDone={done("lock.removed")} />}
          <ByComputer />
        </>
      )}
    </div>
  );
}

function TakeOff({ onDone }: { readonly onDone: () => void }) {
  const { words, background } = useSurface();
  const current = useSignal("");
  const shown = useSignal(false);
  const failure = useSignal<unknown>(null);
  const remove = async (event: Event) => {
    event.preventDefault();
    failure.value = null;
    await background
      .call({ call: "removePassphrase", current: current.peek() })
      .then(onDone, (error: unknown) => {
        failure.value = error;
      });
  };
  return (
    <form class="stack" onSubmit={(event) => void remove(event)}>
      <Secret
        shown={shown}
        label={words.say("lock.current")}
        value={current.value}
        onValue={(next) => {
          current.value = next;
        }}
        problem={failure.value === null ? null : wordFailure(words, failure.value)}
      />
      <ShowTyped shown={shown} />
      <div class="buttons">
        <Button danger submit disabled={current.value === ""}>
          {words.say("lock.remove")}
        </Button>
      </div>
    </form>
  );
}
