import { Unzip, UnzipInflate } from "fflate";
import { parseJsonLd } from "../structured/json-ld.ts";

/** What is taken out of a pass: its description and its translations. */
export type PassFiles = { pass: unknown; strings: Record<string, string> };

/** A pass that cannot be read, with a reason that a person can act on. */
export class UnreadablePass extends Error {
  /** Whether the archive is whole and something other than a pass. */
  readonly other: boolean;
  constructor(message: string, other = false) {
    super(message);
    this.other = other;
  }
}

const MAX_FILE = 1_000_000;
const MAX_TOTAL = 4_000_000;
/** Small, so that unpacking stops soon after a limit is passed: a chunk may swell a thousandfold. */
const CHUNK = 4_096;
const DAMAGED = "The pass is damaged: its archive cannot be unpacked.";
const SWOLLEN = "The pass unpacks to far more than a pass holds; it was not read.";

/**
 * Takes the passes out of an Apple Wallet file: one, or those of a bundle (`.pkpasses`).
 * @throws {UnreadablePass} when it is no archive, swells beyond the limit, or holds no pass.
 */
export function unpackPasses(bytes: Uint8Array): PassFiles[] {
  const files = unpack(bytes);
  if (files.has("pass.json")) return [passOf(files)];
  const bundled = [...files].filter(([name]) => name.endsWith(".pkpass"));
  if (bundled.length === 0)
    throw new UnreadablePass("The archive holds no pass.json, so it is no Apple Wallet pass.", true);
  return bundled.map(([, chunks]) => passOf(unpack(join(chunks))));
}

/**
 * Unpacks what is read of a pass. Unpacking stops at {@link MAX_FILE} bytes a file, whatever the archive claims, so
 * that an archive made to swell does no harm.
 */
function unpack(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const files = new Map<string, Uint8Array[]>();
  let total = 0;
  let fault: string | undefined;
  const unzip = new Unzip((file) => {
    const [name] =
      /(?:^|(?<=^[^/]{1,60}\/))(?:pass\.json|[\w-]{1,20}\.lproj\/pass\.strings|[^/]{1,60}\.pkpass)$/.exec(
        file.name,
      ) ?? [];
    if (!name || files.has(name) || files.size > 40) return;
    const chunks: Uint8Array[] = [];
    files.set(name, chunks);
    let size = 0;
    file.ondata = (error, chunk) => {
      if (error) fault ??= DAMAGED;
      if (fault || error) return;
      size += chunk.length;
      total += chunk.length;
      if (size > MAX_FILE || total > MAX_TOTAL) fault = SWOLLEN;
      else chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !fault; at += CHUNK)
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch {
    fault ??= DAMAGED;
  }
  if (fault) throw new UnreadablePass(fault);
  return files;
}

/** Gives a pass's description and its English, else its first, translation. */
function passOf(files: ReadonlyMap<string, Uint8Array[]>): PassFiles {
  const pass = files.get("pass.json") ?? [];
  const names = [...files.keys()].filter((name) => name.endsWith(".strings"));
  const chosen = names.find((name) => name.startsWith("en")) ?? names[0];
  const text = decode(join(pass));
  let description: unknown;
  try {
    description = JSON.parse(text);
  } catch {
    const [mended] = parseJsonLd(text);
    if (!mended?.passTypeIdentifier)
      throw new UnreadablePass("The pass is damaged: its pass.json is no JSON.");
    description = mended;
  }
  return { pass: description, strings: chosen ? parseStrings(decode(join(files.get(chosen) ?? []))) : {} };
}

function join(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  return new TextDecoder().decode(bytes);
}

function parseStrings(text: string): Record<string, string> {
  const strings = Object.create(null) as Record<string, string>;
  for (const line of text.split(/\r?\n/).slice(0, 2000)) {
    const pair = /^\s*"([^"]{1,200})"\s*=\s*"((?:[^"\\]|\\.){0,2000})";?/.exec(line);
    if (pair?.[1]) strings[pair[1]] = (pair[2] ?? "").replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
  }
  return strings;
}
