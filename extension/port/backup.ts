// What a surface says to make a backup file of a desk, and to bring one back: piece by piece, for a message holds little.
import * as v from "valibot";
import { base64url, hexId, text } from "./shapes.ts";

/** Characters of the longest beginning and the longest part of a file (shared/desk/backup.ts), in base64url. */
const [MOST_START, MOST_PART] = [33_600_000, 1_400_000];

export const backupSchemas = [
  /** Makes a backup file under a passphrase, in pieces → `{id, documents}`; then its bytes (base64url) behind its beginning. */
  v.strictObject({ call: v.literal("backupBegin"), desk: hexId, passphrase: text(1000) }),
  /** → `{bytes, done}`, or null after the last. */
  v.strictObject({ call: v.literal("backupNext"), id: hexId }),
  /** → `{bytes, at}`: the beginning of the file. */
  v.strictObject({ call: v.literal("backupEnd"), id: hexId }),
  /** Opens a backup file by its beginning, with its length → `{id, preview}`. */
  v.strictObject({
    call: v.literal("restoreOpen"),
    start: base64url(MOST_START),
    passphrase: text(1000),
  }),
  /** How its desk is to be come onto: by a paper key or a link, or without its server. */
  v.strictObject({
    call: v.literal("restoreBegin"),
    id: hexId,
    key: v.nullable(text(20_000)),
    alone: v.boolean(),
    deviceName: v.optional(text(60)),
  }),
  /** The next part of the file → `{done}`. */
  v.strictObject({ call: v.literal("restorePart"), id: hexId, part: base64url(MOST_PART) }),
  /** → `{desk}` */
  v.strictObject({ call: v.literal("restoreEnd"), id: hexId }),
] as const;

/** What a backup file says of itself, once it is opened. */
export interface BackupPreview {
  readonly deskName: string;
  /** Who made it. */
  readonly person: string;
  /** Null where the desk was on one device alone. */
  readonly server: string | null;
  /** When it was made. */
  readonly at: string;
  readonly records: number;
  readonly parts: number;
}

export interface BackupResults {
  backupBegin: { readonly id: string; readonly documents: number };
  backupNext: { readonly bytes: string; readonly done: number } | null;
  backupEnd: { readonly bytes: string; readonly at: string };
  restoreOpen: { readonly id: string; readonly preview: BackupPreview };
  restoreBegin: null;
  restorePart: { readonly done: number };
  restoreEnd: { readonly desk: string };
}
