import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { focusFaults, hardCoded, misfits, violations } from "../surfaces/gallery/measure.ts";
import { type Gallery, openGallery, setColours, setLook } from "../surfaces/gallery/open.ts";
import { valuesOf } from "../surfaces/gallery/values.ts";
import { views } from "../surfaces/gallery/views.ts";
import { isInstalled } from "./harness/installed.ts";

const COLOURS = [
  { name: "light", dark: false, forced: false },
  { name: "dark", dark: true, forced: false },
  { name: "forced colours", dark: false, forced: true },
] as const;
const SPEECH = [...LOCALES, "pseudo"] as const;
const NARROW = 320;
const FULL = 1280;

/**
 * The ways in which a view is looked at, one after another in one page: English in all colours, each other language in one, a different one for each
 * view. So every view is seen in every language and in all colours, and every language in all colours.
 */
const ways = (at: number) => [
  ...COLOURS.map((colours) => ({ locale: "en" as const, colours })),
  ...SPEECH.filter((locale) => locale !== "en").map((locale, index) => ({
    locale,
    colours: COLOURS[(at + index) % COLOURS.length] ?? COLOURS[0],
  })),
];

const SIDES = ["gmail", "outlook"] as const;

/** `npm run test:long` asks everything in every language, in all colours, beside both webmails, at both widths and sizes. */
const WHOLE = process.env.SIDEDESK_MATRIX === "whole";

describe.skipIf(!isInstalled("chrome") || WHOLE)(
  "Every surface in every state can be read and operated by anyone",
  () => {
    let gallery: Gallery;
    beforeAll(async () => {
      gallery = await openGallery();
    });
    afterAll(async () => {
      expect(gallery.errors).toEqual([]);
      await gallery.close();
    });

    for (const [at, view] of views.entries())
      it.concurrent(`${view.name}: ${NARROW} px, in six languages and a pseudo-language, light, dark, forced colours, text of 200 %`, async () => {
        const faults: string[] = [];
        const page = await gallery.open({ ...view, width: NARROW });
        await view.prepare?.(page);
        const look = async (way: string, ...ask: readonly ((page: Page) => Promise<string[]>)[]) => {
          for (const each of ask) faults.push(...(await each(page)).map((fault) => `${way}: ${fault}`));
        };
        for (const [nth, { locale, colours }] of ways(at).entries()) {
          await setColours(page, colours);
          await setLook(page, { locale });
          const since = nth === 0 ? "everything" : locale === "en" ? "colours" : "words";
          await look(`${locale}, ${colours.name}`, (shown) => violations(shown, since), misfits);
        }
        await look("pseudo", (shown) => hardCoded(shown, valuesOf(view.scenario ?? "busy")));
        await setColours(page, {});
        await setLook(page, { locale: "en", text: 200 });
        await look("200 %", (shown) => violations(shown, "size"), misfits);
        await setLook(page, { text: 100 });
        await look("by keys", focusFaults);
        if (view.wide) {
          await page.setViewport({ width: FULL, height: 800 });
          for (const locale of ["en", "ru", "pseudo"] as const) {
            await setLook(page, { locale });
            const since = locale === "en" ? "everything" : "words";
            await look(`${FULL} px, ${locale}`, (shown) => violations(shown, since), misfits);
          }
        }
        await gallery.leave(page);
        expect([...new Set(faults)]).toEqual([]);
      });
  },
);

describe.skipIf(!isInstalled("chrome") || !WHOLE)("The whole matrix", () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  for (const view of views)
    it.concurrent(view.name, async () => {
      const faults: string[] = [];
      const page = await gallery.open({ ...view, width: NARROW });
      await view.prepare?.(page);
      for (const width of view.wide ? [NARROW, FULL] : [NARROW]) {
        await page.setViewport({ width, height: 800 });
        for (const colours of COLOURS)
          for (const beside of SIDES)
            for (const locale of SPEECH)
              for (const text of [100, 200]) {
                await setColours(page, colours);
                await setLook(page, { locale, beside, text });
                const found = [...(await violations(page, "everything")), ...(await misfits(page))];
                faults.push(
                  ...found.map(
                    (fault) => `${width} px, ${text} %, ${colours.name}, ${beside}, ${locale}: ${fault}`,
                  ),
                );
              }
      }
      await gallery.leave(page);
      expect([...new Set(faults)]).toEqual([]);
    }, 1_800_000);
});
