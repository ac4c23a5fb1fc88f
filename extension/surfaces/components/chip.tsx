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

interface ToggleProps {
  readonly children: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A chip that is pressed or not: a filter. */
export function ToggleChip({ children, on, onChange }: ToggleProps) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={() => onChange(!on)}>
      {children}
    </button>
  );
}
