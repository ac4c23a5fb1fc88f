import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";

/** Where the sheets are kept that surfaces are compared with. */
export const KEPT = fileURLToPath(new URL("../../e2e/looks/", import.meta.url));

/** What blinks and what moves would differ from itself. */
const STILL =
  "*, ::before, ::after { caret-color: transparent !important; transition: none !important; animation: none !important }";

/** From here on pictures of a page do not depend on when they are taken. */
export async function hold(page: Page): Promise<void> {
  await page.addStyleTag({ content: STILL });
}

/** Takes a picture of a page as it is shown now, PNG as base64. */
export const picture = (page: Page, whole: boolean): Promise<string> =>
  page.screenshot({ type: "png", optimizeForSpeed: true, encoding: "base64", fullPage: whole });

/** Puts pictures (PNG, base64) on one sheet, side by side with a gap between them; gives it as WebP. */
export async function sideBySide(page: Page, pictures: readonly string[]): Promise<Buffer> {
  const encoded = await page.evaluate(async (sources) => {
    const GAP = 8;
    const images = await Promise.all(
      sources.map(async (source) => {
        const bytes = Uint8Array.fromBase64(source);
        return createImageBitmap(new Blob([bytes], { type: "image/png" }));
      }),
    );
    const canvas = new OffscreenCanvas(
      images.reduce((sum, { width }) => sum + width + GAP, -GAP),
      Math.max(...images.map(({ height }) => height)),
    );
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The browser has no canvas.");
    context.fillStyle = "#888";
    context.fillRect(0, 0, canvas.width, canvas.height);
    let x = 0;
    for (const image of images) {
      context.drawImage(image, x, 0);
      x += image.width + GAP;
    }
    const sheet = await canvas.convertToBlob({ type: "image/webp", quality: 0.5 });
    return new Uint8Array(await sheet.arrayBuffer()).toBase64();
  }, pictures);
  return Buffer.from(encoded, "base64");
}

export const keep = (file: string, sheet: Buffer): void => {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, file), sheet);
};
