import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import { SUBPROTOCOL } from "../../../shared/protocol/token.ts";

/**
 * What stands at the address: the server, as it is; nobody (connections are refused); a web page, readable from
 * anywhere or not; a Sidedesk server of another version; the server with what it says over the socket garbled, or
 * made larger than any frame.
 */
export type Behind = "server" | "nobody" | "page" | "closed page" | "other version" | "garbled" | "oversized";

export interface Doorman {
  readonly url: string;
  /** Changes what stands behind the address; connections that are open end. */
  become(behind: Behind): Promise<void>;
  close(): Promise<void>;
}

const PAGE = "<!doctype html><title>Welcome</title><h1>Please sign in to the network</h1>";

/** An address on 127.0.0.1 that leads to the real server, or to what a person may find in its place. */
export async function startDoorman(server: () => string): Promise<Doorman> {
  let behind: Behind = "server";
  let port = 0;
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL });

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (behind === "page" || behind === "closed page") {
      const open = behind === "page" ? { "access-control-allow-origin": "*" } : {};
      outgoing.writeHead(200, { "content-type": "text/html", ...open }).end(PAGE);
      return;
    }
    if (behind === "other version" && incoming.url === "/about") {
      const headers = { "content-type": "application/json", "access-control-allow-origin": "*" };
      outgoing.writeHead(200, headers).end(JSON.stringify({ name: "sidedesk", protocol: [2] }));
      return;
    }
    const { method, headers } = incoming;
    const onward = request(`${server()}${incoming.url}`, { method, headers, agent: false }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  };

  const upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (behind === "other version") return void socket.end("HTTP/1.1 426 Upgrade Required\r\n\r\n");
    sockets.handleUpgrade(incoming, socket, head, (device) => {
      const [, token = ""] = (incoming.headers["sec-websocket-protocol"] ?? "").split(/,\s*/);
      const onward = new WebSocket(`${server().replace(/^http/, "ws")}${incoming.url}`, [SUBPROTOCOL, token]);
      const early: Buffer[] = [];
      device.on("message", (data: Buffer) =>
        onward.readyState === 1 ? onward.send(data) : early.push(data),
      );
      onward.on("open", () => {
        for (const data of early) onward.send(data);
      });
      onward.on("message", (data: Buffer) => {
        if (behind === "garbled") device.send(Buffer.from(data).fill(0xee, 1));
        else if (behind === "oversized") device.send(Buffer.concat([data, Buffer.alloc(3_000_000)]));
        else device.send(data);
      });
      device.on("close", () => onward.terminate());
      for (const event of ["close", "error"]) onward.on(event, () => device.terminate());
    });
  };

  let http = createServer();
  const open = async () => {
    http = createServer(answer).on("upgrade", upgrade);
    await new Promise<void>((listening) => http.listen(port, "127.0.0.1", listening));
    port = (http.address() as AddressInfo).port;
  };
  const shut = () => {
    for (const device of sockets.clients) device.terminate();
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    http.closeAllConnections();
    return closed;
  };
  await open();
  return {
    url: `http://127.0.0.1:${port}`,
    async become(next) {
      behind = next;
      if (http.listening) await shut();
      if (next !== "nobody") await open();
    },
    async close() {
      if (http.listening) await shut();
    },
  };
}
