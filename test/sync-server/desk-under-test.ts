/** A running server on a free port, a desk on it, and devices that speak the real protocol over real sockets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import type { Role } from "../../shared/desk/body.ts";
import { keysFromRoster } from "../../shared/desk/epochs.ts";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import {
  acceptInvite,
  beginEpoch,
  createDesk,
  makeInvite,
  makeOwnInvite,
  removeDevice,
} from "../../shared/desk/membership.ts";
import { extendRoster, type Roster, type RosterResult, verifyRoster } from "../../shared/desk/roster.ts";
import { envelopeHash, NO_PREVIOUS, sealEnvelope } from "../../shared/envelope/envelope.ts";
import { type DeviceKeys, generateDeviceKeys, importEpochKey, sign } from "../../shared/envelope/keys.ts";
import type { Payload } from "../../shared/envelope/payload.ts";
import { type Bytes, fromBase64url, toBase64url, toHex } from "../../shared/protocol/bytes.ts";
import {
  type ClientFrame,
  decodeFrame,
  encodeFrame,
  PROTOCOL_VERSION,
  type ServerFrame,
} from "../../shared/protocol/frames.ts";
import { SUBPROTOCOL, SUBPROTOCOL_WITH_BASES, tokenStatement } from "../../shared/protocol/token.ts";
import type { DeskCreation, ServerLimits } from "../../sync-server/limits.ts";
import { jsonLogger } from "../../sync-server/observe.ts";
import { type RunningServer, startServer } from "../../sync-server/server.ts";
import { openSqliteLog, type SqliteLogSettings } from "../../sync-server/sqlite/log.ts";

export const random = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

/** A server over a folder; `logged` collects what it logs. */
export async function serve(
  folder: string,
  options: {
    log?: Partial<SqliteLogSettings>;
    limits?: Partial<ServerLimits>;
    now?: () => number;
    creation?: DeskCreation;
  } = {},
): Promise<RunningServer & { logged: string[] }> {
  const now = options.now ?? (() => Date.now());
  const logged: string[] = [];
  const log = openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now, quotaBytes: 1e9, ...options.log });
  const logger = jsonLogger((line) => logged.push(line), now);
  const { limits, creation } = options;
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    log,
    now,
    random,
    logger,
    ...(limits ? { limits } : {}),
    ...(creation ? { creation } : {}),
  });
  return { ...server, logged };
}

/** A folder of its own for one test, and how to remove it. */
export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-test-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function verified(result: RosterResult): Roster {
  if (!result.ok) throw new Error(`roster refused: ${result.failure.code} at ${result.failure.index}`);
  return result.roster;
}

/** A member's browser, as the server sees it. */
export interface Device {
  keys: DeviceKeys;
  counter: number;
  previous: Bytes;
}

/** A desk that exists on a server, with its founder. */
export class DeskUnderTest {
  readonly id: Bytes;
  epochKeys: Bytes[];
  readonly owner: Device;
  url: string;
  roster: Roster;

  private constructor(url: string, id: Bytes, epochKey: Bytes, owner: Device, roster: Roster) {
    this.url = url;
    this.id = id;
    this.epochKeys = [epochKey];
    this.owner = owner;
    this.roster = roster;
  }

  static async found(url: string, name = "Sample Owner"): Promise<DeskUnderTest> {
    const keys = await generateDeviceKeys();
    const founded = await createDesk({ name }, { keys, now: Date.now(), random });
    const answer = await fetch(`${url}/desks`, { method: "POST", body: founded.entry });
    if (answer.status !== 201)
      throw new Error(`the desk was not made: ${answer.status} ${await answer.text()}`);
    const roster = verified(await verifyRoster([founded.entry]));
    return new DeskUnderTest(url, founded.desk, founded.epochKey, device(keys), roster);
  }

  get address(): string {
    return `${this.url}/desks/${toBase64url(this.id)}`;
  }

  /** The same desk, by another server process over the same storage. */
  at(url: string): DeskUnderTest {
    return Object.assign(Object.create(this) as DeskUnderTest, { url });
  }

  /** Posts an entry onto the roster's head. */
  async post(entry: Bytes, head: Uint8Array = this.roster.head): Promise<Response> {
    const answer = await fetch(`${this.address}/roster`, {
      method: "POST",
      headers: { "Expected-Head": toHex(head) },
      body: entry,
    });
    if (answer.ok) this.roster = verified(await extendRoster(this.roster, [entry]));
    return answer;
  }

  /** A new device that joins with a role, by an invite. */
  async join(role: Role, name = "", until?: number): Promise<Device> {
    const acting = { keys: this.owner.keys, now: Date.now(), random };
    const offer = {
      server: "https://desk.example.com",
      role,
      until,
      expires: Date.now() + 60_000,
      epochKeys: this.epochKeys,
    };
    const invite = await makeInvite(this.roster, offer, acting);
    await expectOk(await this.post(invite.entry));
    const parsed = parseInviteLink(invite.link);
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const keys = await generateDeviceKeys();
    const joined = await acceptInvite(this.roster, parsed.link, { name }, { keys, now: Date.now(), random });
    if (!joined.ok) throw new Error(joined.failure.message);
    await expectOk(await this.post(joined.entry));
    return device(keys);
  }

