/** Whether what a server keeps is whole: rosters, envelopes, chains, counts. It reads no content: it has no key. */
import { verifyRoster } from "../../shared/desk/roster.ts";
import { NO_PREVIOUS, readEnvelope, verifyEnvelope } from "../../shared/envelope/envelope.ts";
import { importSignPublicKey, sha256 } from "../../shared/envelope/keys.ts";
import { equalBytes, MalformedError, toBase64url, toHex } from "../../shared/protocol/bytes.ts";
import type { ChainState, KeptEnvelope, Log } from "../log.ts";
import { checkBases } from "./check-bases.ts";

/** What was looked at, and what is wrong with it: a sentence each, naming the desk. */
export interface CheckReport {
  desks: number;
  envelopes: number;
  bytes: number;
  problems: string[];
}

const PART_BYTES = 4 * 1024 * 1024;

/** Checks these desks of a log; a server may go on writing to it meanwhile. */
export async function checkLog(log: Log, desks: readonly Uint8Array[]): Promise<CheckReport> {
  const report: CheckReport = { desks: 0, envelopes: 0, bytes: 0, problems: [] };
  for (const desk of desks) {
    report.desks++;
    const say = (text: string) => void report.problems.push(`desk ${toBase64url(desk)}: ${text}`);
    const { envelopes, bytes } = await checkDesk(log, desk, say);
    report.envelopes += envelopes;
    report.bytes += bytes;
  }
  return report;
}

async function checkDesk(log: Log, desk: Uint8Array, say: (text: string) => void) {
  const [usage, head] = [await log.usage(desk), await log.head(desk)];
  const entries = (await log.roster(desk, 0)) ?? [];
  const verified = await verifyRoster(entries, { desk: new Uint8Array(desk) });
  if (!verified.ok)
    say(`the list of members is broken at entry ${verified.failure.index}: ${verified.failure.message}`);
  const keys = new Map<string, CryptoKey>();
  if (verified.ok)
    for (const [device, { signPublic }] of verified.roster.members)
      keys.set(device, await importSignPublicKey(signPublic));

  const bases = await log.bases.of(desk);
  const { pruned } = bases;
  const chains = new Map<string, ChainState>();
  let [seq, bytes] = [pruned, 0];
  for (;;) {
    const part = await log.entriesAfter(desk, seq, PART_BYTES);
    if (part.length === 0) break;
    for (const kept of part) {
      if (kept.seq !== seq + 1) say(`the envelopes ${seq + 1} to ${kept.seq - 1} are missing`);
      seq = kept.seq;
      bytes += kept.envelope.length;
      const fault = await faultOf(kept, desk, chains, keys, pruned > 0);
      if (fault) say(`envelope ${kept.seq} ${fault}`);
    }
  }
  if (seq < head) say(`it has come to ${head}, and the last envelope is ${seq}`);
  for (const [device, seen] of chains) {
    const noted = await log.chain(desk, Buffer.from(device, "hex"));
    const differs =
      noted.counter < seen.counter || (noted.counter === seen.counter && !equalBytes(noted.hash, seen.hash));
    if (differs) say(`the chain of device ${device} ends elsewhere than is noted`);
  }
  const ofBases = await checkBases(log, desk, bases, keys, say);
  const loose = await log.bases.looseBytes(desk);
  const counted = bytes + ofBases + loose + entries.reduce((sum, entry) => sum + entry.length, 0);
  // Only where nothing was written meanwhile.
  if ((await log.usage(desk)) === usage && counted !== usage)
    say(`${usage} bytes are noted, ${counted} are there`);
  return { envelopes: seq - pruned, bytes: counted };
}

/** What is wrong with an envelope, by the chain of its device as it was before; that moves on. */
async function faultOf(
  { envelope }: KeptEnvelope,
  desk: Uint8Array,
  chains: Map<string, ChainState>,
  keys: ReadonlyMap<string, CryptoKey>,
  isPruned: boolean,
): Promise<string | undefined> {
  try {
    const read = readEnvelope(envelope);
    const { header } = read;
    const device = toHex(header.device);
    const { counter, previous } = header;
    // Behind what was let go a chain goes on from where only a base tells.
    const start = isPruned ? { counter: counter - 1, hash: previous } : { counter: 0, hash: NO_PREVIOUS };
    const before = chains.get(device) ?? start;
    chains.set(device, { counter: header.counter, hash: await sha256(envelope) });
    if (!equalBytes(header.desk, desk)) return "is of another desk";
    if (header.counter !== before.counter + 1) return `has counter ${header.counter} after ${before.counter}`;
    if (!equalBytes(header.previous, before.hash)) return "does not follow its device's one before";
    const key = keys.get(device);
    if (!key) return "is of a device that was never on the desk";
    return (await verifyEnvelope(read, key)) ? undefined : "has a false signature";
  } catch (error) {
    if (error instanceof MalformedError) return `is no envelope: ${error.message}`;
    throw error;
  }
}
