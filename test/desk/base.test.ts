import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type BaseEnd,
  confirmationHolds,
  manifestHolds,
  readConfirmation,
  readManifest,
  signConfirmation,
  signManifest,
} from "../../shared/desk/base.ts";
import { mayConfirmBase, mayMakeBase, trustBase } from "../../shared/desk/base-trust.ts";
import type { Roster } from "../../shared/desk/roster.ts";
import { importEpochKey, importSignPublicKey } from "../../shared/envelope/keys.ts";
import {
  type BaseDocument,
  DocumentJoiner,
  openPart,
  PART_CONTENT_BYTES,
  partContents,
  partKey,
  sealPart,
} from "../../shared/envelope/part.ts";
import { ByteWriter, fromHex, MalformedError, toHex } from "../../shared/protocol/bytes.ts";
import { Desk, type Holder } from "./desk-under-test.ts";

const recorded = JSON.parse(
  readFileSync(new URL("../fixtures/base/version-1.json", import.meta.url), "utf8"),
) as Record<string, string>;
const bytes = (name: string) => fromHex(recorded[name]!);
const signKey = () => crypto.subtle.importKey("pkcs8", bytes("signKeyPkcs8"), "Ed25519", false, ["sign"]);

describe("the recorded base of version 1", () => {
  test("is read, holds, and is written again to the same bytes", async () => {
    const key = await importSignPublicKey(bytes("signPublic"));
    const manifest = await readManifest(bytes("manifest"));
    expect(manifest).toMatchObject({ covers: 4_000, epoch: 2, rosterLength: 3, at: 1_790_000_000_000 });
    expect(manifest.ends.map(({ counter }) => counter)).toEqual([7, 12]);
    expect(await manifestHolds(manifest, key)).toBe(true);
    expect(toHex(await signManifest(manifest, await signKey()))).toBe(recorded.manifest);
    const confirmation = readConfirmation(bytes("confirmation"));
    expect(toHex(confirmation.base)).toBe(toHex(manifest.hash));
    expect(await confirmationHolds(confirmation, key)).toBe(true);
    expect(toHex(await signConfirmation(confirmation, await signKey()))).toBe(recorded.confirmation);
  });

  test("opens with the epoch's key, and for no other desk, device or epoch", async () => {
    const { desk, device, epoch } = await readManifest(bytes("manifest"));
    const place = { desk, device, epoch };
    const epochKey = await importEpochKey(bytes("epochKey"));
    const key = await partKey(place, epochKey);
    expect(toHex((await openPart(key, bytes("part")))!)).toBe(recorded.content);
    expect(toHex(await sealPart(key, bytes("nonce"), bytes("content")))).toBe(recorded.part);
    for (const other of [
      await partKey({ ...place, desk: device }, epochKey),
      await partKey({ ...place, device: desk }, epochKey),
      await partKey({ ...place, epoch: 3 }, epochKey),
      await partKey(place, await importEpochKey(new Uint8Array(32))),
    ])
      expect(await openPart(other, bytes("part"))).toBeUndefined();
  });

  test("is refused or does not hold with any byte changed, at any length", async () => {
    const key = await importSignPublicKey(bytes("signPublic"));
    const holds = {
      manifest: async (given: Uint8Array) => manifestHolds(await readManifest(given), key),
      confirmation: async (given: Uint8Array) => confirmationHolds(readConfirmation(given), key),
    };
    for (const name of ["manifest", "confirmation"] as const) {
      const sound = bytes(name);
      const stands = async (given: Uint8Array) => {
        try {
          return await holds[name](given);
        } catch (error) {
          if (error instanceof MalformedError) return false;
          throw error;
        }
      };
      for (let at = 0; at < sound.length; at++) {
        expect(await stands(sound.map((byte, n) => (n === at ? byte ^ 0x10 : byte)))).toBe(false);
        expect(await stands(sound.slice(0, at))).toBe(false);
      }
    }
  });
});

