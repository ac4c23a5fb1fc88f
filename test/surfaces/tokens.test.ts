import { describe, expect, it } from "vitest";
import { components, palette, type Scheme, sourceOf, styles, type Theme, tokens } from "./style-sheets.ts";

/** The relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The contrast ratio of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TINTS = ["indigo", "teal", "violet", "rose", "brown", "slate"].map((name) => `--tint-${name}`);
const GROUNDS = ["--page", "--raised", "--sunken", "--hover", "--accent-soft"];
/** Everything that is read, and everything that it is read on. */
const READ: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ["--ink", "--ink-2", "--ink-3"],
    [...GROUNDS, "--neutral-soft"],
  ],
  [["--accent", "--urgent"], GROUNDS],
  [
    ["--attention", "--done"],
    ["--page", "--raised", "--sunken", "--hover"],
  ],
  [["--attention"], ["--attention-soft"]],
  [["--urgent"], ["--urgent-soft"]],
  [["--done"], ["--done-soft"]],
  [["--on-accent"], ["--accent"]],
  [["--on-tint"], TINTS],
  // A notice is the page turned round.
  [["--page"], ["--ink", "--urgent"]],
];
/** What is seen to be operated or to mean something, and what it stands on. */
const SEEN: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["--edge", "--accent", ...TINTS], GROUNDS],
];

const RAW_COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(|\b(?:white|black|gr[ae]y|silver|red|green|blue|yellow|orange|purple|pink|brown)\b/i;
const SYSTEM_COLOUR = /\b(?:Canvas|CanvasText|LinkText|Highlight|HighlightText|ButtonText|GrayText)\b/;
const MEASURED =
  /^(?:padding|margin|gap|row-gap|column-gap|font-size|border-radius|min-height|transition|animation|box-shadow)(?:-|$)/;
/** A length or a time that is written down: all but hairlines of 1 px. */
const RAW_LENGTH = /(?<![\w.-])-?(?!0\b|1px\b)\d*\.?\d+(?:px|rem|em|pt|ms|s)\b/;

describe("The design's tokens", () => {
  it("are the only place where a colour is written down", () => {
    const raw = styles.filter(
      ({ selector, value }) =>
        RAW_COLOUR.test(value) || (SYSTEM_COLOUR.test(value) && !selector.includes("forced-colors")),
    );
    expect(raw).toEqual([]);
    expect(components.filter((file) => /["'`]#[\da-f]{3,8}["'`]|\brgba?\(/i.test(sourceOf(file)))).toEqual(
      [],
    );
  });

  it("are those of the sidebar's frame too, which stands in the webmail's page and cannot read them", () => {
    const frame = sourceOf("../webmail/sidebar-host.ts").match(/#[\da-f]{6}\b/gi) ?? [];
    const known = tokens.map(({ value }) => value).join();
    expect(frame.length).toBeGreaterThan(3);
    expect(frame.filter((colour) => !known.includes(colour))).toEqual([]);
  });

  it("are the only place where a length of space, type, radius, height or time is written down", () => {
    expect(styles.filter(({ property, value }) => MEASURED.test(property) && RAW_LENGTH.test(value))).toEqual(
      [],
    );
    expect(components.filter((file) => /style=\{?["'{][^}]*\d(?:px|rem|em)\b/.test(sourceOf(file)))).toEqual(
      [],
    );
  });

  it("go with rules that follow the direction of writing", () => {
    expect(
      styles.filter(
        ({ property, value }) =>
          /^(?:padding|margin|border)-(?:left|right)/.test(property) ||
          (property === "text-align" && /left|right/.test(value)),
      ),
    ).toEqual([]);
  });

  it("are about fifty, each used, and no other is", () => {
    const names = new Set(tokens.map(({ property }) => property).filter((name) => name.startsWith("--")));
    const used = new Set(
      [...styles, ...tokens].flatMap(({ value }) =>
        [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name),
      ),
    );
    const inCode = components.map(sourceOf).join("\n");
    expect(names.size).toBeGreaterThan(30);
    expect(names.size).toBeLessThanOrEqual(55);
    expect(
      [...names].filter((name) => !used.has(name) && !inCode.includes(`(${name})`) && !TINTS.includes(name)),
    ).toEqual([]);
    expect([...used].filter((name) => name && !names.has(name) && name !== "--tint")).toEqual([]);
  });

  for (const theme of ["gmail", "outlook"] satisfies Theme[])
    for (const scheme of ["light", "dark"] satisfies Scheme[])
      it(`can be told apart beside ${theme}, ${scheme}: text 4.5 to 1, what is operated 3 to 1`, () => {
        const colours = palette(theme, scheme);
        const faint = (pairs: typeof READ, least: number) =>
          pairs.flatMap(([fronts, grounds]) =>
            fronts.flatMap((front) =>
              grounds.flatMap((ground) => {
                const ratio = contrast(colours[front] ?? "", colours[ground] ?? "");
                return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
              }),
            ),
          );
        expect(faint(READ, 4.5)).toEqual([]);
        expect(faint(SEEN, 3)).toEqual([]);
      });

  it("have no theme in forced colours", () => {
    const forced = tokens.filter(({ selector }) => selector.includes("forced-colors"));
    expect(forced.length).toBeGreaterThan(5);
    for (const { selector, value } of forced) {
      expect(value).toMatch(SYSTEM_COLOUR);
      // As specific as `:root[data-beside]`, so that it wins by standing behind it.
      expect(selector).toContain(":root:root");
    }
    const last = (wanted: (selector: string) => boolean) =>
      tokens.findLastIndex(({ selector }) => wanted(selector));
    expect(last((selector) => selector.includes("forced-colors"))).toBeGreaterThan(
      last((selector) => selector.includes("data-beside")),
    );
  });
});
