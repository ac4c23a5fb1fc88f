// `npm run looks`: takes anew the pictures that test/e2e/looks.test.ts compares with; `npm run looks -- options` those of
// one surface. Look at what has changed before you commit.
import { openGallery } from "../surfaces/gallery/open.ts";
import { keep, pictures, take } from "../surfaces/gallery/pictures.ts";

const gallery = await openGallery();
let many = 0;
let bytes = 0;
const wanted = process.argv[2] ?? "";
for (const picture of pictures.filter(({ view }) => view.name.startsWith(wanted)))
  for (const [file, taken] of await take(gallery, picture)) {
    keep(file, taken);
    many++;
    bytes += taken.length;
  }
await gallery.close();
process.stdout.write(`${many} pictures, ${(bytes / 1e6).toFixed(2)} MB, in test/e2e/looks\n`);
