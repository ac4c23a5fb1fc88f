/** The page keeps at least so many CSS pixels; in a smaller window the sidebar covers it instead. */
const pageNeeds = 420;
const properties = ["width", "margin-right", "contain"] as const;

export interface NarrowedPage {
  /** Leaves `width` CSS pixels free at the right edge of the window; 0 gives the page all of it back. */
  set(width: number): void;
}

/**
 * Narrows the page instead of covering it. The body becomes the containing block of what is fixed in it (a webmail's
 * new-mail dialog, its menus), so that this moves along. Holds when the page replaces its body or the body's style.
 */
export function narrowPage(document: Document, signal: AbortSignal): NarrowedPage {
  const window = document.defaultView;
  let width = 0;
  let applied: HTMLElement | null = null;

  const release = () => {
    for (const property of properties) applied?.style.removeProperty(property);
    applied = null;
  };
  const apply = () => {
    const { body } = document;
    if (!window || !body) return;
    if (applied !== body) release();
    if (width === 0 || window.innerWidth - width < pageNeeds) {
      release();
      return;
    }
    const wanted: Record<(typeof properties)[number], string> = {
      width: `calc(100% - ${width}px)`,
      "margin-right": `${width}px`,
      // Only where the body fills the window: else what is fixed to the window's bottom would move up.
      contain: Math.abs(body.getBoundingClientRect().height - window.innerHeight) < 2 ? "layout" : "",
    };
    for (const property of properties) {
      if (body.style.getPropertyValue(property) !== wanted[property]) {
        body.style.setProperty(property, wanted[property], "important");
      }
    }
    applied = body;
  };
  const relayout = () => window?.dispatchEvent(new Event("resize"));

  // One observer watches for another root or body, and says what the other one has to watch.
  const styled = new MutationObserver(apply);
  const replaced = new MutationObserver(() => {
    observe();
    apply();
  });
  const observe = () => {
    styled.disconnect();
    replaced.disconnect();
    replaced.observe(document, { childList: true });
    if (document.documentElement) replaced.observe(document.documentElement, { childList: true });
    if (document.body)
      styled.observe(document.body, { attributes: true, attributeFilter: ["style", "class"] });
  };
  observe();
  window?.addEventListener("resize", apply, { signal });
  window?.addEventListener("beforeprint", release, { signal });
  window?.addEventListener("afterprint", apply, { signal });
  signal.addEventListener("abort", () => {
    styled.disconnect();
    replaced.disconnect();
    release();
    relayout();
  });
  return {
    set(next) {
      width = next;
      apply();
      relayout();
    },
  };
}
