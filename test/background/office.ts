import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StoredDesk } from "../../extension/background/storage/database.ts";
import type { World } from "../../extension/background/world.ts";
import type { Role } from "../../shared/desk/body.ts";
import { readEnvelope } from "../../shared/envelope/envelope.ts";
import { fromHex } from "../../shared/protocol/bytes.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { ends } from "../ends.ts";
import { openServer } from "./server.ts";
import { creation, type Device, device, until } from "./world.ts";

let folder: string;
let opening: Promise<RunningServer> | undefined;
const open: Device[] = [];

/** A file of tests has a server of its own. */
function serverOfFile(): Promise<RunningServer> {
  opening ??= (async () => {
    folder = mkdtempSync(join(tmpdir(), "sidedesk-office-"));
    const server = await openServer(folder);
    ends.push(async () => {
      opening = undefined;
      for (const { engine } of open.splice(0)) engine.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return server;
  })();
  return opening;
}

export const network: World["network"] = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
export const start = async (options: Parameters<typeof device>[0] = {}) => {
  await serverOfFile();
  const one = await device({ network, ...options });
  open.push(one);
  return one;
};
export const infoOf = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!;
export const upToDate = (one: Device) => until(async () => (await infoOf(one)).sync.phase === "upToDate");
export const storedDesk = async (one: Device): Promise<StoredDesk> => (await one.db.getAll("desks"))[0]!;
export const epochOf = async (one: Device) => (await storedDesk(one)).epochKeys.length;
export const idOf = async (one: Device, name: string) =>
  (await infoOf(one)).members.find((member) => member.name === name)!.id;
export const write = async (one: Device, summary: string) => {
  await one.engine.submit((await storedDesk(one)).id, [creation("task", { summary }).command]);
};
const STORES = ["sealed", "outbox", "journal"] as const;
export const written = (one: Device, ms?: number) =>
  until(
    async () => (await Promise.all(STORES.map((name) => one.db.count(name)))).every((count) => count === 0),
    ms,
  );

/** Everything that the server has of a desk, as somebody with a copy of its disk sees it. */
export function copied(desk: string) {
  const database = new DatabaseSync(join(folder, "sidedesk.sqlite"), { readOnly: true });
  const read = (sql: string) => database.prepare(sql).all(fromHex(desk)) as Record<string, Uint8Array>[];
  const of = "JOIN desks ON desks.id = desk_id WHERE desk = ? ORDER BY";
  const envelopes = read(`SELECT envelope FROM envelopes ${of} seq`).map(({ envelope }) =>
    readEnvelope(envelope!),
  );
  const roster = read(`SELECT entry FROM roster ${of} position`).map(({ entry }) => entry!);
  database.close();
  return { envelopes, roster };
}

/** An owner and members with these roles, all of them connected, the key renewed behind the last that joined. */
export async function office(...roles: Role[]) {
  const owner = await start();
  const desk = await owner.engine.desks.create("Board office", "Owner", {
    server: (await serverOfFile()).url,
  });
  await upToDate(owner);
  const others: Device[] = [];
  for (const [n, role] of roles.entries()) {
    const { link } = await owner.engine.desks.invite(desk, role);
    const other = await start();
    await other.engine.desks.join(link, `Member ${n + 1}`);
    await upToDate(other);
    others.push(other);
    await until(async () => (await epochOf(owner)) === n + 2 && !(await infoOf(owner)).keyOwed);
  }
  for (const other of others) await until(async () => (await epochOf(other)) === roles.length + 1);
  return { owner, desk, others };
}
