import type { Signal } from "@preact/signals";
import type { Ref } from "preact";
import { useId } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";

interface SecretProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whether what is typed can be read. */
  readonly shown: Signal<boolean>;
  /** Said under the field: what is wanted of it. */
  readonly hint?: string;
  /** What is wrong with it. */
  readonly problem?: string | null;
  readonly field?: Ref<HTMLInputElement>;
}

/** A field for a passphrase: hidden unless the person wants to see it. */
export function Secret({ label, value, onValue, shown, hint, problem, field }: SecretProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class="input"
        id={id}
        {...(field ? { ref: field } : {})}
        {...(shown.value ? { type: "text" as const } : { type: "password" as const })}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={1000}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={hint || problem ? `${id}-said` : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {(hint || problem) && (
        <p
          class={problem ? "small problem" : "small quiet"}
          id={`${id}-said`}
          role={problem ? "alert" : undefined}
        >
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}

/** Shows what is typed into the fields of one form. */
export function ShowTyped({ shown }: Pick<SecretProps, "shown">) {
  const { words } = useSurface();
  const id = useId();
  return (
    <div class="field flag">
      <label for={id}>{words.say("lock.show")}</label>
      <input
        id={id}
        type="checkbox"
        checked={shown.value}
        onChange={(event) => {
          shown.value = event.currentTarget.checked;
        }}
      />
    </div>
  );
}
