import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RowGroup } from "../../port/surface.ts";
import { keepPlace, type Standing } from "./anchor.ts";
import type { GridRow } from "./grid-row.ts";
import { layoutOf, type Range, type Sizes, scrollTo } from "./layout.ts";
import { Place } from "./place.tsx";
import type { Window } from "./use-window.ts";

/** Rows drawn above and below those in sight, so that a key or a turn of the wheel finds them there. */
const BEYOND = 8;
/** The drawn rows change only when the first in sight has moved by so many. */
const GRAIN = 4;

interface LongListProps<Item> {
  readonly label: string;
  readonly list: Window<Item>;
  readonly idOf: (item: Item) => string;
  /** Draws a row; rows are drawn anew where it is another function. */
  readonly render: (item: Item, row: GridRow) => ComponentChildren;
  /** What is said above a group; without it, nothing is. */
  readonly head?: (group: RowGroup["key"]) => string;
  /** The row that stands open beside the list. */
  readonly current: string | null;
}

/**
 * A list of any length, of which only what is in sight is drawn. A grid to assistive technology: its rows say their
 * place among all; one of them is a stop for Tab; arrows, Page Up, Page Down, Home and End move through all of them,
 * and left and right through what a row has to press. What a person reads stays in its place when rows come and go,
 * and the focus goes to the next row when its own goes.
 */
