import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What a browser's network is allowed: all of it, all but the machine itself (a sync server), or nothing. */
type Network = "on" | "loopback-off" | "off";

export type OfflineProxy = {
  port: number;
  /** Targets that browsers asked for, as `host:port`, in order; it shows whether anyone else was called. */
  asked: string[];
  /** Pulls or plugs the network cable: connections that are open and no longer allowed are cut at once. */
  setNetwork(network: Network): void;
  close(): Promise<void>;
};

/**
 * A proxy on 127.0.0.1 for one browser. `CONNECT host:port` for any host ends at the HTTPS server on `hostsPort`;
 * 127.0.0.1 and localhost are passed straight through, tunnelled (wss, and ws in both browsers) or as plain HTTP.
 */
export async function startProxy(hostsPort: number): Promise<OfflineProxy> {
  const asked: string[] = [];
  const open = new Map<Duplex, boolean>();
  let network: Network = "on";
  const allowed = (loopback: boolean) => network === "on" || (network === "loopback-off" && !loopback);

  const keep = (socket: Duplex, loopback: boolean) => {
    // A connection of plain HTTP comes again with each of its requests.
    if (open.has(socket)) return;
    open.set(socket, loopback);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
  };

  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const target = URL.parse(incoming.url ?? "");
    asked.push(target ? `${target.hostname}:${target.port || 80}` : `${incoming.url}`);
    if (!target || !isLoopback(target.hostname) || !allowed(true)) {
      // As a pulled cable, or a host where nobody listens: an answer would come from somebody.
      incoming.socket.destroy();
      return;
    }
    keep(incoming.socket, true);
    const { "proxy-connection": _, ...headers } = incoming.headers;
    const onward = request(target, { method: incoming.method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => incoming.socket.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });

  server.on("connect", (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    const [, host = "", port = "443"] = /^\[?(.*?)\]?:(\d+)$/.exec(incoming.url ?? "") ?? [];
    const loopback = isLoopback(host);
    asked.push(`${host}:${port}`);
    keep(client, loopback);
    if (!allowed(loopback)) {
      client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    const upstream = connect(loopback ? Number(port) : hostsPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    keep(upstream, loopback);
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    setNetwork(next) {
      network = next;
      for (const [socket, loopback] of open) if (!allowed(loopback)) socket.destroy();
    },
    close() {
      for (const socket of open.keys()) socket.destroy();
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

const isLoopback = (host: string) => host === "127.0.0.1" || host === "localhost";
