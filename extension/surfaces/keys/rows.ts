const ROW = "[data-row]";

const shown = (document: Document): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(ROW)].filter((row) => row.checkVisibility());

const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>(ROW) ?? null;

/** The ids of the row that has the focus, and of the record that stands open; null where there is none. */
export const focusedRow = (document: Document): string | null =>
  rowOf(document.activeElement)?.dataset.row ?? null;
export const openRecord = (document: Document): string | null =>
  document.querySelector<HTMLElement>("[data-record]")?.dataset.record ?? null;

/** The desk that a record on screen says it is on; null where it says none: the one that is chosen. */
export const deskOf = (document: Document, record: string): string | null => {
  const id = CSS.escape(record);
  return (
    document.querySelector<HTMLElement>(`[data-row="${id}"][data-desk], [data-record="${id}"][data-desk]`)
      ?.dataset.desk ?? null
  );
};

/** Brings a row into sight and puts the focus on it. */
export function focusRow(row: HTMLElement | undefined): boolean {
  if (!row) return false;
  row.focus();
  row.closest("li")?.scrollIntoView({ block: "nearest" });
  return true;
}

/** The long list on screen: most of its rows are not in the page, and it alone knows the way to them. */
const longList = (document: Document): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[role="grid"]')].find((grid) => grid.checkVisibility());

function press(list: HTMLElement, key: string): boolean {
  list.dispatchEvent(new KeyboardEvent("keydown", { key }));
  return true;
}

/** Moving through the rows of a page, of whatever lists it shows. */
export interface Rows {
  /** The row with the focus, or the one that had it last, or that of the open record. */
  current(): HTMLElement | undefined;
  move(step: 1 | -1): boolean;
  end(which: "first" | "last"): boolean;
}

export function watchRows(document: Document): Rows {
  let last: string | undefined;
  document.addEventListener("focusin", ({ target }) => {
    const row = target instanceof Element ? rowOf(target) : null;
    if (row) last = row.dataset.row;
  });
  const find = (rows: readonly HTMLElement[]) =>
    rows.find((row) => row === rowOf(document.activeElement)) ??
    rows.find((row) => row.dataset.row === last) ??
    rows.find((row) => row.ariaCurrent === "true");
  return {
    current: () => find(shown(document)),
    move(step) {
      const long = longList(document);
      if (long) return press(long, step > 0 ? "ArrowDown" : "ArrowUp");
      const rows = shown(document);
      const at = find(rows);
      const to = at ? rows.indexOf(at) + step : 0;
      return focusRow(rows[Math.max(0, Math.min(rows.length - 1, to))]);
    },
    end: (which) => {
      const long = longList(document);
      if (long) return press(long, which === "first" ? "Home" : "End");
      return focusRow(shown(document).at(which === "first" ? 0 : -1));
    },
  };
}
