import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface StripProps {
  /** One element, as wide as what it holds. */
  readonly children: ComponentChildren;
}

type Side = "before" | "after";
/** Whether something lies outside on a side, and whether something of it is switched on. */
type Outside = "" | "some" | "some on";

/**
 * One line of things to choose from, however many there are: where it has no room it scrolls, and shows at which end it
 * goes on, coloured where something that is switched on (`.on`) lies there. Keys bring into view what they come to; a
 * mouse without a wheel to the side has the ends to press.
 */
export function Strip({ children }: StripProps) {
  const line = useRef<HTMLDivElement>(null);
  const [{ before, after }, setOutside] = useState<Readonly<Record<Side, Outside>>>({
    before: "",
    after: "",
  });
  const look = () => {
    const element = line.current;
    if (!element) return;
    const { scrollLeft, scrollWidth, clientWidth } = element;
    const { left, right } = element.getBoundingClientRect();
    const switchedOn = [...element.querySelectorAll(".on")].map((each) => each.getBoundingClientRect());
    const on = (isOutside: (box: DOMRect) => boolean) => (switchedOn.some(isOutside) ? "some on" : "some");
    const now = {
      before: scrollLeft > SLACK ? on((box) => box.left + box.width / 2 < left) : "",
      after:
        scrollWidth - clientWidth - scrollLeft > SLACK ? on((box) => box.left + box.width / 2 > right) : "",
    } as const;
    setOutside((was) => (was.before === now.before && was.after === now.after ? was : now));
  };
  const looking = useRef(look);
  looking.current = look;
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const observer = new ResizeObserver(() => looking.current());
    for (const each of [element, ...element.children]) observer.observe(each);
    return () => observer.disconnect();
  }, []);
  useEffect(look);
  // As smoothly as its style says: at once for whoever wants no motion.
  const go = (direction: 1 | -1) =>
    line.current?.scrollBy({ left: direction * 0.7 * line.current.clientWidth });
  return (
    <div class="strip">
      {before && <End side="before" outside={before} onPress={() => go(-1)} />}
      <div
        class={["strip-line", before && "before", after && "after"].filter(Boolean).join(" ")}
        ref={line}
        onScroll={look}
      >
        {children}
      </div>
      {after && <End side="after" outside={after} onPress={() => go(1)} />}
    </div>
  );
}

/** So little outside is the rounding of the browser, CSS pixels. */
const SLACK = 4;

interface EndProps {
  readonly side: Side;
  readonly outside: Outside;
  readonly onPress: () => void;
}

function End({ side, outside, onPress }: EndProps) {
  return (
    <button
      type="button"
      class={`strip-end ${side} ${outside}`}
      aria-hidden="true"
      tabIndex={-1}
      onClick={onPress}
    >
      {side === "before" ? "‹" : "›"}
    </button>
  );
}