export function LongList<Item>({ label, list, idOf, render, head, current }: LongListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const sizes = useSignal<Sizes>({ row: 52, head: 28 });
  /** How far it is scrolled and how high it is, as last seen: asking the browser would have it lay everything out at once. */
  const sight = useRef({ top: 0, height: 0 });
  const drawn = useSignal<Range>({ first: 0, last: 24 });
  const active = useRef<{ id: string | null; row: number }>({ id: null, row: 0 });
  /** The row that has, or had, the focus: it stays drawn when what is known of the list has moved on from it. */
  const held = useRef<Item | undefined>(undefined);
  const wanted = useRef<number | null>(null);
  const before = useRef<(Standing & { readonly asked: string }) | null>(null);

  const { known } = list;
  const counts = known ? (head ? known.groups.map(({ count }) => count) : [known.total]) : [];
  const lying = layoutOf(counts, head ? sizes.value : { row: sizes.value.row, head: 0 });
  const items = known?.items ?? [];
  const offset = known?.offset ?? 0;
  const ids = items.map(idOf);
  const at = active.current.id === null ? -1 : ids.indexOf(active.current.id);
  if (at >= 0) held.current = items[at];
  const hadFocus = Boolean(scroller.current?.contains(document.activeElement));

  const look = () => {
    const { top, height } = sight.current;
    if (height === 0) return;
    const seen = lying.between(top, top + height);
    const first = Math.max(0, Math.floor(seen.first / GRAIN) * GRAIN - BEYOND);
    const last = Math.min(lying.rows - 1, Math.ceil(seen.last / GRAIN) * GRAIN + BEYOND);
    if (first !== drawn.peek().first || last !== drawn.peek().last) drawn.value = { first, last };
    list.show(seen);
  };
  const looking = useRef(look);
  looking.current = look;
  const scroll = (top: number) => {
    const element = scroller.current;
    if (!element || top === sight.current.top) return;
    element.scrollTop = top;
    sight.current.top = element.scrollTop;
  };

  const focus = () => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${wanted.current + 1}"] .open`);
    // Until it is read, the list itself hears the keys.
    if (!row)
      return scroller.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  const goTo = (row: number) => {
    const element = scroller.current;
    if (!element || lying.rows === 0) return;
    const to = Math.max(0, Math.min(lying.rows - 1, row));
    active.current = { id: ids[to - offset] ?? null, row: to };
    held.current = items[to - offset];
    wanted.current = to;
    const { top, height } = sight.current;
    scroll(to === 0 ? 0 : scrollTo(lying, to, sizes.peek(), top, height));
    look();
    focus();
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    const measured = probe.current;
    if (!element || !measured) return;
    const measure = () => {
      const [row, top] = [...measured.children].map((each) => (each as HTMLElement).offsetHeight);
      if (row && top && (row !== sizes.peek().row || top !== sizes.peek().head))
        sizes.value = { row, head: top };
      sight.current = { top: element.scrollTop, height: element.clientHeight };
      looking.current();
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    watching.observe(measured);
    return () => watching.disconnect();
  }, []);

  /** The focus went with its row: to the next one where that row is gone; where it only moved, it goes along. */
  const recover = () => {
    const { row } = active.current;
    const gone = at < 0 && row >= offset && row <= offset + items.length;
    if (gone) goTo(row);
    else wanted.current = row;
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !known) return;
    const now = { layout: lying, offset, ids, asked: known.asked };
    const was = before.current;
    before.current = now;
    const { top, height } = sight.current;
    if (was && was.asked !== now.asked) scroll(0);
    else if (was && was.ids !== ids) {
      const kept = keepPlace(was, now, top, height);
      if (Math.abs(kept - top) >= 1) scroll(kept);
    }
    if (at >= 0) active.current.row = offset + at;
    look();
    const focused = document.activeElement;
    if (hadFocus && focused === document.body) recover();
    // Who has gone elsewhere meanwhile is not called back.
    if (focused !== document.body && !element.contains(focused)) wanted.current = null;
    focus();
  });

  const stop = stopOf(active.current.row, current === null ? -1 : ids.indexOf(current) + offset, lying.rows);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(sight.current.height / sizes.peek().row) - 1);
    // The first key from outside comes to the row that Tab would come to.
    const inside = scroller.current?.contains(document.activeElement);
    const row = inside ? active.current.row : event.key === "ArrowDown" ? stop - 1 : stop + 1;
    const steps: Record<string, () => void> = {
      ArrowDown: () => goTo(row + 1),
      ArrowUp: () => goTo(row - 1),
      PageDown: () => goTo(row + page),
      PageUp: () => goTo(row - page),
      Home: () => goTo(0),
      End: () => goTo(lying.rows - 1),
      ArrowRight: () => along(event, 1),
      ArrowLeft: () => along(event, -1),
    };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    steps[event.key]?.();
  };
  const onFocusIn = (event: FocusEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[aria-rowindex]");
    if (!row) return;
    const now = Number(row.ariaRowIndex) - 1;
    if (now === active.current.row && ids[now - offset] === active.current.id) return;
    active.current = { id: ids[now - offset] ?? null, row: now };
    // So that Tab comes back to this one.
    drawn.value = { ...drawn.peek() };
  };

  const onScroll = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    sight.current.top = currentTarget.scrollTop;
    look();
  };

  const rows = rowsToDraw(drawn.value, lying.rows, hadFocus ? active.current.row : -1);
  const groups = Map.groupBy(rows, (row) => (head ? lying.groupOf(row) : 0));
  return (
    <div class="long-list" ref={scroller} onScroll={onScroll} aria-busy={!list.settled}>
      <div class="long-probe" ref={probe} aria-hidden="true">
        <div class="row" />
        <div class="day" />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part */}
      <div
        class="rows long"
        role="grid"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocusIn={onFocusIn}
        aria-label={label}
        aria-rowcount={lying.rows}
        style={{ height: `${lying.height}px` }}
      >
        {[...groups].map(([group, members]) => {
          const { top, count } = lying.group(group);
          const key = known?.groups[group]?.key;
          const height = (head ? sizes.value.head : 0) + count * sizes.value.row;
          const title = head && key !== undefined ? head(key) : null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: the same
            <div
              key={key ?? group}
              role="rowgroup"
              class="group"
              aria-label={title ?? undefined}
              style={{ top: `${top}px`, height: `${height}px` }}
            >
              {title !== null && (
                <div class="day" aria-hidden="true">
                  <span class="day-name" title={title}>
                    {title}
                  </span>
                  <span class="quiet">{count}</span>
                </div>
              )}
              {members.map((row) => {
                const item = items[row - offset] ?? (row === active.current.row ? held.current : undefined);
                return item === undefined ? (
                  <div
                    key={`row ${row}`}
                    class="place unread"
                    style={{ top: `${lying.topOf(row) - top}px` }}
                    aria-hidden="true"
                  />
                ) : (
                  <Place
                    key={idOf(item)}
                    item={item}
                    index={row + 1}
                    stop={row === stop}
                    top={lying.topOf(row) - top}
                    draw={render}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Tab stops at the row used last, else at the one that stands open, else at the first. */
const stopOf = (active: number, open: number, rows: number): number =>
  Math.min(Math.max(0, rows - 1), active > 0 || open < 0 ? active : open);

/** The rows to draw, in their order; the one that has the focus among them, however far away it is. */
function rowsToDraw({ first, last }: Range, total: number, focused: number): number[] {
  const rows: number[] = [];
  if (focused >= 0 && focused < Math.min(first, total)) rows.push(focused);
  for (let row = first; row <= Math.min(last, total - 1); row++) rows.push(row);
  if (focused > last && focused < total) rows.push(focused);
  return rows;
}

/** Moves the focus among what a row has to press. */
function along(event: KeyboardEvent, step: 1 | -1): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>("[aria-rowindex]");
  const controls = [...(row?.querySelectorAll<HTMLElement>("button, input") ?? [])];
  controls[controls.indexOf(event.target as HTMLElement) + step]?.focus();
}
