import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Strip } from "./strip.tsx";

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

/** Tabs as the ARIA pattern has them: arrows, Home and End move, one stop for Tab; then their panel. */
export function Tabs({ tabs, chosen, label, onChoose, children }: TabsProps) {
  const id = useId();
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
      <Strip>
        <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
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
      </Strip>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the ARIA pattern of tabs makes the panel a stop, so that keys can scroll it */}
      <div class="panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
