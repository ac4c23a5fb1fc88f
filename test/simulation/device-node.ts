import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { IDBFactory } from "fake-indexeddb";
import { unwrap } from "idb";
import { createEngine, type Engine } from "../../extension/background/engine.ts";
import { type Database, openDatabase } from "../../extension/background/storage/database.ts";
import { automergeLoader } from "../../extension/background/work/automerge.ts";
import { abortOpenTransactions, type Fate } from "../background/faulty-storage.ts";
import { keptLook, keptMark } from "../background/world.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { Network } from "./network.ts";

const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
export const automerge = automergeLoader(async () => new Uint8Array(readFileSync(wasm)));

/** One life of a worker: from its start to its death. */
interface Life {
  alive: boolean;
  readonly connection: object;
  readonly db: Database;
  readonly engine: Engine;
  /** Operations on the store until it dies; unlimited where undefined. */
  diesIn: number | undefined;
}

/** A browser profile, and the background's worker in it, which may die and be started again. */
export class DeviceNode {
  readonly name: string;
  readonly errors: unknown[] = [];
  /** How far its clock is off, in ms. */
  skew = 0;
  /** Nothing more fits on its disk. */
  full = false;
  readonly #profile = new IDBFactory();
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #network: Network;
  readonly #makeDatabase: (() => Promise<Database>) | undefined;
  #database: Promise<Database> | undefined;
  #lives: Life[] = [];

  /** @param database makes the one that it keeps; where it is absent, a profile of fake-indexeddb has it */
  constructor(
    name: string,
    clock: Clock,
    chance: Chance,
    network: Network,
    database?: () => Promise<Database>,
  ) {
    this.name = name;
    this.#clock = clock;
    this.#chance = chance;
    this.#network = network;
    this.#makeDatabase = database;
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
    return this.#clock.now + this.skew;
  }

  /** Starts a worker, also beside one that is still there: the elder goes on until it is killed. */
  async start(): Promise<Life> {
    globalThis.indexedDB = this.#profile;
    this.#database ??= this.#makeDatabase?.();
    const db = (await this.#database) ?? (await openDatabase(() => {}));
    const connection: object = unwrap(db) ?? db;
    let life: Life | undefined;
    const isAlive = () => life === undefined || life.alive;
    const engine = createEngine({
      db,
      automerge,
      network: {
        fetch: this.#network.fetchOf(this.name, isAlive),
        WebSocket: this.#network.webSocketOf(this.name, isAlive),
      },
      now: () => this.now(),
      later: (run, ms) => this.#clock.later(() => isAlive() && run(), ms),
      random: (count) => this.#chance.bytes(count),
      managed: async () => ({}),
      look: keptLook(),
      origin: "chrome-extension://self",
      session: keptMark(),
      begin: () => {},
      report: (error) => this.errors.push(error),
      bases: { every: 3, wait: 1_500 },
    });
    life = { alive: true, connection, db, engine, diesIn: undefined };
    this.#lives.push(life);
    // It may die before it is up.
    engine.start().catch((error) => this.errors.push(error));
    return life;
  }

  /** Kills a worker: the youngest, or the one given. Nothing of it happens any more. */
  kill(life = this.life): void {
    if (!life?.alive) return;
    life.alive = false;
    abortOpenTransactions(life.connection);
    // Not the engine's own closing, which would be orderly: only its sockets fall silent.
    this.#network.cutConnections(this.name);
  }

  /** Kills every worker but the youngest. */
  killElders(): void {
    for (const life of this.#lives.slice(0, -1)) this.kill(life);
  }

  /** What becomes of an operation of one of this device's workers; undefined for another's. */
  fateOf(connection: object): Fate | undefined {
    const life = this.#lives.find((one) => one.connection === connection);
    if (!life) return undefined;
    if (life.alive && life.diesIn !== undefined && --life.diesIn < 0) this.kill(life);
    if (!life.alive) return "hang";
    return this.full ? "full" : "go";
  }
}
