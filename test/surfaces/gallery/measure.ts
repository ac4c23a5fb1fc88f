import type { Page } from "puppeteer-core";
import { AXE } from "./build.ts";

/** Puts axe into a page of the gallery that has not got it yet. */
export async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ url: AXE });
}

/** What a page was changed in since all of axe's rules were asked; `everything` asks them all. */
export type Since = "everything" | "colours" | "words" | "size";

/** Rules that ask for a name or a text, in whatever language it is. */
const OF_WORDS = /-name$|-name-|^label|-alt$|title|lang|heading|unique/;
/** Rules that ask what is where, and of what is small alone: they cost as much as all those of words. */
const OF_PLACE = ["target-size"];
/** The size below which something that is pressed has to have room around it, in CSS pixels (WCAG 2.5.8). */
const LEAST_TARGET = 24;

/**
 * What axe finds against WCAG 2.2 A and AA, and its best practice: a line for each rule and place. What a page is made
 * of is the same in every language, in all colours and at every size of text, so the rules that ask for nothing else
 * are asked once for a view, and then those that ask for what has changed.
 */
export async function violations(page: Page, since: Since = "everything"): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(
    async (changed, words, places, least) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      // What scrolls and holds nothing to focus takes the focus by itself, in Chromium since 130 and in Firefox.
      const passed = ["page-has-heading-one", "region", "scrollable-region-focusable"];
      // In the pseudo-locale a name does not hold the text that is seen, because of the brackets of both.
      if (document.body.innerText.includes("⟦")) passed.push("label-content-name-mismatch");
      const all = axe
        .getRules(tags)
        .map(({ ruleId }) => ruleId)
        .filter((rule) => !passed.includes(rule));
      const ofWords = new RegExp(words);
      const isSmall = (target: Element) => {
        const { width, height } = target.getBoundingClientRect();
        return target.checkVisibility() && !target.closest(".unseen") && (width < least || height < least);
      };
      const targets = document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex], [role]",
      );
      const placed = [...targets].some(isSmall) ? places : [];
      const asked = {
        everything: all,
        colours: ["color-contrast", "link-in-text-block"],
        words: all.filter((rule) => ofWords.test(rule) || placed.includes(rule)),
        size: placed,
      }[changed];
      if (asked.length === 0) return [];
      const { violations } = await axe.run(document, {
        preload: false,
        resultTypes: ["violations"],
        runOnly: { type: "rule", values: asked },
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`),
      );
    },
    since,
    OF_WORDS.source,
    OF_PLACE,
    LEAST_TARGET,
  );
}

/** What reaches out of the window, is cut without a title that has all of it, is pressed together, or is too small to hit. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push("the page scrolls sideways");
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest(".unseen") || !element.checkVisibility()) continue;
      const said = `${element.tagName}.${element.className} “${(element.textContent ?? "").slice(0, 40)}”`;
      // What is cut where all of it is the title does not reach out.
      const cutWithTitle = element.closest("[title]")?.getBoundingClientRect().right ?? Infinity;
      if (box.right > innerWidth + 1 && !element.closest(".strip-line") && cutWithTitle > innerWidth + 1)
        found.push(`wider than the window: ${said}`);
      const { overflowX, overflowY, fontSize, lineHeight } = getComputedStyle(element);
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && (node.nodeValue ?? "").trim().length > 3,
      );
      if (
        own &&
        box.width < 3 * Number.parseFloat(fontSize) &&
        box.height > 2.5 * Number.parseFloat(lineHeight)
      )
        found.push(`pressed together: ${said}`);
      const cutAcross = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutBelow = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
      if (
        (cutAcross || cutBelow) &&
        !element.matches("input, textarea, select") &&
        !element.closest("[title]")
      )
        found.push(`cut without a title: ${said}`);
      if (
        element.matches("button, a[href], select, summary, input:not(.unseen)") &&
        (box.width < 24 || box.height < 23.5) &&
        !element.closest("label, .field.flag") &&
        !element.matches(".tick")
      )
        found.push(`smaller than 24 px: ${said} ${box.width}×${box.height}`);
    }
    return found;
  });

/** Which controls do not show that they have the focus, or have it behind something else (WCAG 2.4.7, 2.4.11). */
export async function focusFaults(page: Page): Promise<string[]> {
  // From here on the browser shows the focus, as it does for who works by keys.
  await page.keyboard.press("Tab");
  return page.evaluate(async () => {
    const found: string[] = [];
    const place = document.querySelector("dialog[open]") ?? document.body;
    const controls = place.querySelectorAll<HTMLElement>(
      'a[href], button:not([disabled], [tabindex="-1"]), input:not([disabled]), select, textarea, summary, [tabindex="0"]',
    );
    const drawn = (element: Element, part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    for (const element of controls) {
      if (!element.checkVisibility()) continue;
      element.focus();
      if (document.activeElement !== element) continue;
      const said = `${element.tagName}.${element.className} “${(element.textContent || element.getAttribute("aria-label") || "").slice(0, 40)}”`;
      // A radio button that is not seen shows its focus on what is seen of it.
      const shown = element.matches(".unseen") ? element.nextElementSibling : element;
      if (!shown || !(drawn(shown) || drawn(shown, "::after"))) found.push(`no focus to be seen: ${said}`);
      const box = (shown ?? element).getBoundingClientRect();
      const seen = [0.1, 0.3, 0.5, 0.7, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
          return top !== null && (shown?.contains(top) || top.contains(element));
        }),
      );
      if (!seen) found.push(`behind something: ${said}`);
    }
    return found;
  });
}

/**
 * Texts in the pseudo-locale that stand in no catalogue: what is visible or read aloud, outside its brackets, and not
 * a value, a time or the gallery's own.
 * @param values what the sample's people have written: their names, subjects, letters
 */
export const hardCoded = (page: Page, values: readonly string[]): Promise<string[]> =>
  page.evaluate((known) => {
    const longestFirst = known.toSorted((one, other) => other.length - one.length);
    const times =
      /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|\b(?:yesterday|today|tomorrow)\b|\b(?:min|hrs?|days?|at)\b|\d+ ?[hm]\b|\b(?:Alt|Ctrl|Shift)\b/gi;
    const found = new Set<string>();
    const look = (text: string | null, where: Element) => {
      // A notice was said when it appeared, and stays as it was said; a letter and a language's name have their own.
      if (!text || where.closest("[data-gallery], kbd, code, script, style, body [lang], .toast > span"))
        return;
      let left = text;
      // Values may stand inside a text of the catalogue, and texts inside each other.
      for (let before = ""; before !== left; ) {
        before = left;
        left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, " ");
      }
      for (const value of longestFirst) left = left.replaceAll(value, " ");
      left = left.replaceAll(times, " ");
      if (/\p{L}{2}/u.test(left))
        found.add(`${where.tagName}.${where.className}: ${text.trim()} → ${left.trim()}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (node.parentElement?.checkVisibility()) {
        // A value stands in pieces where a search has marked a part of it.
        const marked = node.parentElement.closest(":has(> mark)");
        look(marked ? marked.textContent : node.nodeValue, marked ?? node.parentElement);
      }
    for (const element of document.querySelectorAll("body *"))
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        look(element.getAttribute(name), element);
    return [...found];
  }, values);
