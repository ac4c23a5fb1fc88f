import * as v from "valibot";
import { peopleAt } from "../desk/people-at.ts";
import { hasEnded } from "../desk/roles.ts";
import { type Member, type Roster, verifyRoster } from "../desk/roster.ts";
import { importSignPublicKey, sha256 } from "../envelope/keys.ts";
import { concat, equalBytes, fromBase64url, fromHex, MalformedError, toHex } from "../protocol/bytes.ts";
import { type Act, type ActItem, actHolds, readAct } from "./act.ts";
import { type AuthorityProof, proveAuthorities } from "./authority.ts";
import { type AuditFile, auditFileSchema } from "./file.ts";
import { inOrder } from "./order.ts";
import { digestOf, readSaid, type Said } from "./said.ts";

const MESSAGES = {
  "not-a-log": "This is no log of Sidedesk, or one of a version that is not known here.",
  roster: "The list of members in it does not hold together",
  damaged: "An act is damaged.",
  another: "An act is of another desk, or in somebody else's name.",
  twice: "An act is in it a second time.",
  stranger: "An act is signed by a device that was never on the desk.",
  signature: "An act was changed: its signature does not hold.",
  "left-out": "An act in front of this one was left out.",
  order: "An act is out of its place.",
  words: "Words shown for an act are not those that were written.",
} as const;

/** Why a log does not hold: at which act (from 0; null before the first), in words for a person. */
export interface AuditFailure {
  readonly code: keyof typeof MESSAGES;
  readonly at: number | null;
  readonly message: string;
}

export interface ProvenItem extends ActItem {
  /** What was written; null where the file keeps it back. */
  readonly said: readonly Said[] | null;
  readonly proof: AuthorityProof;
}

/** An act whose author, order and words are proven. */
export interface ProvenAct {
  readonly act: Act;
  /** Whose device signed it (hex). */
  readonly person: string;
  /** By its author's clock it was done after the author's time on the desk. */
  readonly late: boolean;
  readonly items: readonly ProvenItem[];
}

export interface AuditResult {
  /** Null where there is no log to read at all. */
  readonly file: AuditFile | null;
  readonly roster: Roster | null;
  /** Those before the first thing that does not hold. */
  readonly acts: readonly ProvenAct[];
  readonly failure: AuditFailure | null;
  /** What the last acts are known by: 16 bytes, alike for everybody who has the same whole log. */
  readonly end: Uint8Array | null;
}

class Refused extends Error {
  readonly code: AuditFailure["code"];
  constructor(code: AuditFailure["code"]) {
    super(MESSAGES[code]);
    this.code = code;
  }
}

/** Checks a log (parsed JSON) by itself, as far as the first thing that does not hold. It never throws. */
export async function verifyAudit(given: unknown): Promise<AuditResult> {
  const nothing = { file: null, roster: null, acts: [], end: null };
  const read = v.safeParse(auditFileSchema, given);
  if (!read.success) return { ...nothing, failure: failed("not-a-log", null) };
  const file = read.output;
  const entries = bytesOf(file.roster);
  const verified = entries && (await verifyRoster(entries, { desk: fromHex(file.desk.id) }));
  if (!verified?.ok) {
    const why = verified ? `, at entry ${verified.failure.index}: ${verified.failure.message}` : ".";
    return { ...nothing, file, failure: { ...failed("roster", null), message: `${MESSAGES.roster}${why}` } };
  }
  const { roster } = verified;
  const acts = await readActs(file);
  const ordered = inOrder(acts.filter((act) => act !== null));
  const keys = new Map<string, Promise<CryptoKey>>();
  const seen = new Set<string>();
  const prove = async (act: Act | null | undefined, at: number) => {
    if (!act) throw new Refused("damaged");
    if (seen.has(act.id)) throw new Refused("twice");
    if (act.desk !== file.desk.id || act.principal !== file.principal.id) throw new Refused("another");
    const member = roster.members.get(act.device);
    if (!member) throw new Refused("stranger");
    const key = keys.get(act.device) ?? importSignPublicKey(member.signPublic);
    keys.set(act.device, key);
    if (!(await actHolds(act, await key))) throw new Refused("signature");
    const missing = act.previous.filter((id) => !seen.has(id));
    if (missing.length > 0)
      throw new Refused(missing.every((id) => acts.some((each) => each?.id === id)) ? "order" : "left-out");
    if (ordered[at] !== act) throw new Refused("order");
    const words = await wordsOf(act, file.acts[at]?.said ?? []);
    seen.add(act.id);
    return { act, words, person: toHex(member.person), late: isLate(member, act.at) };
  };
  const proven: Awaited<ReturnType<typeof prove>>[] = [];
  let failure: AuditFailure | null = null;
  while (!failure && proven.length < acts.length)
    try {
      proven.push(await prove(acts[proven.length], proven.length));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failure = failed(error.code, proven.length);
    }
  const people = peopleAt(roster, Date.parse(file.madeAt));
  const proofs = proveAuthorities(proven, people, file.principal.timeZone);
  return {
    file,
    roster,
    acts: proven.map(({ act, words, person, late }, at) => ({
      act,
      person,
      late,
      items: act.items.map((item, place) => ({
        ...item,
        said: words[place] ?? null,
        proof: proofs[at]?.[place] ?? { state: "unproven" },
      })),
    })),
    failure,
    end: failure ? null : await endMark(proven.map(({ act }) => act)),
  };
}

const failed = (code: AuditFailure["code"], at: number | null): AuditFailure => ({
  code,
  at,
  message: MESSAGES[code],
});

function bytesOf(texts: readonly string[]) {
  try {
    return texts.map(fromBase64url);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

const readActs = ({ acts }: AuditFile): Promise<(Act | null)[]> =>
  Promise.all(
    acts.map(async ({ act }) => {
      try {
        return await readAct(fromBase64url(act));
      } catch (error) {
        if (error instanceof MalformedError) return null;
        throw error;
      }
    }),
  );

async function wordsOf(
  { items }: Act,
  said: AuditFile["acts"][number]["said"],
): Promise<(readonly Said[] | null)[]> {
  const words: (readonly Said[] | null)[] = items.map(() => null);
  for (const { item, salt, text } of said) {
    const told = readSaid(text);
    const [bytes] = bytesOf([salt]) ?? [];
    const digest = bytes && text.isWellFormed() ? await digestOf(bytes, text) : undefined;
    if (!told || !items[item] || !digest || !equalBytes(digest, items[item].digest))
      throw new Refused("words");
    words[item] = told;
  }
  return words;
}

const isLate = (member: Member, at: number) =>
  (member.removedAt !== undefined && at > member.removedAt) || hasEnded(member, at);

/** The first 16 bytes of SHA-256 over the ids of the acts that no other comes behind, ascending. */
async function endMark(acts: readonly Act[]): Promise<Uint8Array> {
  const followed = new Set(acts.flatMap(({ previous }) => previous));
  const last = acts.flatMap(({ id }) => (followed.has(id) ? [] : [id])).sort();
  return (await sha256(concat(...last.map(fromHex)))).slice(0, 16);
}
