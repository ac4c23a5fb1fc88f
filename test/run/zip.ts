// `npm run zip`: the packages for the browsers' stores, in .output/.
import { globSync, statSync } from "node:fs";
import { bin, run, step } from "./steps.ts";

for (const browser of ["chrome", "firefox"]) {
  const ended = await step(`package for ${browser}`, () => run(bin("wxt"), ["zip", "-b", browser]));
  if (ended.code !== 0) {
    process.stdout.write(ended.output);
    process.exit(1);
  }
}
for (const file of globSync(".output/*.zip"))
  process.stdout.write(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB\n`);