describe("a base's documents", () => {
  const document = (name: string, length: number, acts: readonly number[] = []): BaseDocument => ({
    document: name,
    saved: Uint8Array.from({ length }, (_, n) => n % 251),
    acts: acts.map((size) => new Uint8Array(size).fill(size)),
    shown: new Uint8Array(length % 100).fill(2),
  });

  test("come out of the parts as they went in, however large", () => {
    const documents = [
      document("lasting", 900, [3, 5]),
      document("2026-11", PART_CONTENT_BYTES + 17, [9]),
      document("2026-10", 0),
      document("2026-09", 70_000),
      document("2026-08", 40),
    ];
    const contents = partContents(documents);
    expect(contents.length).toBeGreaterThan(1);
    expect(Math.max(...contents.map(({ length }) => length))).toBeLessThan(PART_CONTENT_BYTES + 1_000);
    const joiner = new DocumentJoiner();
    const plain = ({ document, saved, acts, shown }: BaseDocument) =>
      [document, ...[saved, ...acts, shown].map(toHex)].join(" ");
    expect(contents.flatMap((content) => joiner.take(content)).map(plain)).toEqual(documents.map(plain));
    joiner.end();
  });

  test("are refused where a part is missing, twice, or in another's place", () => {
    const contents = partContents([document("2026-11", PART_CONTENT_BYTES * 2), document("2026-10", 9)]);
    const read = (order: readonly number[]) => () => {
      const joiner = new DocumentJoiner();
      for (const n of order) joiner.take(contents[n]!);
      joiner.end();
    };
    expect(contents).toHaveLength(3);
    expect(read([0, 1, 2])).not.toThrow();
    for (const order of [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1, 1, 2],
      [0, 0],
    ])
      expect(read(order)).toThrow(MalformedError);
  });
});

test("a part's content that is not as it is written is refused", () => {
  const whole = new ByteWriter()
    .sized(new Uint8Array([1]), 9)
    .u32(0)
    .sized(new Uint8Array(), 9)
    .finish();
  const piece = (name: string, more: number, bytes: Uint8Array) =>
    new ByteWriter().text(name, 20).u8(more).sized(bytes, 99).finish();
  const read = (...pieces: readonly Uint8Array[]) => {
    const joiner = new DocumentJoiner();
    const documents = pieces.flatMap((each) => joiner.take(each));
    joiner.end();
    return documents.map(({ document }) => document);
  };
  expect(read(piece("2026-11", 1, whole.subarray(0, 4)), piece("2026-11", 0, whole.subarray(4)))).toEqual([
    "2026-11",
  ]);
  for (const pieces of [
    [piece("2026-11", 2, whole)],
    [piece("2026-11", 0, new Uint8Array([...whole, 0]))],
    [piece("2026-11", 1, whole.subarray(0, 4)), piece("2026-10", 0, whole.subarray(4))],
  ])
    expect(() => read(...pieces)).toThrow(MalformedError);
});

