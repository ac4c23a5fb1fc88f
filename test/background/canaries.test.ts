import "fake-indexeddb/auto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permitPresence } from "../../extension/background/presence/permission.ts";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import { readPaperKey } from "../../shared/desk/paper-key.ts";
import type { Scalar } from "../../shared/documents/command.ts";
import { COMMON_FIELDS, type FieldDefinition, type KindDefinition } from "../../shared/records/define.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { maxLength } from "../../shared/records/value.ts";
import { jsonLogger } from "../../sync-server/observe.ts";
import { type RunningServer, startServer } from "../../sync-server/server.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { command, creation, type Device, device, random, until } from "./world.ts";

const WANTED = 1_000;

/** Distinct strings that nothing else makes: each is planted once. */
class Canaries {
  readonly planted: string[] = [];
  /** @param longest in UTF-16 units; a short one is a piece of its own too */
  next(longest = 500): string {
    const canary = `Kanārija会${String(this.planted.length).padStart(4, "0")}xqz`.slice(
      0,
      Math.max(12, longest),
    );
    this.planted.push(canary);
    return canary;
  }
}

/** A value for a field that holds a canary; null where a field holds no words of a person. */
function planted(field: FieldDefinition, canaries: Canaries): Scalar {
  switch (field.type) {
    case "line":
    case "prose":
      return maxLength(field) < 20 ? null : canaries.next(maxLength(field));
    case "phone":
      return canaries.next();
    case "email":
      return `${canaries.next()}@example.com`;
    case "json":
      return JSON.stringify({ text: canaries.next() });
    case "thread":
      return `outlook:${canaries.next()}`;
    default:
      return null;
  }
}

const plantedIn = (fields: Readonly<Record<string, FieldDefinition>>, canaries: Canaries) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = name === "status" ? null : planted(field, canaries);
      return value === null ? [] : [[name, value]];
    }),
  );

/** How many bases a server keeps that somebody has confirmed. */
function basesIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS n FROM bases WHERE confirmation IS NOT NULL").get();
  database.close();
  return Number(row?.n);
}

/** One record of a kind with a canary in every field that takes words, in its lists too. */
function recordOf(kind: KindDefinition, canaries: Canaries) {
  const { id, command: create } = creation(kind.kind, {
    ...plantedIn(COMMON_FIELDS, canaries),
    ...plantedIn(kind.fields, canaries),
  });
  const items = Object.entries(kind.lists ?? {}).map(([list, { item }], n) =>
    command({ do: "add", record: id, list, item: `item${n}00000`, fields: plantedIn(item, canaries) }),
  );
  return [create, ...items];
}

