import { fromBase64url, toBase64url } from "../../../shared/protocol/bytes.ts";
import type { Call } from "../../port/calls.ts";
import type { DeskDirectory } from "../desks/directory.ts";

type Said<C extends Call["call"]> = Extract<Call, { call: C }>;

/** What surfaces say to make backup files and to bring desks back, with bytes as text. */
export const backupCalls = (desks: () => Pick<DeskDirectory, "backup" | "restore">) => ({
  backupBegin: ({ desk, passphrase }: Said<"backupBegin">) => desks().backup.begin(desk, passphrase),
  backupNext: async ({ id }: Said<"backupNext">) => {
    const next = await desks().backup.next(id);
    return next && { ...next, bytes: toBase64url(next.bytes) };
  },
  backupEnd: async ({ id }: Said<"backupEnd">) => {
    const end = await desks().backup.end(id);
    return { ...end, bytes: toBase64url(end.bytes) };
  },
  restoreOpen: ({ start, passphrase }: Said<"restoreOpen">) =>
    desks().restore.open(fromBase64url(start), passphrase),
  restoreBegin: ({ id, key, alone, deviceName }: Said<"restoreBegin">) =>
    desks().restore.begin(id, { key, alone, device: deviceName }),
  restorePart: ({ id, part }: Said<"restorePart">) => desks().restore.part(id, fromBase64url(part)),
  restoreEnd: async ({ id }: Said<"restoreEnd">) => ({ desk: await desks().restore.end(id) }),
});
