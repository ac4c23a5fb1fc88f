import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WebSocket } from "ws";
import { fromBase64url, toHex } from "../../shared/protocol/bytes.ts";
import { Allowance } from "../../sync-server/front/allowance.ts";
import { Connection } from "../../sync-server/front/connection.ts";
import { answerRequest, type HttpParts } from "../../sync-server/front/http.ts";
import { Rooms } from "../../sync-server/front/room.ts";
import type { Shared } from "../../sync-server/front/shared.ts";
import { Throttles } from "../../sync-server/front/throttle.ts";
import { MemoryTokenStore, Tokens } from "../../sync-server/front/tokens.ts";
import { SERVER_LIMITS } from "../../sync-server/limits.ts";
import type { AppendOutcome, Log } from "../../sync-server/log.ts";
import { Metrics } from "../../sync-server/observe.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { ServerSide } from "./network.ts";
import type { Tally } from "./tally.ts";

const never = new Promise<never>(() => {});

/** The sync server's own parts over a real SQLite file; only the sockets and the process around them are pretended. */
export class ServerNode {
  alive = true;
  /** Answers of the log until the process dies; unlimited where undefined. */
  diesIn: number | undefined;
  /** Whether bases are made, held out to whoever is behind one, and the log before them let go. */
  readonly speaksBases: boolean;
  /** Nothing more fits on its disk. */
  full = false;
  /** Its log answers at once. */
  isCalm = false;
  readonly file: string;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #tally: Tally;
  readonly #logs: Log[] = [];
  #parts: HttpParts;
  #sides = new Set<ServerSide>();

  /** @param kept the database that it begins with; an empty one where it is absent */
  constructor(
    folder: string,
    { clock, chance, tally }: { clock: Clock; chance: Chance; tally: Tally },
    speaksBases: boolean,
    kept?: Uint8Array,
  ) {
    this.speaksBases = speaksBases;
    this.file = join(folder, "sidedesk.sqlite");
    this.#clock = clock;
    this.#chance = chance;
    this.#tally = tally;
    if (kept) writeFileSync(this.file, kept);
    this.#parts = this.#begin();
  }

