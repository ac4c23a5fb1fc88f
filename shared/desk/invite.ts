/**
 * An invitation as a person passes it on: `web+sidedesk:join?server=<address>&desk=<id>#<secret>`, ids and
 * secret as base64url. The scheme is opened by no page, so the secret reaches no host; it is pasted into the
 * extension. From the 32-byte secret come, by HKDF-SHA256 with an empty salt, the seed of an Ed25519 key that shows
 * the right to join (info "sidedesk invite sign v1" 00) and an X25519 key to which the desk's newest key is sealed
 * (info "sidedesk invite seal v1" 00), as the roster's invite and newEpoch entries carry it.
 */
import type { SealKeys } from "../envelope/hpke.ts";
import {
  type Bytes,
  concat,
  fromBase64url,
  MalformedError,
  owned,
  toBase64url,
  utf8,
} from "../protocol/bytes.ts";

/** What an invite's link says. */
export interface InviteLink {
  /** The server's origin, such as "https://desk.example.com". */
  server: string;
  /** The desk's id, 16 bytes. */
  desk: Bytes;
  /** 32 random bytes. */
  secret: Bytes;
}

/** Why a pasted text is not a usable invitation; the message is for the person who pasted it. */
interface InviteFailure {
  code: "not-an-invite" | "damaged" | "insecure-server";
  message: string;
}

const SIGN_LABEL = utf8("sidedesk invite sign v1\0");
const SEAL_LABEL = utf8("sidedesk invite seal v1\0");
/** RFC 8410: the PKCS #8 wrapping of a raw private key, up to the last byte of the algorithm's name. */
const PKCS8_PREFIX = new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65]);
const ALGORITHM_BYTE = { Ed25519: 0x70, X25519: 0x6e } as const;
const LOOPBACK = new Set(["localhost", "127.0.0.1"]);

/** The keys that an invite's secret stands for. */
export interface InviteKeys extends SealKeys {
  signKey: CryptoKey;
  /** Ed25519 public key, 32 raw bytes: the roster names the invite by it. */
  signPublic: Bytes;
  sealPublic: Bytes;
}

/** The keys of a 32-byte secret: the same for the one who invites and the one who joins. */
export async function inviteKeys(secret: Uint8Array): Promise<InviteKeys> {
  if (secret.length !== 32) throw new RangeError("an invite's secret has 32 bytes");
  const root = await crypto.subtle.importKey("raw", owned(secret), "HKDF", false, ["deriveBits"]);
  const [signKey, signPublic] = await keyPair(root, SIGN_LABEL, "Ed25519", ["sign"]);
  const [sealKey, sealPublic] = await keyPair(root, SEAL_LABEL, "X25519", ["deriveBits"]);
  return { signKey, signPublic, sealKey, sealPublic };
}

async function keyPair(
  root: CryptoKey,
  info: Bytes,
  name: keyof typeof ALGORITHM_BYTE,
  usages: KeyUsage[],
): Promise<[CryptoKey, Bytes]> {
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
  const raw = new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256));
  const pkcs8 = concat(PKCS8_PREFIX, new Uint8Array([ALGORITHM_BYTE[name], 4, 0x22, 4, 0x20]), raw);
  // WebCrypto gives the public key only through the private key's JWK: an extractable copy, dropped here.
  const copy = await crypto.subtle.importKey("pkcs8", pkcs8, name, true, usages);
  const { x } = await crypto.subtle.exportKey("jwk", copy);
  return [await crypto.subtle.importKey("pkcs8", pkcs8, name, false, usages), fromBase64url(x ?? "")];
}

/** The link to pass on. */
export function inviteLinkText(link: InviteLink): string {
  const server = encodeURIComponent(link.server);
  return `web+sidedesk:join?server=${server}&desk=${toBase64url(link.desk)}#${toBase64url(link.secret)}`;
}

/** What mail programs put between the characters of a long link: line breaks, marks of quoting, spaces, soft hyphens. */
const GAP = /\n[\s>|]*|[\s\u00ad\u200b-\u200d\u2060\ufeff]/y;
const LINK = /^web\+sidedesk:join\?server=([^&#]{1,300})&(?:amp;)?desk=([\w-]{22})#([\w-]{43})/i;
/** Longer than any link, with what a mail program puts into it. */
const LONGEST = 4_000;

type Parsed = { ok: true; link: InviteLink } | { ok: false; failure: InviteFailure };

/**
 * Reads a pasted invitation. Forgives what mail programs and people add: a whole mail around the link, spaces, line
 * breaks, marks of quoting, angle brackets, quotes, `&amp;`; never a part of the link that is missing or too much.
 */
export function parseInviteLink(text: string): Parsed {
  let failure: Parsed = failed(
    "not-an-invite",
    "This is not a Sidedesk invitation. It begins with “web+sidedesk:join”.",
  );
  // A mail may say where the link begins before it gives it.
  for (const { index } of text.matchAll(/web\+sidedesk:/gi)) {
    const parsed = parseAt(text.slice(index, index + LONGEST));
    if (parsed.ok) return parsed;
    failure = parsed;
  }
  return failure;
}

/** Reads the link that a text begins with. */
function parseAt(text: string): Parsed {
  const { joined, places } = withoutGaps(text);
  const [whole, address, desk, secret] = LINK.exec(joined) ?? [];
  if (!whole || !address || !desk || !secret) return damaged();
  // The next word of the mail is no part of it; what hangs on it without a gap is, and is too much.
  const end = (places[whole.length - 1] ?? 0) + 1;
  if (/^[\w-]/.test(text.slice(end))) return damaged();
  try {
    const url = new URL(decodeURIComponent(address));
    if (!isSecureServer(url)) {
      return failed(
        "insecure-server",
        "The invitation names a server without encryption (https). Ask for another one.",
      );
    }
    return {
      ok: true,
      link: { server: url.origin, desk: fromBase64url(desk), secret: fromBase64url(secret) },
    };
  } catch (error) {
    if (error instanceof MalformedError || error instanceof TypeError || error instanceof URIError)
      return damaged();
    throw error;
  }
}

/** Whether what is sent to a server is encrypted, or stays on this machine. */
export function isSecureServer({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
}

/** A text without gaps, and where each of its characters stood. */
function withoutGaps(text: string): { joined: string; places: readonly number[] } {
  const places: number[] = [];
  let joined = "";
  for (let at = 0; at < text.length; ) {
    GAP.lastIndex = at;
    const gap = GAP.exec(text)?.[0].length ?? 0;
    if (gap === 0) {
      joined += text[at];
      places.push(at);
    }
    at += gap || 1;
  }
  return { joined, places };
}

function failed(code: InviteFailure["code"], message: string): Parsed {
  return { ok: false, failure: { code, message } };
}

function damaged(): Parsed {
  return failed(
    "damaged",
    "The invitation is incomplete. Copy the whole of it, from “web+sidedesk:join” to its end.",
  );
}
