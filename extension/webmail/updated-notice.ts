export interface UpdatedNoticeOptions {
  readonly document: Document;
  /** In the person's language, read before the extension went. */
  readonly strings: { readonly text: string; readonly reload: string; readonly close: string };
}

const styles = `
:host { all: initial; color-scheme: light dark; --line: #e1e4ea; --page: #ffffff; --ink: #1b1c1f; --accent: #0b57d0; }
@media (prefers-color-scheme: dark) { :host { --line: #363941; --page: #1f2126; --ink: #e6e8ec; --accent: #8ab4f8; } }
@media print { :host { display: none; } }
.notice { position: fixed; right: 12px; bottom: 12px; z-index: 2147483600; box-sizing: border-box; width: min(320px, calc(100vw - 24px)); padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); color: var(--ink); box-shadow: 0 2px 12px rgb(0 0 0 / 18%); font: 13px/1.45 system-ui, "Noto Sans SC", sans-serif; }
p { margin: 0 0 8px; }
button { min-height: 28px; margin-right: 8px; padding: 0 12px; border: 1px solid var(--accent); border-radius: 14px; background: none; color: var(--accent); font: inherit; cursor: pointer; }
button.plain { border-color: transparent; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
`;

/**
 * Says in a webmail page that its sidebar went because Sidedesk was updated, and offers to load the page again: the
 * person chooses the moment, a mail may be half written. It needs nothing of the extension that is gone.
 */
export function showUpdatedNotice({ document, strings }: UpdatedNoticeOptions): void {
  const element = document.createElement("sidedesk-notice");
  const root = element.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = styles;
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = strings.text;
  const button = (label: string, className: string, press: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  };
  notice.append(
    text,
    button(strings.reload, "", () => document.location.reload()),
    button(strings.close, "plain", () => element.remove()),
  );
  root.append(style, notice);
  document.documentElement.append(element);
}