  /** A further device of the same person, by their own link. */
  async further(of: Device): Promise<Device> {
    const link = { secret: random(32) };
    const offer = {
      use: "device",
      expires: Date.now() + 60_000,
      epochKeys: this.epochKeys,
      ...link,
    } as const;
    const made = await makeOwnInvite(this.roster, offer, { keys: of.keys, now: Date.now() });
    await expectOk(await this.post(made.entry));
    const keys = await generateDeviceKeys();
    const joined = await acceptInvite(this.roster, link, { name: "" }, { keys, now: Date.now(), random });
    if (!joined.ok) throw new Error(joined.failure.message);
    await expectOk(await this.post(joined.entry));
    return device(keys);
  }

  /** The entry that removes a device, by the founder, with the chain's end as the founder has seen it. */
  removal(of: Device, by = this.owner.keys, now = Date.now()): Promise<Bytes> {
    return removeDevice(this.roster, { device: of.keys.device, end: endOf(of) }, { keys: by, now });
  }

  /** Begins a new epoch on the server, by the founder. */
  async renewKey(): Promise<void> {
    const acting = { keys: this.owner.keys, now: Date.now(), random };
    await expectOk(await this.post(await beginEpoch(this.roster, this.epochKeys, acting)));
    const read = await keysFromRoster(this.roster, this.owner.keys, this.epochKeys);
    if (!read.ok) throw new Error("the keys do not fit together");
    this.epochKeys = read.keys;
  }

  /** The device's next envelope; its chain moves on. */
  async seal(by: Device, payload: Payload | string, epoch = this.epochKeys.length): Promise<Bytes> {
    const content: Payload =
      typeof payload === "string"
        ? { type: "changes", document: "2026-11", changes: [new TextEncoder().encode(payload)] }
        : payload;
    const inChain = content.type !== "presence";
    const sealed = await sealEnvelope({
      desk: this.id,
      epoch,
      epochKey: await importEpochKey(this.epochKeys[epoch - 1]!),
      device: by.keys.device,
      signKey: by.keys.signKey,
      counter: by.counter + 1,
      previous: inChain ? by.previous : NO_PREVIOUS,
      payload: content,
      nonce: random(12),
    });
    if (inChain) {
      by.counter++;
      by.previous = await envelopeHash(sealed);
    }
    return sealed;
  }

  /** A token for a device, as it would ask for it. */
  async token(by: Device): Promise<{ status: number; token: string }> {
    const asked = await fetch(`${this.address}/challenge`, { method: "POST" });
    const { nonce } = (await asked.json()) as { nonce: string };
    const statement = tokenStatement(this.id, by.keys.device, fromBase64url(nonce));
    const signature = toBase64url(await sign(by.keys.signKey, statement));
    const body = JSON.stringify({ device: toBase64url(by.keys.device), nonce, signature });
    const answer = await fetch(`${this.address}/token`, { method: "POST", body });
    const { token = "" } = (await answer.json()) as { token?: string };
    return { status: answer.status, token };
  }

  /** A socket with a token, not yet greeted. */
  async open(by: Device): Promise<Line> {
    const { token } = await this.token(by);
    const offered = [SUBPROTOCOL, token, SUBPROTOCOL_WITH_BASES];
    return Line.open(`${this.address.replace("http", "ws")}/sync`, offered);
  }

  /** A greeted socket that has caught up from a cursor. */
  async connect(by: Device, cursor = 0, rosterLength = 0): Promise<Line & { caughtUp: ServerFrame[] }> {
    const line = await this.open(by);
    line.send({ type: "hello", version: PROTOCOL_VERSION, cursor, rosterLength });
    const caughtUp = await line.until("caughtUp");
    return Object.assign(line, { caughtUp });
  }
}

/** The end of a device's chain, as whoever decides about it names it. */
const endOf = ({ counter, previous }: Device) => ({ counter, hash: previous });

function device(keys: DeviceKeys): Device {
  return { keys, counter: 0, previous: NO_PREVIOUS };
}

async function expectOk(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** One socket: frames in order, and how it ended. */
export class Line {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  #frames: ServerFrame[] = [];
  #wake: () => void = () => undefined;
  #isClosed = false;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      this.#frames.push(decodeFrame(new Uint8Array(data as Buffer)) as ServerFrame);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      socket.on("close", (code) => {
        this.#isClosed = true;
        this.#wake();
        resolve(code);
      });
    });
    socket.on("error", () => undefined);
  }

  /** Rejects with the HTTP status when the server does not upgrade. */
  static open(url: string, protocols: string[]): Promise<Line> {
    // It offers to compress what it sends, as browsers do.
    const socket = new WebSocket(url, protocols);
    const line = new Line(socket);
    return new Promise((resolve, reject) => {
      socket.on("open", () => resolve(line));
      socket.on("unexpected-response", (_, response) => {
        reject(new Error(`turned away with ${response.statusCode}`));
        socket.terminate();
      });
      socket.on("error", reject);
    });
  }

  send(frame: ClientFrame): void {
    this.socket.send(encodeFrame(frame));
  }

  /** The next frame; rejects when the socket ends first. */
  async next(): Promise<ServerFrame> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame) return frame;
      if (this.#isClosed) throw new Error("the socket ended");
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The frames up to and including the first of a type. */
  async until(type: ServerFrame["type"]): Promise<ServerFrame[]> {
    const frames: ServerFrame[] = [];
    do frames.push(await this.next());
    while (frames.at(-1)!.type !== type);
    return frames;
  }

  /** Appends a group; gives the server's answer to it. */
  async append(requestId: number, envelopes: Uint8Array[]): Promise<ServerFrame> {
    this.send({ type: "append", requestId, envelopes });
    for (;;) {
      const frame = await this.next();
      if ((frame.type === "acked" || frame.type === "refused") && frame.requestId === requestId) return frame;
    }
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
