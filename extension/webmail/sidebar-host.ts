import { narrowPage } from "./narrow-page.ts";
import { sidebarWidth, widthAfterKey, withinLimits } from "./sidebar-width.ts";

export interface SidebarState {
  readonly open: boolean;
  /** CSS pixels. */
  readonly width: number;
}

export interface SidebarOptions {
  readonly document: Document;
  /** The address of the sidebar's page; asked for when it is first shown. */
  readonly frameUrl: () => string;
  readonly storage: {
    get(): Promise<SidebarState | null>;
    set(state: SidebarState): Promise<void>;
  };
  /** In the person's language. */
  readonly strings: { readonly title: string; readonly open: string; readonly resize: string };
  /** When it aborts, everything of ours leaves the page. */
  readonly signal: AbortSignal;
}

export interface SidebarHost {
  open(): void;
  close(): void;
  /** Moves the keyboard into the sidebar, opening it; from within it, closes it and goes back to where the page was. */
  toggle(): void;
  /** Opens the sidebar and moves the keyboard into it. */
  focus(): void;
  /** Light or dark, or as the browser. */
  wear(theme: "auto" | "light" | "dark"): void;
}

const styles = `
:host { all: initial; color-scheme: light dark; --line: light-dark(#e1e4ea, #363941); --page: light-dark(#ffffff, #1f2126); --accent: light-dark(#0b57d0, #8ab4f8); }
@media print { :host { display: none; } }
.beside { position: fixed; inset: 0 0 0 auto; z-index: 2147483600; display: flex; background: var(--page); border-left: 1px solid var(--line); box-sizing: border-box; }
iframe { border: 0; flex: 1; min-width: 0; height: 100%; color-scheme: light dark; }
.handle { position: absolute; inset: 0 auto 0 -5px; width: 9px; cursor: ew-resize; touch-action: none; z-index: 1; }
.handle::after { content: ""; position: absolute; inset: 0 3px 0 4px; }
.handle:hover::after, .handle:focus-visible::after, .handle.dragged::after { background: var(--accent); }
.handle:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; }
.over { position: fixed; inset: 0; cursor: ew-resize; z-index: 2147483601; }
.tab { position: fixed; right: 0; top: 50%; translate: 0 -50%; z-index: 2147483600; width: 28px; height: 64px; padding: 0; border: 1px solid var(--line); border-right: 0; border-radius: 8px 0 0 8px; background: var(--page); color: var(--accent); cursor: pointer; display: grid; place-items: center; font: 600 13px system-ui, sans-serif; }
.tab.tab:hover { border-color: var(--accent); }
.tab:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; }
[hidden].beside, [hidden].tab, [hidden].over { display: none; }
@media (forced-colors: active) { .handle:hover::after, .handle:focus-visible::after, .handle.dragged::after { background: Highlight; } }
`;

/**
 * Puts the extension's sidebar beside the page: a frame in a closed shadow root, outside the body, so that a page
 * that rewrites its body does not take it along. Width and whether it is open are remembered.
 */
export function createSidebarHost({
  document,
  frameUrl,
  storage,
  strings,
  signal,
}: SidebarOptions): SidebarHost {
  let state: SidebarState = { open: false, width: sidebarWidth.usual };
  let known = false;
  /** What in the page had the keyboard before the sidebar. */
  let before: HTMLElement | null = null;
  const page = narrowPage(document, signal);

  const element = document.createElement("sidedesk-sidebar");
  const root = element.attachShadow({ mode: "closed" });
  const make = <K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string>) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const style = make("style", {});
  style.textContent = styles;
  const handle = make("div", {
    class: "handle",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": strings.resize,
    "aria-valuemin": String(sidebarWidth.least),
    "aria-valuemax": String(sidebarWidth.most),
  });
  const frame = make("iframe", { title: strings.title });
  const beside = make("div", { class: "beside", hidden: "" });
  beside.append(handle, frame);
  const tab = make("button", {
    class: "tab",
    type: "button",
    "aria-label": strings.open,
    title: strings.open,
    hidden: "",
  });
  tab.textContent = "S";
  const over = make("div", { class: "over", hidden: "" });
  root.append(style, beside, tab, over);

  const draw = () => {
    beside.hidden = !state.open;
    tab.hidden = state.open;
    beside.style.width = `${state.width}px`;
    handle.setAttribute("aria-valuenow", String(state.width));
    // Loaded when first seen: a person who keeps it closed pays nothing.
    if (state.open && !frame.hasAttribute("src")) frame.src = frameUrl();
    page.set(state.open ? state.width : 0);
  };
  const change = (next: Partial<SidebarState>) => {
    state = { ...state, ...next };
    known = true;
    draw();
    void storage.set(state);
  };

  tab.addEventListener("click", () => host.focus());
  handle.addEventListener("keydown", (event) => {
    const width = widthAfterKey(event.key, state.width);
    // The webmail's own shortcuts must not see these keys.
    event.stopPropagation();
    if (width === null) return;
    event.preventDefault();
    change({ width });
  });
  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    handle.focus();
    const from = { x: down.clientX, width: state.width };
    // Over everything, frames of the page and our own: else they would swallow the moves.
    over.hidden = false;
    over.setPointerCapture(down.pointerId);
    handle.classList.add("dragged");
    const drag = new AbortController();
    over.addEventListener(
      "pointermove",
      (move) => {
        state = { ...state, width: withinLimits(from.width + from.x - move.clientX) };
        draw();
      },
      { signal: drag.signal },
    );
    const end = () => {
      drag.abort();
      over.hidden = true;
      handle.classList.remove("dragged");
      change({});
    };
    over.addEventListener("pointerup", end, { signal: drag.signal });
    over.addEventListener("pointercancel", end, { signal: drag.signal });
  });

  const attach = () => {
    const parent = document.documentElement;
    if (!element.isConnected) parent?.append(element);
    observer.disconnect();
    observer.observe(document, { childList: true });
    if (parent) observer.observe(parent, { childList: true });
  };
  const observer = new MutationObserver(attach);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    element.remove();
  });

  const host: SidebarHost = {
    open: () => change({ open: true }),
    close: () => change({ open: false }),
    toggle() {
      if (!state.open || document.activeElement !== element) return host.focus();
      change({ open: false });
      if (before?.isConnected) before.focus();
    },
    focus() {
      const active = document.activeElement;
      if (active !== element) before = active instanceof HTMLElement ? active : null;
      if (!state.open) change({ open: true });
      frame.focus();
    },
    wear(theme) {
      element.style.colorScheme = theme === "auto" ? "" : theme;
    },
  };
  void storage
    .get()
    .catch(() => null)
    .then((kept) => {
      if (signal.aborted) return;
      attach();
      if (!known) state = { open: kept?.open ?? true, width: withinLimits(kept?.width) };
      draw();
    });
  return host;
}
