import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  BACKUP_HEADER_BYTES,
  type BackupHead,
  backupFault,
  backupHeader,
  backupKey,
  openHead,
  packChanges,
  sealHead,
  unpackChanges,
} from "../../shared/desk/backup.ts";
import { sealPart } from "../../shared/envelope/part.ts";
import { ByteWriter, fromBase64url, MalformedError, toHex, utf8 } from "../../shared/protocol/bytes.ts";

const bytes = (count: number, value: number) => new Uint8Array(count).fill(value);
const head: BackupHead = {
  desk: bytes(16, 1),
  name: "Board office",
  device: bytes(16, 2),
  at: 1_795_000_000_000,
  server: "https://sync.example.com",
  secret: bytes(32, 3),
  records: 7,
  roster: [bytes(5, 4), bytes(6, 5)],
  epochKeys: [bytes(32, 6), bytes(0, 0)],
  unsent: [bytes(32, 7)],
  parts: [bytes(32, 8), bytes(32, 9)],
};
const fixture = new URL("../fixtures/backup/version-1.json", import.meta.url);

describe("a backup's head", () => {
  test("is what it was when the format was first recorded", async () => {
    const { passphrase, start } = JSON.parse(readFileSync(fixture, "utf8"));
    const file = fromBase64url(start);
    expect(backupFault(file)).toBeUndefined();
    const key = await backupKey(passphrase, file);
    const sealed = file.slice(BACKUP_HEADER_BYTES + 4);
    expect(await openHead(key, sealed)).toEqual(head);
    // The same letters, typed as a letter and an accent.
    const typed = await backupKey(passphrase.normalize("NFD"), file);
    expect(await sealHead(typed, sealed.slice(0, 12), head)).toEqual(sealed);
  });

  test("opens neither with any byte changed, nor under another header", async () => {
    const header = backupHeader(bytes(16, 1));
    const key = await backupKey("a passphrase", header);
    const sealed = await sealHead(key, bytes(12, 2), head);
    for (let at = 0; at < sealed.length; at += 17) {
      const changed = sealed.slice();
      changed[at]! ^= 1;
      expect(await openHead(key, changed)).toBeUndefined();
    }
    const elsewhere = { ...key, place: backupHeader(bytes(16, 2)) };
    expect(await openHead(elsewhere, sealed)).toBeUndefined();
  });

  test("is refused where it says what is none, by whoever knows the passphrase", async () => {
    const key = await backupKey("a passphrase", backupHeader(bytes(16, 1)));
    const said = async (content: Uint8Array) => openHead(key, await sealPart(key, bytes(12, 3), content));
    const start = () =>
      new ByteWriter().fixed(head.desk, 16).text("", 9).fixed(head.device, 16).u64(0).text("", 9);
    const many = start().fixed(head.secret, 32).u32(0).u32(0xffffffff).finish();
    await expect(said(many)).rejects.toThrow(MalformedError);
    const shortKey = start().fixed(head.secret, 32).u32(0).u32(0).u32(1).sized(bytes(5, 0), 5);
    await expect(said(shortKey.u32(0).u32(0).finish())).rejects.toThrow("a key of another length");
    await expect(said(utf8("no head"))).rejects.toThrow(MalformedError);
  });
});

test("the beginning of a file says whether it can be opened at all", () => {
  const sound = backupHeader(bytes(16, 1));
  expect(backupFault(sound)).toBeUndefined();
  expect(backupFault(sound.subarray(0, 30))).toBe("cut");
  expect(backupFault(new Uint8Array(0))).toBe("foreign");
  expect(backupFault(utf8("%PDF-1.7"))).toBe("foreign");
  expect(backupFault(sound.with(16, 2))).toBe("version");
  // So few that a passphrase is guessed, so many that a browser stands still.
  expect(backupFault(backupHeader(bytes(16, 1), 1000))).toBe("foreign");
  expect(backupFault(backupHeader(bytes(16, 1), 0xffffffff))).toBe("foreign");
});

test("a document's changes are read as they were written, and nothing else is", () => {
  const changes = [utf8("one"), utf8(""), utf8("two")];
  expect(unpackChanges(packChanges(changes)).map(toHex)).toEqual(changes.map(toHex));
  expect(() => unpackChanges(packChanges(changes).subarray(0, 9))).toThrow(MalformedError);
  expect(() => unpackChanges(bytes(4, 0xff))).toThrow(MalformedError);
});
