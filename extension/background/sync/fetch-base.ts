import type { Manifest } from "../../../shared/desk/base.ts";
import { importEpochKey, sha256 } from "../../../shared/envelope/keys.ts";
import {
  type BaseDocument,
  DocumentJoiner,
  openPart,
  type PartKey,
  partKey,
} from "../../../shared/envelope/part.ts";
import { type Bytes, equalBytes, MalformedError } from "../../../shared/protocol/bytes.ts";
import type { BaseLine } from "./base-line.ts";
import { DistrustError } from "./distrust-error.ts";

/** Parts that are on their way or being opened while the one before them is taken in: some 2 MB. */
const AHEAD = 4;

/** A base that is what it says and cannot be begun from; the log may still be there. */
export class UnusableBase extends Error {
  override name = "UnusableBase";
}

/**
 * Fetches a base's parts and gives its documents, as they become whole, with how much of it is there (0 to 1).
 * @throws DistrustError for parts that are not those which its maker signed, UnusableBase where they do not open
 */
export async function* fetchBase(
  line: BaseLine,
  manifest: Manifest,
  epochKeys: readonly Uint8Array[],
): AsyncGenerator<{ readonly documents: readonly BaseDocument[]; readonly done: number }> {
  const raw = epochKeys[manifest.epoch - 1];
  if (!raw?.length) throw new UnusableBase("This device does not have the key of the base.");
  const key = await partKey(manifest, await importEpochKey(raw));
  const joiner = new DocumentJoiner();
  const { parts } = manifest;
  const ahead: Promise<Bytes>[] = [];
  for (const index of parts.keys()) {
    while (ahead.length <= Math.min(index + AHEAD, parts.length - 1)) {
      const opening = opened(line, parts[ahead.length]!, key);
      // One that fails is looked at in its turn, or never.
      opening.catch(() => {});
      ahead.push(opening);
    }
    const content = await ahead[index]!;
    ahead[index] = Promise.resolve(new Uint8Array());
    yield { documents: documentsIn(joiner, content), done: (index + 1) / parts.length };
  }
  documentsIn(joiner);
}

async function opened(line: BaseLine, hash: Uint8Array, key: PartKey): Promise<Bytes> {
  const part = await line.want(hash);
  if (part.length === 0) throw new UnusableBase("The server does not have all of the base.");
  const [found, content] = await Promise.all([sha256(part), openPart(key, part)]);
  if (!equalBytes(found, hash))
    throw new DistrustError("forged", "The server sent another part of a base than its maker signed.");
  if (!content) throw new UnusableBase("The base does not open with this device's key.");
  return content;
}

function documentsIn(joiner: DocumentJoiner, content?: Uint8Array): readonly BaseDocument[] {
  try {
    if (content) return joiner.take(content);
    joiner.end();
    return [];
  } catch (error) {
    if (error instanceof MalformedError) throw new UnusableBase(`The base is malformed: ${error.message}.`);
    throw error;
  }
}