describe("whom a base is believed", () => {
  const upon = ({ length: rosterLength, head: rosterHead }: Roster) => ({ rosterLength, rosterHead });
  /** What is signed of a base at this moment, by whom; or upon an older list of members than the desk's. */
  async function based(
    desk: Desk,
    maker: Holder,
    confirmer: Holder,
    {
      roster = desk.roster,
      confirmedUpon = roster,
      at = desk.now,
      ends = [],
    }: { roster?: Roster; confirmedUpon?: Roster; at?: number; ends?: readonly BaseEnd[] } = {},
  ) {
    const terms = { at, ...upon(roster), desk: roster.desk, covers: 9, epoch: roster.epoch, ends, parts: [] };
    const manifest = await readManifest(
      await signManifest({ ...terms, device: maker.keys.device }, maker.keys.signKey),
    );
    const confirmed = { at, ...upon(confirmedUpon), desk: roster.desk, base: manifest.hash };
    const confirmation = readConfirmation(
      await signConfirmation({ ...confirmed, device: confirmer.keys.device }, confirmer.keys.signKey),
    );
    return (now = desk.now) => trustBase(desk.entries, desk.roster, manifest, confirmation, now);
  }
  const endOf = ({ keys }: Holder, counter: number): BaseEnd => ({
    device: keys.device,
    counter,
    epoch: 1,
    hash: new Uint8Array(32).fill(counter),
  });

  test("two persons who write, and one alone only where nobody else writes", async () => {
    const desk = await Desk.found();
    const { owner } = desk;
    const alone = await based(desk, owner, owner);
    const viewer = await desk.join("viewer");
    expect(mayMakeBase(desk.roster, viewer.keys.device, desk.now)).toBe(false);
    expect(mayConfirmBase(desk.roster, owner.keys.device, viewer.keys.device, desk.now)).toBe(false);
    expect(await (await based(desk, owner, owner))()).toEqual({ ok: true });
    const assistant = await desk.join("assistant");
    expect(mayConfirmBase(desk.roster, owner.keys.device, owner.keys.device, desk.now)).toBe(false);
    expect(await (await based(desk, owner, assistant))()).toEqual({ ok: true });
    expect(await (await based(desk, owner, owner))()).toMatchObject({ ok: false, why: "forged" });
    expect(await (await based(desk, owner, viewer))()).toMatchObject({ ok: false, why: "forged" });
    // What was sound when it was made stays so for who comes later.
    expect(await alone()).toEqual({ ok: true });
  });

  test("nobody for what only those vouch for who have left", async () => {
    const desk = await Desk.found();
    const [first, second] = [await desk.join("assistant"), await desk.join("assistant")];
    const theirs = await based(desk, first, second);
    const mixed = await based(desk, first, desk.owner);
    await desk.remove(first);
    expect(await theirs()).toEqual({ ok: true });
    await desk.remove(second);
    expect(await theirs()).toMatchObject({ ok: false, why: "unusable" });
    expect(await mixed()).toEqual({ ok: true });
  });

  test("nobody alone for the work of who came later, upon a list of before they came", async () => {
    const desk = await Desk.found();
    const { owner, roster } = desk;
    const assistant = await desk.join("assistant");
    const before = await based(desk, owner, owner, { roster, ends: [endOf(owner, 3)] });
    expect(await before()).toEqual({ ok: true });
    const theirs = await based(desk, owner, owner, { roster, ends: [endOf(owner, 3), endOf(assistant, 2)] });
    expect(await theirs()).toMatchObject({ ok: false, why: "forged" });
    const back = await based(desk, owner, owner, { confirmedUpon: roster });
    expect(await back()).toMatchObject({ ok: false, why: "forged" });
  });

  test("nobody whose own time is over, or for more of a removed one's work than an owner let count", async () => {
    const desk = await Desk.found();
    const [first, second] = [await desk.join("assistant"), await desk.join("assistant")];
    const { link } = await desk.invite("assistant", { until: desk.now + 9_000 });
    const temp = await desk.accept(link);
    const theirs = await based(desk, first, temp);
    const more = await based(desk, second, desk.owner, { ends: [endOf(first, 5)] });
    expect(await more()).toEqual({ ok: true });
    await desk.remove(first);
    expect(await more()).toMatchObject({ ok: false, why: "forged" });
    expect(await theirs()).toEqual({ ok: true });
    expect(await theirs(desk.now + 20_000)).toMatchObject({ ok: false, why: "unusable" });
    const late = await based(desk, second, temp, { at: desk.now + 20_000 });
    expect(await late()).toMatchObject({ ok: false, why: "forged" });
  });

  test("who is still there, for a base whose maker has left: one person's still, and another's", async () => {
    const desk = await Desk.found();
    const first = await desk.join("assistant");
    const { roster } = desk;
    await desk.remove(first);
    const anew = await based(desk, first, desk.owner, { roster, confirmedUpon: desk.roster });
    expect(await anew()).toEqual({ ok: true });
    expect(mayMakeBase(desk.roster, first.keys.device, desk.now)).toBe(false);
  });

  test("nobody for another desk's, or upon a list of members that is not this one", async () => {
    const [desk, other] = [await Desk.found(), await Desk.found()];
    const theirs = await based(other, other.owner, other.owner);
    expect(await theirs()).toEqual({ ok: true });
    const { roster } = other;
    const terms = { at: 1, desk: desk.roster.desk, covers: 9, epoch: 1, ends: [], parts: [] };
    const manifest = await readManifest(
      await signManifest(
        { ...terms, rosterLength: 1, rosterHead: roster.head, device: desk.owner.keys.device },
        desk.owner.keys.signKey,
      ),
    );
    const confirmation = readConfirmation(
      await signConfirmation(
        {
          ...terms,
          base: manifest.hash,
          rosterLength: 1,
          rosterHead: desk.roster.head,
          device: desk.owner.keys.device,
        },
        desk.owner.keys.signKey,
      ),
    );
    expect(await trustBase(desk.entries, desk.roster, manifest, confirmation, 1)).toMatchObject({
      why: "forged",
    });
    expect(await trustBase(other.entries, roster, manifest, confirmation, 1)).toMatchObject({
      why: "forged",
    });
  });
});
