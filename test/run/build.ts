// `npm run build`: the extension for Chromium browsers and for Firefox, in .output/.
import { bin, run, step } from "./steps.ts";

for (const browser of ["chrome", "firefox"]) {
  const ended = await step(`build for ${browser}`, () => run(bin("wxt"), ["build", "-b", browser]));
  if (ended.code !== 0) {
    process.stdout.write(ended.output);
    process.exit(1);
  }
}
process.stdout.write("The extension lies in .output/chrome-mv3 and .output/firefox-mv3.\n");
