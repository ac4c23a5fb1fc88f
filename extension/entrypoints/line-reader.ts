import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { giveReader } from "../background/browser/line-reader.ts";
import { recordOfLine } from "../background/browser/read-line.ts";

/** What reads a typed line in Chromium's background: a file of its own, see `lineReader`. */
export default defineUnlistedScript({ include: ["chrome"], main: () => giveReader(recordOfLine) });
