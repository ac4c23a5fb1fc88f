import * as v from "valibot";
import { type DeviceKeys, sign } from "../../../shared/envelope/keys.ts";
import {
  concat,
  fromBase64url,
  fromHex,
  MalformedError,
  toBase64url,
  toHex,
} from "../../../shared/protocol/bytes.ts";
import { decodeFrame } from "../../../shared/protocol/frames.ts";
import { MAX_FRAME_BYTES, MAX_ROSTER_BYTES, MAX_ROSTER_LENGTH } from "../../../shared/protocol/limits.ts";
import { tokenStatement, vouchStatement } from "../../../shared/protocol/token.ts";
import { ExpectedError } from "../expected-error.ts";

const TIMEOUT_MS = 10_000;

const refusalSchema = v.object({ code: v.string(), message: v.pipe(v.string(), v.maxLength(2000)) });
const challengeSchema = v.object({ nonce: v.pipe(v.string(), v.maxLength(100)) });
const aboutSchema = v.object({ name: v.literal("sidedesk"), protocol: v.array(v.number()) });
const tokenSchema = v.object({ token: v.pipe(v.string(), v.regex(/^[\w-]{16,200}$/)) });

export interface ServerApi {
  /** The versions of the wire format that the server speaks. */
  protocols(): Promise<readonly number[]>;
  /** Puts a new desk on the server by its first roster entry, with the server's key where it has one; again is the same as once. */
  createDesk(entry: Uint8Array, key?: string): Promise<void>;
  /** The roster's entries, as the server keeps them; nothing of them is verified here. */
  roster(desk: string): Promise<Uint8Array[]>;
  /**
   * Appends an entry onto `head` (32 bytes); `voucher` signs for one that the server had and lost. Throws `moved`
   * where the roster has another head by now.
   */
  appendRoster(desk: string, head: Uint8Array, entry: Uint8Array, voucher?: DeviceKeys): Promise<void>;
  /** A token for one WebSocket, by a signature of this device. */
  token(desk: string, keys: DeviceKeys): Promise<string>;
}

/** One page of a roster, which travels as the frame of that name; null where the bytes are something else. */
function rosterPage(bytes: Uint8Array) {
  try {
    const frame = decodeFrame(bytes);
    return frame.type === "roster" ? frame : null;
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

/**
 * What an answer holds; undefined where that is more than any honest server answers, which is read no further.
 * @throws ExpectedError `offline` where it breaks off
 */
async function contentOf(response: Response): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  const reader = response.body?.getReader();
  try {
    for (let length = 0; length <= MAX_FRAME_BYTES; length += pieces.at(-1)?.length ?? 0) {
      const read = await reader?.read();
      if (!read?.value) return concat(...pieces);
      pieces.push(read.value);
    }
  } catch {
    throw new ExpectedError("offline", "The server's answer broke off.");
  }
  await reader?.cancel().catch(() => {});
  return undefined;
}

/** An answer in JSON; undefined where it is none. */
async function jsonOf(response: Response): Promise<unknown> {
  const content = await contentOf(response);
  try {
    return content && JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}

/** A desk's id as it stands in an address. */
export const deskPath = (hex: string) => toBase64url(fromHex(hex));

/** The key of a server that takes new desks only with it: behind the # of its address, which no request carries. */
export function serverKey(text: string): string | undefined {
  return /#([\w-]+)\s*$/.exec(text)?.[1];
}

/** The server's address as an origin; throws `bad-address` where it is none or would send in the clear. */
export function serverOrigin(text: string): string {
  const trimmed = text.trim();
  // Chromium makes "%20" of a space in a name.
  const url = /\s/.test(trimmed)
    ? null
    : URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const loopback = url && ["127.0.0.1", "localhost"].includes(url.hostname);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && loopback)))
    throw new ExpectedError(
      "bad-address",
      "The address of a sync server looks like https://desk.example.com.",
    );
  return url.origin;
}

/**
 * Whether anything answers at an origin. A browser keeps the answer of a page that does not allow other origins to
 * itself, as if nobody were there; without a wish to read it, it says at least that there was one. A Sidedesk server
 * allows every origin, so what can only be reached this way is none.
 */
