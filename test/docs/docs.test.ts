import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
/** What git keeps, and what is new and not ignored. */
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const pages = files.filter((file) => file.endsWith(".md"));
const textOf = new Map(
  files.flatMap((file) => {
    const text = read(file);
    return text.includes("\0") ? [] : [[file, text] as const];
  }),
);
const matches = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))].sort();

/** Names in backticks that can only be paths: they have a folder, or the ending of a source file. What is made is not there yet. */
const pathsIn = (text: string) =>
  matches(text, /`([\w.][\w.-]*(?:\/[\w.-]+)*\/?)`/g).filter(
    (name) =>
      !name.startsWith(".output/") && (name.includes("/") || /\w\.(?:ts|tsx|mjs|json|md)$/.test(name)),
  );
/** Targets of links and images inside the repository. */
const linksIn = (page: string) =>
  matches(read(page), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((target) => !/^[a-z]+:/.test(target));

describe("The documents", () => {
  it("name every npm script in the README, and none that is not there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = matches(
      read("README.md"),
      /\bnpm (?:run (?:--silent )?)?(start|test(?!:)|(?<=run (?:--silent )?)\w+(?::\w+)?)/g,
    );
    expect(named).toEqual(Object.keys(scripts).sort());
  });

  it("name only npm scripts that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const page of pages)
      for (const name of matches(read(page), /\bnpm run (?:--silent )?(\w+(?::\w+)?)/g))
        expect(Object.keys(scripts), page).toContain(name);
  });

  for (const page of ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])
    it(`name only files that exist, in ${page}`, () => {
      const paths = pathsIn(read(page));
      expect(paths.length).toBeGreaterThan(3);
      expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    });

  it("link to files and images that exist", () => {
    const broken = pages.flatMap((page) =>
      linksIn(page)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(linksIn("README.md").length).toBeGreaterThan(5);
    expect(broken).toEqual([]);
  });

  it("name the environment's variables that the code reads, and no others", () => {
    const code = files.filter((file) => /\.(?:ts|mjs)$/.test(file) && !/\.test\.ts$/.test(file));
    const used = code.flatMap((file) => matches(read(file), /\.(SIDEDESK_[A-Z_]+)/g));
    const told = matches(read("README.md") + read("sync-server/README.md"), /\b(SIDEDESK_[A-Z_]+)/g);
    expect(told).toEqual([...new Set(used)].sort());
  });

  it("name the server's flags and metrics, and no others", () => {
    const page = read("sync-server/README.md");
    const metrics = matches(read("sync-server/observe.ts"), /^ {2}(sidedesk_\w+):/gm);
    expect(metrics.length).toBeGreaterThan(5);
    expect(matches(page, /\b(sidedesk_\w+)/g)).toEqual(metrics);
    const options =
      /const options = \{([^}]*(?:\{[^}]*\}[^}]*)*)\}/.exec(read("sync-server/settings.ts"))?.[1] ?? "";
    const flags = matches(options, /^ {4}"?([\w-]+)"?:/gm);
    expect(flags.length).toBeGreaterThan(3);
    expect(matches(page, /^\| `--([\w-]+)`/gm)).toEqual(flags);
  });

  it("give a reason for each permission of the extension", () => {
    const [, listed = ""] = /permissions: \[([^\]]*)\]/.exec(read("wxt.config.ts")) ?? [];
    const asked = matches(listed, /"(\w+)"/g);
    const reasons = matches(read("SECURITY.md"), /^\| `(\w+)`/gm);
    expect(asked.length).toBeGreaterThan(0);
    // WXT adds this one for the side panel.
    expect(reasons).toEqual([...asked, "sidePanel"].sort());
    for (const host of matches(read("wxt.config.ts"), /"https:\/\/([\w.]+)\/\*"/g))
      expect(read("SECURITY.md")).toContain(`\`${host}\``);
  });
});

describe("Every text of the repository", () => {
  const holding = (pattern: RegExp) =>
    [...textOf].filter(([, text]) => pattern.test(text)).map(([file]) => file);

  it("is read", () => {
    expect(textOf.size).toBeGreaterThan(300);
    expect([...textOf.keys()]).toContain("package-lock.json");
  });

  it("names no package registry: the clone works with whichever one a machine is set to", () => {
    expect(holding(/registry\.[a-z0-9-]+\.[a-z]|npmjs\.|^\s*registry\s*=|"resolved":\s*"https?:/m)).toEqual(
      [],
    );
  });

  it("holds no path of the machine that it was written on", () => {
    expect(holding(/(?<![\w.@\\~})*-])\/(?:work|root|home\/\w+)\//)).toEqual([]);
  });
});
