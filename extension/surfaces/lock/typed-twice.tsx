import type { Signal } from "@preact/signals";
import { PASSPHRASE_LENGTH } from "../../../shared/envelope/passphrase.ts";
import { useSurface } from "../state/surface.tsx";
import { Secret, ShowTyped } from "./secret.tsx";

interface TypedTwiceProps {
  readonly label: string;
  readonly first: Signal<string>;
  readonly again: Signal<string>;
  /** Whether what is typed can be read. */
  readonly shown: Signal<boolean>;
}

/** A passphrase that is chosen: typed twice, with what is wanted of it. */
export function TypedTwice({ label, first, again, shown }: TypedTwiceProps) {
  const { words } = useSurface();
  const differ = again.value !== "" && again.value !== first.value;
  return (
    <>
      <Secret
        label={label}
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
    </>
  );
}
