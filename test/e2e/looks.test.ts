import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingPackages } from "../run/system.ts";
import { type Gallery, openGallery } from "../surfaces/gallery/open.ts";
import { difference, MOST_DIFFERENT, pictures, take } from "../surfaces/gallery/pictures.ts";

const kept = fileURLToPath(new URL("./looks/", import.meta.url));

/** The pictures are drawn by Debian's Chromium with the fonts that `npm test` installs; another machine draws otherwise. */
const drawsOtherwise = missingPackages().some((name) => name !== "firefox-esr");

describe.skipIf(drawsOtherwise)("Every surface looks as it was last looked at", () => {
  let gallery: Gallery;
  let judge: Page;
  beforeAll(async () => {
    gallery = await openGallery();
    judge = await gallery.open({ surface: "components", component: "chip" });
  });
  afterAll(async () => {
    await gallery.close();
  });

  for (const picture of pictures)
    it(`${picture.view.name}, ${picture.width} px`, async () => {
      const different: string[] = [];
      for (const [file, taken] of await take(gallery, picture)) {
        const { blocks, where } = await difference(judge, file, taken);
        if (blocks > MOST_DIFFERENT) different.push(`${file}: ${blocks} blocks, ${where}`);
      }
      expect(different, "If they look better now: npm run looks. The pictures lie in .output/looks").toEqual(
        [],
      );
    });

  it("has a picture for each, no other, and all of them in 3 MB", () => {
    const files = readdirSync(kept);
    const wanted = pictures.flatMap(({ file, looks }) =>
      looks.map(({ locale, dark }) => `${file}.${locale}${dark ? ".dark" : ""}.webp`),
    );
    expect(files.toSorted()).toEqual(wanted.toSorted());
    expect(files.reduce((sum, file) => sum + statSync(join(kept, file)).size, 0)).toBeLessThan(3_000_000);
  });
});
