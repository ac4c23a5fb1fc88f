import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly label: string;
  readonly onChoose: (id: string) => void;
  readonly children: ComponentChildren;
}

/** A mouse has no other way to the tabs that lie outside; keys move among the tabs, and bring them into view. */
function Beyond({ side, onPress }: { readonly side: "before" | "after"; readonly onPress: () => void }) {
  return (
    <button type="button" class={`beyond ${side}`} aria-hidden="true" tabIndex={-1} onClick={onPress}>
      {side === "before" ? "‹" : "›"}
    </button>
  );
}

/** Tabs as the ARIA pattern has them: arrows, Home and End move, one stop for Tab; then their panel. */
export function Tabs({ tabs, chosen, label, onChoose, children }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [beyond, setBeyond] = useState({ before: false, after: false });
  const look = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = list.current ?? {};
    const now = { before: scrollLeft > 4, after: scrollWidth - clientWidth - scrollLeft > 4 };
    setBeyond((was) => (was.before === now.before && was.after === now.after ? was : now));
  };
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    for (const each of [element, ...element.children]) observer.observe(each);
    return () => observer.disconnect();
  }, [tabs.length]);
  const go = (direction: 1 | -1) =>
    list.current?.scrollBy({ left: direction * 0.7 * list.current.clientWidth, behavior: "smooth" });
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    const button = document.getElementById(`${id}-${next.id}`);
    button?.focus();
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return (
    <>
      <div class="tab-strip">
        {beyond.before && <Beyond side="before" onPress={() => go(-1)} />}
        <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} onScroll={look}>
          {tabs.map((tab) => (
            <button
              type="button"
              role="tab"
              class="tab"
              key={tab.id}
              id={`${id}-${tab.id}`}
              aria-selected={tab.id === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab.id === chosen ? 0 : -1}
              onClick={(event) => {
                onChoose(tab.id);
                event.currentTarget.scrollIntoView({ block: "nearest", inline: "center" });
              }}
            >
              {tab.label}
              {!!tab.count && <span class="count">{tab.count > 999 ? "999+" : tab.count}</span>}
            </button>
          ))}
        </div>
        {beyond.after && <Beyond side="after" onPress={() => go(1)} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the ARIA pattern of tabs makes the panel a stop, so that keys can scroll it */}
      <div class="panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
