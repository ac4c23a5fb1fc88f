/**
 * How Sidedesk looks to this person: four choices, written as four words in this order (`dark outlook dense large`).
 * So they stand in storage, in the address of the sidebar's frame, and in `data-look` of a page, where the style
 * sheet finds each by its word.
 */
export const LOOKS = {
  /** `auto` follows the browser. */
  theme: ["auto", "light", "dark"],
  /** `page` follows the webmail that the surface stands beside. */
  accent: ["page", "gmail", "outlook"],
  density: ["comfortable", "dense"],
  size: ["usual", "large", "larger"],
} as const;

/** Its key in `storage.local`, and in the `localStorage` of the extension's own pages. */
export const lookKey = "look";

export type Look = { readonly [Part in keyof typeof LOOKS]: (typeof LOOKS)[Part][number] };

const PARTS = Object.keys(LOOKS) as (keyof Look)[];

/** Reads what was written; a part that is missing or unknown is as if nobody had chosen it. */
export function readLook(written: unknown): Look {
  const words = typeof written === "string" ? written.split(" ") : [];
  const among = <W extends string>(allowed: readonly [W, ...W[]]): W =>
    allowed.find((word) => words.includes(word)) ?? allowed[0];
  return {
    theme: among(LOOKS.theme),
    accent: among(LOOKS.accent),
    density: among(LOOKS.density),
    size: among(LOOKS.size),
  };
}

export const writeLook = (look: Look): string => PARTS.map((part) => look[part]).join(" ");

/**
 * Dresses a page in a look. `?beside=gmail` in its address, or `data-page`, says which webmail it stands beside.
 * @param root the page's `html` element
 */
export function wearLook(root: HTMLElement, look: Look): void {
  root.dataset.look = writeLook(look);
  const page =
    root.dataset.page ?? new URLSearchParams(root.ownerDocument.location?.search).get("beside") ?? undefined;
  const beside = look.accent === "page" ? page : look.accent;
  if (beside) root.dataset.beside = beside;
  else delete root.dataset.beside;
}
