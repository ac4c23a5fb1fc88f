import { type NamedView, views } from "./views.ts";

/** How a view is seen in one picture of its sheet; lengths in CSS pixels. */
export interface Shot {
  readonly locale: "en" | "ru" | "vi" | "zh-CN" | "lv" | "cs";
  readonly colours: "light" | "dark" | "forced";
  readonly width: number;
  readonly height: number;
}

/** The pictures of one view that stand side by side on one sheet. */
export interface Sheet {
  readonly file: string;
  readonly shots: readonly Shot[];
}

/** Each language, each of the two narrow widths and each scheme in turn, so that over the views all of them meet. */
const NARROW: readonly (readonly Omit<Shot, "height">[])[] = [
  [
    { locale: "en", colours: "light", width: 320 },
    { locale: "ru", colours: "dark", width: 320 },
    { locale: "vi", colours: "light", width: 360 },
    { locale: "zh-CN", colours: "dark", width: 360 },
    { locale: "lv", colours: "forced", width: 320 },
  ],
  [
    { locale: "en", colours: "dark", width: 360 },
    { locale: "ru", colours: "light", width: 360 },
    { locale: "vi", colours: "dark", width: 320 },
    { locale: "zh-CN", colours: "light", width: 320 },
    { locale: "cs", colours: "forced", width: 360 },
  ],
];
const FULL = { width: 1440, height: 860 };
const WIDE: readonly (readonly Shot[])[] = [
  [
    { locale: "en", colours: "light", ...FULL },
    { locale: "zh-CN", colours: "dark", ...FULL },
  ],
  [
    { locale: "vi", colours: "light", ...FULL },
    { locale: "ru", colours: "dark", ...FULL },
  ],
];
const TALL = 760;

/**
 * A view's sheet of narrow pictures, and one of wide ones where it is made for a window.
 * @param at the view's place among all of them
 */
export function sheetsOf(view: NamedView, at: number): readonly Sheet[] {
  const file = view.name.replaceAll(/\W+/g, "-");
  const shots = (NARROW[at % NARROW.length] ?? []).map((shot) => ({ ...shot, height: view.height ?? TALL }));
  const narrow = { file: `${file}.webp`, shots };
  // Every component is shown by the two that are furthest apart.
  if (view.name === "components") return [{ ...narrow, shots: shots.slice(0, 2) }];
  return view.wide ? [narrow, { file: `${file}-wide.webp`, shots: WIDE[at % WIDE.length] ?? [] }] : [narrow];
}

/** The files of all sheets. */
export const sheetFiles = (): readonly string[] =>
  views.flatMap((view, at) => sheetsOf(view, at).map(({ file }) => file));
