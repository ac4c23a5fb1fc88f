import { signManifest } from "../../../shared/desk/base.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { importEpochKey, sha256 } from "../../../shared/envelope/keys.ts";
import { partContents, partKey, sealPart } from "../../../shared/envelope/part.ts";
import { type Bytes, fromHex } from "../../../shared/protocol/bytes.ts";
import type { RefusalCode } from "../../../shared/protocol/refusals.ts";
import { readContent, savedDocument } from "../work/base-content.ts";
import type { BaseLine } from "./base-line.ts";
import type { SessionParts } from "./desk-sync.ts";

/**
 * Makes a base of a desk and offers it to the server. Only what the server has goes into it: where something waits to be
 * sent, or the log has gone on, nothing is made.
 * @param cursor how far the log is known to be applied, with nothing of this device's own ahead of it
 * @returns `later` where nothing was made, or why the server did not keep it
 */
export async function makeBase(
  { store, keys, now, random, inTurn, automerge, given, bases }: SessionParts,
  line: BaseLine,
  roster: Roster,
  deskId: string,
  cursor: number,
): Promise<"made" | "later" | RefusalCode> {
  const content = await inTurn(() => readContent(store, deskId));
  if (!content || content.unsent.length > 0 || content.sealed.length > 0 || content.isWaiting) return "later";
  const { desk, chains, documents } = content;
  const raw = desk.epochKeys[roster.epoch - 1];
  if (desk.cursor !== cursor || desk.epochKeys.length !== roster.epoch || !raw?.length) return "later";
  await automerge();
  const saved = [];
  for (const document of documents) {
    saved.push(savedDocument(document));
    // Whoever writes meanwhile goes first.
    await inTurn(async () => line.goOn());
  }
  const place = { desk: roster.desk, device: keys.device, epoch: roster.epoch };
  const key = await partKey(place, await importEpochKey(raw));
  const parts: Bytes[] = [];
  let hasOlder = false;
  for (const content of partContents(saved, bases?.part)) {
    const older = await given.find(roster.epoch, content);
    hasOlder ||= older !== undefined;
    if (older) parts.push(older);
    else {
      const part = await sealPart(key, random(12), content);
      const refused = await line.give(part);
      if (refused) return refused;
      parts.push(await sha256(part));
      await given.add(roster.epoch, content, parts.at(-1)!);
    }
  }
  const ends = chains.map(({ device, counter, hash, epoch }) => ({
    device: fromHex(device),
    counter,
    epoch: epoch ?? 1,
    hash: hash as Bytes,
  }));
  const { length: rosterLength, head: rosterHead } = roster;
  const terms = { ...place, at: Math.max(0, now()), covers: cursor, rosterLength, rosterHead, ends, parts };
  const refused = await line.offer(await signManifest(terms, keys.signKey));
  if (refused !== "moved") given.forget();
  // A server that was set back to a backup may have lost them.
  return refused === "base" && hasOlder ? "later" : (refused ?? "made");
}
