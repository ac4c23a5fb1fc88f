/**
 * The lock: while it is on, the background answers nobody with what a desk holds. It is a lock on what Sidedesk shows,
 * not on the disk: records and keys in IndexedDB are as they were (SECURITY.md says what that means).
 */
import {
  type Assertion,
  isAnswered,
  type Registration,
  readRegistration,
} from "../../../shared/envelope/authenticator.ts";
import { hashPassphrase, isFit, isPassphrase } from "../../../shared/envelope/passphrase.ts";
import { type Bytes, toHex } from "../../../shared/protocol/bytes.ts";
import type { LockAfter, LockState } from "../../port/app-state.ts";
import { ExpectedError } from "../expected-error.ts";
import type { PolicySource } from "../policy.ts";
import type { World } from "../world.ts";
import { openChallenge } from "./challenge.ts";
import { readLock, type StoredLock, writeLock } from "./stored.ts";

/** So many wrong passphrases cost nothing but their time. */
const FREE_TRIES = 5;
/** The wait after the next, in ms; it doubles with each, up to the longest. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Where it is written that this browser was unlocked: lasts as long as the browser runs, and is on no disk. */
export interface SessionMark {
  get(): Promise<unknown>;
  set(mark: string | null): Promise<void>;
}

export interface Lock {
  state(): Promise<LockState>;
  isLocked(): Promise<boolean>;
  /** Locks now; nothing happens where there is no passphrase. */
  lock(): Promise<void>;
  /** Throws ExpectedError `wrong-passphrase`, or `too-soon` where it was wrong too often. */
  unlock(passphrase: string): Promise<void>;
  /** What this computer's authenticator has to answer next, and with which key; null where none was set. */
  challenge(): Promise<{ readonly challenge: Bytes; readonly key: Bytes | null }>;
  /** Throws ExpectedError `not-recognised` where it is no answer to the last challenge. */
  unlockBy(answer: Assertion): Promise<void>;
  /** Lets this computer recognise its person beside the passphrase, which must be known. Throws as both before. */
  setAuthenticator(made: Registration, current: string): Promise<void>;
  removeAuthenticator(): Promise<void>;
  /** Sets a passphrase, or another one in place of `current`, and stays unlocked. Throws `short-passphrase` as well. */
  set(passphrase: string, current: string | null): Promise<void>;
  /** Takes the lock off. Throws `policy` where the organisation wants one. */
  remove(current: string): Promise<void>;
  /** After how many minutes of idleness it locks; 0 for never. */
  setAfter(minutes: LockAfter): Promise<void>;
}

const waitAfter = (failures: number) =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES));

interface Heard {
  /** The passphrase was right; it opens when this is done. */
  readonly opening: () => Promise<void>;
  /** It locked, unlocked, or is set otherwise. */
  readonly changed: () => void;
}

