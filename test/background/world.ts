import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { IDBFactory } from "fake-indexeddb";
import { createEngine } from "../../extension/background/engine.ts";
import type { Engine } from "../../extension/background/engine-type.ts";
import { openPresence, type Presence } from "../../extension/background/presence/presence.ts";
import { type Database, openDatabase } from "../../extension/background/storage/database.ts";
import { automergeLoader } from "../../extension/background/work/automerge.ts";
import type { World } from "../../extension/background/world.ts";
import type { Action, Command } from "../../shared/documents/command.ts";
import { kindOf } from "../../shared/records/kinds.ts";
import { documentOf, newItemId, newRecordId } from "../../shared/records/new-record.ts";

const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");

/** Automerge, loaded from the package's own file. */
export const automerge = automergeLoader(async () => new Uint8Array(readFileSync(wasm)));

export const random = (count: number) => new Uint8Array(randomBytes(count));

export interface Device {
  readonly engine: Engine;
  readonly db: Database;
  readonly errors: unknown[];
  readonly presence: Presence;
  /** The browser profile: give it to the next device to be the same browser, started again. */
  readonly profile: IDBFactory;
}

/** Keeps a look in memory, as the browser's storage would. */
export function keptLook(): World["look"] {
  let kept: unknown;
  return {
    get: async () => kept,
    set: async (written) => {
      kept = written;
    },
  };
}

/** Remembers that this browser was unlocked for as long as the test keeps it. */
export function keptMark(): World["session"] {
  let kept: string | null = null;
  return {
    get: async () => kept,
    set: async (mark) => {
      kept = mark;
    },
  };
}

/** Of the extension's own pages. */
export const ORIGIN = "chrome-extension://self";

/** A browser with Sidedesk's background in it: a database of its own and the real engine. */
export async function device(
  options: {
    profile?: IDBFactory;
    /** Another database than one of the profile. */
    database?: Database;
    network?: World["network"];
    start?: boolean;
    automerge?: World["automerge"];
    now?: () => number;
    managed?: World["managed"];
    session?: World["session"];
    begin?: World["begin"];
    bases?: NonNullable<World["bases"]>;
    presence?: Presence;
  } = {},
): Promise<Device> {
  const profile = options.profile ?? new IDBFactory();
  globalThis.indexedDB = profile;
  const db = options.database ?? (await openDatabase(() => {}));
  const errors: unknown[] = [];
  const now = options.now ?? Date.now;
  const later: World["later"] = (run, ms) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  };
  const presence = options.presence ?? openPresence({ now, later });
  const engine = createEngine({
    db,
    automerge: options.automerge ?? automerge,
    network: options.network ?? {
      fetch: () => Promise.reject(new Error("no network")),
      WebSocket: globalThis.WebSocket,
    },
    now,
    later,
    presence,
    random,
    managed: options.managed ?? (async () => ({})),
    look: keptLook(),
    session: options.session ?? keptMark(),
    origin: ORIGIN,
    begin: options.begin ?? (() => {}),
    report: (error) => errors.push(error),
    ...(options.bases ? { bases: options.bases } : {}),
  });
  if (options.start !== false) await engine.start();
  return { engine, db, errors, presence, profile };
}

export const command = (action: Action, at = new Date().toISOString()): Command => ({
  id: newItemId(random(16)),
  at,
  action,
});

/** This device on the one desk that it has, hex. */
export const idHere = async ({ engine, db }: Pick<Device, "engine" | "db">): Promise<string> =>
  engine.deviceOn((await db.getAllKeys("desks"))[0]!);

/** A command that creates a record of a kind, and the record's id. */
export function creation(
  kind: string,
  fields: Record<string, string | number | boolean | null>,
): { id: string; command: Command } {
  const definition = kindOf(kind);
  if (!definition) throw new Error(`no kind "${kind}"`);
  const at = new Date().toISOString();
  const id = newRecordId(documentOf(definition, at), random(16));
  return { id, command: command({ do: "create", record: id, kind, fields }, at) };
}

/** Waits until something is true, looking every 5 ms; fails with the last error after `ms`. */
export async function until<T>(look: () => Promise<T | false | null | undefined>, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`It did not happen within ${ms} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
