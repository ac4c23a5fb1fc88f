import { existsSync } from "node:fs";
import { type Ended, run } from "./steps.ts";

/** Debian packages that the tests use, with a file that tells whether each is there. */
const PACKAGES = {
  chromium: "/usr/bin/chromium",
  "firefox-esr": "/usr/bin/firefox-esr",
  "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
  postgresql: "/usr/lib/postgresql",
  "fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
} as const;

/** The packages that are not installed. */
export const missingPackages = (): string[] =>
  Object.entries(PACKAGES)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);

/**
 * Installs what the tests need, where that is possible: on Debian as root. Elsewhere it says what is missing,
 * and the tests find what the machine has, or say what they lack.
 */
export async function installSystemPackages(): Promise<Ended> {
  const missing = missingPackages();
  if (missing.length === 0) return { code: 0, output: "", seconds: 0 };
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0)
    return { code: 0, output: `Not installed: ${missing.join(", ")}.\n`, seconds: 0 };
  const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  const updated = await run("apt-get", ["update", "-qq"], quiet);
  const installed = await run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", ...missing],
    quiet,
  );
  return {
    ...installed,
    output: updated.output + installed.output,
    seconds: updated.seconds + installed.seconds,
  };
}
