import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Chance } from "./chance.ts";
import { Clock } from "./clock.ts";
import { automerge } from "./device-node.ts";
import { installInstantCrypto } from "./instant-crypto.ts";
import { installInstantStreams } from "./instant-streams.ts";
import { Network } from "./network.ts";
import { type DeskMade, Office, type Outcome } from "./office.ts";
import { openIndexedDb, openMemory, type Profile } from "./profile.ts";
import { ServerNode } from "./server-node.ts";
import { Tally } from "./tally.ts";

/** Things that happen in a seed. */
const STEPS = 25;
/** In one seed of so many, which goes on for longer. */
const LONG = { every: 12, steps: 100 };
/** One seed of so many has its profiles in IndexedDB as another has made it, slower by far. */
const INDEXED_DB_EVERY = 25;
/** In one of so many people show each other where they are. */
const SHOWING_EVERY = 7;
const DEVICES = [2, 2, 3, 3, 4, 5];
/** Of a day in which nothing but the network fails. */
const WORKING_MINUTES = 9 * 60;

const clock = new Clock();
let chance = new Chance(0);

/** Takes the process over: virtual time, cryptography and streams without threads. Once, before the first seed. */
export async function prepare(): Promise<void> {
  await automerge();
  clock.install();
  // A request that nobody waits for, of a transaction that fails: it is the transaction's failure that is heard of.
  process.on("unhandledRejection", (error) => {
    if (!(error instanceof DOMException)) throw error;
  });
  installInstantCrypto(() => chance);
  installInstantStreams();
}

/**
 * Plays one seed: an office of 2 to 5 devices and a server, and everything that can go wrong between them. In half of
 * the seeds bases are made all the time, and the log before them is let go under everybody's feet.
 */
export async function runSeed(seed: number, folder: string, tally: Tally): Promise<Outcome> {
  const bases = seed % 2 === 0;
  const isCopied = seed % INDEXED_DB_EVERY === 0;
  const steps = seed % LONG.every === 1 ? LONG.steps : STEPS;
  const drawn = new Chance(seed);
  const count = drawn.pick(DEVICES);
  // The others come later.
  const joined = isCopied ? count : drawn.between(1, count);
  const founded = isCopied ? undefined : await foundedWith(joined, folder);
  const newProfile = await (isCopied ? openIndexedDb() : openMemory());
  const shows = seed % SHOWING_EVERY === 3;
  return withOffice({ drawn, bases, shows, tally, newProfile, founded }, folder, async (office) => {
    for (let n = 0; n < count; n++) await office.add(founded?.profiles[n]?.copy());
    if (founded) await office.open(founded.made);
    else await office.found();
    for (const device of office.devices.slice(1))
      if (chance.is(0.5)) device.skew = chance.between(-86_400_000, 86_400_000);
    for (let step = 0; step < steps; step++) {
      await office.step(chance.is(0.2) ? chance.between(0, 90_000) : chance.between(0, 400));
      if (bases && chance.is(0.2)) office.prune();
    }
    const noise = await office.quiet();
    return noise.length > 0
      ? { operations: office.work.asked.length, lost: [], diverged: noise }
      : await office.judge();
  });
}

/** What a long run came to: as of a seed, and what the memory of the process did. */
interface Soaked extends Outcome {
  /** Growth in an hour, MB: of three devices with all that they keep, which lies in memory here, and their server. */
  readonly memoryMbPerHour: number;
}

/**
 * Three devices and a server for so many virtual hours: nine hours of work of each day, the network failing now and
 * then, and nights with nothing but that.
 * @param memoryMb measures the process, without what is to be collected
 */
export async function soak(hours: number, folder: string, memoryMb: () => number): Promise<Soaked> {
  const settings = {
    drawn: new Chance(hours),
    bases: false,
    shows: false,
    tally: new Tally(),
    newProfile: await openMemory(),
  };
  return withOffice(settings, folder, async (office) => {
    for (let n = 0; n < 3; n++) await office.add();
    await office.found();
    const samples: number[] = [];
    for (let minute = 0; minute < hours * 60; minute++) {
      await clock.runUntil(clock.now + 60_000);
      await office.minute(minute % (24 * 60) < WORKING_MINUTES);
      // The first hour brings up what is brought up once.
      if (minute >= 60 && minute % 60 === 0) samples.push(memoryMb());
    }
    const noise = await office.quiet();
    const outcome = await office.judge();
    const diverged = [...noise, ...outcome.diverged];
    return { ...outcome, diverged, memoryMbPerHour: slopeOf(samples) };
  });
}

/** The slope of the straight line that lies nearest to samples, a sample apart. */
function slopeOf(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const rise = samples.reduce((sum, sample, n) => sum + (n - middle) * (sample - mean), 0);
  return rise / samples.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
}

/** An office as it was left after its desk was made: every seed with so many devices begins with a copy of it. */
interface Founded {
  readonly made: DeskMade;
  readonly profiles: readonly Profile[];
  readonly server: Uint8Array;
  readonly at: number;
}
const foundedBy = new Map<number, Founded>();

async function foundedWith(joined: number, folder: string): Promise<Founded> {
  const known = foundedBy.get(joined);
  if (known) return known;
  const newProfile = await openMemory();
  const settings = {
    drawn: new Chance(joined),
    bases: false,
    shows: false,
    tally: new Tally(),
    newProfile,
  };
  const founded = await withOffice(settings, folder, async (office, server) => {
    for (let n = 0; n < joined; n++) await office.add();
    const made = await office.found();
    await clock.runUntil(clock.now + 60_000);
    for (const device of office.devices) device.killAll();
    await server.close();
    const profiles = office.devices.flatMap((device) => device.kept() ?? []);
    return { made, profiles, server: readFileSync(server.file), at: clock.now };
  });
  foundedBy.set(joined, founded);
  return founded;
}

interface Settings {
  readonly drawn: Chance;
  readonly bases: boolean;
  readonly shows: boolean;
  readonly tally: Tally;
  readonly newProfile: () => Promise<Profile>;
  readonly founded?: Founded | undefined;
}

async function withOffice<T>(
  { drawn, bases, shows, tally, newProfile, founded }: Settings,
  folder: string,
  play: (office: Office, server: ServerNode) => Promise<T>,
): Promise<T> {
  chance = drawn;
  clock.clear();
  if (founded) clock.now = founded.at;
  const data = mkdtempSync(join(folder, "server-"));
  const server = new ServerNode(data, { clock, chance, tally }, bases, founded?.server);
  const network = new Network(clock, chance, server, tally);
  const office = new Office({ clock, chance, tally, server, network, newProfile, shows });
  try {
    return await play(office, server);
  } finally {
    for (const device of office.devices) device.killAll();
    clock.clear();
    await server.close();
    rmSync(data, { recursive: true, force: true });
    await clock.breathe();
  }
}
