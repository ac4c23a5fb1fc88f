import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingPackages } from "../run/system.ts";
import { difference, MOST_DIFFERENT } from "../surfaces/gallery/difference.ts";
import { type Gallery, openGallery } from "../surfaces/gallery/open.ts";
import { KEPT, sheets, take } from "../surfaces/gallery/pictures.ts";

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

  for (const sheet of sheets)
    it.concurrent(`${sheet.view.name}, ${sheet.shots.map(({ width, locale, colours }) => `${width} px ${locale} ${colours}`).join(", ")}`, async () => {
      const { blocks, where } = await difference(judge, sheet.file, await take(gallery, sheet));
      const changed = blocks > MOST_DIFFERENT ? `${sheet.file}: ${blocks} blocks, ${where}` : null;
      expect(changed, "If it looks better now: npm run looks. Both sheets lie in .output/looks").toBeNull();
    });

  it("has a sheet for each, no other, and none is heavy: 88 kB on average at the most", () => {
    const files = readdirSync(KEPT);
    expect(files.toSorted()).toEqual(sheets.map(({ file }) => file).toSorted());
    expect(files.reduce((sum, file) => sum + statSync(join(KEPT, file)).size, 0)).toBeLessThan(
      88_000 * files.length,
    );
  });
});
