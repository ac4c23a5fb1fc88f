import { randomBytes } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  envelopeHash,
  NO_PREVIOUS,
  readEnvelope,
  sealEnvelope,
  verifyEnvelope,
} from "../../shared/envelope/envelope.ts";
import { generateDeviceKeys, importEpochKey, importSignPublicKey } from "../../shared/envelope/keys.ts";
import type { CheckedEnvelope, Log } from "../../sync-server/log.ts";
import { openPostgresLog } from "../../sync-server/postgres/log.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { lackOfPostgres, PostgresUnderTest } from "../sync-server/postgres-under-test.ts";
import type { Figure } from "./main.ts";

/** Envelopes of a change or two, in groups as devices send them; so many devices at once. */
const BYTES = 500;
const GROUP = 64;
const DEVICES = 16;
const ROUNDS = 40;
const TOTAL = GROUP * DEVICES * ROUNDS;
const HEAD = new Uint8Array(32);
const filled = (length: number, ...values: number[]) => {
  const bytes = new Uint8Array(length);
  bytes.set(values);
  return bytes;
};

/** The groups of a device, made before anything is measured: hashes are made up, the log keeps chains whole only. */
function groupsOf(device: number): CheckedEnvelope[][] {
  const hash = (n: number) => (n === 0 ? HEAD : filled(32, device + 1, n >> 16, (n >> 8) & 255, n & 255));
  return Array.from({ length: ROUNDS }, (_, round) =>
    Array.from({ length: GROUP }, (_, index) => {
      const n = round * GROUP + index + 1;
      return {
        device: filled(16, device + 1),
        counter: n,
        previous: hash(n - 1),
        hash: hash(n),
        bytes: crypto.getRandomValues(new Uint8Array(BYTES)),
      };
    }),
  );
}

/** Durable envelopes a second when every device sends its next group once the last one is acknowledged. */
async function rate(logs: readonly Log[], desks: number): Promise<number> {
  const ids = Array.from({ length: desks }, () => crypto.getRandomValues(new Uint8Array(16)));
  for (const desk of ids) await logs[0]!.createDesk(desk, new Uint8Array(50), HEAD);
  const work = Array.from({ length: DEVICES }, (_, device) => groupsOf(device));
  const began = performance.now();
  await Promise.all(
    work.map(async (groups, device) => {
      const log = logs[device % logs.length]!;
      for (const group of groups) {
        const outcome = await log.append(ids[device % desks]!, HEAD, group);
        if (!outcome.ok) throw new Error(outcome.code);
      }
    }),
  );
  return TOTAL / ((performance.now() - began) / 1000);
}

/** The same bytes appended to a plain file, with as many waits for the disk. */
function bareRate(folder: string): number {
  const file = openSync(join(folder, "bare"), "w");
  const bytes = randomBytes((BYTES * TOTAL) / ROUNDS);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    writeSync(file, bytes);
    fdatasyncSync(file);
  }
  closeSync(file);
  return TOTAL / ((performance.now() - began) / 1000);
}

/** Processor time of what the server checks of one envelope before it keeps it, ms. */
async function checkingMs(): Promise<number> {
  const [keys, desk] = [await generateDeviceKeys(), crypto.getRandomValues(new Uint8Array(16))];
  const envelope = await sealEnvelope({
    desk,
    epoch: 1,
    epochKey: await importEpochKey(crypto.getRandomValues(new Uint8Array(32))),
    device: keys.device,
    signKey: keys.signKey,
    counter: 1,
    previous: NO_PREVIOUS,
    payload: { type: "changes", document: "2026-11", changes: [new Uint8Array(250)] },
    nonce: new Uint8Array(12),
  });
  const key = await importSignPublicKey(keys.signPublic);
  const check = () => Promise.all([verifyEnvelope(readEnvelope(envelope), key), envelopeHash(envelope)]);
  for (let n = 0; n < 200; n++) await check();
  const before = process.cpuUsage();
  for (let n = 0; n < 50; n++) await Promise.all(Array.from({ length: GROUP }, check));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (50 * GROUP);
}

/** What the server's log keeps in a second, and gives back. The folder is on the disk that the project lies on. */
export async function benchServer(): Promise<Figure[]> {
  const folder = mkdtempSync(".sidedesk-bench-");
  const settings = { now: Date.now, quotaBytes: 1e12 };
  const figures: Figure[] = [];
  const say = (what: string, value: number) => void figures.push({ what, value, unit: "" });
  try {
    const log = openSqliteLog({ file: join(folder, "log.sqlite"), ...settings });
    say(
      `SQLite: durable envelopes a second, ${DEVICES} devices, groups of ${GROUP}, one desk`,
      await rate([log], 1),
    );
    say("SQLite: the same on 16 desks", await rate([log], 16));
    say(`a bare file, as many bytes and ${ROUNDS} waits for the disk: envelopes a second`, bareRate(folder));
    const desk = crypto.getRandomValues(new Uint8Array(16));
    await log.createDesk(desk, new Uint8Array(50), HEAD);
    for (const group of groupsOf(0)) await log.append(desk, HEAD, group);
    const began = performance.now();
    for (let seq = 0; seq < GROUP * ROUNDS; )
      seq = (await log.entriesAfter(desk, seq, 512 * 1024)).at(-1)?.seq ?? Number.POSITIVE_INFINITY;
    say("SQLite: envelopes read a second", (GROUP * ROUNDS) / ((performance.now() - began) / 1000));
    await log.close();
    const what = "checking one envelope (form, signature, hash), processor time";
    figures.push({ what, value: await checkingMs(), unit: "ms" });
    if (!lackOfPostgres()) figures.push(...(await postgresFigures(settings)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

async function postgresFigures(settings: { now: () => number; quotaBytes: number }): Promise<Figure[]> {
  const postgres = await PostgresUnderTest.begin();
  try {
    const url = await postgres.database();
    const open = async () => (await openPostgresLog({ url, ...settings, fault: () => undefined })).log;
    const logs = [await open(), await open()];
    const figure = (what: string, value: number): Figure => ({ what, value, unit: "" });
    const figures = [
      figure("PostgreSQL: the same, one process, one desk", await rate([logs[0]!], 1)),
      figure("PostgreSQL: one process, 16 desks", await rate([logs[0]!], 16)),
      figure("PostgreSQL: two processes, one desk", await rate(logs, 1)),
      figure("PostgreSQL: two processes, 16 desks", await rate(logs, 16)),
    ];
    for (const log of logs) await log.close();
    return figures;
  } finally {
    await postgres.remove();
  }
}
