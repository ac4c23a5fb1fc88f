import type { Command } from "../../../shared/documents/command.ts";
import { documentOfRecord } from "../../../shared/documents/layout.ts";
import { mayAct } from "../../../shared/documents/may-act.ts";
import { inverse, project } from "../../../shared/documents/project.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { validateAction } from "../../../shared/records/validate.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Database } from "../storage/database.ts";
import { abandon } from "../storage/store.ts";
import { storedRecord, wordsOf } from "./stored-record.ts";

export interface Journaled {
  /** Commands that take these back, newest first. */
  readonly undo: readonly Command[];
  readonly records: readonly string[];
}

/**
 * Writes commands down, durably, and shows their result in the records store: all of them or none.
 * A command that was written before (same id) is passed over, so a surface may say it again after a lost answer.
 * @throws ExpectedError `no-desk`, `role`, `invalid`; DOMException QuotaExceededError where the disk is full
 */
export async function writeJournal(
  db: Database,
  desk: string,
  commands: readonly Command[],
  me: string,
  newId: () => string,
): Promise<Journaled> {
  const tx = db.transaction(["desks", "journal", "done", "records", "newWords"], "readwrite", {
    durability: "strict",
  });
  const undo: Command[] = [];
  const made = new Map<string, DeskRecord | undefined>();
  try {
    const stored = await tx.objectStore("desks").get(desk);
    if (!stored) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
    const { role } = stored;
    if (role && !commands.every(({ action }) => mayAct(role, action)))
      throw new ExpectedError("role", `A ${role} may not do this.`);
    for (const command of commands) {
      if (await tx.objectStore("done").getKey(command.id)) continue;
      const { action, id, at } = command;
      const record = action.record;
      if (!made.has(record)) made.set(record, (await tx.objectStore("records").get([desk, record]))?.record);
      const before = made.get(record);
      const problem = validateAction(action, before);
      if (problem && !(command.undo && problem.code === "transition"))
        throw new ExpectedError("invalid", problem.detail);
      undo.unshift(
        ...inverse(before, action, at).map((taking) => ({
          id: newId(),
          at,
          action: taking,
          undo: true as const,
        })),
      );
      made.set(record, project(before, command, me));
      await tx.objectStore("done").add({ id, at });
      await tx.objectStore("journal").add({ desk, document: documentOfRecord(record), command });
    }
    for (const [id, record] of made) {
      const known = await tx.objectStore("records").get([desk, id]);
      if (!record) continue;
      await tx.objectStore("records").put(storedRecord(desk, record, known?.changed));
      await tx.objectStore("newWords").put(wordsOf(desk, id, record));
    }
    await tx.done;
  } catch (error) {
    // The first failure is the one to tell; the transaction ends with nothing written.
    await abandon(tx);
    throw error;
  }
  return { undo, records: [...made.keys()] };
}