  #begin(): HttpParts {
    const now = () => this.#clock.now;
    const log = this.#mortal(openSqliteLog({ file: this.file, now, quotaBytes: 1e9 }));
    const wide = () => new Throttles(1e6, 1e6, now);
    const random = (count: number) => this.#chance.bytes(count);
    const limits = { ...SERVER_LIMITS, holdOutFrom: 1 };
    const shared: Shared = {
      log,
      limits,
      allowance: new Allowance(limits, now),
      logger: () => {},
      metrics: new Metrics(),
      now,
      messages: wide(),
      bytes: wide(),
    };
    return {
      shared,
      rooms: new Rooms(log, now, () => {}),
      tokens: new Tokens(now, random, SERVER_LIMITS, new MemoryTokenStore(random, now)),
      requests: wide(),
      newDesks: wide(),
      creation: { who: "anyone" },
      addressOf: () => "simulated",
    };
  }

  /** The log as a process sees it that may die before or after any of its answers, and never hears of it. */
  #mortal(log: Log): Log {
    let dead = false;
    this.#logs.push(log);
    const dies = () => {
      if (this.diesIn === undefined) return false;
      return --this.diesIn < 0;
    };
    const life = { end: () => (dead = true) };
    this.#endLife = life.end;
    const mortal = <T extends object>(whole: T): T =>
      new Proxy(whole, {
        get: (target, key) => {
          const name = key as keyof T & string;
          if (name === "watch") return (target as unknown as Log).watch.bind(target);
          if (name === "pass") return (target as unknown as Log).pass.bind(target);
          const known = target[name];
          if (typeof known === "object" && known !== null) return mortal(known);
          return async (...given: unknown[]) => {
            if (dead) return never;
            if (name === "append" && this.full) return { ok: false, code: "storage-full", index: 0 };
            const isLast = dies();
            if (isLast && this.#chance.is(0.5)) {
              this.#tally.add("server dies before an answer");
              this.crash();
              return never;
            }
            const answer = await (target[name] as (...given: unknown[]) => Promise<unknown>).apply(
              target,
              given,
            );
            this.#note(name, answer);
            if (isLast) {
              this.#tally.add("server dies after an answer");
              this.crash();
            } else if (!this.isCalm && this.#chance.is(0.1))
              await new Promise<void>((resolve) => this.#clock.later(resolve, this.#chance.between(1, 60)));
            return dead ? never : answer;
          };
        },
      });
    return mortal(log);
  }
  #endLife: () => void = () => {};

  /** Counts what the log answered. */
  #note(name: string, answer: unknown): void {
    if (name === "append") {
      const outcome = answer as AppendOutcome;
      if (!outcome.ok) return;
      if (outcome.kept.length > 0) this.#tally.add("append kept");
      if (outcome.kept.length < outcome.seqs.length) this.#tally.add("envelope sent again and known");
    } else if (name === "appendRoster" && answer === "moved") this.#tally.add("roster moved meanwhile");
    else if (name === "offer" && answer === "kept") this.#tally.add("base offered");
    else if (name === "confirm" && answer === "kept") this.#tally.add("base confirmed");
    else if (name === "prune" && (answer as number) > 0) this.#tally.add("log let go");
  }

  /** The process is killed: what it had in memory is gone, its sockets with it. */
  crash(): void {
    if (!this.alive) return;
    this.alive = false;
    this.diesIn = undefined;
    this.#endLife();
    for (const side of this.#sides) side.cut();
    this.#sides = new Set();
  }

  restart(): void {
    if (this.alive) return;
    this.alive = true;
    this.#parts = this.#begin();
  }

  /** A request as a browser sends it; undefined where the process died meanwhile. */
  async request(path: string, init: RequestInit): Promise<{ status: number; body: Uint8Array }> {
    const body = init.body === undefined || init.body === null ? [] : [bytesOf(init.body)];
    const headers = Object.fromEntries(
      Object.entries((init.headers ?? {}) as Record<string, string>).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    const request = {
      url: path,
      method: init.method ?? "GET",
      headers,
      socket: { remoteAddress: "simulated" },
      async *[Symbol.asyncIterator]() {
        yield* body;
      },
    };
    let status = 0;
    let answer: Uint8Array = new Uint8Array();
    const response = {
      writeHead(code: number) {
        status = code;
      },
      end(sent: string | Uint8Array) {
        answer = typeof sent === "string" ? new TextEncoder().encode(sent) : sent;
      },
    };
    await answerRequest(this.#parts, request as never, response as never);
    return { status, body: answer };
  }

  /** Lets a socket in, as the server does before an upgrade; false turns it away. */
  async admit(path: string, token: string, side: ServerSide): Promise<boolean> {
    const { rooms, tokens, shared } = this.#parts;
    const id = /^\/desks\/([\w-]+)\/sync$/.exec(path)?.[1];
    const room = id ? await rooms.of(fromBase64url(id)) : undefined;
    const holder = room && (await tokens.redeem(token, room.desk));
    if (!this.alive || !room || !holder || !room.member(holder.device)) return false;
    const key = `${toHex(room.desk)}${toHex(holder.device)}`;
    new Connection(side as unknown as WebSocket, room, holder.device, key, shared, this.speaksBases);
    this.#sides.add(side);
    return true;
  }

  /** Lets go of what confirmed bases hold, in the midst of everything else. */
  prune(): void {
    if (this.alive) this.#parts.rooms.prune(Number.MAX_SAFE_INTEGER).catch(() => {});
  }

  async close(): Promise<void> {
    this.crash();
    for (const log of this.#logs.splice(0)) await log.close();
  }
}

function bytesOf(body: BodyInit): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : (body as Uint8Array);
}
