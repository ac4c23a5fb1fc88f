import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export type InstalledBrowser = { name: string; kind: "chrome" | "firefox"; path: string };

type Place = {
  name: string;
  kind: InstalledBrowser["kind"];
  commands: string[];
  mac: string;
  windows: string[];
};

const places: Place[] = [
  {
    name: "Chromium",
    kind: "chrome",
    commands: ["chromium", "chromium-browser"],
    mac: "Chromium.app/Contents/MacOS/Chromium",
    windows: ["Chromium\\Application\\chrome.exe"],
  },
  {
    name: "Chrome",
    kind: "chrome",
    commands: ["google-chrome", "google-chrome-stable", "google-chrome-beta"],
    mac: "Google Chrome.app/Contents/MacOS/Google Chrome",
    windows: ["Google\\Chrome\\Application\\chrome.exe"],
  },
  {
    name: "Edge",
    kind: "chrome",
    commands: ["microsoft-edge", "microsoft-edge-stable"],
    mac: "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    windows: ["Microsoft\\Edge\\Application\\msedge.exe"],
  },
  {
    name: "Firefox",
    kind: "firefox",
    commands: ["firefox", "firefox-esr", "firefox-developer-edition"],
    mac: "Firefox.app/Contents/MacOS/firefox",
    windows: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
  },
];

/**
 * The browsers on this machine that Sidedesk can be tried in, in order of preference, at most one of each name.
 * `platform` and `environment` are `process.platform` and `process.env`; `exists` tells whether a file is there.
 */
export function findBrowsers(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): InstalledBrowser[] {
  return places.flatMap(({ name, kind, ...place }) => {
    const path = candidates(place, platform, environment).find(exists);
    return path === undefined ? [] : [{ name, kind, path }];
  });
}

/** Whether this machine has a browser of a kind; tests that need one it lacks are skipped, and `npm test` says so. */
export const isInstalled = (kind: InstalledBrowser["kind"]): boolean =>
  findBrowsers().some((found) => found.kind === kind);

function candidates(
  place: Pick<Place, "commands" | "mac" | "windows">,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): string[] {
  if (platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].map((folder) => `${folder}/${place.mac}`);
  }
  if (platform === "win32") {
    const folders = [environment.ProgramFiles, environment["ProgramFiles(x86)"], environment.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? place.windows.map((rest) => `${folder}\\${rest}`) : []));
  }
  const folders = [...(environment.PATH ?? "").split(delimiter).filter(Boolean), "/usr/bin", "/snap/bin"];
  return place.commands.flatMap((command) => folders.map((folder) => `${folder}/${command}`));
}
