import { describe, expect, test } from "vitest";
import type { ChainState, StoredDesk } from "../../extension/background/storage/database.ts";
import { Incoming } from "../../extension/background/sync/incoming.ts";
import type { Role } from "../../shared/desk/body.ts";
import { changeRole } from "../../shared/desk/membership.ts";
import { envelopeHash, NO_PREVIOUS, sealEnvelope } from "../../shared/envelope/envelope.ts";
import { importEpochKey } from "../../shared/envelope/keys.ts";
import { type Bytes, toHex } from "../../shared/protocol/bytes.ts";
import { Desk, type Holder, random } from "../desk/desk-under-test.ts";

/** Envelopes of a device, each behind the one before, as many as wanted. */
class Author {
  counter = 0;
  previous: Bytes = NO_PREVIOUS;
  readonly #desk: Desk;
  readonly #holder: Holder;

  constructor(desk: Desk, holder: Holder) {
    this.#desk = desk;
    this.#holder = holder;
  }

  get end() {
    return { counter: this.counter, hash: this.previous };
  }

  async write(epoch = this.#holder.epochKeys.length): Promise<Bytes> {
    const { keys, epochKeys } = this.#holder;
    const envelope = await sealEnvelope({
      desk: this.#desk.roster.desk,
      epoch,
      epochKey: await importEpochKey(epochKeys[epoch - 1]!),
      device: keys.device,
      signKey: keys.signKey,
      counter: ++this.counter,
      previous: this.previous,
      payload: { type: "changes", document: "lasting", changes: [new Uint8Array([1])] },
      nonce: random(12),
    });
    this.previous = await envelopeHash(envelope);
    return envelope;
  }
}

/** What the founder's device makes of envelopes from the server, kept at a time. */
async function received(
  desk: Desk,
  envelopes: readonly Bytes[],
  at = desk.now,
  chains: ReadonlyMap<string, ChainState> = new Map(),
) {
  const { keys, epochKeys } = desk.owner;
  const stored = { id: toHex(desk.roster.desk), epochKeys, cursor: 1 } as unknown as StoredDesk;
  const items = envelopes.map((envelope, index) => ({ seq: index + 1, at, envelope }));
  return new Incoming().open(items, stored, desk.roster, chains, toHex(keys.device));
}

async function scene(role: Role, until?: number) {
  const desk = await Desk.found();
  const holder = await desk.join(role, until);
  return { desk, holder, author: new Author(desk, holder) };
}
const stranger = { code: "stranger" };

describe("a device, even where a server lets it pass,", () => {
  test.each(["owner", "assistant", "principal"] as const)("opens what an %s wrote", async (role) => {
    const { desk, author } = await scene(role);
    expect((await received(desk, [await author.write()])).received).toHaveLength(1);
  });

  test("takes nothing from somebody who may only read", async () => {
    const { desk, author } = await scene("viewer");
    await expect(received(desk, [await author.write()])).rejects.toMatchObject(stranger);
  });

  test("takes what was written before a removal and nothing after it", async () => {
    const { desk, holder, author } = await scene("assistant");
    const [first, second] = [await author.write(), await author.write()];
    await desk.remove(holder, author.end);
    expect((await received(desk, [first, second])).received).toHaveLength(2);
    const late = await author.write();
    await expect(received(desk, [first, second, late])).rejects.toMatchObject(stranger);
  });

  test("takes no other history in front of a removal than the one that the owner had seen", async () => {
    const { desk, holder, author } = await scene("assistant");
    const first = await author.write();
    const before = { ...author.end };
    await author.write();
    await desk.remove(holder, author.end);
    const other = new Author(desk, holder);
    Object.assign(other, { counter: before.counter, previous: before.hash });
    await expect(received(desk, [first, await other.write()])).rejects.toMatchObject({ code: "forked" });
  });

  test("takes what an assistant wrote before becoming a viewer, and nothing after it", async () => {
    const { desk, holder, author } = await scene("assistant");
    const first = await author.write();
    const { device } = holder.keys;
    const ends = [{ device, end: author.end }];
    const change = { person: device, role: "viewer", until: 0, ends } as const;
    await desk.take(await changeRole(desk.roster, change, desk.acting()));
    expect((await received(desk, [first])).received).toHaveLength(1);
    await expect(received(desk, [first, await author.write()])).rejects.toMatchObject(stranger);
  });

  test("takes nothing that the server kept after the end of its author's role", async () => {
    const { desk, author } = await scene("assistant", 50_000);
    const envelope = await author.write();
    expect((await received(desk, [envelope], 50_000)).received).toHaveLength(1);
    await expect(received(desk, [envelope], 50_001)).rejects.toMatchObject(stranger);
  });

  test("takes nothing under an older key once the log has shown a newer one", async () => {
    const { desk, holder, author } = await scene("assistant");
    const other = await desk.join("assistant");
    const colleague = new Author(desk, other);
    const first = await author.write();
    await desk.renewKey();
    for (const one of [holder, other]) await desk.learn(one);
    const second = await author.write();
    expect((await received(desk, [first, second])).received).toHaveLength(2);
    const old = await colleague.write(1);
    await expect(received(desk, [first, second, old])).rejects.toMatchObject({ code: "old-key" });
    const { chains } = await received(desk, [first, second]);
    const known = new Map(chains.map((chain) => [chain.device, chain]));
    await expect(received(desk, [old], desk.now, known)).rejects.toMatchObject({ code: "old-key" });
  });
});
