/** The sync server: HTTP and WebSocket in front of a log. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type Bytes, toHex } from "../shared/protocol/bytes.ts";
import { MAX_FRAME_BYTES } from "../shared/protocol/limits.ts";
import { SUBPROTOCOL, SUBPROTOCOL_WITH_BASES } from "../shared/protocol/token.ts";
import { Allowance } from "./front/allowance.ts";
import { Connection } from "./front/connection.ts";
import { answerRequest, type HttpParts } from "./front/http.ts";
import { network, urlOf } from "./front/request.ts";
import { type Room, Rooms } from "./front/room.ts";
import type { Shared } from "./front/shared.ts";
import { Throttles } from "./front/throttle.ts";
import { MemoryTokenStore, type TokenStore, Tokens } from "./front/tokens.ts";
import { type DeskCreation, SERVER_LIMITS, type ServerLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import { type Logger, Metrics } from "./observe.ts";

export interface ServerSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  log: Log;
  /** The clock, ms since 1970. */
  now: () => number;
  /** Random bytes, for challenges and tokens. */
  random: (count: number) => Bytes;
  logger: Logger;
  limits?: Partial<ServerLimits>;
  /** What several processes over one database share of their tokens; each by itself when absent. */
  tokens?: TokenStore;
  /** Who may begin a desk; anyone when absent. */
  creation?: DeskCreation;
  /** Behind a proxy: the client's address is the last of X-Forwarded-For. */
  proxied?: boolean;
}

export interface RunningServer {
  /** Such as "http://127.0.0.1:8787". */
  url: string;
  port: number;
  /** Takes nothing new, tells every device (1001), commits what waits, closes the log. */
  close(): Promise<void>;
}

/** Starts a server; rejects when the address is taken. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { log, now, logger } = settings;
  const limits = { ...SERVER_LIMITS, ...settings.limits };
  const metrics = new Metrics();
  const { messagesPerSecond, bytesPerSecond, requestsPerSecond, desksPerMinute } = limits;
  const shared: Shared = {
    log,
    limits,
    logger,
    metrics,
    now,
    allowance: new Allowance(limits, now),
    messages: new Throttles(messagesPerSecond, messagesPerSecond * 2, now),
    bytes: new Throttles(bytesPerSecond, bytesPerSecond * 2, now),
  };
  const fault = (where: string) => (error: unknown) => {
    metrics.add("sidedesk_faults_total");
    logger("fault", { where, error: error instanceof Error ? error.message : "unknown" });
  };
  const parts: HttpParts = {
    shared,
    rooms: new Rooms(log, now, fault("room")),
    tokens: new Tokens(
      now,
      settings.random,
      limits,
      settings.tokens ?? new MemoryTokenStore(settings.random, now),
    ),
    requests: new Throttles(requestsPerSecond, requestsPerSecond * 4, now),
    creation: settings.creation ?? { who: "anyone" },
    newDesks: new Throttles(desksPerMinute / 60, desksPerMinute * 30, now),
    addressOf: (request) =>
      network((settings.proxied && lastForwarded(request)) || (request.socket.remoteAddress ?? "")),
  };
  const connections = new Set<Connection>();
  const http = createServer(
    {
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.headersTimeout * 2,
      connectionsCheckingInterval: Math.min(2_000, limits.headersTimeout),
      keepAliveTimeout: 5_000,
    },
    (request, response) => void answerRequest(parts, request, response),
  );
  http.maxConnections = limits.maxConnections;
  // Whoever asks and does not read: WebSockets have their own time.
  http.timeout = limits.answerTimeout;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      offered.has(SUBPROTOCOL_WITH_BASES) ? SUBPROTOCOL_WITH_BASES : SUBPROTOCOL,
  });
  http.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    void admit(parts, request).then(
      (admitted) => {
        if ("status" in admitted) return turnAway(socket, admitted.status, admitted.message);
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          const { room, device } = admitted;
          const key = `${toHex(room.desk)}${toHex(device)}`;
          const speaksBases = webSocket.protocol === SUBPROTOCOL_WITH_BASES;
          const connection = new Connection(webSocket, room, device, key, shared, speaksBases);
          connections.add(connection);
          metrics.set("sidedesk_connections", connections.size);
          webSocket.on("close", () => {
            connections.delete(connection);
            metrics.set("sidedesk_connections", connections.size);
          });
        });
      },
      (error: unknown) => {
        fault("upgrade")(error);
        turnAway(socket, 500, "The server has a fault.");
      },
    );
  });
  const alive = setInterval(() => {
    for (const connection of connections) connection.checkAlive();
    metrics.set("sidedesk_desks_in_memory", parts.rooms.size);
    void parts.rooms.tidy();
  }, limits.pingInterval);
  const pruning = setInterval(() => {
    parts.rooms.prune(now() - limits.pruneAfter).catch(fault("prune"));
  }, limits.pruneInterval);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(settings.port, settings.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  return {
    url: `http://${host}:${port}`,
    port,
    close: async () => {
      clearInterval(alive);
      clearInterval(pruning);
      for (const client of sockets.clients) client.close(1001, "the server stops");
      const late = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
        http.closeAllConnections();
      }, 1_000);
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
      });
      clearTimeout(late);
      await log.close();
    },
  };
}

/** Who may open a socket, decided before the upgrade: a token of a device that is on the desk now. */
async function admit(
  parts: HttpParts,
  request: IncomingMessage,
): Promise<{ room: Room; device: Bytes } | { status: number; message: string }> {
  const id = /^\/desks\/([\w-]+)\/sync$/.exec(urlOf(request)?.pathname ?? "")?.[1];
  if (!id) return { status: 404, message: "No such page." };
  const [protocol, token] = (request.headers["sec-websocket-protocol"] ?? "")
    .split(",")
    .map((part) => part.trim());
  if (protocol !== SUBPROTOCOL) return { status: 426, message: `This server speaks ${SUBPROTOCOL}.` };
  const { requests, addressOf, shared } = parts;
  if (!requests.of(addressOf(request)).tryTake(1, shared.now()))
    return { status: 429, message: "Too many requests." };
  const room = await parts.rooms.named(id);
  if (!room) return { status: 404, message: "This server has no such desk." };
  const holder = await parts.tokens.redeem(token ?? "", room.desk);
  if (!holder) return { status: 401, message: "The token is unknown, spent or expired." };
  // Another process may have taken a removal since the token was given.
  await room.refresh();
  const member = room.member(holder.device);
  if (!member) return { status: 403, message: "This device is not on the desk." };
  if (room.socketsOf(member) >= parts.shared.limits.socketsPerMember) {
    return { status: 429, message: "This member has too many connections." };
  }
  return { room, device: holder.device };
}

function turnAway(socket: Duplex, status: number, message: string): void {
  const body = `${message}\n`;
  const head = [
    `HTTP/1.1 ${status} Refused`,
    "Connection: close",
    "Content-Type: text/plain",
    `Content-Length: ${body.length}`,
  ];
  // Who does not end its side would hold the connection for good.
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function lastForwarded(request: IncomingMessage): string | undefined {
  return String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
}
