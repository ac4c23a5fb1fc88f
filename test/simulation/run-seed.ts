import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../extension/background/storage/database.ts";
import { onStorage } from "../background/faulty-storage.ts";
import { memoryDatabase } from "../background/memory-database.ts";
import { Chance } from "./chance.ts";
import { Clock } from "./clock.ts";
import { automerge, DeviceNode } from "./device-node.ts";
import { installInstantCrypto } from "./instant-crypto.ts";
import { faultsBetween, faultsOfCommands, faultsWithin, type Holding, holdingOf } from "./invariants.ts";
import { Network } from "./network.ts";
import { ServerNode } from "./server-node.ts";
import { type Asked, Work } from "./work.ts";

export interface Outcome {
  readonly operations: number;
  readonly lost: readonly string[];
  readonly diverged: readonly string[];
}

const SERVER = "http://127.0.0.1:8787";
const STEPS = 60;
/** Of a day in which nothing but the network fails. */
const WORKING_MINUTES = 9 * 60;

const clock = new Clock();
let chance = new Chance(0);

/** Takes the process over: virtual time, and cryptography without threads. Once, before the first seed. */
export async function prepare(): Promise<void> {
  await automerge();
  clock.install();
  installInstantCrypto(() => chance);
}

/**
 * Plays one seed: an office of 2 to 5 devices and a server, and everything that can go wrong between them.
 * @param bases whether bases are made all the time, and the log before them let go under everybody's feet
 */
