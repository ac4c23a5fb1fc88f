import type { ComponentChildren, TargetedMouseEvent } from "preact";

interface ButtonProps {
  readonly children: ComponentChildren;
  /** `filled`: the next action, one a view. `plain`: reads like a link. Default: outlined. */
  readonly look?: "filled" | "plain" | "icon";
  readonly danger?: boolean;
  readonly label?: string;
  readonly keys?: string;
  readonly submit?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly onPress?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** A native button. An icon alone needs a `label`, which is also its title. */
export function Button({
  children,
  look,
  danger,
  label,
  keys,
  submit,
  disabled,
  expanded,
  onPress,
}: ButtonProps) {
  return (
    <button
      type={submit ? "submit" : "button"}
      class={["button", look === "icon" ? "icon plain" : look, danger && "danger"].filter(Boolean).join(" ")}
      aria-label={label}
      title={label ?? keys}
      aria-keyshortcuts={keys}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
