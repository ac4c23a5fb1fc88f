import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { permitPresence } from "../../extension/background/presence/permission.ts";
import { openPresence } from "../../extension/background/presence/presence.ts";
import { NO_PREVIOUS, sealEnvelope } from "../../shared/envelope/envelope.ts";
import { importEpochKey } from "../../shared/envelope/keys.ts";
import { packPresence } from "../../shared/envelope/presence.ts";
import { fromHex, utf8 } from "../../shared/protocol/bytes.ts";
import { decodeFrame, encodeFrame } from "../../shared/protocol/frames.ts";
import { epochOf, idOf, infoOf, office, start, storedDesk, write } from "./office.ts";
import { type Device, random, until } from "./world.ts";

const MAIL = "gmail:18c2f0a1b2c3d4e5";
const OTHER_MAIL = "gmail:28c2f0a1b2c3d4e5";
/** In as many bytes as every presence, with its number and its length before it. */
const FRAME_BYTES = 1 + 4 + 1_210;

/** Every presence that goes out of this process, and every socket in it, the newest last. */
const sent: Uint8Array[] = [];
const sockets: WebSocket[] = [];
class Heard extends WebSocket {
  constructor(...given: ConstructorParameters<typeof WebSocket>) {
    super(...given);
    sockets.push(this);
  }
  override send(data: Parameters<WebSocket["send"]>[0]): void {
    const bytes = new Uint8Array(data as ArrayBuffer);
    if (decodeFrame(bytes).type === "presence") sent.push(bytes);
    super.send(data);
  }
}
const heard = { network: { fetch: globalThis.fetch, WebSocket: Heard as typeof WebSocket } };

/** What takes a second here takes a twentieth of one. */
const QUICK = 20;
const quick = () =>
  openPresence({
    now: () => Date.now() * QUICK,
    later(run, ms) {
      const timer = setTimeout(run, ms / QUICK);
      return () => clearTimeout(timer);
    },
  });

const permit = ({ engine, presence, errors }: Device) =>
  permitPresence(engine, presence, (error) => errors.push(error));
const show = ({ presence }: Device, place: string | null, writing = false) =>
  presence.show(presence, place ? [{ desk, place, writing }] : []);
const at = ({ presence }: Device, place: string) => presence.of(desk).filter((each) => each.place === place);

/** Somebody who has joined, by a link; `name` is none where it is another browser of whoever made it. */
async function join(maker: Device, name: string): Promise<Device> {
  const { desks } = maker.engine;
  const { link } = await (name ? desks.invite(desk, "assistant") : desks.addDevice(desk));
  const epoch = await epochOf(owner);
  const one = await start({ ...heard, presence: quick() });
  await one.engine.desks.join(link, name);
  await until(async () => (await epochOf(owner)) > epoch && (await epochOf(one)) > epoch);
  return one;
}

let owner: Device;
let desk: string;
let a: Device;
let b: Device;

beforeAll(async () => {
  ({ owner, desk } = await office());
  a = await join(owner, "Assistant A");
  b = await join(owner, "Assistant B");
  await until(async () => (await epochOf(a)) === (await epochOf(b)));
  for (const one of [owner, a, b]) permit(one);
});
afterEach(async () => {
  for (const one of [owner, a, b]) show(one, null);
  await until(async () => [owner, a, b].every(({ presence }) => presence.of(desk).length === 0));
  expect([owner, a, b].flatMap(({ errors }) => errors)).toEqual([]);
});

/** A presence as a device with these keys could have sealed it. */
async function sealedBy(
  one: Device,
  { said = Date.now(), epoch = 0, signedBy = one, place = MAIL } = {},
): Promise<Uint8Array> {
  const desk = await storedDesk(one);
  const keys = (await one.db.get("device", desk.id))!;
  const current = epoch || desk.epochKeys.length;
  const { signKey } = (await signedBy.db.get("device", desk.id))!;
  return sealEnvelope({
    desk: fromHex(desk.id),
    epoch: current,
    epochKey: await importEpochKey(desk.epochKeys[current - 1]!),
    device: keys.device,
    signKey,
    counter: said,
    previous: NO_PREVIOUS,
    payload: { type: "presence", bytes: packPresence([{ place, writing: true }]) },
    nonce: random(12),
  });
}

