import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { KEPT } from "./pictures.ts";

/** Where sheets that differ are put, to be looked at, each beside the one that is kept. */
const DIFFERENT = fileURLToPath(new URL("../../../.output/looks/", import.meta.url));

/** So many blocks of 8 px may differ in any place of 128 × 64 px: less than the edge of a button that has moved. */
export const MOST_DIFFERENT = 6;

/**
 * How far a sheet is from the one that is kept: how many blocks of 8 × 8 px differ in the place where most do, and
 * where that is (in pixels); of another size or not kept yet, all. A block differs when its mean brightness does, wherever within 2 px
 * it is looked for: so letters that another version of a font or of the browser draws otherwise do not count, and a
 * button that has moved does.
 */
export async function difference(
  page: Page,
  file: string,
  picture: Buffer,
): Promise<{ readonly blocks: number; readonly where: string }> {
  const data = (bytes: Buffer) => `data:image/webp;base64,${bytes.toString("base64")}`;
  if (!existsSync(join(KEPT, file))) return { blocks: Infinity, where: "no sheet is kept" };
  const kept = readFileSync(join(KEPT, file));
  // Drawn by the same browser with the same fonts, what has not changed is the same to the byte.
  if (kept.equals(picture)) return { blocks: 0, where: "nowhere" };
  const found = await page.evaluate(
    async (one, other) => {
      const BLOCK = 8;
      const SLACK = 2;
      const UNLIKE = 20;
      /** Sums of brightness above and left of each pixel, so that the mean of any block is four look-ups. */
      const read = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const { width, height } = image;
        const canvas = new OffscreenCanvas(width, height).getContext("2d");
        if (!canvas) throw new Error("The browser has no canvas.");
        canvas.drawImage(image, 0, 0);
        const { data } = canvas.getImageData(0, 0, width, height);
        const sums = new Float64Array((width + 1) * (height + 1));
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const at = 4 * (y * width + x);
            const bright = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
            const here = (y + 1) * (width + 1) + x + 1;
            sums[here] =
              bright + (sums[here - 1] ?? 0) + (sums[here - width - 1] ?? 0) - (sums[here - width - 2] ?? 0);
          }
        const mean = (x: number, y: number) => {
          const [left, top] = [
            Math.min(Math.max(x, 0), width - BLOCK),
            Math.min(Math.max(y, 0), height - BLOCK),
          ];
          const corner = (dx: number, dy: number) => sums[(top + dy) * (width + 1) + left + dx] ?? 0;
          return (corner(BLOCK, BLOCK) - corner(0, BLOCK) - corner(BLOCK, 0) + corner(0, 0)) / BLOCK ** 2;
        };
        return { width, height, mean };
      };
      const [before, now] = await Promise.all([read(one), read(other)]);
      if (before.width !== now.width || before.height !== now.height)
        return { blocks: Infinity, where: `${before.width}×${before.height} → ${now.width}×${now.height}` };
      const [columns, rows] = [Math.floor(before.width / BLOCK), Math.floor(before.height / BLOCK)];
      const differs = (column: number, row: number) => {
        const wanted = before.mean(column * BLOCK, row * BLOCK);
        for (let dy = -SLACK; dy <= SLACK; dy++)
          for (let dx = -SLACK; dx <= SLACK; dx++)
            if (Math.abs(wanted - now.mean(column * BLOCK + dx, row * BLOCK + dy)) <= UNLIKE) return false;
        return true;
      };
      const unlike = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => (differs(column, row) ? 1 : 0)),
      );
      let [blocks, where] = [0, "nowhere"];
      for (let row = 0; row < rows; row += 4)
        for (let column = 0; column < columns; column += 8) {
          const here = unlike
            .slice(row, row + 8)
            .flatMap((line) => line.slice(column, column + 16))
            .reduce<number>((sum, each) => sum + each, 0);
          if (here > blocks) [blocks, where] = [here, `about ${column * BLOCK}, ${row * BLOCK}`];
        }
      return { blocks, where };
    },
    data(kept),
    data(picture),
  );
  if (found.blocks > MOST_DIFFERENT) {
    mkdirSync(DIFFERENT, { recursive: true });
    writeFileSync(join(DIFFERENT, file), picture);
    writeFileSync(join(DIFFERENT, file.replace(".webp", ".kept.webp")), kept);
  }
  return found;
}
