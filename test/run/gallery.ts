// `npm run gallery`: every component in every state and every surface, on a page that follows the sources.
import { watchGallery } from "../surfaces/gallery/build.ts";

process.stdout.write(`The gallery: ${await watchGallery()}  (Ctrl-C ends it)\n`);