describe("Of a thousand distinct strings, in every field of every kind, in names, settings and half-typed lines,", () => {
  const canaries = new Canaries();
  const open: Device[] = [];
  const frames: Uint8Array[] = [];
  /** What somebody has open, and keys: they are in no record. */
  const place = "gmail:18c2f0a1b2c3d4e5xqz";
  const keys: Uint8Array[] = [];
  let folder: string;
  let server: RunningServer;
  let lines = "";

  /** The network with an ear in it: what goes over it, in both directions, bodies and addresses too. */
  const hear = (data: unknown) => {
    if (typeof data === "string") frames.push(Buffer.from(data));
    else if (data instanceof ArrayBuffer) frames.push(new Uint8Array(data.slice(0)));
    else if (ArrayBuffer.isView(data))
      frames.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice());
  };
  class Heard extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      hear(String(url));
      this.addEventListener("message", ({ data }) => hear(data));
    }
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      hear(data);
      super.send(data);
    }
  }
  const network = {
    fetch: (async (input: string | URL | Request, init?: RequestInit) => {
      hear(String(input));
      hear(init?.body);
      hear(JSON.stringify(init?.headers ?? {}));
      const response = await fetch(input, init);
      hear(await response.clone().arrayBuffer());
      return response;
    }) as typeof fetch,
    WebSocket: Heard,
  };
  const start = async () => {
    const one = await device({ network, bases: { every: 12, wait: 20 } });
    permitPresence(one.engine, one.presence, (error) => one.errors.push(error));
    open.push(one);
    return one;
  };
  const isSent = async ({ db }: Device) =>
    (await Promise.all((["sealed", "outbox", "journal"] as const).map((name) => db.count(name)))).every(
      (count) => count === 0,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sidedesk-canaries-"));
    const now = Date.now;
    const log = openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now, quotaBytes: 1e9 });
    const logger = jsonLogger((line) => {
      lines += `${line}\n`;
    }, now);
    server = await startServer({ host: "127.0.0.1", port: 0, log, now, random, logger });

    const owner = await start();
    const desk = await owner.engine.desks.create(canaries.next(), canaries.next(), {
      server: server.url,
      deviceName: canaries.next(),
    });
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    const colleague = await start();
    await colleague.engine.desks.join(link, canaries.next());
    const page = await owner.engine.desks.makePaperKey(desk);
    owner.presence.show(owner, [{ desk, place, writing: true }]);
    await owner.engine.desks.rename(desk, canaries.next());
    await owner.engine.scratchPut(`popup.${desk}`, JSON.stringify({ line: canaries.next() }));
    await owner.engine.lock.set(`${canaries.next()} passphrase`, null);
    while (canaries.planted.length < WANTED)
      for (const kind of Object.values(KINDS)) await owner.engine.submit(desk, recordOf(kind, canaries));
    // What is typed into a text that is there already, and what is taken out of it again.
    const { id, command: create } = creation("task", { summary: canaries.next(), note: "" });
    const typed = canaries.next();
    const splice = { index: 0, remove: 0, insert: typed };
    await owner.engine.submit(desk, [create]);
    await owner.engine.submit(desk, [command({ do: "edit", record: id, field: "note", base: "", splice })]);
    await until(() => isSent(owner), 60_000);
    await until(async () => {
      const found = await colleague.engine.answer({ q: "record", desk, id });
      return found?.record.fields.note === typed;
    }, 60_000);
    await until(async () => colleague.presence.of(desk).some((shown) => shown.place === place));
    // Of a quick device much goes in few envelopes; a base comes with the twelfth.
    await until(async () => {
      await owner.engine.submit(desk, [creation("task", { summary: "and on" }).command]);
      await until(() => isSent(owner));
      return basesIn(join(folder, "sidedesk.sqlite")) > 0;
    }, 60_000);
    const [invited, paper] = [parseInviteLink(link), readPaperKey(page.characters)];
    if (!invited.ok || !paper.ok) throw new Error("The links are none.");
    const { epochKeys } = (await owner.db.get("desks", desk))!;
    keys.push(invited.link.secret, paper.key.seed, ...epochKeys);
  }, 120_000);
  afterAll(async () => {
    for (const { engine } of open) engine.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("all arrive at the colleague (so that the silence below means something)", async () => {
    expect(new Set(canaries.planted).size).toBeGreaterThanOrEqual(WANTED);
    const kept = JSON.stringify(await open[1]!.db.getAll("records"));
    const inRecords = canaries.planted.slice(7);
    expect(inRecords.filter((canary) => !kept.includes(canary))).toEqual([]);
    for (const kind of Object.keys(KINDS)) expect(kept).toContain(`"kind":"${kind}"`);
  });

  it("none is in the server's database, its write-ahead log or any other file", () => {
    const files = readdirSync(folder);
    expect(files).toContain("sidedesk.sqlite-wal");
    const bytes = files.map((name) => readFileSync(join(folder, name)));
    expect(bytes.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(100_000);
    expect(found(bytes)).toEqual([]);
  });

  it("none is in what the server logs", () => {
    expect(lines).not.toBe("");
    expect(found([Buffer.from(lines)])).toEqual([]);
  });

  it("none is in any frame, request or answer", () => {
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(100_000);
    expect(found(frames)).toEqual([]);
  });

  it("no change is there as Automerge writes it, where its compression would hide the words", () => {
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(changesIn(files)).toBe(0);
    expect(changesIn(frames)).toBe(0);
  });

  /** How often bytes hold the beginning of a chunk of Automerge's binary format: its magic, a checksum, the type of a document or a change. */
  function changesIn(bytes: readonly Uint8Array[]): number {
    const magic = Buffer.from("856f4a83", "hex");
    const all = Buffer.concat(bytes);
    let count = 0;
    for (let at = all.indexOf(magic); at >= 0; at = all.indexOf(magic, at + 1))
      if (all[at + 8]! <= 2) count++;
    return count;
  }

  /** The canaries that stand somewhere in bytes: as UTF-8 or UTF-16, as they are, in base64, in hex or escaped. */
  function found(bytes: readonly Uint8Array[]): string[] {
    const all = Buffer.concat(bytes);
    const text = all.toString("latin1");
    const wide = (canary: string) => Buffer.from(canary, "utf16le").toString("latin1");
    const plain = (canary: string) => Buffer.from(canary, "utf8").toString("latin1");
    // The middle of base64, whatever stands before it: three ways to begin, the ends cut off.
    const base64 = (canary: string) =>
      [0, 1, 2].map((shift) =>
        Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)])
          .toString("base64")
          .slice(4, -4),
      );
    const keyed = keys.flatMap((key) => (all.includes(key) ? ["a key of the desk's"] : []));
    const worded = [...canaries.planted, place].filter((canary) =>
      [
        plain(canary),
        wide(canary),
        Buffer.from(canary).toString("hex"),
        encodeURIComponent(canary),
        JSON.stringify(canary).replaceAll(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
        ...base64(canary),
      ].some((form) => form.length >= 8 && text.includes(form)),
    );
    return [...worded, ...keyed];
  }
});