async function somethingAnswers(origin: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const { type } = await fetch(`${origin}/about`, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return type === "opaque" || type === "opaqueredirect";
  } catch {
    return false;
  }
}

/**
 * The HTTP side of a sync server.
 * @param serverTime told what time it is there, ms since 1970, where an answer says so
 * @throws ExpectedError `offline` where it cannot be reached, `not-a-server` where something else answers, or the
 *   server's own refusal by its code
 */
export function serverApi(
  origin: string,
  fetch: typeof globalThis.fetch,
  serverTime: (time: number) => void = () => {},
): ServerApi {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(`${origin}${path}`, {
        ...init,
        credentials: "omit",
        cache: "no-store",
        // Only the desk's own server is asked, whatever it would rather have asked.
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      if (error instanceof TypeError && (await somethingAnswers(origin, fetch)))
        throw new ExpectedError("not-a-server", `What answers at ${origin} is no Sidedesk server.`);
      throw new ExpectedError("offline", `${origin} cannot be reached.`);
    }
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) serverTime(date);
    if (response.ok) return response;
    const told = v.safeParse(refusalSchema, await jsonOf(response));
    if (told.success) throw new ExpectedError(told.output.code, told.output.message);
    throw new ExpectedError(
      "not-a-server",
      `${origin} answered ${response.status}; it does not seem to be a Sidedesk server.`,
    );
  };
  const json = async <const S extends v.GenericSchema>(
    schema: S,
    response: Response,
  ): Promise<v.InferOutput<S>> => {
    const read = v.safeParse(schema, await jsonOf(response));
    if (!read.success)
      throw new ExpectedError("not-a-server", `${origin} does not seem to be a Sidedesk server.`);
    return read.output;
  };
  const binary = (body: Uint8Array, headers: Record<string, string> = {}): RequestInit => ({
    method: "POST",
    body: body as Uint8Array<ArrayBuffer>,
    headers: { "content-type": "application/octet-stream", ...headers },
  });

  return {
    async protocols() {
      return (await json(aboutSchema, await ask("/about"))).protocol;
    },
    async createDesk(entry, key) {
      await ask("/desks", binary(entry, key ? { authorization: `Bearer ${key}` } : {}));
    },
    async roster(desk) {
      const entries: Uint8Array[] = [];
      for (let bytes = 0; bytes <= MAX_ROSTER_BYTES && entries.length <= MAX_ROSTER_LENGTH; ) {
        const response = await ask(`/desks/${deskPath(desk)}/roster?from=${entries.length}`);
        const content = await contentOf(response);
        const page = content && rosterPage(content);
        if (!page || page.from !== entries.length)
          throw new ExpectedError("not-a-server", `${origin} does not seem to be a Sidedesk server.`);
        if (page.entries.length === 0) return entries;
        for (const entry of page.entries) {
          entries.push(entry);
          bytes += entry.length;
        }
      }
      throw new ExpectedError("not-a-server", "The list of members is too large.");
    },
    async appendRoster(desk, head, entry, voucher) {
      const headers: Record<string, string> = { "expected-head": toHex(head) };
      if (voucher) {
        headers["vouched-by"] = toBase64url(voucher.device);
        headers.vouch = toBase64url(await sign(voucher.signKey, vouchStatement(fromHex(desk), entry)));
      }
      await ask(`/desks/${deskPath(desk)}/roster`, binary(entry, headers));
    },
    async token(desk, keys) {
      const id = deskPath(desk);
      const { nonce } = await json(challengeSchema, await ask(`/desks/${id}/challenge`, { method: "POST" }));
      const statement = tokenStatement(fromHex(desk), keys.device, fromBase64url(nonce));
      const signature = toBase64url(await sign(keys.signKey, statement));
      const body = JSON.stringify({ device: toBase64url(keys.device), nonce, signature });
      const headers = { "content-type": "application/json" };
      return (await json(tokenSchema, await ask(`/desks/${id}/token`, { method: "POST", body, headers })))
        .token;
    },
  };
}
