// `npm run looks`: takes anew the sheets of pictures that test/e2e/everyone.test.ts compares with, and writes those that
// have changed; `npm run looks -- options` those of the views whose names begin so. Look at them before you commit.
import { difference } from "../surfaces/gallery/difference.ts";
import { openGallery } from "../surfaces/gallery/open.ts";
import { keep } from "../surfaces/gallery/pictures.ts";
import { views } from "../surfaces/gallery/views.ts";
import { visit } from "../surfaces/gallery/visit.ts";

const gallery = await openGallery();
const judge = await gallery.open({ surface: "components", component: "chip" });
const wanted = process.argv[2] ?? "";
for (const [at, view] of views.entries()) {
  if (!view.name.startsWith(wanted)) continue;
  const { sheets } = await visit(gallery, view, at, { questions: false, pictures: true });
  for (const [file, sheet] of sheets) {
    if ((await difference(judge, file, sheet)).blocks === 0) continue;
    keep(file, sheet);
    process.stdout.write(`test/e2e/looks/${file} ${Math.round(sheet.length / 1000)} kB\n`);
  }
}
await gallery.close();
