import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createEngine } from "../../extension/background/engine.ts";
import type { Engine } from "../../extension/background/engine-type.ts";
import { openPresence, type Presence } from "../../extension/background/presence/presence.ts";
import type { Database } from "../../extension/background/storage/database.ts";
import { SupersededError } from "../../extension/background/storage/store.ts";
import { automergeLoader } from "../../extension/background/work/automerge.ts";
import type { World } from "../../extension/background/world.ts";
import type { Disk } from "../background/memory-transaction.ts";
import { keptLook, keptMark } from "../background/world.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { Network } from "./network.ts";
import type { Profile } from "./profile.ts";
import type { Tally } from "./tally.ts";

const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
export const automerge = automergeLoader(async () => new Uint8Array(readFileSync(wasm)));

/** Which desks a run of a browser writes. */
function keptActors(): NonNullable<World["actorMark"]> {
  let kept: unknown;
  return {
    get: async () => kept,
    set: async (desks) => {
      kept = desks;
    },
  };
}

/** One life of a worker: from its start to its death. */
export interface Life {
  alive: boolean;
  readonly db: Database;
  readonly engine: Engine;
  /** Where its person is, and what it knows of the others. */
  readonly presence: Presence;
  /** Another has taken its place, or thinks so: it writes no more. */
  isSuperseded: boolean;
  /** Ends what it has begun on its store. */
  readonly die: () => void;
  /** Steps on the store until it dies, of all or of the writing of transactions alone; unlimited where undefined. */
  dies: { in: number; readonly at: "any" | "commit" } | undefined;
}

/** What a device stands in. */
export interface Surroundings {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly network: Network;
  readonly tally: Tally;
}

/** A browser profile, and the background's worker in it, which may die and be started again. */
export class DeviceNode {
  readonly name: string;
  readonly errors: unknown[] = [];
  /** How far its clock is off, in ms. */
  skew = 0;
  /** Nothing more fits on its disk. */
  full = false;
  /** Nothing of it fails or is late. */
  isCalm = false;
  #profile: Profile;
  #older: Profile | undefined;
  /** What this run of the browser remembers. */
  #mark = keptActors();
  readonly #around: Surroundings;
  #lives: Life[] = [];

  constructor(name: string, around: Surroundings, profile: Profile) {
    this.name = name;
    this.#around = around;
    this.#profile = profile;
  }

  /** The worker that answers now; undefined while there is none. */
  get life(): Life | undefined {
    return this.#lives.findLast(({ alive }) => alive);
  }

  /** Whether the worker that was started last still runs; an elder has given up its writing. */
  get isUp(): boolean {
    return this.#lives.at(-1)?.alive ?? false;
  }

  now(): number {
    return this.#around.clock.now + this.skew;
  }

  /** Starts a worker, also beside one that is still there: the elder goes on until it is killed. */
  async start(): Promise<Life> {
    const { clock, chance, network, tally } = this.#around;
    if (this.life) tally.add("second worker beside one that lives");
    let life: Life | undefined;
    const { db, die } = await this.#profile.connect(this.#diskOf(() => life));
    const isAlive = () => life === undefined || life.alive;
    const now = () => this.now();
    const later = (run: () => void, ms: number) => clock.later(() => isAlive() && run(), ms);
    const presence = openPresence({ now, later });
    presence.allow(true);
    const engine = createEngine({
      ...{ db, now, later, presence },
      automerge,
      network: {
        fetch: network.fetchOf(this.name, isAlive),
        WebSocket: network.webSocketOf(this.name, isAlive),
      },
      random: (count) => chance.bytes(count),
      managed: async () => ({}),
      look: keptLook(),
      origin: "chrome-extension://self",
      session: keptMark(),
      actorMark: this.#mark,
      begin: () => {},
      report: (error) => {
        this.errors.push(error);
        if (!(error instanceof SupersededError)) return;
        tally.add("elder worker superseded");
        if (life) life.isSuperseded = true;
      },
      bases: { every: 3, wait: 6_000 },
    });
    life = { alive: true, isSuperseded: false, db, engine, presence, die, dies: undefined };
    this.#lives.push(life);
    // It may die before it is up.
    engine.start().catch((error) => this.errors.push(error));
    return life;
  }

  /** The disk of one of its workers: full, late, or the last that the worker does. */
  #diskOf(life: () => Life | undefined): Disk {
    const { clock, chance, tally } = this.#around;
    return {
      fate: (step) => {
        const one = life();
        if (one && !one.alive) return "hang";
        if (one?.dies && (one.dies.at === "any" || step === "commit") && --one.dies.in < 0) {
          const isWritten = step === "commit" && chance.is(0.5);
          if (isWritten) tally.add("worker dies after a transaction was written");
          else if (step === "commit") tally.add("worker dies before a transaction is written");
          else tally.add("worker dies at a request of its store");
          this.#fall(one);
          if (isWritten) return "unheard";
          one.die();
          return "hang";
        }
        if (!this.full || step === "read") return "go";
        tally.add("transaction refused for want of room");
        return "full";
      },
      delay: (step) => {
        if (this.isCalm || !chance.is(step === "commit" ? 0.15 : 0.02)) return undefined;
        const ms = chance.is(0.05) ? chance.between(200, 3_000) : chance.between(1, 40);
        return new Promise((resolve) => clock.later(resolve, ms));
      },
    };
  }

  /** Kills a worker: the youngest, or the one given. Nothing of it happens any more. */
  kill(life = this.life): void {
    if (!life?.alive) return;
    this.#fall(life);
    life.die();
  }

  #fall(life: Life): void {
    life.alive = false;
    // Not the engine's own closing, which would be orderly: only its sockets fall silent.
    this.#around.network.cutConnections(this.name);
  }

  /** Kills every worker but the youngest. */
  killElders(): void {
    for (const life of this.#lives.slice(0, -1)) this.kill(life);
  }

  killAll(): void {
    for (const life of this.#lives) this.kill(life);
  }

  /** The power is cut: of what the disk was not told to keep, some of the last is gone. */
  cutPower(): void {
    this.killAll();
    const lost = this.#around.chance.between(0, this.#profile.unkept);
    if (lost > 0) this.#around.tally.add("power cut that takes transactions back");
    this.#profile.lose(lost);
    this.#mark = keptActors();
  }

  /** The browser took everything away: what is left is an empty profile. */
  evict(empty: Profile): void {
    this.killAll();
    this.#profile = empty;
    this.#mark = keptActors();
    this.#older = undefined;
  }

  /** Copies the profile, as a backup of the computer does. */
  backUp(): void {
    this.#older = this.#profile.copy();
  }

  /** The computer was set back to its backup; false where there is none. */
  goBack(): boolean {
    const older = this.#older?.copy();
    if (!older) return false;
    this.killAll();
    this.#profile = older;
    this.#mark = keptActors();
    return true;
  }

  /** What it keeps now, for another office that begins like this one. */
  kept(): Profile | undefined {
    return this.#profile.copy();
  }
}
