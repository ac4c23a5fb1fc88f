import { spawn } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { HAPPENINGS, type Happening } from "./tally.ts";

/** The first seed; the same for everyone, so that a change is judged by what it changes. `npm run simulate` seeks new ones. */
const FROM = Number(process.env.SIDEDESK_SIMULATION_FROM ?? 1);
const SEEDS = Number(process.env.SIDEDESK_SIMULATION_SEEDS ?? 500);

/** Seeds that failed once, and what they found. What a seed plays changes with the code: the fault it found has a test of its own. */
const FAILED_ONCE: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 103, found: "a browser set back to an older copy of itself wrote under numbers that were taken" },
  { seed: 107, found: "a value that loses to one already in dispute was missing from history and conflicts" },
  { seed: 110, found: "the same, on a device that had been killed" },
  { seed: 134, found: "an older copy that began anew could not read its colleagues any more" },
  { seed: 150, found: "whose clock had run ahead was seen by no colleague until it connected anew" },
  { seed: 164, found: "an edit around what another person had typed wrote that anew" },
  { seed: 200, found: "a value that loses, after a partition" },
  { seed: 426, found: "an envelope that did not arrive was passed over for ever" },
  { seed: 470, found: "a count that answered late said for ever that something was to be sent" },
  { seed: 5001, found: "a worker that began on a full disk never connected" },
  { seed: 6111, found: "a clock that was set back hid that a connection was dead" },
  {
    seed: 41026,
    found: "what lay behind a refused envelope on a slow wire was refused after that was sent again",
  },
  {
    seed: 203997,
    found: "where colleagues are kept a connection alive over which nothing that was sent arrived any more",
  },
  { seed: 5000287, found: "a device that began anew took its own last words for another's history" },
  { seed: 6000962, found: "what came while a base was let go had the log behind it sent a second time" },
  { seed: 862609814, found: "an answer that was lost, then a full disk, was taken for a refusal" },
];

/** What is met too seldom to be sure of in so few seeds: each has tests of its own. */
const SELDOM: ReadonlySet<Happening> = new Set([
  "command set aside",
  "append refused for its counter",
  "roster moved meanwhile",
  "base that cannot be begun from",
  "catching up refused for a log that was let go",
]);
/** What all else is met, in 500 seeds: a seed is only worth something where things go wrong in it. */
const LEAST = 8;

interface Played {
  /** Seeds that failed, with what was wrong. */
  readonly failures: readonly string[];
  readonly seeds: number;
  readonly met: ReadonlyMap<string, number>;
  readonly lines: readonly string[];
}

/** Plays seeds in a process of its own, whose clock and timers are virtual. */
async function simulate(...args: string[]): Promise<Played> {
  const command = ["--disable-warning=ExperimentalWarning", "test/simulation/main.ts", "--tally", ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  await new Promise((resolve) => child.on("close", resolve));
  const lines = said.trim().split("\n");
  const [, seeds] = /^seeds (\d+), operations \d+, lost \d+, diverged \d+$/.exec(lines.at(-1) ?? "") ?? [];
  const met = lines.flatMap((line) => {
    const [, count, what] = /^ *(\d+) {2}(\S.*)$/.exec(line) ?? [];
    return what ? [[what, Number(count)] as const] : [];
  });
  const failures = lines.filter((line) => /^seed \d+ failed/.test(line) || line.startsWith("  device"));
  if (seeds === undefined) throw new Error(lines.slice(-20).join("\n"));
  return { failures, seeds: Number(seeds), met: new Map(met), lines };
}

describe("devices and a server under faults", () => {
  let halves: readonly Played[];
  let failures: readonly string[];
  beforeAll(async () => {
    const half = Math.ceil(SEEDS / 2);
    const play = (count: number, from: number) => simulate("--seeds", String(count), "--from", String(from));
    halves = await Promise.all([play(half, FROM), play(SEEDS - half, FROM + half)]);
    const further = FAILED_ONCE.map(({ seed }) => seed).filter((seed) => seed < FROM || seed >= FROM + SEEDS);
    const named = further.length > 0 ? [await simulate("--only", further.join())] : [];
    failures = [...halves, ...named].flatMap((played) => played.failures);
  }, 600_000);

  test(`lose nothing that was acknowledged and never diverge, in ${SEEDS} seeds`, () => {
    expect(failures).toEqual([]);
    expect(halves.reduce((sum, { seeds }) => sum + seeds, 0)).toBe(SEEDS);
  });

  test.each(HAPPENINGS)("have met in them: %s", (what) => {
    const count = halves.reduce((sum, { met }) => sum + (met.get(what) ?? 0), 0);
    expect(count).toBeGreaterThanOrEqual(SELDOM.has(what) ? 0 : (LEAST * SEEDS) / 500);
  });

  test("play the same twice from the same seed", async () => {
    const [once, again] = await Promise.all([simulate("--only", "7,13"), simulate("--only", "7,13")]);
    expect(once.lines).toEqual(again.lines);
  });

  test.each(FAILED_ONCE)("seed $seed is sound again: $found", ({ seed }) => {
    expect(failures.filter((line) => line.startsWith(`seed ${seed} failed`))).toEqual([]);
  });
});
