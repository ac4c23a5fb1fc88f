import type { Command } from "../../../shared/documents/command.ts";
import { documentOfRecord } from "../../../shared/documents/layout.ts";
import { mayAct } from "../../../shared/documents/may-act.ts";
import { inverse, project, standingAt } from "../../../shared/documents/project.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { validateAction } from "../../../shared/records/validate.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Database, StoredDesk } from "../storage/database.ts";
import { type Also, abandon, commit } from "../storage/store.ts";
import { storedRecord, type Written, wordsOf } from "./stored-record.ts";

interface Journaled {
  /** Commands that take these back, newest first. */
  readonly undo: readonly Command[];
  /** What the store has now of the records that they touched. */
  readonly written: readonly Written[];
}

/** Commands that are written together or not at all. */
type Submission = readonly Command[];

/** The journal of one device: what is submitted while the disk is waited for goes down with the next write, together. */
export interface Journal {
  /**
   * Durable when it resolves.
   * @throws ExpectedError `no-desk`, `role`, `invalid`, `changed-since`; DOMException QuotaExceededError where the disk is full
   */
  write(desk: string, commands: Submission): Promise<Journaled>;
}

/** @param deviceOn this device's id on a desk (hex) */
export function openJournal(
  db: Database,
  deviceOn: (desk: string) => Promise<string>,
  newId: () => string,
): Journal {
  interface Waiting {
    readonly submissions: Submission[];
    readonly written: Promise<readonly (Journaled | Error)[]>;
  }
  const waiting = new Map<string, Waiting>();
  const writing = new Map<string, Promise<unknown>>();
  return {
    async write(desk, commands) {
      let next = waiting.get(desk);
      if (!next) {
        const submissions: Submission[] = [];
        const written = (writing.get(desk) ?? Promise.resolve()).then(async () => {
          // What is submitted while it is read goes along.
          const me = await deviceOn(desk).finally(() => waiting.delete(desk));
          return writeJournal(db, desk, submissions, me, newId);
        });
        next = { submissions, written };
        waiting.set(desk, next);
        const over = written.catch(() => {});
        writing.set(desk, over);
        void over.then(() => writing.get(desk) === over && writing.delete(desk));
      }
      const place = next.submissions.push(commands) - 1;
      const answer = (await next.written)[place]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

/**
 * Writes submissions down, durably and in one transaction, and shows their result in the records store. Of each, all
 * commands or none: one that cannot be is answered with why and holds up no other. A command that was written before
 * (same id) is passed over, so a surface may say it again after a lost answer.
 * @throws ExpectedError `no-desk`; DOMException QuotaExceededError where the disk is full: then nothing is written
 */
async function writeJournal(
  db: Database,
  desk: string,
  submissions: readonly Submission[],
  me: string,
  newId: () => string,
): Promise<readonly (Journaled | Error)[]> {
  const tx = db.transaction(["desks", "journal", "done", "records", "newWords"], "readwrite", {
    durability: "strict",
  });
  const also: Also = (request) => void request.catch(() => {});
  try {
    const all = submissions.flat();
    const ids = [...new Set(all.map(({ action }) => action.record))];
    const [stored, done, records] = await Promise.all([
      tx.objectStore("desks").get(desk),
      Promise.all(all.map(({ id }) => tx.objectStore("done").getKey(id))),
      Promise.all(ids.map((id) => tx.objectStore("records").get([desk, id]))),
    ]);
    if (!stored) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
    const known = new Map(ids.map((id, n) => [id, records[n]]));
    const taken = new Set(done.filter((id) => id !== undefined));
    const made = new Map<string, DeskRecord | undefined>();
    const answers = submissions.map((commands) => {
      const standing = (id: string) => made.get(id) ?? known.get(id)?.record;
      let result: ReturnType<typeof tried>;
      try {
        result = tried(commands, stored, taken, standing, me, newId);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
      for (const { document, command } of result.fresh) {
        const { id, at } = command;
        taken.add(id);
        also(tx.objectStore("done").add({ id, at }));
        also(tx.objectStore("journal").add({ desk, document, command }));
      }
      for (const [id, record] of result.made) made.set(id, record);
      return { undo: result.undo, ids: [...result.made.keys()] };
    });
    const written = new Map<string, Written>();
    for (const [id, record] of made) {
      if (!record) continue;
      const stored = storedRecord(desk, record, known.get(id)?.changed);
      const words = wordsOf(desk, id, record);
      also(tx.objectStore("records").put(stored));
      also(tx.objectStore("newWords").put(words));
      written.set(id, { id, stored, words });
    }
    await commit(tx);
    return answers.map((answer) =>
      answer instanceof Error
        ? answer
        : { undo: answer.undo, written: answer.ids.flatMap((id) => written.get(id) ?? []) },
    );
  } catch (error) {
    // The first failure is the one to tell; the transaction ends with nothing written.
    await abandon(tx);
    throw error;
  }
}

/**
 * What a submission makes of the records as they stand, and what takes it back.
 * @throws ExpectedError `role`, `invalid`, `changed-since`
 */
function tried(
  commands: Submission,
  { role }: StoredDesk,
  taken: ReadonlySet<string>,
  standing: (id: string) => DeskRecord | undefined,
  me: string,
  newId: () => string,
) {
  if (role && !commands.every(({ action }) => mayAct(role, action)))
    throw new ExpectedError("role", `A ${role} may not do this.`);
  const seen = new Set<string>();
  const fresh: { readonly document: string; readonly command: Command }[] = [];
  const undo: Command[] = [];
  const made = new Map<string, DeskRecord | undefined>();
  for (const command of commands) {
    const { action, id, at } = command;
    const { record } = action;
    if (taken.has(id) || seen.has(id)) continue;
    seen.add(id);
    const before = made.get(record) ?? standing(record);
    if (command.over !== undefined && standingAt(before, action) !== command.over)
      throw new ExpectedError("changed-since", "It has been changed since.");
    const problem = validateAction(action, before, { undo: command.undo === true });
    if (problem) throw new ExpectedError("invalid", problem.detail);
    const after = project(before, command, me);
    undo.unshift(
      ...inverse(before, action, at).map((taking) => ({
        id: newId(),
        at,
        action: taking,
        undo: true as const,
        // What is made anew has no value yet that somebody could mean.
        ...(action.do === "create" ? {} : { over: standingAt(after, taking) }),
      })),
    );
    made.set(record, after);
    fresh.push({ document: documentOfRecord(record), command });
  }
  return { fresh, undo, made };
}
