import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "wxt";
import { textsFile } from "./extension/port/last-opening.ts";
import { thirdPartyNotices } from "./test/run/notices.ts";
import { stripWasm } from "./test/run/strip-wasm.ts";

const WEBMAIL = [
  "https://mail.google.com/*",
  "https://outlook.office.com/*",
  "https://outlook.office365.com/*",
  "https://outlook.live.com/*",
  "https://outlook.cloud.microsoft/*",
];

/** Where a desk's server may be, by a person's choice: anywhere behind TLS, or on this computer. */
const SERVERS = [
  "https:",
  "wss:",
  ...["localhost", "127.0.0.1"].flatMap((host) => [`http://${host}:*`, `ws://${host}:*`]),
];

const LOCALES = fileURLToPath(new URL("extension/locales", import.meta.url));

/** The scripts that the pages of the extension share. */
const SHARED = "surface";

/** A page's first script knows the texts of a language by their file's name: `extension/port/last-opening.ts`. */
const nameTexts: Plugin = {
  name: "name texts",
  outputOptions: ({ chunkFileNames = "[name].js", ...options }) => ({
    ...options,
    chunkFileNames: (chunk) => {
      if (chunk.facadeModuleId && dirname(chunk.facadeModuleId) === LOCALES)
        return textsFile(chunk.name).slice(1);
      return typeof chunkFileNames === "string" ? chunkFileNames : chunkFileNames(chunk);
    },
  }),
};

export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  outDir: ".output",
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [nameTexts],
    build: {
      target: "esnext",
      rolldownOptions: {
        // ZXing does not say that what is not used of it may be left out: of its codes four are read, none is written.
        treeshake: { moduleSideEffects: (id) => !id.includes("/@zxing/") },
        output: {
          // What three pages share is one file: to a browser each costs more than what one page may not need of it.
          codeSplitting: { groups: [{ name: SHARED, minShareCount: 3 }] },
          // Chromium compiles these while it reads them, on another thread, and not when a page first runs them.
          postBanner: ({ fileName, isEntry, name }) =>
            fileName.startsWith("chunks/") && (isEntry || name === SHARED)
              ? "//# allFunctionsCalledOnLoad"
              : "",
        },
      },
      // A page names all scripts that it begins with, so that none waits until another has been read.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, scripts, { hostType }) => (hostType === "html" ? scripts : []),
      },
    },
  }),
  hooks: {
    // Automerge's WebAssembly travels as a file of its own: inlined it would be a third larger and slow every wake-up.
    "build:publicAssets": ({ config }, files) => {
      const automerge = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
      const stripped = join(config.wxtDir, "automerge.wasm");
      mkdirSync(config.wxtDir, { recursive: true });
      writeFileSync(stripped, stripWasm(readFileSync(automerge)));
      files.push({ absoluteSrc: stripped, relativeDest: "automerge.wasm" });
      // What the options link to: texts that a browser shows as they are.
      files.push({ contents: thirdPartyNotices(), relativeDest: "third-party-notices.txt" });
      files.push({
        absoluteSrc: fileURLToPath(new URL("SECURITY.md", import.meta.url)),
        relativeDest: "security.txt",
      });
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extName__",
    description: "__MSG_extDescription__",
    default_locale: "en",
    permissions: ["storage", "unlimitedStorage", "alarms", "contextMenus", "idle"],
    omnibox: { keyword: "sd" },
    content_security_policy: {
      extension_pages: [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        `connect-src 'self' ${SERVERS.join(" ")}`,
        "img-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'none'",
        `frame-ancestors 'self' ${WEBMAIL.map((match) => match.slice(0, -2)).join(" ")}`,
      ].join("; "),
    },
    web_accessible_resources: [{ resources: ["sidebar.html"], matches: WEBMAIL }],
    action: { default_title: "__MSG_extName__" },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+L" }, description: "__MSG_commandCapture__" },
      "toggle-sidebar": { suggested_key: { default: "Alt+S" }, description: "__MSG_commandSidebar__" },
      "next-due": { suggested_key: { default: "Alt+Shift+N" }, description: "__MSG_commandNext__" },
      claim: { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_commandClaim__" },
      "open-desk": {
        // Chromium refuses an extension that suggests more than four keys.
        ...(browser === "firefox" ? { suggested_key: { default: "Alt+Shift+D" } } : {}),
        description: "__MSG_commandDesk__",
      },
      lock: {
        ...(browser === "firefox" ? { suggested_key: { default: "Alt+Shift+L" } } : {}),
        description: "__MSG_commandLock__",
      },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "sidedesk@sidedesk.invalid",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none" as const] },
            },
          },
        }
      : {
          minimum_chrome_version: "144",
          // Firefox reads what an organisation has set without a schema.
          storage: { managed_schema: "managed-schema.json" },
        }),
  }),
});
