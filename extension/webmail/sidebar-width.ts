/** CSS pixels. */
export const sidebarWidth = { least: 300, most: 480, usual: 360, step: 16 } as const;

/** A width within the limits; anything that is no number gives the usual one. */
export function withinLimits(width: unknown): number {
  if (typeof width !== "number" || !Number.isFinite(width)) return sidebarWidth.usual;
  return Math.round(Math.min(sidebarWidth.most, Math.max(sidebarWidth.least, width)));
}

/** What a key does to the width (WAI-ARIA window splitter; the sidebar lies right of the handle), or null. */
export function widthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return withinLimits(width + sidebarWidth.step);
    case "ArrowRight":
      return withinLimits(width - sidebarWidth.step);
    case "Home":
      return sidebarWidth.least;
    case "End":
      return sidebarWidth.most;
    default:
      return null;
  }
}
