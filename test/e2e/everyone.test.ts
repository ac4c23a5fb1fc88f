import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { focusFaults, hardCoded, misfits, violations } from "../surfaces/gallery/measure.ts";
import { type Gallery, openGallery, setColours, setLook } from "../surfaces/gallery/open.ts";
import { valuesOf } from "../surfaces/gallery/values.ts";
import { type NamedView, views } from "../surfaces/gallery/views.ts";
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
 * The ways in which a view is looked at: English in all colours, each other language in one, a different one for each
 * view. So every view is seen in every language and in all colours, and every language in all colours.
 */
const ways = (at: number) => [
  ...COLOURS.map((colours) => ({ locale: "en" as const, colours })),
  ...SPEECH.filter((locale) => locale !== "en").map((locale, index) => ({
    locale,
    colours: COLOURS[(at + index) % COLOURS.length] ?? COLOURS[0],
  })),
];

describe.skipIf(!isInstalled("chrome"))(
  "Every surface in every state can be read and operated by anyone",
  () => {
    let gallery: Gallery;
    const opened = async (view: NamedView, width: number, work: (page: Page) => Promise<void>) => {
      const page = await gallery.open({ ...view, width });
      await view.prepare?.(page);
      await work(page);
      await page.close();
    };
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
        await opened(view, NARROW, async (page) => {
          const look = async (way: string, ...ask: readonly ((page: Page) => Promise<string[]>)[]) => {
            for (const each of ask) faults.push(...(await each(page)).map((fault) => `${way}: ${fault}`));
          };
          for (const { locale, colours } of ways(at)) {
            await setColours(page, colours);
            await setLook(page, { locale });
            await look(`${locale}, ${colours.name}`, (shown) => violations(shown, locale), misfits);
          }
          await look("pseudo", (shown) => hardCoded(shown, valuesOf(view.scenario ?? "busy")));
          await setColours(page, {});
          await setLook(page, { locale: "en", text: 200 });
          await look("200 %", (shown) => violations(shown), misfits);
          await setLook(page, { text: 100 });
          await look("by keys", focusFaults);
        });
        if (view.wide)
          await opened(view, FULL, async (page) => {
            for (const locale of ["en", "ru", "pseudo"] as const) {
              await setLook(page, { locale });
              faults.push(
                ...[...(await violations(page, locale)), ...(await misfits(page))].map(
                  (fault) => `${FULL} px, ${locale}: ${fault}`,
                ),
              );
            }
          });
        expect([...new Set(faults)]).toEqual([]);
      });
  },
);
