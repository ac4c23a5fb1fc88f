import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HELP, readSettings, type Settings } from "../../sync-server/settings.ts";
import { sayStartFailure } from "../../sync-server/start-failure.ts";
import { openStorage } from "../../sync-server/storage.ts";

describe("A server that cannot start says", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sidedesk-start-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const settingsOf = (...flags: string[]) => readSettings(flags, {});
  const listening = (settings: Settings): Promise<string | undefined> =>
    new Promise((resolve) => {
      const server = createServer();
      server.on("error", (error) => resolve(sayStartFailure(error, settings)));
      server.listen(settings.port, settings.host, () => server.close(() => resolve("it listens")));
    });
  const opening = (settings: Settings): Promise<string | undefined> =>
    openStorage({
      ...settings,
      now: Date.now,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      fault: () => {},
    }).then(
      () => "it opens",
      (error: unknown) => sayStartFailure(error, settings),
    );

  it("that its port is taken, and which to take instead", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.on("listening", resolve));
    const { port } = other.address() as { port: number };
    const said = await listening(settingsOf("--port", String(port)));
    await new Promise((resolve) => other.close(resolve));
    expect(said).toContain(`Another program listens on 127.0.0.1, port ${port}.`);
    expect(said).toMatch(/--port \d+$/);
  });

  it("that an address is not this computer's, and which are", async () => {
    expect(await listening(settingsOf("--host", "203.0.113.9", "--port", "0"))).toMatch(
      /"203\.0\.113\.9" is no address of this computer\. .*0\.0\.0\.0/,
    );
  });

  it("that a data folder is a file, or holds something else's", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    for (const data of [file, join(file, "below")])
      expect(await opening(settingsOf("--data", data))).toContain(`${data} is a file, or lies in one.`);
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "sidedesk.sqlite"), "Something else altogether. ".repeat(400));
    expect(await opening(settingsOf("--data", other))).toContain("no database of Sidedesk");
  });

  it.skipIf(process.platform !== "linux")("that the system has no place for a data folder there", () => {
    const taking = `import("${new URL("../../sync-server/sqlite/folder.ts", import.meta.url)}").then(({ takeFolder }) => takeFolder("/proc/sidedesk/data"))`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", taking], { timeout: 10_000 });
    expect(String(stderr)).toContain("mkdir '/proc/sidedesk'");
    expect(status).toBe(1);
  });

  it("that a data folder cannot be written", () => {
    const settings = settingsOf("--data", "/srv/desk");
    const denied = Object.assign(new Error("EACCES: permission denied"), {
      code: "EACCES",
      syscall: "mkdir",
    });
    const unopened = Object.assign(new Error("unable to open database file"), {
      code: "ERR_SQLITE_ERROR",
      errcode: 14,
    });
    for (const error of [denied, unopened])
      expect(sayStartFailure(error, settings)).toMatch(
        /^The folder \/srv\/desk cannot be written .*--data FOLDER$/,
      );
  });

  it("that no PostgreSQL answers, without the address that may hold a password", async () => {
    const said = await opening(settingsOf("--database", "postgres://desk:secret@127.0.0.1:1/desk"));
    expect(said).toContain("No PostgreSQL answers there");
    expect(said).not.toContain("secret");
  });

  it("nothing of an error that no setting mends", () => {
    expect(sayStartFailure(new TypeError("a fault of ours"), settingsOf())).toBeUndefined();
  });

  it("of a wrong flag which it is, and where all of them stand; its help has each", () => {
    expect(() => settingsOf("--colour")).toThrow(
      /^Unknown option '--colour'\. npm run server -- --help lists them\.$/,
    );
    for (const flag of ["data", "database", "host", "port", "quota-mb", "new-desks", "proxied"])
      expect(HELP).toContain(`--${flag}`);
  });
});
