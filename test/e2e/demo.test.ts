import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desktop, play, playTogether, type Tell, TYPED } from "../practice/demo.ts";
import { gmailHost, outlookHosts } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const silently: Tell = (_what, work) => work();
const noPicture = async (_page: Page, _name: string) => {};
/** Everything that a person types or reads in the play, in the spellings that software keeps text in. */
const WORDS = [
  ...TYPED,
  "Baltic Sample Rail",
  "20000001",
  "20000002",
  "half an hour",
  "framework contract",
  "sample.caller@example.com",
  "first line",
  "last line",
  "X7K2PQ",
  "TK 1757",
  "Principal A",
];
/** What Debian's Chromium asks without any extension, whatever its switches say. */
const CHROMIUM_ITSELF = new Set([
  "accounts.google.com:443",
  "clients2.google.com:80",
  "update.googleapis.com:80",
  "update.googleapis.com:443",
  "redirector.gvt1.com:443",
]);

/** Base64 of a word that begins anywhere in a group of three bytes, without the characters that its neighbours share. */
const base64At = (word: string, offset: number) =>
  Buffer.from("\0".repeat(offset) + word)
    .toString("base64")
    .replace(/=+$/, "")
    .slice(Math.ceil((offset * 8) / 6), -1);
const spellings = (word: string) => [
  word,
  [...word].join("\0"),
  Buffer.from(word).toString("hex"),
  ...[0, 1, 2].map((offset) => base64At(word, offset)),
];
/** The words found in what the server keeps, large or small, each with the file. */
function found(workplace: Workplace): string[] {
  return workplace.serverFiles().flatMap(({ name, bytes }) => {
    const text = bytes.toString("latin1").toLowerCase();
    const isThere = (word: string) =>
      spellings(word).some((spelled) => spelled.length >= 6 && text.includes(spelled.toLowerCase()));
    return WORDS.filter(isThere).map((word) => `${name}: ${word}`);
  });
}

describe.skipIf(!isInstalled("chrome"))("The main job, with two assistants and two browsers", () => {
  let workplace: Workplace;
  let a: Desktop;
  let b: Desktop;
  beforeAll(async () => {
    workplace = await openWorkplace();
  });
  afterAll(() => workplace?.close());

  it("is done: a call, a message, a reply and a trip reach the other at once, also by way of offline", async () => {
    const office = {
      server: { url: workplace.url, port: 0, close: async () => {} },
      hosts: workplace.hosts,
      close: async () => {},
    };
    ({ a, b } = await play(office, (proxy) => workplace.launch("chrome", { proxy }), silently, noPicture));
    await playTogether(a, b, silently, noPicture);
  });

  it("leaves no word with the server: not in its database, its WAL, its shared memory, its log", async () => {
    const names = workplace.serverFiles().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["sidedesk.sqlite", "sidedesk.sqlite-wal", "sidedesk.sqlite-shm", "server.log"]),
    );
    const bytes = workplace.serverFiles().reduce((sum, file) => sum + file.bytes.length, 0);
    expect(bytes, "the server keeps what the play made").toBeGreaterThan(20_000);
    expect(found(workplace)).toEqual([]);
  });

  it("would find a word that lay there, in a database as in the log, in any spelling", () => {
    const server = join(workplace.folder, "server");
    appendFileSync(join(server, "server.log"), `{"note":"${btoa("of the arbitration seat here")}"}\n`);
    const planted = new DatabaseSync(join(server, "planted.sqlite"));
    planted.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (v BLOB)");
    planted.prepare("INSERT INTO t VALUES (?)").run(Buffer.from("for Sample Member, please", "utf16le"));
    expect(found(workplace)).toEqual(["planted.sqlite-wal: Sample Member", "server.log: arbitration seat"]);
    planted.close();
  });

  it("asks no host but the desk’s own server and the webmails that were opened", () => {
    const server = new URL(workplace.url).host;
    const asked = ({ proxy }: Desktop) => new Set(proxy.asked).difference(CHROMIUM_ITSELF);
    expect(asked(a)).toEqual(new Set([server, `${gmailHost}:443`]));
    expect(asked(b)).toEqual(new Set([server, `${outlookHosts[0]}:443`]));
  });
});
