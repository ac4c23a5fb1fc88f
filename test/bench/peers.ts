import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** One system's figures in the same work: ten devices, a burst of 1,000 changes on 1,000 records, then 50 a second. */
export interface PeerRow {
  readonly system: "sidedesk" | "automerge-repo" | "hocuspocus";
  /** Of the burst: changes a second until every device had every one. */
  readonly changesPerSecond: number;
  /** Paced: from a change to another device that shows it. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the burst. */
  readonly serverCpuMsPerChange: number;
  /** After everything, and 100 documents of 250 records more. */
  readonly serverMemoryMb: number;
  readonly bytesInPerChange: number;
}

interface Run {
  readonly arrived: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

const HERE = new URL("./peers/", import.meta.url).pathname;
const NODE = [process.execPath, "--disable-warning=ExperimentalWarning"];
/** Ticks of /proc/PID/stat in a second: 100 on every Linux of today. */
const TICKS = 100;

/** The same core for each server, the other for all devices, where the system can do that. */
const pinned = (core: number, command: readonly string[]) =>
  spawnSync("taskset", ["-V"]).status === 0 ? ["taskset", "-c", String(core), ...command] : [...command];

function start(command: readonly string[], env = process.env) {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"], env });
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

const cpuMs = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
};
const memoryMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

async function measure(system: PeerRow["system"]): Promise<PeerRow> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-bench-"));
  const served =
    system === "sidedesk"
      ? ["sync-server/main.ts", "--data", folder, "--port", "0"]
      : [join(HERE, `${system}.mjs`), folder];
  // As `npm run server` and the container start it from the second time on: with what was compiled before.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  if (system === "sidedesk") spawnSync(NODE[0]!, [...NODE.slice(1), served[0]!, "--help"], { env });
  const server = start(pinned(0, [...NODE, ...served]), env);
  try {
    const url = /(?:ws|http):\/\/[\d.]+:\d+/.exec((await server.lines.next()).value ?? "")?.[0];
    if (!url) throw new Error(`${system} did not start`);
    const pid = server.child.pid!;
    const drive = start(pinned(1, [...NODE, join(HERE, "drive.ts"), system, url]));
    await drive.lines.next();
    const before = cpuMs(pid);
    await drive.lines.next();
    const cpu = cpuMs(pid) - before;
    const { changes, burst, paced } = JSON.parse((await drive.lines.next()).value ?? "") as {
      changes: number;
      burst: Run;
      paced: Run;
    };
    for (const { arrived } of [burst, paced])
      if (arrived < 1)
        console.error(`${system}: ${(arrived * 100).toFixed(1)} % of the changes arrived in time`);
    return {
      system,
      changesPerSecond: (changes * burst.arrived) / burst.seconds,
      p50Ms: paced.p50,
      p99Ms: paced.p99,
      serverCpuMsPerChange: cpu / changes,
      serverMemoryMb: memoryMb(pid),
      bytesInPerChange: burst.bytes,
    };
  } finally {
    server.child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Sidedesk beside automerge-repo and Hocuspocus, one after the other in this run. Their packages are installed for it
 * alone. A device is, in each, what its system has in a browser, with a store that keeps in memory what the system
 * would write to IndexedDB: Sidedesk's background with its database, a Repo with its store, a Y.Doc with its updates.
 */
export async function benchPeers(): Promise<PeerRow[]> {
  if (!existsSync(join(HERE, "node_modules"))) {
    const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
    if (spawnSync("npm", args, { cwd: HERE, stdio: ["ignore", 2, 2] }).status !== 0)
      throw new Error("The packages of test/bench/peers could not be installed.");
  }
  const rows: PeerRow[] = [];
  for (const system of ["sidedesk", "automerge-repo", "hocuspocus"] as const)
    rows.push(await measure(system));
  return rows;
}
