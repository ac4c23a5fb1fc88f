// `npm run looks`: takes anew the sheets of pictures that test/e2e/looks.test.ts compares with, and writes those that
// have changed; `npm run looks -- options` those of one surface. Look at them before you commit.
import { difference } from "../surfaces/gallery/difference.ts";
import { openGallery } from "../surfaces/gallery/open.ts";
import { keep, sheets, take } from "../surfaces/gallery/pictures.ts";

const gallery = await openGallery();
const judge = await gallery.open({ surface: "components", component: "chip" });
const wanted = process.argv[2] ?? "";
for (const sheet of sheets.filter(({ view }) => view.name.startsWith(wanted))) {
  const taken = await take(gallery, sheet);
  if ((await difference(judge, sheet.file, taken)).blocks === 0) continue;
  keep(sheet.file, taken);
  process.stdout.write(`test/e2e/looks/${sheet.file} ${Math.round(taken.length / 1000)} kB\n`);
}
await gallery.close();
