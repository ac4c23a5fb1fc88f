import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingPackages } from "../run/system.ts";
import { difference, MOST_DIFFERENT } from "../surfaces/gallery/difference.ts";
import { misfits, violations } from "../surfaces/gallery/measure.ts";
import { type Gallery, openGallery, setColours, setLook } from "../surfaces/gallery/open.ts";
import { KEPT } from "../surfaces/gallery/pictures.ts";
import { sheetFiles } from "../surfaces/gallery/sheets.ts";
import { views } from "../surfaces/gallery/views.ts";
import { visit } from "../surfaces/gallery/visit.ts";
import { COLOURS, FULL, NARROW, SPEECH } from "../surfaces/gallery/ways.ts";
import { isInstalled } from "./harness/installed.ts";

const SIDES = ["gmail", "outlook"] as const;

/** The pictures are drawn by Debian's Chromium with the fonts that `npm test` installs; another machine draws otherwise. */
const drawsOtherwise = missingPackages().some((name) => name !== "firefox-esr");

/** `npm run test:long` asks everything in every language, in all colours, beside both webmails, at both widths and sizes. */
const WHOLE = process.env.SIDEDESK_MATRIX === "whole";

describe.skipIf(!isInstalled("chrome") || WHOLE)("Every surface in every state", () => {
  let gallery: Gallery;
  let judge: Page;
  beforeAll(async () => {
    gallery = await openGallery();
    judge = await gallery.open({ surface: "components", component: "chip" });
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  for (const [at, view] of views.entries())
    it.concurrent(`${view.name}: can be read and operated by anyone, ${NARROW} px, six languages and a pseudo-language, light, dark, forced colours, text of 200 %, and looks as it was last looked at`, async ({
      expect,
    }) => {
      const { faults, sheets } = await visit(gallery, view, at, {
        questions: true,
        pictures: !drawsOtherwise,
      });
      expect.soft(faults).toEqual([]);
      for (const [file, sheet] of sheets) {
        const { blocks, where } = await difference(judge, file, sheet);
        const changed = blocks > MOST_DIFFERENT ? `${file}: ${blocks} blocks, ${where}` : null;
        expect
          .soft(changed, "If it looks better now: npm run looks. Both sheets lie in .output/looks")
          .toBeNull();
      }
    });

  it.skipIf(drawsOtherwise)(
    "has a sheet of pictures for each view, no other, and none is heavy: 88 kB on average at the most",
    () => {
      const files = readdirSync(KEPT);
      expect(files.toSorted()).toEqual([...sheetFiles()].toSorted());
      expect(files.reduce((sum, file) => sum + statSync(join(KEPT, file)).size, 0)).toBeLessThan(
        88_000 * files.length,
      );
    },
  );
});

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
                await setColours(page, { dark: colours === "dark", forced: colours === "forced" });
                await setLook(page, { locale, beside, text });
                const found = [...(await violations(page, "everything")), ...(await misfits(page))];
                faults.push(
                  ...found.map(
                    (fault) => `${width} px, ${text} %, ${colours}, ${beside}, ${locale}: ${fault}`,
                  ),
                );
              }
      }
      await gallery.leave(page);
      expect([...new Set(faults)]).toEqual([]);
    }, 1_800_000);
});
