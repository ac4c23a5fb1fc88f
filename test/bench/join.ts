import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { free, save } from "@automerge/automerge/slim";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { BaseLine } from "../../extension/background/sync/base-line.ts";
import { fetchBase } from "../../extension/background/sync/fetch-base.ts";
import { openLine, readFrame } from "../../extension/background/sync/line.ts";
import { deskPath, serverApi } from "../../extension/background/sync/server-api.ts";
import { readManifest, signConfirmation, signManifest } from "../../shared/desk/base.ts";
import { type Roster, verifyRoster } from "../../shared/desk/roster.ts";
import { actorOf } from "../../shared/documents/actor.ts";
import { applyCommands } from "../../shared/documents/apply.ts";
import { openDocument } from "../../shared/documents/open-document.ts";
import { packShown, shownOf } from "../../shared/documents/shown.ts";
import {
  envelopeHash,
  NO_PREVIOUS,
  openEnvelope,
  readEnvelope,
  sealEnvelope,
} from "../../shared/envelope/envelope.ts";
import { type DeviceKeys, importEpochKey, sha256 } from "../../shared/envelope/keys.ts";
import { type BaseDocument, partContents, partKey, sealPart } from "../../shared/envelope/part.ts";
import { type Bytes, fromHex, toHex } from "../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/frames.ts";
import type { CheckedEnvelope, Log } from "../../sync-server/log.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { memoryDatabase } from "../background/memory-database.ts";
import { openServer } from "../background/server.ts";
import { automerge, device, random, until } from "../background/world.ts";
import { ServerProcess } from "../sync-server/server-process.ts";
import type { Figure } from "./main.ts";
import { sampleCommand } from "./sample-work.ts";

