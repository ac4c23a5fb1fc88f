/**
 * A paper key: what brings a person back who has lost every device. It is a link of their own (`ownInvite` for recovery
 * in body.ts) that does not expire, as characters that a person can type. 32 bytes, the desk's id then 16 random ones,
 * and four zero bits, as 13 groups of five characters: four carry 20 bits, the most significant first, the fifth
 * checks them.
 *
 * | part   | how                                                                                                  |
 * |--------|------------------------------------------------------------------------------------------------------|
 * | digits | Crockford's base 32, `0123456789ABCDEFGHJKMNPQRSTVWXYZ`; read in either case, O as 0, I and L as 1     |
 * | check  | of group n (from 1) with the digits a, b, c, d: ((((n·x + a)·x + b)·x + c)·x + d)·x in GF(32), whose   |
 * |        | elements are polynomials of five bits modulo x^5 + x^2 + 1: one wrong character, or two exchanged     |
 * |        | neighbours, never pass                                                                               |
 * | secret | the invite's 32-byte secret (invite.ts) is HKDF-SHA256(the 16 random bytes, salt the desk's id, info  |
 * |        | "sidedesk recovery v1" 00)                                                                           |
 *
 * The QR code beside them, and what may be pasted instead, is `web+sidedesk:recover?server=<address>#<the groups>`.
 */
import { type Bytes, owned, utf8 } from "../protocol/bytes.ts";
import { isSecureServer } from "./invite.ts";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALIKE: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };
const GROUPS = 13;
const LABEL = utf8("sidedesk recovery v1\0");
const LINK = /web\+sidedesk:recover\?server=([^\s&#]{1,300})#([0-9A-Za-z-]+)/i;

export interface PaperKey {
  /** The desk's id, 16 bytes. */
  desk: Bytes;
  /** 16 random bytes. */
  seed: Bytes;
}

/** Groups of the key, from 1, that are not as they were printed. */
export interface PaperKeyProblem {
  code: "incomplete" | "mistyped";
  groups: readonly number[];
}

/** The key as it is printed: 13 groups of five characters. */
export function paperKeyText({ desk, seed }: PaperKey): string {
  let bits =
    BigInt(`0x${[...desk, ...seed].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`) << 4n;
  const groups: string[] = [];
  for (let n = GROUPS; n > 0; n--) {
    const digits = [15n, 10n, 5n, 0n].map((shift) => Number((bits >> shift) & 31n));
    groups.unshift([...digits, checkOf(n, digits)].map((digit) => DIGITS[digit]).join(""));
    bits >>= 20n;
  }
  return groups.join("-");
}

/** Reads a key as a person typed it: any spaces and dashes, either case, and letters that look like digits. */
export function readPaperKey(
  text: string,
): { ok: true; key: PaperKey } | { ok: false; problem: PaperKeyProblem } {
  const typed = [...text.toUpperCase()].filter((each) => /[0-9A-Z]/.test(each));
  const digits = typed.map((each) => DIGITS.indexOf(ALIKE[each] ?? each));
  const groups = Array.from({ length: Math.ceil(digits.length / 5) }, (_, n) =>
    digits.slice(n * 5, n * 5 + 5),
  );
  const wrong = groups.flatMap((group, n) => (isSound(group, n + 1) ? [] : [n + 1]));
  if (digits.length !== GROUPS * 5) {
    // The last group may be just on its way.
    const whole = wrong.filter((n) => groups[n - 1]?.length === 5);
    return { ok: false, problem: { code: "incomplete", groups: whole } };
  }
  let bits = 0n;
  for (const group of groups) for (const digit of group.slice(0, 4)) bits = (bits << 5n) | BigInt(digit);
  if (wrong.length > 0 || (bits & 15n) !== 0n)
    return { ok: false, problem: { code: "mistyped", groups: wrong.length > 0 ? wrong : [GROUPS] } };
  const hex = (bits >> 4n).toString(16).padStart(64, "0");
  const bytes = Uint8Array.from({ length: 32 }, (_, n) => Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16));
  return { ok: true, key: { desk: bytes.slice(0, 16), seed: bytes.slice(16) } };
}

/** The secret of the invite that a paper key stands for, 32 bytes. */
export async function paperKeySecret({ desk, seed }: PaperKey): Promise<Bytes> {
  const root = await crypto.subtle.importKey("raw", owned(seed), "HKDF", false, ["deriveBits"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: owned(desk), info: LABEL };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256));
}

/** What the QR code on the page says. */
export function paperKeyLink(server: string, key: PaperKey): string {
  return `web+sidedesk:recover?server=${encodeURIComponent(server)}#${paperKeyText(key)}`;
}

/** The server and the key's characters of a pasted link; undefined where the text holds none, or leads where nothing is encrypted. */
export function parsePaperKeyLink(text: string): { server: string; characters: string } | undefined {
  const [, address = "", characters = ""] = LINK.exec(text) ?? [];
  const url = URL.parse(decoded(address));
  return url && isSecureServer(url) ? { server: url.origin, characters } : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return "";
  }
}

function isSound(group: readonly number[], n: number): boolean {
  return group.length === 5 && !group.includes(-1) && checkOf(n, group.slice(0, 4)) === group[4];
}

function checkOf(n: number, digits: readonly number[]): number {
  let check = times(n);
  for (const digit of digits) check = times(check ^ digit);
  return check;
}

/** An element of GF(32) times x. */
function times(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
