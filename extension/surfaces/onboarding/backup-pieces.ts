import { BACKUP_HEADER_BYTES, MAX_BACKUP_PART_BYTES, MAX_HEAD_BYTES } from "../../../shared/desk/backup.ts";
import type { Bytes } from "../../../shared/protocol/bytes.ts";
import { BackgroundError } from "../../port/client.ts";

const LENGTH_BYTES = 4;

const bytesOf = async (file: Blob, from: number, to: number): Promise<Bytes> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

/** The length of the piece that begins at a place; undefined where the file has no more. */
async function lengthAt(file: Blob, at: number): Promise<number | undefined> {
  const bytes = await bytesOf(file, at, at + LENGTH_BYTES);
  return bytes.length < LENGTH_BYTES ? undefined : new DataView(bytes.buffer).getUint32(0);
}

/** A backup file's first bytes, up to its first part; fewer of what is none. */
export async function startOf(file: Blob): Promise<Bytes> {
  const length = (await lengthAt(file, BACKUP_HEADER_BYTES)) ?? 0;
  const head = length > MAX_HEAD_BYTES ? 0 : length;
  return bytesOf(file, 0, BACKUP_HEADER_BYTES + LENGTH_BYTES + head);
}

/**
 * The parts of a backup file, one after the other.
 * @param from the length of its start
 * @throws BackgroundError `backup-cut` where it ends within one, `backup-damaged` where one is longer than any
 */
export async function* partsOf(file: Blob, from: number): AsyncGenerator<Bytes> {
  for (let at = from; at < file.size; ) {
    const length = await lengthAt(file, at);
    if (length !== undefined && length > MAX_BACKUP_PART_BYTES)
      throw new BackgroundError({ code: "backup-damaged", detail: "a part longer than any" });
    const part = await bytesOf(file, at + LENGTH_BYTES, at + LENGTH_BYTES + (length ?? 0));
    if (length === undefined || part.length < length)
      throw new BackgroundError({ code: "backup-cut", detail: "the file ends within a part" });
    yield part;
    at += LENGTH_BYTES + length;
  }
}
