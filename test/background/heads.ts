import { free, getHeads } from "@automerge/automerge/slim";
import { loadStored, readContent } from "../../extension/background/work/base-content.ts";
import type { Device } from "./world.ts";

/** What a device has stored of a desk: the heads of each document. */
export async function headsOf({ db }: Pick<Device, "db">, desk: string) {
  const content = await readContent({ db } as never, desk);
  const heads: Record<string, readonly string[]> = {};
  for (const stored of content?.documents ?? []) {
    const doc = loadStored(stored);
    heads[stored.document] = getHeads(doc).sort();
    free(doc);
  }
  return heads;
}
