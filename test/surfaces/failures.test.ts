import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { BackgroundError } from "../../extension/port/client.ts";
import { wordFailure } from "../../extension/surfaces/state/failures.ts";
import { wordProblem } from "../../extension/surfaces/state/problems.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";
import type { RosterFailureCode } from "../../shared/desk/failures.ts";
import { REFUSAL_CODES } from "../../shared/protocol/refusals.ts";
import { LOCALES } from "../../shared/records/labels.ts";
import { sync } from "./sample-world.ts";

const FAILED = [
  ...["disk-full", "offline", "not-a-server", "bad-address", "insecure-server", "version", "unknown-desk"],
  ...["moved", "quota", "rate", "clock", "role", "no-desk", "not-an-invite", "damaged", "already-here"],
  ...["invite-unknown", "invite-expired", "invite-used", "invite-revoked", "already-member", "sample"],
  ...["changed-since"],
];
const DISTRUSTED = [
  "forged",
  "withheld",
  "forked",
  "rollback",
  "replayed",
  "stranger",
  "another-desk",
  "old-key",
];
/** Said alike: the server does not take what this device sends. */
const REFUSED = ["signature", "epoch", "counter", "previous-hash", "too-large", "author", "token"];
const STOPPED = [
  ...DISTRUSTED,
  ...["roster", "version", "unknown-desk", "not-a-member", "role", "superseded", "clock"],
  ...["owner-first", "wrong-key", "no-key", ...REFUSED],
];
const DETAIL = "what only the background says";
const stopped = (code: string) => sync({ phase: "stopped", problem: { code, detail: DETAIL } });

for (const locale of LOCALES)
  describe(`Failures in ${locale}`, async () => {
    const words = createWords({ locale, catalogue: await loadCatalogue(locale) }, [locale]);
    const failed = (code: string) => wordFailure(words, new BackgroundError({ code, detail: DETAIL }));

    it("are said in the person's own words, in at least two sentences", () => {
      for (const code of FAILED) {
        expect(failed(code), code).not.toContain(DETAIL);
        expect(failed(code), code).toMatch(/[.:。：;].*[.。]$/u);
      }
    });

    it("that stop the sync say that the work is safe, each by what happened", () => {
      const texts = STOPPED.map((code) => wordProblem(words, stopped(code))?.text ?? "");
      for (const text of texts) {
        expect(text).not.toContain(DETAIL);
        expect(text).not.toContain("{");
      }
      const alike = new Set(["no-key", ...REFUSED.slice(1)]);
      expect(new Set(texts).size).toBe(STOPPED.filter((code) => !alike.has(code)).length);
    });
  });

describe("A failure", async () => {
  const words = createWords({ locale: "en", catalogue: await loadCatalogue("en") }, ["en"]);

  it("that nobody expected shows what the background says, and so does one named like an object's own", () => {
    for (const code of ["internal", "constructor", "__proto__"]) {
      expect(wordFailure(words, new BackgroundError({ code, detail: DETAIL }))).toContain(DETAIL);
      expect(wordProblem(words, stopped(code))?.text).toContain(DETAIL);
    }
    expect(wordFailure(words, new Error("broken"))).toContain("broken");
  });

  it("that passes by itself is not pressed upon a person", () => {
    expect(
      wordProblem(words, sync({ phase: "offline", problem: { code: "no-desk", detail: DETAIL } })),
    ).toBeNull();
    expect(wordProblem(words, sync({ phase: "offline" }))).toBeNull();
  });

  it("that goes on by itself, or is a clock's, is said calmly; whatever stops the sync is not", () => {
    const said = (code: string) => wordProblem(words, sync({ problem: { code, detail: DETAIL } }));
    expect(said("rate")).toMatchObject({ isCalm: true, help: null });
    expect(said("clock-apart")).toMatchObject({ isCalm: true, help: "again" });
    expect(STOPPED.filter((code) => said(code)?.isCalm)).toEqual([]);
  });

  it("of the sync says how much waits here to be sent", () => {
    const problem = { code: "storage-full", detail: "" };
    expect(wordProblem(words, sync({ problem, unsent: 3 }))?.waits).toBe("3 changes wait here to be sent.");
    expect(wordProblem(words, sync({ problem }))?.waits).toBeNull();
  });

  it("of the sync offers the one thing that may help: a try, the whole log again, or nothing that is done here", () => {
    const help = (code: string) => wordProblem(words, stopped(code))?.help;
    const byHelp = Object.groupBy(STOPPED, (code) => String(help(code)));
    expect(byHelp.null).toEqual(["not-a-member", "superseded", "wrong-key", "no-key"]);
    expect(byHelp.anew).toEqual(["withheld", "forked", "rollback", "replayed", "unknown-desk", ...REFUSED]);
    expect(help("disk-full")).toBe("again");
  });
});

/** Every code that a source names where it fails. */
function codesIn(folder: string): string[] {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => [
      ...readFileSync(join(root, folder, path), "utf8").matchAll(
        /(?:(?:ExpectedError|DistrustError)\(\s*|\bcode: |\bstop\()"([a-z-]+)"/g,
      ),
    ])
    .map(([, code]) => code ?? "");
}

/** Why a list of members is refused; the compiler says where one is missing here. */
const ROSTER: Readonly<Record<RosterFailureCode, true>> = {
  malformed: true,
  "another-desk": true,
  "out-of-order": true,
  signature: true,
  "not-allowed": true,
  "invite-unknown": true,
  "invite-expired": true,
  "invite-used": true,
  "invite-revoked": true,
  "already-member": true,
  "last-owner": true,
  recipients: true,
  "too-long": true,
  rollback: true,
  fork: true,
};

describe("Every code of a failure", async () => {
  const words = createWords({ locale: "en", catalogue: await loadCatalogue("en") }, ["en"]);
  /** Shown with what the background says: nobody expected it. */
  const UNEXPECTED = new Set(["internal"]);
  const codes = new Set([...codesIn("extension/background"), ...Object.keys(REFUSAL_CODES)]);

  it("is found in the sources", () => {
    for (const code of ["rollback", "bad-address", "disk-full", "storage-full", "wrong-key"])
      expect(codes).toContain(code);
  });

  it("that stops or holds up the sync has words of its own", () => {
    const asked = new Set([
      "offline",
      "already-here",
      "sample",
      "bad-address",
      "no-server",
      "no-store",
      "invalid",
      "moved",
      "changed-since",
      "not-found",
      "last-owner",
      "invite-unknown",
      "invite-used",
      "paper-key",
      "too-soon",
      "already-member",
      "wrong-passphrase",
      "no-passphrase",
      "short-passphrase",
      "not-recognised",
      "locked",
      "interrupted",
    ]);
    for (const code of codes) {
      const { text = "" } = wordProblem(words, stopped(code)) ?? {};
      if (!asked.has(code) && !code.startsWith("backup-") && !UNEXPECTED.has(code))
        expect(text, code).not.toContain(DETAIL);
    }
  });

  it("that answers what a person asked for has words of its own", () => {
    const ofSync = new Set([
      "gap",
      "clock-apart",
      "wrong-key",
      "bad-epoch",
      "no-key",
      "superseded",
      ...DISTRUSTED,
      "no-store",
    ]);
    for (const code of [...codes, ...Object.keys(ROSTER)])
      if (!ofSync.has(code) && !UNEXPECTED.has(code))
        expect(wordFailure(words, new BackgroundError({ code, detail: DETAIL })), code).not.toContain(DETAIL);
  });
});
