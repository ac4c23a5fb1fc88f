/** `server check`, `server backup` and `server restore`, on a data folder. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { backup } from "node:sqlite";
import { databaseIn, desksIn, FolderError, faultsOfFile, openToRead, takeFolder } from "../sqlite/folder.ts";
import { SqliteLog } from "../sqlite/log.ts";
import { type CheckReport, checkLog } from "./check.ts";

/** Pages that are copied at once: all, so that a server which goes on writing does not make it begin again. */
const ALL_PAGES = 0x7fffffff;

/** Checks a database file from its pages to its signatures; a server may be running on it. Throws FolderError. */
export async function checkFile(file: string): Promise<CheckReport> {
  const database = openToRead(file);
  try {
    const faults = faultsOfFile(database);
    const log = new SqliteLog(database, { now: () => 0, quotaBytes: 0 });
    const report = await checkLog(log, desksIn(database));
    return { ...report, problems: [...faults, ...report.problems] };
  } finally {
    database.close();
  }
}

/**
 * Copies a data folder's database into another folder while a server may be writing to it, and checks the copy. What was
 * acknowledged before it began is in it. Throws FolderError; the copy appears only when it is whole.
 */
export async function backUp(data: string, to: string): Promise<CheckReport> {
  const target = databaseIn(to);
  if (existsSync(target)) throw new FolderError(`${target} is there already. Choose an empty folder.`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  return copy(databaseIn(data), target);
}

/** Puts a copy into an empty data folder, after checking it. Throws FolderError. */
export async function restore(from: string, data: string): Promise<CheckReport> {
  const giveBack = takeFolder(data);
  try {
    const target = databaseIn(data);
    if (existsSync(target))
      throw new FolderError(
        `${target} is there already. Move the folder's files away first: they may be needed.`,
      );
    return await copy(databaseIn(from), target);
  } finally {
    giveBack();
  }
}

async function copy(source: string, target: string): Promise<CheckReport> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const database = openToRead(source);
  try {
    await backup(database, partial, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
  const report = await checkFile(partial);
  for (const left of ["-wal", "-shm"]) rmSync(`${partial}${left}`, { force: true });
  if (report.problems.length > 0) return report;
  sync(partial);
  renameSync(partial, target);
  return report;
}

function sync(file: string): void {
  const opened = openSync(file, "r+");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