/** What a join may take beside twice the fetching and opening of the same bytes, and until a list of five years can be used, ms. */
const BESIDE_MS = 300;
const USABLE_MS = 5_000;
/** A year and five years of an office, by the months over which the records are spread. */
const DESKS: readonly (Size & { readonly from: string; readonly most?: number })[] = [
  { records: 12_500, months: 12, from: "its log" },
  { records: 12_500, months: 12, from: "a base" },
  { records: 50_000, months: 60, from: "a base", most: USABLE_MS },
];
const MANY = { desks: 100, records: 125, months: 1 } as const;
const GROUP = 256;
const LONGEST_MS = 180_000;
const REQUEST_MS = 60;
const LOOK_MS = 20;
const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const memoryMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
const monthName = (n: number) => `${2022 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;

/** A desk on a server, whose only member is away, with an invitation to it. */
interface Filled {
  readonly desk: string;
  readonly link: string;
  readonly keys: DeviceKeys;
  readonly epochKey: Uint8Array;
}
interface Size {
  readonly records: number;
  readonly months: number;
}

/** Records as an office makes them: each by itself, as one change in one envelope of its own. */
async function* envelopesOf(
  { records, months }: Size,
  { desk, keys, epochKey }: Filled,
  documents: BaseDocument[],
) {
  await automerge();
  const key = await importEpochKey(epochKey);
  let [counter, previous] = [0, NO_PREVIOUS];
  for (let month = 0; month < months; month++) {
    const document = monthName(month);
    const doc = openDocument(actorOf(toHex(keys.device), "00000009"));
    const [from, to] = [month, month + 1].map((n) => Math.round((n * records) / months)) as [number, number];
    for (let n = from; n < to; n++) {
      const at = `${document}-15T10:00:00.000Z`;
      const command = sampleCommand(n, at, String(n).padStart(26, "0"), document);
      const applied = applyCommands(doc, [command], toHex(keys.device));
      const payload = { type: "changes", document, changes: [applied.change!] } as const;
      const sealing = {
        desk: fromHex(desk),
        epoch: 1,
        epochKey: key,
        device: keys.device,
        signKey: keys.signKey,
      };
      const bytes = await sealEnvelope({
        ...sealing,
        counter: ++counter,
        previous,
        payload: { ...payload, changes: [...payload.changes] },
        nonce: random(12),
      });
      const hash = await envelopeHash(bytes);
      yield { device: keys.device, counter, previous, hash, bytes };
      previous = hash;
    }
    documents.unshift({ document, saved: save(doc), acts: [], shown: packShown(shownOf(doc)) });
    free(doc);
  }
}

/** Desks of these sizes in a folder; a server is to be started on that port for the invitations to be good. */
async function fill(folder: string, sizes: readonly Size[]): Promise<{ filled: Filled[]; port: number }> {
  const server = await openServer(folder);
  const made: { filled: Filled; roster: Roster }[] = [];
  for (const _ of sizes) {
    const database = await memoryDatabase();
    const owner = await device({ network, database });
    const desk = await owner.engine.desks.create("Board office", "Owner", { server: server.url });
    await until(async () => (await owner.engine.answer({ q: "state" })).desks[0]?.sync.phase === "upToDate");
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    const stored = (await database.get("desks", desk))!;
    owner.engine.close();
    const verified = await verifyRoster(await serverApi(server.url, network.fetch).roster(desk));
    if (!verified.ok) throw new Error(verified.failure.message);
    const filled = { desk, link, keys: await openKeyring(database).on(desk), epochKey: stored.epochKeys[0]! };
    made.push({ filled, roster: verified.roster });
  }
  const { port } = server;
  await server.close();
  const log = openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now: Date.now, quotaBytes: 1e10 });
  for (const [n, { filled, roster }] of made.entries()) {
    const append = async (group: readonly CheckedEnvelope[]) => {
      const outcome = await log.append(fromHex(filled.desk), roster.head, group);
      if (!outcome.ok) throw new Error(outcome.code);
    };
    let group: CheckedEnvelope[] = [];
    const documents: BaseDocument[] = [];
    let last: CheckedEnvelope | undefined;
    for await (const envelope of envelopesOf(sizes[n]!, filled, documents)) {
      group.push(envelope);
      last = envelope;
      if (group.length === GROUP) await append(group.splice(0));
    }
    if (group.length > 0) await append(group);
    group = [];
    if (n < DESKS.length && n > 0) await putBase(log, filled, made[n]!.roster, documents, last!);
  }
  await log.close();
  return { filled: made.map(({ filled }) => filled), port };
}

/** A base of all of a desk, as its one member would have made and confirmed it, and the log before it let go. */
async function putBase(
  log: Log,
  { keys, epochKey }: Filled,
  { desk, length: rosterLength, head: rosterHead }: Roster,
  documents: readonly BaseDocument[],
  last: CheckedEnvelope,
): Promise<void> {
  const place = { desk, device: keys.device, epoch: 1 };
  const key = await partKey(place, await importEpochKey(epochKey));
  const parts = [];
  for (const content of partContents(documents)) {
    const part = await sealPart(key, random(12), content);
    parts.push(await sha256(part));
    await log.bases.keepPart(desk, parts.at(-1)!, part);
  }
  const ends = [{ device: keys.device, counter: last.counter, epoch: 1, hash: last.hash as Bytes }];
  const at = { at: Date.now(), rosterLength, rosterHead };
  const terms = { ...place, ...at, covers: await log.head(desk), ends, parts };
  const manifest = await readManifest(await signManifest(terms, keys.signKey));
  const offered = await log.bases.offer(desk, rosterHead, { ...manifest, manifest: manifest.bytes });
  const confirmed = { ...at, desk, base: manifest.hash, device: keys.device };
  const confirmation = await signConfirmation(confirmed, keys.signKey);
  const kept = await log.bases.confirm(desk, rosterHead, manifest.hash, confirmation);
  if (offered !== "kept" || kept !== "kept") throw new Error(`The base was not kept: ${offered}, ${kept}.`);
  await log.bases.prune(desk, Number.MAX_SAFE_INTEGER);
}

const tokenFor = (url: string, { desk, keys }: Filled) => serverApi(url, network.fetch).token(desk, keys);

/** Fetches a desk's base, or its log where there is none, and opens what is sealed, and nothing else; gives the bytes. */
async function fetchAndOpen(url: string, token: string, { desk, epochKey }: Filled): Promise<number> {
  const key = await importEpochKey(epochKey);
  let bytes = 0;
  let opening: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    const address = `${url.replace("http", "ws")}/desks/${deskPath(desk)}/sync`;
    const line = openLine({ WebSocket: network.WebSocket, now: Date.now, later }, address, token, {
      opened: () => line.send({ type: "hello", version: PROTOCOL_VERSION, cursor: 0, rosterLength: 1 }),
      message(message) {
        const frame = readFrame(message);
        if (frame.type === "entries") {
          bytes += message.length;
          const opened = frame.items.map(({ envelope }) => openEnvelope(readEnvelope(envelope), key));
          opening = Promise.all([opening, ...opened]);
        } else if (frame.type === "base" && frame.held) {
          bytes += message.length;
          opening = readManifest(frame.manifest).then(async (manifest) => {
            const documents = fetchBase(bases, manifest, [epochKey]);
            for await (const { documents: whole } of documents)
              for (const { saved, acts, shown } of whole)
                for (const each of [saved, shown, ...acts]) bytes += each.length;
            line.send({ type: "resume", cursor: manifest.covers });
          });
        } else if (bases.hear(frame)) return;
        else if (frame.type === "caughtUp") {
          line.close();
          opening.then(() => resolve(), reject);
        }
      },
      ended: () => reject(new Error("The server hung up.")),
    });
    const bases = new BaseLine(line.send);
  });
  return bytes;
}

const timed = async <T>(work: () => Promise<T>) => {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
};

/** A new device joins by its invitation; resolves when its list is whole. */
async function joinAnew({ link }: Filled, records: number) {
  const database = await memoryDatabase();
  const { engine } = await device({ network, database });
  const began = performance.now();
  const desk = await engine.desks.join(link, "Member 1");
  const rows = () => engine.answer({ q: "rows", desk, order: "at", grouped: true, limit: 40 });
  // Looked at now and then, as a person does: to ask without a pause would be the work that is measured.
  const seen = async (look: () => Promise<boolean>) => {
    while (!(await look()) && performance.now() - began < LONGEST_MS)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    return performance.now() - began;
  };
  const first = await seen(async () => (await rows()).rows.length > 0);
  await seen(async () => (await engine.answer({ q: "state" })).desks[0]?.sync.phase === "upToDate");
  const ms = await seen(async () => (await rows()).total === records);
  engine.close();
  return { ms, first };
}
/** A new device's first sync with a desk that is there already, from a server in a process of its own. */
export async function benchJoin(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-bench-"));
  let server: ServerProcess | undefined;
  try {
    const many = Array.from({ length: MANY.desks }, () => MANY);
    const { filled, port } = await fill(folder, [...DESKS, ...many]);
    server = await ServerProcess.start("--data", folder, "--port", String(port));
    return await measure(server, filled);
  } finally {
    await server?.end("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measure(server: ServerProcess, filled: readonly Filled[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [n, { records, from, most }] of DESKS.entries()) {
    const token = await tokenFor(server.url, filled[n]!);
    const bare = await timed(() => fetchAndOpen(server.url, token, filled[n]!));
    const { ms, first } = await joinAnew(filled[n]!, records);
    const what = `a new device on a desk of ${records}, from ${from}`;
    figures.push(
      { what: `${what}: fetching and opening alone`, value: bare.ms, unit: "ms" },
      { what: `${what}: bytes fetched`, value: bare.result / 1e6, unit: "MB" },
      { what: `${what}: its first rows`, value: first, unit: "ms" },
      {
        what: `${what}: the whole list`,
        value: ms,
        unit: "ms",
        goal: most ?? 2 * bare.ms + BESIDE_MS,
      },
    );
  }
  const before = memoryMb(server.pid);
  const tokens: string[] = [];
  for (const one of filled.slice(DESKS.length)) {
    tokens.push(await tokenFor(server.url, one));
    // As many requests as the server takes from one address.
    await new Promise((resolve) => setTimeout(resolve, REQUEST_MS));
  }
  const all = await timed(() =>
    Promise.all(tokens.map((token, n) => fetchAndOpen(server.url, token, filled[DESKS.length + n]!))),
  );
  figures.push(
    { what: `${MANY.desks} desks of ${MANY.records} at once, each read whole`, value: all.ms, unit: "ms" },
    { what: "the server's memory before that", value: before, unit: "MB" },
    { what: "the server's memory after it", value: memoryMb(server.pid), unit: "MB" },
  );
  return figures;
}
