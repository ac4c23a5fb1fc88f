interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly name: string;
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly value: V;
  readonly disabled?: boolean;
  readonly onChoose: (value: V) => void;
}

/** One of a few, all of them in view: native radio buttons. */
export function ChoiceOf<V extends string>({
  label,
  name,
  options,
  value,
  disabled,
  onChoose,
}: ChoiceProps<V>) {
  return (
    <fieldset class="choice-of" disabled={disabled}>
      <legend class="overline">{label}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={name}
            class="tick"
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
