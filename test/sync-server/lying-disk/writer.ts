// Writes to a log without pause, and notes in a file of its own how many envelopes were acknowledged:
// `node writer.ts DATABASE NOTE [--careless]`. Careless: without waiting for the disk, as a server must not.
import { openSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { CheckedEnvelope } from "../../../sync-server/log.ts";
import { openSqliteLog, SqliteLog } from "../../../sync-server/sqlite/log.ts";

const [file = "", note = "", careless] = process.argv.slice(2);
const settings = { file, now: () => 1_000, quotaBytes: 1e12 };
const opened = openSqliteLog(settings);
const desk = new Uint8Array(16).fill(1);
const head = new Uint8Array(32);
await opened.createDesk(desk, new Uint8Array(50), head);
let log = opened;
if (careless) {
  await opened.close();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = OFF");
  log = new SqliteLog(database, settings);
}

const device = new Uint8Array(16).fill(11);
const hashOf = (counter: number) => {
  const hash = new Uint8Array(32);
  if (counter > 0) new DataView(hash.buffer).setFloat64(8, counter);
  return hash;
};
let { counter } = await log.chain(desk, device);
const noted = openSync(note, "w");
for (;;) {
  const group = Array.from({ length: 1 + (counter % 7) }, (_, index): CheckedEnvelope => {
    const n = counter + index + 1;
    return {
      device,
      counter: n,
      previous: hashOf(n - 1),
      hash: hashOf(n),
      bytes: new Uint8Array(100 + (n % 400)),
    };
  });
  const outcome = await log.append(desk, head, group);
  if (!outcome.ok) throw new Error(outcome.code);
  counter += group.length;
  writeSync(noted, String(counter).padStart(16), 0);
}