export function openLock(
  { db, session, origin, now, random }: Pick<World, "db" | "session" | "origin" | "now" | "random">,
  policy: PolicySource,
  { opening, changed }: Heard,
): Lock {
  let known: Promise<{ stored: StoredLock | null; open: boolean }> | undefined;
  /** One at a time: two tries at once must count as two. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };

  const challenge = openChallenge(now, random);

  const markOf = ({ passphrase }: StoredLock) => toHex(passphrase.salt);
  const read = async () => {
    const [stored, mark] = await Promise.all([readLock(db), session.get()]);
    return { stored, open: stored !== null && mark === markOf(stored) };
  };
  const current = () => {
    // A disk that did not answer is asked again; until then nothing is shown.
    known ??= read().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const become = async (stored: StoredLock | null, open: boolean) => {
    await session.set(stored && open ? markOf(stored) : null);
    known = Promise.resolve({ stored, open });
    changed();
  };
  const write = async (stored: StoredLock | null, open: boolean) => {
    await writeLock(db, stored);
    await become(stored, open);
  };
  /** What may be chosen: the organisation's minutes or fewer, and never "never" where it wants a lock. */
  const allowed = async (after: LockAfter): Promise<LockAfter> => {
    const { lockAfter } = await policy.now();
    return lockAfter !== null && (after === 0 || after > lockAfter) ? lockAfter : after;
  };
  const retryAt = ({ failures, failedAt }: StoredLock) => failedAt + waitAfter(failures);

  /** Throws unless this is the passphrase; a wrong one is written down before it is said. */
  const check = async (stored: StoredLock, passphrase: string) => {
    // A clock that was set back must not make the wait longer than it is.
    const wait = Math.min(retryAt(stored) - now(), waitAfter(stored.failures));
    if (wait > 0) throw new ExpectedError("too-soon", "It was wrong too often. Wait a little.");
    const { open } = await current();
    // Counted first: who ends the browser while it is being tried has tried all the same.
    await write({ ...stored, failures: stored.failures + 1, failedAt: now() }, open);
    if (!(await isPassphrase(passphrase, stored.passphrase)))
      throw new ExpectedError("wrong-passphrase", "This is not the passphrase.");
  };
  const isLocked = async () => {
    const { stored, open } = await current();
    return stored ? !open : (await policy.now()).lockAfter !== null;
  };
  const theOne = async () => {
    const { stored } = await current();
    if (!stored) throw new ExpectedError("no-passphrase", "There is no passphrase.");
    return stored;
  };

  const notRecognised = () =>
    new ExpectedError("not-recognised", "The computer did not recognise its person.");
  const unlocked = async (stored: StoredLock) => {
    await opening();
    await write({ ...stored, failures: 0, failedAt: 0 }, true);
  };

  return {
    isLocked,
    async state() {
      const { stored } = await current();
      const wait = stored && waitAfter(stored.failures) > 0 ? retryAt(stored) : 0;
      return {
        locked: await isLocked(),
        set: stored !== null,
        authenticator: stored?.authenticator !== undefined,
        after: await allowed(stored?.after ?? 0),
        retryAt: wait > now() ? new Date(wait).toISOString() : null,
      };
    },
    lock: () =>
      inTurn(async () => {
        const { stored, open } = await current();
        if (stored && open) await become(stored, false);
      }),
    unlock: (passphrase) =>
      inTurn(async () => {
        const stored = await theOne();
        await check(stored, passphrase);
        await unlocked(stored);
      }),
    challenge: async () => ({
      challenge: challenge.make(),
      key: (await current()).stored?.authenticator?.id ?? null,
    }),
    unlockBy: (answer) =>
      inTurn(async () => {
        const { stored } = await current();
        const asked = challenge.take();
        if (!stored?.authenticator || !asked) throw notRecognised();
        if (!(await isAnswered(stored.authenticator, answer, { challenge: asked, origin })))
          throw notRecognised();
        await unlocked(stored);
      }),
    setAuthenticator: (made, before) =>
      inTurn(async () => {
        const stored = await theOne();
        const asked = challenge.take();
        await check(stored, before);
        const key = asked && (await readRegistration(made, { challenge: asked, origin }));
        if (!key) throw notRecognised();
        await write({ ...stored, failures: 0, failedAt: 0, authenticator: key }, true);
      }),
    removeAuthenticator: () =>
      inTurn(async () => {
        const { open } = await current();
        await write({ ...(await theOne()), authenticator: undefined }, open);
      }),
    set: (passphrase, before) =>
      inTurn(async () => {
        if (!isFit(passphrase)) throw new ExpectedError("short-passphrase", "Too short, or too long.");
        const { stored } = await current();
        if (stored) await check(stored, before ?? "");
        const hash = await hashPassphrase(passphrase, random(16));
        await write(
          {
            passphrase: hash,
            after: stored?.after ?? (await allowed(15)),
            failures: 0,
            failedAt: 0,
            authenticator: stored?.authenticator,
          },
          true,
        );
      }),
    remove: (before) =>
      inTurn(async () => {
        if ((await policy.now()).lockAfter !== null)
          throw new ExpectedError("policy", "The organisation wants a lock.");
        await check(await theOne(), before);
        await write(null, true);
      }),
    setAfter: (minutes) =>
      inTurn(async () => {
        const stored = await theOne();
        const { open } = await current();
        if ((await allowed(minutes)) !== minutes)
          throw new ExpectedError("policy", "The organisation wants it to lock sooner.");
        await write({ ...stored, after: minutes }, open);
      }),
  };
}
