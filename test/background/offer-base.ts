import { save } from "@automerge/automerge/slim";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import type { Store } from "../../extension/background/storage/store.ts";
import { BaseLine } from "../../extension/background/sync/base-line.ts";
import { openLine, readFrame } from "../../extension/background/sync/line.ts";
import { deskPath, serverApi } from "../../extension/background/sync/server-api.ts";
import { readContent, savedDocument } from "../../extension/background/work/base-content.ts";
import { type BaseEnd, signManifest } from "../../shared/desk/base.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { actorOf } from "../../shared/documents/actor.ts";
import { applyCommands } from "../../shared/documents/apply.ts";
import { openDocument } from "../../shared/documents/open-document.ts";
import { packShown, shownOf } from "../../shared/documents/shown.ts";
import { importEpochKey, sha256 } from "../../shared/envelope/keys.ts";
import { type BaseDocument, partContents, partKey, sealPart } from "../../shared/envelope/part.ts";
import { type Bytes, fromHex, toHex } from "../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/frames.ts";
import { creation, type Device, random } from "./world.ts";

/** A base before it is signed: what its maker may do with it who is not honest. */
export interface Draft {
  readonly documents: BaseDocument[];
  readonly ends: (BaseEnd & { readonly hash: Bytes })[];
  /** A document with a record that nobody made, in the maker's own name. */
  readonly made: BaseDocument;
}

/** Offers a server a base of a desk as a device of it has it, but for a change. */
export async function offerBase(
  { db }: Device,
  desk: string,
  url: string,
  change: (draft: Draft) => unknown,
): Promise<void> {
  const keys = await openKeyring(db).on(desk);
  const content = (await readContent({ db } as Store, desk))!;
  const verified = await verifyRoster(content.desk.roster);
  if (!verified.ok) throw new Error(verified.failure.message);
  const { roster } = verified;
  const invented = openDocument(actorOf(toHex(keys.device), "0000000a"));
  const { command } = creation("task", { summary: "nobody made this" });
  applyCommands(invented, [command], toHex(keys.device));
  const draft: Draft = {
    documents: content.documents.map(savedDocument),
    ends: content.chains.map(({ device, counter, hash, epoch }) => ({
      device: fromHex(device),
      counter,
      epoch: epoch ?? 1,
      hash: new Uint8Array(hash),
    })),
    made: { document: "2020-01", saved: save(invented), acts: [], shown: packShown(shownOf(invented)) },
  };
  change(draft);
  const place = { desk: roster.desk, device: keys.device, epoch: roster.epoch };
  const key = await partKey(place, await importEpochKey(content.desk.epochKeys[roster.epoch - 1]!));
  const sealed = await Promise.all(
    partContents(draft.documents).map((each) => sealPart(key, random(12), each)),
  );
  const { length: rosterLength, head: rosterHead } = roster;
  const parts = await Promise.all(sealed.map(sha256));
  const terms = { ...place, at: Date.now(), covers: content.desk.cursor, rosterLength, rosterHead };
  const manifest = await signManifest({ ...terms, ends: draft.ends, parts }, keys.signKey);

  const token = await serverApi(url, globalThis.fetch).token(desk, keys);
  const later = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const cursor = content.desk.cursor;
  await new Promise<void>((resolve, reject) => {
    const address = `${url.replace("http", "ws")}/desks/${deskPath(desk)}/sync`;
    const line = openLine({ WebSocket: globalThis.WebSocket, now: Date.now, later }, address, token, {
      opened: () => line.send({ type: "hello", version: PROTOCOL_VERSION, cursor, rosterLength }),
      message(bytes) {
        const frame = readFrame(bytes);
        if (!bases.hear(frame) && frame.type === "caughtUp")
          give()
            .then(resolve, reject)
            .finally(() => line.close());
      },
      ended: () => reject(new Error("The server hung up.")),
    });
    const bases = new BaseLine(line.send);
    const give = async () => {
      for (const part of sealed) if (await bases.give(part)) throw new Error("A part was refused.");
      const refused = await bases.offer(manifest);
      if (refused) throw new Error(`The base was refused: ${refused}`);
    };
  });
}
