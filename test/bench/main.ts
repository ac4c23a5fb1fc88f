// `npm run bench [-- capture|sync|size|memory|documents|crypto|store|desk|travel|server|join] [--json]`: figures of the built extension in real Chromium, measured
// on this machine, side by side in one run. Never part of a timed test: machines are noisy. `sync` also measures Sidedesk
// beside other systems, whose packages it installs for that alone; `--json` prints one object for one bench, a list for several.
import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { benchCapture } from "./capture.ts";
import { benchCrypto } from "./crypto.ts";
import { benchDesk } from "./desk.ts";
import { benchDocuments } from "./documents.ts";
import { benchJoin } from "./join.ts";
import { benchMemory } from "./memory.ts";
import { benchPeers, type PeerRow } from "./peers.ts";
import { benchServer } from "./server.ts";
import { benchSize } from "./size.ts";
import { benchStore } from "./store.ts";
import { benchSync } from "./sync.ts";
import { benchTravel } from "./travel.ts";

/** One figure: what it is, its value, and the goal that it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "kB" | "MB" | "";
  readonly goal?: number;
}

const BENCHES = {
  size: benchSize,
  capture: benchCapture,
  sync: benchSync,
  memory: benchMemory,
  documents: benchDocuments,
  crypto: benchCrypto,
  store: benchStore,
  desk: benchDesk,
  travel: benchTravel,
  server: benchServer,
  join: benchJoin,
};
/** Those that need no built extension. */
const BARE: ReadonlySet<string> = new Set(["documents", "crypto", "store", "travel", "server", "join"]);
/** The one that stands beside other systems, which need no built extension either. */
const BESIDE = "sync";
type Name = keyof typeof BENCHES;

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const unknown = [
  ...names.filter((name) => !Object.hasOwn(BENCHES, name)),
  ...process.argv.slice(2).filter((word) => word.startsWith("--") && !["--json", "--peers"].includes(word)),
];
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(", ")}. A bench is one of ${Object.keys(BENCHES).join(", ")}; options are --json and --peers.`,
  );
  process.exit(2);
}
const isBuilt = existsSync(".output/chrome-mv3/manifest.json");
if (!isBuilt && !names.every((name) => BARE.has(name) || name === BESIDE)) {
  console.error("The extension is not built. Run `npm run build` first.");
  process.exit(1);
}

const json = process.argv.includes("--json");
type Result = { readonly name: string; readonly rows: readonly Figure[] | readonly PeerRow[] };
const results: (Result & { readonly figures?: readonly Figure[] })[] = [];
for (const name of names) {
  const peers = name === BESIDE ? await benchPeers() : undefined;
  if (peers && !json) console.log(peersTable(peers));
  if (peers && !isBuilt) console.error("The extension is not built: its own figures are left out.");
  const figures = peers && !isBuilt ? [] : await BENCHES[name as Name]();
  if (!json && figures.length > 0) console.log(tableOf(name, figures));
  results.push(peers ? { name, rows: peers, figures } : { name, rows: figures });
}
if (json) console.log(JSON.stringify(results.length === 1 ? results[0] : results));
process.exit(0);

/** The systems beside each other, a line each. */
function peersTable(rows: readonly PeerRow[]): string {
  const heads = ["", "changes/s", "p50 ms", "p99 ms", "server CPU ms/change", "server MB", "bytes in/change"];
  const lines = rows.map((row) => {
    const { system, changesPerSecond, p50Ms, p99Ms, serverCpuMsPerChange, serverMemoryMb, bytesInPerChange } =
      row;
    const values = [changesPerSecond, p50Ms, p99Ms, serverCpuMsPerChange, serverMemoryMb, bytesInPerChange];
    const cells = values.map((value, n) => value.toFixed(value < 10 ? 2 : 0).padStart(heads[n + 1]!.length));
    return [system.padEnd(14), ...cells].join("  ");
  });
  return [[heads[0]!.padEnd(14), ...heads.slice(1)].join("  "), ...lines].join("\n");
}

/** One bench's figures as lines, each with its goal and whether it was reached. */
function tableOf(name: string, rows: readonly Figure[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const said = (value: number) => value.toFixed(value < 10 ? 2 : 0).padStart(8);
  const lines = rows.map(({ what, value, unit, goal }) => {
    const held = goal === undefined ? "" : `goal ≤ ${goal} ${unit}  ${value <= goal ? "✓" : "✗ missed"}`;
    return `  ${what.padEnd(width)} ${said(value)} ${unit.padEnd(2)}   ${held}`.trimEnd();
  });
  const load = loadavg()[0]!.toFixed(1);
  return `\n${name} (load ${load} on ${cpus().length} processors)\n${lines.join("\n")}`;
}
