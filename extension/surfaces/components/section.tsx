import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface SectionProps {
  readonly title: string;
  /** Beside the title: what it is, or one thing to do. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly card?: boolean;
}

/** A titled group. As a card it has a hairline around it. */
export function Section({ title, aside, children, card }: SectionProps) {
  const id = useId();
  return (
    <section class={card ? "section card" : "section"} aria-labelledby={id}>
      <div class="head">
        <h2 class="overline" id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
