import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { builtExtension } from "../e2e/harness/built.ts";

const GMAIL = "https://mail.google.com/*";
const OUTLOOK = [
  "https://outlook.cloud.microsoft/*",
  "https://outlook.live.com/*",
  "https://outlook.office.com/*",
  "https://outlook.office365.com/*",
];
const LANGUAGES = ["cs", "en", "lv", "ru", "vi", "zh_CN"];

const { version: manifestVersion }: { version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** What both browsers are asked for; all of it, so that nothing more comes in unseen. */
const COMMON = {
  manifest_version: 3,
  name: "__MSG_extName__",
  description: "__MSG_extDescription__",
  version: manifestVersion,
  icons: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`])),
  options_ui: { page: "options.html", open_in_tab: true },
  default_locale: "en",
  content_security_policy: {
    extension_pages:
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; " +
      "connect-src 'self' https: wss: http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*; " +
      "img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; " +
      "frame-ancestors 'self' https://mail.google.com https://outlook.office.com https://outlook.office365.com " +
      "https://outlook.live.com https://outlook.cloud.microsoft",
  },
  web_accessible_resources: [
    { resources: ["sidebar.html"], matches: expect.toSatisfy(sameAs([GMAIL, ...OUTLOOK])) },
  ],
  action: { default_title: "Sidedesk", default_popup: "popup.html" },
  commands: {
    _execute_action: { suggested_key: { default: "Alt+L" }, description: "__MSG_commandCapture__" },
    "toggle-sidebar": { suggested_key: { default: "Alt+S" }, description: "__MSG_commandSidebar__" },
    "next-due": { suggested_key: { default: "Alt+Shift+N" }, description: "__MSG_commandNext__" },
    claim: { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_commandClaim__" },
  },
  omnibox: { keyword: "sd" },
  content_scripts: [
    { matches: [GMAIL], run_at: "document_idle", js: ["content-scripts/gmail.js"] },
    {
      matches: expect.toSatisfy(sameAs(OUTLOOK)),
      run_at: "document_idle",
      js: ["content-scripts/outlook.js"],
    },
  ],
};
const MANIFESTS = {
  chrome: {
    ...COMMON,
    permissions: ["storage", "unlimitedStorage", "alarms", "contextMenus", "idle", "sidePanel"],
    commands: {
      ...COMMON.commands,
      "open-desk": { description: "__MSG_commandDesk__" },
      lock: { description: "__MSG_commandLock__" },
    },
    minimum_chrome_version: "144",
    storage: { managed_schema: "managed-schema.json" },
    background: { service_worker: "background.js" },
    side_panel: { default_path: "sidepanel.html" },
  },
  firefox: {
    ...COMMON,
    permissions: ["storage", "unlimitedStorage", "alarms", "contextMenus", "idle"],
    commands: {
      ...COMMON.commands,
      "open-desk": { suggested_key: { default: "Alt+Shift+D" }, description: "__MSG_commandDesk__" },
      lock: { suggested_key: { default: "Alt+Shift+L" }, description: "__MSG_commandLock__" },
    },
    browser_specific_settings: {
      gecko: {
        id: "sidedesk@sidedesk.invalid",
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
    background: { scripts: ["background.js"] },
    sidebar_action: {
      default_panel: "sidepanel.html",
      default_title: "Sidedesk",
      open_at_install: false,
    },
  },
};

function sameAs(wanted: readonly string[]) {
  return (found: string[]) => JSON.stringify(found.toSorted()) === JSON.stringify(wanted.toSorted());
}

for (const browser of ["chrome", "firefox"] as const) {
  const dir = builtExtension(browser);
  const read = (file: string) => readFileSync(join(dir, file), "utf8");
  const files = globSync("**/*", { cwd: dir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
  const scripts = files.filter((file) => file.endsWith(".js"));
  const pages = files.filter((file) => file.endsWith(".html"));

  describe(`The extension built for ${browser}`, () => {
    it("asks for exactly what it needs", () => {
      expect(JSON.parse(read("manifest.json"))).toEqual(MANIFESTS[browser]);
    });

    it("suggests no more than four keys where a browser takes no more, and none that browsers keep", () => {
      const commands: Record<string, { suggested_key?: { default: string } }> = JSON.parse(
        read("manifest.json"),
      ).commands;
      const suggested = Object.values(commands).flatMap(({ suggested_key }) => suggested_key?.default ?? []);
      expect(suggested.length).toBeLessThanOrEqual(browser === "chrome" ? 4 : 8);
      expect(new Set(suggested).size).toBe(suggested.length);
      // Alt with these opens a menu, the address bar or the settings; Alt+Shift with these is Chromium's own.
      const kept = ["Alt+D", "Alt+E", "Alt+F", "Alt+Shift+A", "Alt+Shift+B", "Alt+Shift+I", "Alt+Shift+T"];
      expect(suggested.filter((keys) => kept.includes(keys))).toEqual([]);
    });

    it("has a name and a description in each language, within the stores' limits", () => {
      for (const language of LANGUAGES) {
        const messages: Record<string, { message: string }> = JSON.parse(
          read(`_locales/${language}/messages.json`),
        );
        expect(messages.extName?.message.length, language).toBeLessThanOrEqual(45);
        expect(messages.extDescription?.message.length, language).toBeLessThanOrEqual(132);
        const used = read("manifest.json").matchAll(/__MSG_(\w+)__/g);
        for (const [, key = ""] of used) expect(messages[key]?.message, `${language} ${key}`).toBeTruthy();
      }
      expect(files.filter((file) => file.startsWith("_locales/")).length).toBe(LANGUAGES.length);
    });

    it("holds nothing of the gallery and its pseudo-language", () => {
      expect(files.filter((file) => /gallery|pseudo/.test(file))).toEqual([]);
      expect(scripts.filter((file) => /ÅåÁáƁƀ|ẋẋẋẋẋ/.test(read(file)))).toEqual([]);
    });

    it("runs no code from elsewhere and makes none from text", () => {
      expect(scripts.length).toBeGreaterThan(5);
      for (const file of scripts) {
        // A worker's own file, named in full, is none from elsewhere.
        const code = read(file).replaceAll(/importScripts(\?\.)?\(([`"'])\/line-reader\.js\2\)/g, "");
        expect(
          code.match(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(["'`]|importScripts\s*(\?\.)?\(/),
          file,
        ).toBe(null);
        for (const [, address = ""] of code.matchAll(/\bimport\s*\(([^)]*)\)/g))
          expect(address, file).toMatch(/^[`"']\.{1,2}\/[\w./-]+\.js[`"']$/);
        for (const [, address = ""] of code.matchAll(/\bfrom\s*[`"']([^`"']+\.js)[`"']/g))
          expect(address, file).toMatch(/^\.{1,2}\//);
      }
    });

    it("has pages whose scripts and styles are its own files, and nothing inline", () => {
      expect(pages.sort()).toEqual([
        "desk.html",
        "options.html",
        "popup.html",
        "sidebar.html",
        "sidepanel.html",
      ]);
      for (const page of pages) {
        const html = read(page);
        for (const [tag, attributes = "", content = ""] of html.matchAll(
          /<script\b([^>]*)>([\s\S]*?)<\/script>/g,
        )) {
          expect(content.trim(), tag).toBe("");
          expect(files, tag).toContain(/\bsrc="\/([^"]+)"/.exec(attributes)?.[1]);
        }
        for (const [tag, address = ""] of html.matchAll(/<link\b[^>]*\bhref="([^"]+)"/g))
          expect(files, tag).toContain(address.slice(1));
        expect(html, page).not.toMatch(/\son\w+=|javascript:|https?:\/\//);
        // A page of the extension speaks with the background and nobody else: the policy comes before all that it holds back.
        const policy = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html);
        expect(policy?.[1], page).toBe(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'",
        );
        expect(html.search(/<(script|link)\b/), page).toBeGreaterThan(policy?.index ?? Number.NaN);
      }
    });

    it("names no address but the webmails, examples and vocabularies", () => {
      const named = new Set(
        scripts.flatMap((file) =>
          [...read(file).matchAll(/\b(?:https?|wss?):\/\/[\w.-]*\w/g)].map(([url]) => url),
        ),
      );
      const known = [
        ...[GMAIL, ...OUTLOOK].map((match) => match.slice(0, -2)),
        "https://sync.example.com",
        "https://desk.example.com",
        "http://schema.org",
        "http://www.w3.org",
        // In texts of libraries' errors, for whoever reads them.
        "https://github.com",
        "https://wxt.dev",
      ];
      expect([...named].filter((url) => !known.includes(url))).toEqual([]);
    });

    it("is at most 2 MB as a package", () => {
      const packed = zipSync(
        Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(join(dir, file)))])),
        { level: 9 },
      );
      expect(packed.length).toBeGreaterThan(500_000);
      expect(packed.length).toBeLessThanOrEqual(2_000_000);
    });

    it("shows the sidebar after at most 80 kB of scripts, and loads at most 20 kB into a webmail", () => {
      const first = new Set<string>();
      const need = (file: string) => {
        if (first.has(file)) return;
        first.add(file);
        for (const [, next = ""] of read(file).matchAll(
          /\b(?:from|import)\s*[`"'](\.{1,2}\/[^`"']+\.js)[`"']/g,
        ))
          need(join(file, "..", next));
      };
      for (const [, src = ""] of read("sidebar.html").matchAll(/<script\b[^>]*\bsrc="\/([^"]+)"/g)) need(src);
      const packed = (file: string) => gzipSync(read(file)).length;
      const bytes = [...first].reduce((sum, file) => sum + packed(file), 0);
      expect(first.size).toBeGreaterThan(1);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(80_000);
      for (const webmail of ["gmail", "outlook"])
        expect(packed(`content-scripts/${webmail}.js`), webmail).toBeLessThanOrEqual(20_000);
    });
  });
}
