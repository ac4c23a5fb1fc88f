import { keysFromRoster } from "../../shared/desk/epochs.ts";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import { acceptInvite, beginEpoch, createDesk, makeInvite } from "../../shared/desk/membership.ts";
import { extendRoster, type Roster, verifyRoster } from "../../shared/desk/roster.ts";
import {
  envelopeHash,
  NO_PREVIOUS,
  openEnvelope,
  readEnvelope,
  sealEnvelope,
  verifyEnvelope,
} from "../../shared/envelope/envelope.ts";
import {
  type DeviceKeys,
  generateDeviceKeys,
  importEpochKey,
  importSignPublicKey,
} from "../../shared/envelope/keys.ts";
import type { Bytes } from "../../shared/protocol/bytes.ts";
import type { Figure } from "./main.ts";
import { quantile } from "./statistics.ts";

const ENVELOPES = 10_000;
/** A short change, as most are. */
const CONTENT_BYTES = 400;
const MEMBERS = 20;
const EPOCHS = 10;
const JOINS = 9;

const random = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Cryptography alone: envelopes beside bare WebCrypto calls of the same sizes, and what a new member costs. */
export async function benchCrypto(): Promise<Figure[]> {
  return [...(await envelopes()), ...(await joining())];
}

async function envelopes(): Promise<Figure[]> {
  const keys = await generateDeviceKeys();
  const [desk, epochKey] = [random(16), await importEpochKey(random(32))];
  const change = random(CONTENT_BYTES);
  const sealed: Bytes[] = [];
  const seal = await timed(async () => {
    let previous: Bytes = NO_PREVIOUS;
    for (let counter = 1; counter <= ENVELOPES; counter++) {
      const envelope = await sealEnvelope({
        desk,
        epoch: 1,
        epochKey,
        device: keys.device,
        signKey: keys.signKey,
        counter,
        previous,
        payload: { type: "changes", document: "2026-11", changes: [change] },
        nonce: random(12),
      });
      previous = await envelopeHash(envelope);
      sealed.push(envelope);
    }
  });
  const signPublicKey = await importSignPublicKey(keys.signPublic);
  const open = await timed(async () => {
    for (const envelope of sealed) {
      const read = readEnvelope(envelope);
      if (!(await verifyEnvelope(read, signPublicKey))) throw new Error("a signature that does not hold");
      await openEnvelope(read, epochKey);
    }
  });
  const plain = await bare(keys, signPublicKey, readEnvelope(sealed[0]!).ciphertext.length - 16);
  return [
    { what: `seal ${ENVELOPES} envelopes`, value: seal, unit: "ms" },
    {
      what: "… in times of bare WebCrypto (encrypt, sign, hash)",
      value: seal / plain.seal,
      unit: "",
      goal: 1.5,
    },
    { what: `open ${ENVELOPES} envelopes`, value: open, unit: "ms" },
    { what: "… in times of bare WebCrypto (verify, decrypt)", value: open / plain.open, unit: "", goal: 1.5 },
  ];
}

/** The same work by nothing but the calls that it cannot do without. */
async function bare({ signKey }: DeviceKeys, signPublicKey: CryptoKey, length: number) {
  const { subtle } = crypto;
  const key = await subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const [plain, header] = [random(length), random(106)];
  const made: { iv: Bytes; text: ArrayBuffer; whole: Bytes; signature: ArrayBuffer }[] = [];
  const seal = await timed(async () => {
    for (let n = 0; n < ENVELOPES; n++) {
      const iv = random(12);
      const text = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: header }, key, plain);
      const whole = new Uint8Array(106 + text.byteLength);
      whole.set(new Uint8Array(text), 106);
      const signature = await subtle.sign("Ed25519", signKey, whole);
      await subtle.digest("SHA-256", whole);
      made.push({ iv, text, whole, signature });
    }
  });
  const open = await timed(async () => {
    for (const { iv, text, whole, signature } of made) {
      await subtle.verify("Ed25519", signPublicKey, signature, whole);
      await subtle.decrypt({ name: "AES-GCM", iv, additionalData: header }, key, text);
    }
  });
  return { seal, open };
}

/** A member more on a desk of twenty, in its tenth epoch: invited, joined, verified, and the key renewed for all. */
async function joining(): Promise<Figure[]> {
  const keys = await generateDeviceKeys();
  const acting = () => ({ keys, now: 1_000, random });
  const { entry, epochKey } = await createDesk({ name: "Sample Owner" }, acting());
  const desk = { roster: await read(verifyRoster([entry])), epochKeys: [epochKey] as Bytes[] };
  const take = async (added: Bytes) => {
    desk.roster = await read(extendRoster(desk.roster, [added]));
  };
  const renew = async () => {
    await take(await beginEpoch(desk.roster, desk.epochKeys, acting()));
    const given = await keysFromRoster(desk.roster, keys, desk.epochKeys);
    if (given.ok) desk.epochKeys = given.keys;
  };
  const add = async () => {
    const offer = { server: "https://desk.example.com", role: "assistant", expires: 1e9 } as const;
    const invite = await makeInvite(desk.roster, { ...offer, epochKeys: desk.epochKeys }, acting());
    await take(invite.entry);
    const link = parseInviteLink(invite.link);
    if (!link.ok) throw new Error(link.failure.message);
    const joiner = { ...acting(), keys: await generateDeviceKeys() };
    const joined = await acceptInvite(desk.roster, link.link, { name: "Sample" }, joiner);
    if (!joined.ok) throw new Error(joined.failure.message);
    await take(joined.entry);
  };
  while (desk.roster.members.size < MEMBERS) await add();
  while (desk.roster.epoch < EPOCHS) await renew();
  const before = { ...desk };
  const samples: number[] = [];
  for (let n = 0; n < JOINS; n++) {
    Object.assign(desk, before);
    samples.push(
      await timed(async () => {
        await add();
        await renew();
      }),
    );
  }
  return [
    {
      what: `a member more on a desk with ${MEMBERS} and ${EPOCHS} epochs, median of ${JOINS}`,
      value: quantile(samples, 0.5),
      unit: "ms",
      goal: 200,
    },
  ];
}

async function read(verifying: ReturnType<typeof verifyRoster>): Promise<Roster> {
  const result = await verifying;
  if (!result.ok) throw new Error(result.failure.message);
  return result.roster;
}
