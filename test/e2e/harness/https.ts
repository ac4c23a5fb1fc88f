import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate } from "./certificate.ts";
import { type OfflineProxy, startProxy } from "./proxy.ts";

export const gmailHost = "mail.google.com";
export const outlookHosts = [
  "outlook.office.com",
  "outlook.office365.com",
  "outlook.live.com",
  "outlook.cloud.microsoft",
] as const;

/** Every host that stands on the offline server: both webmails, and the providers' sign-in and API hosts. */
const hostNames = [
  gmailHost,
  ...outlookHosts,
  "gmail.googleapis.com",
  "www.googleapis.com",
  "people.googleapis.com",
  "accounts.google.com",
  "oauth2.googleapis.com",
  "graph.microsoft.com",
  "login.microsoftonline.com",
];

/** The policy that Gmail's own pages have: no markup from strings, no foreign frames. */
const gmailPolicy =
  "require-trusted-types-for 'script'; frame-src 'self'; object-src 'none'; base-uri 'self'; script-src 'self'";

/** Answers one request to a host; `url` is the whole address that the browser asked for. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

export type Hosts = {
  port: number;
  /** Names the one public key that a browser has to trust here. */
  trustedKey: string;
  /** The proxy that a browser is launched with; a second browser that needs its own network takes `newProxy()`. */
  proxy: OfflineProxy;
  newProxy(): Promise<OfflineProxy>;
  /** What was asked of `hostNames` and the routed hosts, in order (browsers ask for more: see `proxy.asked`). */
  requests: { method: string; host: string; path: string }[];
  close(): Promise<void>;
};

/**
 * Starts one HTTPS server on 127.0.0.1 that stands in for all of `hostNames`, and a proxy that leads there. A request
 * goes to `routes[host]`; a host without a route is answered 421 (RFC 9110 15.5.20), and still recorded.
 */
export async function startHosts({ routes }: { routes: Readonly<Record<string, Route>> }): Promise<Hosts> {
  const requests: Hosts["requests"] = [];
  const routesByHost = new Map(Object.entries(routes));
  const known = new Set([...hostNames, ...routesByHost.keys()]);
  const { keyHash, ...certificate } = selfSignedCertificate([...known]);
  const server = createServer(certificate, async (request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    if (known.has(host)) requests.push({ method: request.method ?? "GET", host, path: request.url ?? "/" });
    const route = routesByHost.get(host);
    if (!route) {
      response.writeHead(421).end();
      return;
    }
    if (host === gmailHost) response.setHeader("Content-Security-Policy", gmailPolicy);
    try {
      await route(request, response, new URL(request.url ?? "/", `https://${host}`));
    } catch (error) {
      console.error(`The offline route of ${host} failed:`, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const proxies: OfflineProxy[] = [];
  const newProxy = async () => {
    const proxy = await startProxy(port);
    proxies.push(proxy);
    return proxy;
  };
  return {
    port,
    trustedKey: keyHash,
    proxy: await newProxy(),
    newProxy,
    requests,
    async close() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
