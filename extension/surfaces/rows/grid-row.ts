/** How a row stands in a grid: what its own element needs. */
export interface GridRow {
  /** Its place among all, from 1. */
  readonly index: number;
  /** Whether Tab stops here: of all rows, one. */
  readonly stop: boolean;
}

/** What the element of a row of a grid has, and that of each of its cells; nothing where it stands in no grid. */
export const rowAttributes = (grid: GridRow | undefined) =>
  grid ? ({ role: "row", "aria-rowindex": grid.index } as const) : {};
export const cellAttributes = (grid: GridRow | undefined) => (grid ? ({ role: "gridcell" } as const) : {});
/** The `tabIndex` of what a row has to press. */
export const tabStop = (grid: GridRow | undefined): 0 | -1 => (grid && !grid.stop ? -1 : 0);
