import type { Manifest } from "../../../shared/desk/base.ts";
import { importEpochKey, sha256 } from "../../../shared/envelope/keys.ts";
import { type BaseDocument, DocumentJoiner, openPart } from "../../../shared/envelope/part.ts";
import { equalBytes, MalformedError } from "../../../shared/protocol/bytes.ts";
import type { BaseLine } from "./base-line.ts";
import { DistrustError } from "./incoming.ts";

/** Parts that are asked for before the one that is being taken in is done with. */
const AHEAD = 3;

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
  const place = { ...manifest, epochKey: await importEpochKey(raw) };
  const joiner = new DocumentJoiner();
  const asked: Promise<Uint8Array>[] = [];
  for (const [index, hash] of manifest.parts.entries()) {
    while (asked.length <= Math.min(index + AHEAD, manifest.parts.length - 1)) {
      const part = line.want(manifest.parts[asked.length]!);
      part.catch(() => {});
      asked.push(part);
    }
    const part = await asked[index]!;
    asked[index] = Promise.resolve(new Uint8Array());
    if (part.length === 0) throw new UnusableBase("The server does not have all of the base.");
    if (!equalBytes(await sha256(part), hash))
      throw new DistrustError("forged", "The server sent another part of a base than its maker signed.");
    const content = await openPart(place, part);
    if (!content) throw new UnusableBase("The base does not open with this device's key.");
    yield { documents: documentsIn(joiner, content), done: (index + 1) / manifest.parts.length };
  }
  documentsIn(joiner);
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
