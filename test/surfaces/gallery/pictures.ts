import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { type Gallery, setColours, setLook } from "./open.ts";
import { type NamedView, views } from "./views.ts";

/** Where the sheets are kept that surfaces are compared with. */
export const KEPT = fileURLToPath(new URL("../../e2e/looks/", import.meta.url));

/** How a view is seen in one picture of its sheet; lengths in CSS pixels. */
interface Shot {
  readonly locale: "en" | "ru" | "vi" | "zh-CN" | "lv" | "cs";
  readonly colours: "light" | "dark" | "forced";
  readonly width: number;
}

/** The pictures of one view on one sheet: a row of narrow ones, or four of a wide window. */
export interface Sheet {
  readonly file: string;
  readonly view: NamedView;
  readonly shots: readonly Shot[];
  readonly columns: number;
  readonly height: number;
}

/** Each language, each of the two narrow widths and each scheme in turn, so that over the views all of them meet. */
const NARROW: readonly (readonly Shot[])[] = [
  [
    { locale: "en", colours: "light", width: 320 },
    { locale: "ru", colours: "dark", width: 320 },
    { locale: "vi", colours: "light", width: 360 },
    { locale: "zh-CN", colours: "dark", width: 360 },
    { locale: "lv", colours: "forced", width: 320 },
  ],
  [
    { locale: "en", colours: "dark", width: 360 },
    { locale: "ru", colours: "light", width: 360 },
    { locale: "vi", colours: "dark", width: 320 },
    { locale: "zh-CN", colours: "light", width: 320 },
    { locale: "cs", colours: "forced", width: 360 },
  ],
];
const FULL = 1440;
const WIDE: readonly (readonly Shot[])[] = [
  [
    { locale: "en", colours: "light", width: FULL },
    { locale: "zh-CN", colours: "dark", width: FULL },
  ],
  [
    { locale: "vi", colours: "light", width: FULL },
    { locale: "ru", colours: "dark", width: FULL },
  ],
];

/** A sheet of narrow pictures for every view, and one of wide ones for those that are made for a window. */
export const sheets: readonly Sheet[] = views.flatMap((view, at) => {
  const file = view.name.replaceAll(/\W+/g, "-");
  const shots = NARROW[at % NARROW.length] ?? [];
  const narrow = { file: `${file}.webp`, view, shots, columns: shots.length, height: view.height ?? 760 };
  // Every component is shown by the two that are furthest apart.
  if (view.name === "components") return [{ ...narrow, shots: shots.slice(0, 2), columns: 2 }];
  if (!view.wide) return [narrow];
  const whole = WIDE[at % WIDE.length] ?? [];
  return [narrow, { file: `${file}-wide.webp`, view, shots: whole, columns: 2, height: 860 }];
});

/** What blinks and what moves would differ from itself. */
const STILL =
  "*, ::before, ::after { caret-color: transparent !important; transition: none !important; animation: none !important }";

/** Takes the sheet of a view, as WebP: one page that is shown in each of the looks, in the state that it is in. */
export async function take(gallery: Gallery, { view, shots, columns, height }: Sheet): Promise<Buffer> {
  const page = await gallery.open({ ...view, width: shots[0]?.width ?? FULL, height });
  await view.prepare?.(page);
  await page.addStyleTag({ content: STILL });
  const taken: string[] = [];
  for (const { locale, colours, width } of shots) {
    await page.setViewport({ width, height });
    await setColours(page, { dark: colours === "dark", forced: colours === "forced" });
    await setLook(page, {
      locale,
      ...(view.surface === "sidebar" ? { beside: locale === "vi" ? "outlook" : "gmail" } : {}),
    });
    taken.push(
      await page.screenshot({
        type: "png",
        optimizeForSpeed: true,
        encoding: "base64",
        fullPage: view.surface === "components" && !view.component,
      }),
    );
  }
  const sheet = await sideBySide(page, taken, columns);
  await gallery.leave(page);
  return sheet;
}

/** Puts pictures (PNG, base64) on one sheet, so many in a row, with a gap between them. */
async function sideBySide(page: Page, pictures: readonly string[], columns: number): Promise<Buffer> {
  const encoded = await page.evaluate(
    async (sources, inARow) => {
      const GAP = 8;
      const images = await Promise.all(
        sources.map(async (source) => {
          const bytes = Uint8Array.fromBase64(source);
          return createImageBitmap(new Blob([bytes], { type: "image/png" }));
        }),
      );
      const rows = Array.from({ length: Math.ceil(images.length / inARow) }, (_, row) =>
        images.slice(row * inARow, (row + 1) * inARow),
      );
      const widthOf = (row: readonly ImageBitmap[]) =>
        row.reduce((sum, { width }) => sum + width + GAP, -GAP);
      const heightOf = (row: readonly ImageBitmap[]) => Math.max(...row.map(({ height }) => height));
      const canvas = new OffscreenCanvas(
        Math.max(...rows.map(widthOf)),
        rows.reduce((sum, row) => sum + heightOf(row) + GAP, -GAP),
      );
      const context = canvas.getContext("2d");
      if (!context) throw new Error("The browser has no canvas.");
      context.fillStyle = "#888";
      context.fillRect(0, 0, canvas.width, canvas.height);
      let y = 0;
      for (const row of rows) {
        let x = 0;
        for (const image of row) {
          context.drawImage(image, x, y);
          x += image.width + GAP;
        }
        y += heightOf(row) + GAP;
      }
      const sheet = await canvas.convertToBlob({ type: "image/webp", quality: 0.5 });
      return new Uint8Array(await sheet.arrayBuffer()).toBase64();
    },
    pictures,
    columns,
  );
  return Buffer.from(encoded, "base64");
}

export const keep = (file: string, sheet: Buffer): void => {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, file), sheet);
};
