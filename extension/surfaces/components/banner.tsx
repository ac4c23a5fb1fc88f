import type { ComponentChildren } from "preact";

interface BannerProps {
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly tone?: "attention" | "urgent";
  readonly boxed?: boolean;
}

/** Shown only when a person must know or decide something. */
export function Banner({ children, action, tone, boxed }: BannerProps) {
  return (
    <div
      class={["banner", tone === "urgent" && "urgent", boxed && "boxed"].filter(Boolean).join(" ")}
      role="status"
    >
      <p>{children}</p>
      {action}
    </div>
  );
}
