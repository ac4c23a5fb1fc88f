import { describe, expect, it } from "vitest";
import { findBrowsers } from "../e2e/harness/installed.ts";

const on =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe("the browsers of a machine", () => {
  it("are found on Linux along the PATH", () => {
    const found = findBrowsers(
      "linux",
      { PATH: "/opt/bin:/usr/bin" },
      on("/opt/bin/google-chrome", "/usr/bin/firefox-esr"),
    );
    expect(found).toEqual([
      { name: "Chrome", kind: "chrome", path: "/opt/bin/google-chrome" },
      { name: "Firefox", kind: "firefox", path: "/usr/bin/firefox-esr" },
    ]);
  });
  it("are found among the applications of macOS", () => {
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowsers("darwin", {}, on(chrome))).toEqual([
      { name: "Chrome", kind: "chrome", path: chrome },
    ]);
  });
  it("are found in the program folders of Windows", () => {
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const found = findBrowsers("win32", { "ProgramFiles(x86)": "C:\\Program Files (x86)" }, on(edge));
    expect(found).toEqual([{ name: "Edge", kind: "chrome", path: edge }]);
  });
  it("may be none", () => {
    expect(findBrowsers("linux", { PATH: "/usr/bin" }, on())).toEqual([]);
  });
});
