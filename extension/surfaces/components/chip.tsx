import type { ComponentChildren } from "preact";

type Tone = "neutral" | "read" | "attention" | "urgent" | "done";

interface ChipProps {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly title?: string;
}

/** A small fact in a pill. Its colour only repeats what its words say. */
export function Chip({ children, tone = "neutral", title }: ChipProps) {
  return (
    <span class={`chip ${tone}`} title={title}>
      {children}
    </span>
  );
}

interface ChoiceProps {
  /** What is chosen here; said to who cannot see where it stands. */
  readonly label: string;
  /** The chosen option; `""` narrows nothing. */
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

/** A chip that opens a short list to choose from: a filter. */
export function ChoiceChip({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      class={value === "" ? "chip choice" : "chip choice on"}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
          {text}
        </option>
      ))}
    </select>
  );
}