describe("Colleagues who are connected", () => {
  test("see where each other is, and nobody else does: sealed, in as many bytes as any, kept nowhere", async () => {
    const person = await idOf(owner, "Assistant A");
    sent.length = 0;
    show(a, MAIL);
    await until(async () => at(b, MAIL).length === 1);
    expect(at(b, MAIL)).toEqual([{ person, place: MAIL, writing: false }]);
    expect(at(a, MAIL), "not oneself").toEqual([]);
    show(a, MAIL, true);
    await until(async () => at(b, MAIL)[0]?.writing);
    // Who has just come is told by those who are there.
    show(b, OTHER_MAIL);
    await until(async () => at(a, OTHER_MAIL).length === 1);
    show(a, null);
    await until(async () => at(b, MAIL).length === 0);
    expect(sent.length).toBeGreaterThan(3);
    for (const frame of sent) {
      expect(frame).toHaveLength(FRAME_BYTES);
      expect(Buffer.from(frame).includes(utf8("gmail"))).toBe(false);
    }
    for (const name of b.db.objectStoreNames)
      expect(JSON.stringify(await b.db.getAll(name)), name).not.toContain("gmail:");
  });

  test("are told nothing while it is locked, or by who does not want it, and are still seen there", async () => {
    await a.engine.preferences.setPresence(false);
    expect((await a.engine.answer({ q: "state" })).presence).toBe(false);
    sent.length = 0;
    show(a, MAIL);
    show(owner, OTHER_MAIL);
    await until(async () => at(a, OTHER_MAIL).length === 1);
    expect(sent, "nothing was told").toEqual([]);
    await a.engine.preferences.setPresence(true);
    await until(async () => at(owner, MAIL).length === 1);
    await a.engine.lock.set("a passphrase of eight", null);
    expect(at(owner, MAIL)).toHaveLength(1);
    await a.engine.lock.lock();
    await until(async () => at(owner, MAIL).length === 0);
    sent.length = 0;
    show(a, OTHER_MAIL);
    show(owner, MAIL);
    await until(async () => at(a, MAIL).length === 1);
    expect(sent).toEqual([]);
    await a.engine.lock.unlock("a passphrase of eight");
    await until(async () => at(owner, OTHER_MAIL).length === 1);
  });

  test("where the organisation does not want it, are told nothing, whatever a person chooses", async () => {
    const one = await start({ managed: async () => ({ presence: false }) });
    expect((await one.engine.answer({ q: "state" })).presence).toBe(false);
    await expect(one.engine.preferences.setPresence(true)).rejects.toMatchObject({ code: "policy" });
  });

  test("do not see what is open in another browser of their own", async () => {
    const second = await join(a, "");
    permit(second);
    await until(async () => (await epochOf(a)) === (await epochOf(second)));
    show(a, MAIL);
    show(second, MAIL, true);
    await until(async () => at(owner, MAIL).length === 2);
    expect(new Set(at(owner, MAIL).map(({ person }) => person)).size).toBe(1);
    show(owner, OTHER_MAIL);
    for (const one of [a, second]) await until(async () => at(one, OTHER_MAIL).length === 1);
    expect([a, second].flatMap((one) => at(one, MAIL))).toEqual([]);
    show(second, null);
  });
});

describe("A presence that is not a colleague's of now", () => {
  test("is passed over, and neither the sync nor anybody's work is touched by it", async () => {
    sockets.length = 0;
    const reader = await join(owner, "Assistant C");
    const socket = sockets.at(-1)!;
    await until(async () => (await epochOf(reader)) === (await epochOf(a)));
    const hear = (sealed: Uint8Array) => {
      const frame = encodeFrame({ type: "seen", device: new Uint8Array(16), sealed });
      socket.onmessage!(new MessageEvent("message", { data: frame.buffer }));
    };
    let said = Date.now();
    /** As if the server had passed it on: it has been looked at when one behind it is known. */
    const receive = async (sealed: Uint8Array) => {
      hear(sealed);
      const marker = `gmail:${(++said).toString(16)}`;
      hear(await sealedBy(owner, { said, place: marker }));
      await until(async () => at(reader, marker).length === 1);
    };

    const first = await sealedBy(a);
    await receive(first.with(-1, first.at(-1)! ^ 1));
    await receive(first.with(200, first.at(200)! ^ 1));
    await receive(first.subarray(0, 300));
    await receive(await sealedBy(a, { signedBy: owner }));
    await receive(await sealedBy(a, { epoch: 1 }));
    await receive(await sealedBy(a, { said: Date.now() - 11 * 60_000 }));
    await receive(await sealedBy(a, { said: Date.now() + 11 * 60_000 }));
    await receive(await sealedBy(reader));
    expect(at(reader, MAIL)).toEqual([]);
    // So that none of these was passed over for another reason.
    await receive(first);
    expect(at(reader, MAIL)).toHaveLength(1);
    await receive(await sealedBy(a, { place: OTHER_MAIL }));
    await receive(first);
    expect(at(reader, MAIL), "an old one, once more").toEqual([]);

    const before = await epochOf(reader);
    const { epochKeys } = await storedDesk(b);
    await owner.engine.members.remove(desk, await idOf(owner, "Assistant B"));
    await until(async () => (await epochOf(reader)) > before && (await epochOf(owner)) > before);
    await receive(await sealedBy(b, { epoch: epochKeys.length }));
    // With the newest key, which somebody gave them.
    await b.db.put("desks", { ...(await storedDesk(b)), epochKeys: (await storedDesk(reader)).epochKeys });
    await receive(await sealedBy(b));
    expect(at(reader, MAIL)).toEqual([]);

    expect((await infoOf(reader)).sync).toMatchObject({ phase: "upToDate", problem: null });
    expect(reader.errors).toEqual([]);
    await write(a, "and on");
    await until(async () => (await reader.db.count("records")) === 1);
  });
});
