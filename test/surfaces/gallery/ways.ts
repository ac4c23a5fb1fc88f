import { LOCALES } from "../../../shared/records/labels.ts";
import type { Since } from "./measure.ts";
import type { View } from "./open.ts";
import { type Shot, sheetsOf } from "./sheets.ts";
import type { NamedView } from "./views.ts";

export const SPEECH = [...LOCALES, "pseudo"] as const;
export const COLOURS = ["light", "dark", "forced"] as const;
export const NARROW = 320;
export const FULL = 1280;
const TALL = 800;

/** One of the looks that a view is given, one after another in one page; lengths in CSS pixels. */
export interface Way {
  readonly locale: (typeof SPEECH)[number];
  readonly colours: (typeof COLOURS)[number];
  readonly width: number;
  readonly height: number;
  readonly beside?: View["beside"];
  /** What is asked in it, by what has changed since everything was asked; nothing where only its picture is taken. */
  readonly since?: Since;
  /** The sheet that its picture stands on, and which one it is there. */
  readonly picture?: { readonly file: string; readonly place: number };
}

/** The languages beside English, each in one scheme, another one for each view, or in that of its picture. */
const inOtherLanguages = (at: number, shots: readonly Shot[]) =>
  SPEECH.filter((locale) => locale !== "en").map((locale, index) => ({
    locale,
    colours:
      shots.find((shot) => shot.locale === locale && shot.width === NARROW)?.colours ??
      COLOURS[(at + index) % COLOURS.length] ??
      "light",
  }));

/**
 * The ways in which a view is looked at: English in all colours, each other language in one. So every view is seen in
 * every language and in all colours, and every language in all colours. What has pictures of other looks is given those
 * too, and what is made for a window is seen in one.
 * @param at the view's place among all of them
 */
export function waysOf(view: NamedView, at: number): readonly Way[] {
  const sheets = sheetsOf(view, at);
  const height = view.height ?? 760;
  const narrow: Way[] = [
    ...COLOURS.map((colours) => ({ locale: "en" as const, colours })),
    ...inOtherLanguages(at, sheets[0]?.shots ?? []),
  ].map((look, nth) => ({
    ...look,
    width: NARROW,
    height,
    since: nth === 0 ? "everything" : look.locale === "en" ? "colours" : "words",
  }));
  const wide: Way[] = (["en", "ru", "pseudo"] as const).map((locale) => ({
    locale,
    colours: "light",
    width: FULL,
    height: TALL,
    since: locale === "en" ? "everything" : "words",
  }));
  const asked = view.wide ? [...narrow, ...wide] : narrow;
  const pictured = sheets.flatMap(({ file, shots }) =>
    shots.map((shot, place): Way => ({ ...shot, picture: { file, place } })),
  );
  const isLike = (one: Way) => (other: Way) =>
    one.locale === other.locale &&
    one.colours === other.colours &&
    one.width === other.width &&
    one.height === other.height;
  return [
    ...asked.map((way) => ({ ...way, ...pictured.find(isLike(way)) })),
    ...pictured.filter((way) => !asked.some(isLike(way))),
  ].map((way) =>
    view.surface === "sidebar" ? { ...way, beside: way.locale === "vi" ? "outlook" : "gmail" } : way,
  );
}
