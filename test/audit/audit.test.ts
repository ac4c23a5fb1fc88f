import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAct } from "../../shared/audit/act.ts";
import type { AuditFile } from "../../shared/audit/file.ts";
import { verifyAudit } from "../../shared/audit/verify.ts";
import { fingerprintOf } from "../../shared/desk/fingerprint.ts";
import { fromBase64url, toBase64url } from "../../shared/protocol/bytes.ts";
import { office, written } from "../background/office.ts";
import { command, creation, type Device, idHere, until } from "../background/world.ts";

let file: AuditFile;
let folder: string;
let owner: Device;
let assistant: Device;
let desk: string;
let principal: string;
let trip: string;

const auditFileOf = async (one: Device, words: AuditFile["words"]) =>
  JSON.parse((await one.engine.contents.auditFile(desk, principal, words)).text) as AuditFile;
const acts = async (one: Device) => (await auditFileOf(one, "none")).acts.length;

/** An owner gives an assistant authority for trips; both work in the principal's name, one knowing of the other. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-audit-"));
  const made = await office("assistant");
  ({ owner, desk } = made);
  assistant = made.others[0]!;
  const boss = creation("principal", { fn: "Principal A" });
  principal = boss.id;
  await owner.engine.submit(desk, [boss.command]);
  const given = creation("delegation", {
    onBehalfOf: principal,
    delegate: await idHere(assistant),
    scope: "trip",
    startsOn: "2000-01-01",
    endsOn: "2999-12-31",
    status: "granted",
  });
  await owner.engine.submit(desk, [given.command]);
  await written(owner);
  await until(async () => (await acts(assistant)) === 1);
  const journey = creation("trip", { title: "Riga board", principal, status: "planned" });
  trip = journey.id;
  await assistant.engine.submit(desk, [journey.command]);
  await assistant.engine.settled();
  await assistant.engine.submit(desk, [
    command({ do: "set", record: trip, field: "status", value: "booked" }),
    command({
      do: "edit",
      record: trip,
      field: "note",
      base: "",
      splice: { index: 0, remove: 0, insert: "Gate 4" },
    }),
  ]);
  await written(assistant);
  await until(async () => (await acts(owner)) === 3);
  const secret = creation("task", { summary: "Merger", principal, classification: "privileged" });
  await owner.engine.submit(desk, [secret.command]);
  await written(owner);
  await until(async () => (await acts(assistant)) === 4);
  file = await auditFileOf(owner, "open");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outcome = async (changed: unknown) => {
  const { failure } = await verifyAudit(changed);
  return failure && [failure.code, failure.at];
};
const copy = () => structuredClone(file);

describe("A log in a principal's name", () => {
  it("holds as every device makes it, with who did what, and under whose authority", async () => {
    const result = await verifyAudit(file);
    expect(result.failure).toBeNull();
    const told = result.acts.map(({ person, items: [item] }) => [
      person,
      item?.kind,
      item?.made,
      item?.fields.includes("status"),
      item?.proof.state,
    ]);
    const [o, a] = [await idHere(owner), await idHere(assistant)];
    expect(told).toEqual([
      [o, "delegation", true, true, "none"],
      [a, "trip", true, true, "held"],
      [a, "trip", false, true, "held"],
      [o, "task", true, false, "none"],
    ]);
    const theirs = await verifyAudit(await auditFileOf(assistant, "open"));
    expect(theirs.failure).toBeNull();
    expect(theirs.end).toEqual(result.end);
  });

  it("shows the words that are chosen, and otherwise hashes that tell nothing", async () => {
    expect(JSON.stringify(file)).toContain("Riga board");
    expect(JSON.stringify(file)).toContain("Gate 4");
    expect(JSON.stringify(file)).not.toContain("Merger");
    const none = JSON.stringify(await auditFileOf(owner, "none"));
    expect(none).not.toContain("Riga board");
    expect(none).toContain("2999-12-31");
    const all = await auditFileOf(owner, "all");
    expect(JSON.stringify(all)).toContain("Merger");
    expect((await verifyAudit(all)).failure).toBeNull();
  });

  it("is refused with any byte of any act changed", async () => {
    for (const [at, { act }] of file.acts.entries()) {
      const bytes = fromBase64url(act);
      for (let place = 0; place < bytes.length; place += 7) {
        const changed = copy();
        const other = bytes.slice();
        other[place]! ^= 1;
        changed.acts[at]!.act = toBase64url(other);
        expect(await outcome(changed), `act ${at}, byte ${place}`).not.toBeNull();
      }
    }
  });

  it("is refused with an act left out in the middle, out of its place, twice, or of another log", async () => {
    const without = (at: number) => {
      const changed = copy();
      changed.acts.splice(at, 1);
      return changed;
    };
    for (const at of [0, 1, 2]) expect(await outcome(without(at))).toEqual(["left-out", at]);
    const swapped = copy();
    swapped.acts.splice(1, 2, swapped.acts[2]!, swapped.acts[1]!);
    expect(await outcome(swapped)).toEqual(["order", 1]);
    const doubled = copy();
    doubled.acts.push(doubled.acts[3]!);
    expect(await outcome(doubled)).toEqual(["twice", 4]);
    expect(await outcome({ ...file, principal: { ...file.principal, id: "lasting.other" } })).toEqual([
      "another",
      0,
    ]);
  });

  it("cut off at its end holds, but ends with another mark than a member sees", async () => {
    const cut = await verifyAudit({ ...file, acts: file.acts.slice(0, 3) });
    expect(cut.failure).toBeNull();
    expect(cut.end).not.toEqual((await verifyAudit(file)).end);
  });

  it("is refused with words that were not written, for another act, or under another salt", async () => {
    const lie = copy();
    lie.acts[1]!.said[0]!.text = lie.acts[1]!.said[0]!.text.replace("Riga", "Rome");
    expect(await outcome(lie)).toEqual(["words", 1]);
    const moved = copy();
    moved.acts[2]!.said = moved.acts[1]!.said;
    expect(await outcome(moved)).toEqual(["words", 2]);
    const salted = copy();
    salted.acts[1]!.said[0]!.salt = toBase64url(new Uint8Array(32));
    expect(await outcome(salted)).toEqual(["words", 1]);
    const beyond = copy();
    beyond.acts[1]!.said[0]!.item = 9;
    expect(await outcome(beyond)).toEqual(["words", 1]);
  });

  it("is refused with a member left out, a list of members of another desk, or one that was changed", async () => {
    expect(await outcome({ ...file, roster: file.roster.slice(0, 1) })).toEqual(["stranger", 1]);
    expect(await outcome({ ...file, desk: { ...file.desk, id: "00".repeat(16) } })).toEqual(["roster", null]);
    const changed = copy();
    const bytes = fromBase64url(changed.roster[1]!);
    bytes[bytes.length - 1]! ^= 1;
    changed.roster[1] = toBase64url(bytes);
    expect(await outcome(changed)).toEqual(["roster", null]);
    for (const none of [null, {}, { ...file, version: 2 }, { ...file, acts: [{}] }])
      expect(await outcome(none)).toEqual(["not-a-log", null]);
  });

  it("names an authority that it does not show to have held", async () => {
    const hidden = copy();
    hidden.acts[0]!.said = [];
    const { acts: proven, failure } = await verifyAudit(hidden);
    expect(failure).toBeNull();
    expect(proven[1]!.items[0]!.proof.state).toBe("unproven");
  });

  it("is checked by a command that prints each act and ends with the first thing that does not hold", () => {
    const check = (log: unknown) => {
      const path = join(folder, "log.json");
      writeFileSync(path, typeof log === "string" ? log : JSON.stringify(log));
      const { status, stdout, stderr } = spawnSync(process.execPath, ["test/run/audit.ts", path], {
        encoding: "utf8",
      });
      return { status, text: stdout + stderr };
    };
    const good = check(file);
    expect(good.status).toBe(0);
    expect(good.text).toContain("HOLDS. 4 acts");
    expect(good.text).toContain('title = "Riga board"');
    expect(good.text).toMatch(/Member 1 .*\n +made trip .*by a delegation of Owner/);
    const bad = check({ ...file, acts: file.acts.toSpliced(1, 1) });
    expect(bad.status).toBe(1);
    expect(bad.text).toContain("DOES NOT HOLD. Act 2: An act in front of this one was left out.");
    expect(check("{").status).toBe(2);
  });
});

describe("A device", () => {
  it("shows the same log, the newest first, and marks what its own history contradicts", async () => {
    const view = await owner.engine.contents.audit(desk, principal, 2);
    expect(view).toMatchObject({ total: 4, problem: null, unsigned: 0 });
    expect(view.acts.map(({ items }) => items[0]?.title)).toEqual(["", "Riga board"]);
    expect(view.acts[1]!.items[0]).toMatchObject({ authority: "held", givenBy: await idHere(owner) });
    const { change } = await readAct(fromBase64url(file.acts[2]!.act));
    const row = (await owner.db.get("history", [desk, trip, change]))!;
    await owner.db.put("history", { ...row, operations: [] });
    expect((await owner.engine.contents.audit(desk, principal, 9)).problem).toEqual({
      code: "words",
      after: 2,
    });
    await owner.db.put("history", row);
  });

  it("takes in no act that its author did not sign, and says so", async () => {
    const own = await readAct(fromBase64url(file.acts[1]!.act));
    const stored = (await assistant.db.getAll("acts"))[0]!;
    expect(own.device).toBe(await idHere(assistant));
    // In the assistant's own envelope, in the owner's name.
    const bytes = new Uint8Array([...fromBase64url(file.acts[0]!.act), ...stored.salt]);
    await assistant.db.add("outbox", { desk, document: "lasting", change: bytes });
    await assistant.engine.submit(desk, [
      command({ do: "set", record: trip, field: "title", value: "Riga" }),
    ]);
    await until(async () => (await acts(owner)) === 5);
    await until(async () => (await owner.engine.answer({ q: "state" })).desks[0]!.unread.length > 0);
    expect((await owner.engine.contents.audit(desk, principal, 9)).problem).toBeNull();
  });

  it("that joins later has the whole log", async () => {
    const { start, upToDate } = await import("../background/office.ts");
    const { link } = await owner.engine.desks.invite(desk, "viewer");
    const late = await start();
    await late.engine.desks.join(link, "Late");
    await upToDate(late);
    const theirs = await verifyAudit(await auditFileOf(late, "none"));
    expect(theirs.failure).toBeNull();
    expect(theirs.end).toEqual((await verifyAudit(await auditFileOf(owner, "none"))).end);
  });
});

describe("The format", () => {
  it("is read as it was recorded", async () => {
    const recorded: unknown = JSON.parse(readFileSync("test/fixtures/audit/version-1.json", "utf8"));
    const { failure, acts: proven, end } = await verifyAudit(recorded);
    expect(failure).toBeNull();
    expect(proven.map(({ items: [item] }) => [item?.kind, item?.said?.length ?? 0])).toEqual([
      ["delegation", 6],
      ["trip", 3],
      ["trip", 2],
      ["task", 0],
    ]);
    expect(fingerprintOf(end!)).toBe("52197 31738 00670 41535 62229 22430 08997 07880");
  });
});