export function runSeed(seed: number, folder: string, bases = false): Promise<Outcome> {
  return withOffice(
    { seed, bases },
    folder,
    () => chance.between(2, 5),
    undefined,
    async (office) => {
      await office.found();
      for (let step = 0; step < STEPS; step++) {
        await clock.runUntil(
          clock.now + (chance.is(0.2) ? chance.between(0, 90_000) : chance.between(0, 400)),
        );
        await office.step();
        if (bases && chance.is(0.2)) office.prune();
      }
      const noise = await office.quiet();
      return noise.length > 0
        ? { operations: office.work.asked.length, lost: [], diverged: noise }
        : await office.judge();
    },
  );
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
export function soak(hours: number, folder: string, memoryMb: () => number): Promise<Soaked> {
  return withOffice(
    { seed: hours, bases: false },
    folder,
    () => 3,
    memoryDatabase,
    async (office) => {
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
    },
  );
}

/** The slope of the straight line that lies nearest to samples, a sample apart. */
function slopeOf(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const rise = samples.reduce((sum, sample, n) => sum + (n - middle) * (sample - mean), 0);
  return rise / samples.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
}

async function withOffice<T>(
  { seed, bases }: { seed: number; bases: boolean },
  folder: string,
  count: () => number,
  database: (() => Promise<Database>) | undefined,
  play: (office: Office) => Promise<T>,
): Promise<T> {
  chance = new Chance(seed);
  clock.clear();
  const data = mkdtempSync(join(folder, "server-"));
  const server = new ServerNode(data, clock, chance, bases);
  const network = new Network(clock, chance, server);
  const devices = Array.from(
    { length: count() },
    (_, n) => new DeviceNode(`device ${n + 1}`, clock, chance, network, database),
  );
  onStorage((connection) => {
    for (const device of devices) {
      const fate = device.fateOf(connection);
      if (fate) return fate;
    }
    return "go";
  });
  try {
    return await play(new Office(server, network, devices));
  } finally {
    for (const device of devices) device.kill();
    clock.clear();
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
}

class Office {
  readonly work = new Work(chance);
  readonly #server: ServerNode;
  readonly #network: Network;
  readonly #devices: readonly DeviceNode[];
  #desk = "";

  constructor(server: ServerNode, network: Network, devices: readonly DeviceNode[]) {
    this.#server = server;
    this.#network = network;
    this.#devices = devices;
  }

  /** One desk, made by the first device and joined by the others, in fair weather. */
  async found(): Promise<void> {
    this.#network.isCalm = true;
    const [first, ...others] = this.#devices;
    const soon = async <T>(work: Promise<T>): Promise<T> => {
      const done = await clock.awaited(work, 120_000);
      if (done === "never") throw new Error("The desk could not be set up.");
      return done;
    };
    const { engine } = await soon(first!.start());
    this.#desk = await soon(engine.desks.create("Board office", "Assistant 1", { server: SERVER }));
    for (const other of others) {
      const { link } = await soon(engine.desks.invite(this.#desk, "assistant"));
      const life = await soon(other.start());
      await soon(life.engine.desks.join(link, other.name));
      other.skew = chance.between(-86_400_000, 86_400_000);
    }
    this.#network.isCalm = false;
  }

  /** One thing that happens: mostly work, now and then a fault or the end of one. */
  async step(): Promise<void> {
    const device = chance.pick(this.#devices);
    const { life } = device;
    const what = chance.below(100);
    if (what < 60) return this.#doWork(device);
    if (what < 65) this.#network.cutConnections(device.name);
    else if (what < 70) this.#network.partition(device.name);
    else if (what < 76) this.#network.heal(device.name);
    else if (what < 79) device.kill();
    else if (what < 84 && life) life.diesIn = chance.below(120);
    else if (what < 87) {
      if (this.#server.alive) this.#server.crash();
      else this.#server.restart();
    } else if (what < 89) this.#server.diesIn = chance.below(10);
    else if (what < 91) this.#server.full = !this.#server.full;
    else if (what < 93) device.full = !device.full;
    else if (what < 95) device.skew = chance.between(-86_400_000, 86_400_000);
    else if (what < 97) {
      // A successor beside a worker that is not dead yet.
      await this.#started(device);
    } else if (what < 98) this.#devices[0]?.life?.engine.members.rotate(this.#desk).catch(() => {});
    else life?.engine.reconnect();
    if (!device.life && chance.is(0.7)) await this.#started(device);
    if (!this.#server.alive && chance.is(0.5)) this.#server.restart();
  }

  prune(): void {
    this.#server.prune();
  }

  /** A minute of an ordinary day: now and then a change, a connection lost, or the network gone for a while. */
  async minute(isWorking: boolean): Promise<void> {
    for (const device of this.#devices) {
      if (chance.is(0.02)) this.#network.cutConnections(device.name);
      if (chance.is(0.01)) this.#network.partition(device.name);
      if (chance.is(0.1)) {
        this.#network.heal(device.name);
        device.life?.engine.reconnect();
      }
      if (isWorking && chance.is(0.4)) await this.#doWork(device);
    }
  }

  async #started(device: DeviceNode): Promise<void> {
    await clock.awaited(device.start(), 0);
  }

  async #doWork(device: DeviceNode): Promise<void> {
    const { life } = device;
    if (!life) return this.#started(device);
    const unanswered = this.work.asked.filter(({ answer }) => answer === "none");
    const again = unanswered.length > 0 && chance.is(0.1) ? chance.pick(unanswered) : undefined;
    // A person who saw no answer says it again, to the same browser.
    if (again && this.#askedOf.get(again) === device) return this.#submit(device, [again]);
    const stored = await clock.awaited(
      life.db.getAll("records", IDBKeyRange.bound([this.#desk], [this.#desk, []])),
      0,
    );
    if (stored === "never") return;
    const records = stored.map(({ record }) => record);
    const at = new Date(device.now()).toISOString();
    const count = chance.is(0.2) ? chance.between(2, 8) : 1;
    this.#submit(
      device,
      Array.from({ length: count }, () => this.work.next(records, at)),
    );
  }

  readonly #askedOf = new Map<Asked, DeviceNode>();

  #submit(device: DeviceNode, group: readonly Asked[]): void {
    const life = device.life!;
    // Where an answer was lost, what was said before may have been written: a refusal now says nothing of that.
    const saidFirst = group.filter((asked) => !this.#askedOf.has(asked));
    for (const asked of group) this.#askedOf.set(asked, device);
    life.engine
      .submit(
        this.#desk,
        group.map(({ command }) => command),
      )
      .then(
        () => {
          if (life.alive) for (const asked of group) asked.answer = "saved";
        },
        () => {
          if (life.alive)
            for (const asked of saidFirst) if (asked.answer === "none") asked.answer = "refused";
        },
      );
  }

  /** Everything is mended and everybody has time: whatever still moves after that is a fault. */
  async quiet(): Promise<string[]> {
    this.#network.isCalm = true;
    this.#server.diesIn = undefined;
    this.#server.full = false;
    this.#server.restart();
    for (const device of this.#devices) {
      this.#network.heal(device.name);
      device.full = false;
      if (device.life) device.life.diesIn = undefined;
      // Whoever still runs must come right without being started again.
      if (!device.isUp || chance.is(0.3)) await this.#started(device);
      device.killElders();
    }
    let noise: string[] = [];
    // A connection that died in silence is noticed within a minute and a half.
    await clock.runUntil(clock.now + 120_000);
    for (let round = 0; round < 20; round++) {
      await clock.runUntil(clock.now + 60_000);
      noise = [];
      for (const device of this.#devices) {
        const state = await clock.awaited(device.life!.engine.answer({ q: "state" }), 1000);
        const sync = state === "never" ? undefined : state.desks[0]?.sync;
        if (sync?.phase !== "upToDate" || sync.unsent > 0)
          noise.push(
            `${device.name} does not come to rest: ${JSON.stringify(sync)} ${device.errors.at(-1) ?? ""}`,
          );
      }
      if (noise.length === 0) return [];
    }
    return noise;
  }

  async judge(): Promise<Outcome> {
    const lost: string[] = [];
    const diverged: string[] = [];
    const holdings: Holding[] = [];
    for (const { life } of this.#devices) {
      const holding = await clock.awaited(holdingOf(life!.db, this.#desk), 1000);
      if (holding === "never") throw new Error("A store does not answer.");
      holdings.push(holding);
    }
    const setAside = holdings.map((holding) => holding.setAside).join();
    for (const [index, holding] of holdings.entries()) {
      const { name } = this.#devices[index]!;
      diverged.push(...faultsWithin(name, holding));
      if (index > 0) diverged.push(...faultsBetween(this.#devices[0]!.name, holdings[0]!, name, holding));
      const { lost: gone, doubled } = faultsOfCommands(name, holding, this.work.asked, setAside);
      lost.push(...gone);
      diverged.push(...doubled);
    }
    return { operations: this.work.asked.length, lost, diverged };
  }
}
