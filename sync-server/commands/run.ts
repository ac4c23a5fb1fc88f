import { openPostgresLog } from "../postgres/log.ts";
import { SettingError, type Settings } from "../settings.ts";
import { databaseIn } from "../sqlite/folder.ts";
import { type CheckReport, checkLog } from "./check.ts";
import { backUp, checkFile, restore } from "./folder.ts";
import { pruneFolder, prunePostgres } from "./prune.ts";

/** Problems that are told one by one; a broken disk has thousands. */
const TOLD = 50;

/** Runs a command other than `serve`; gives the exit code: 0 when all is well. Throws SettingError and FolderError. */
export async function runCommand(settings: Settings, say: (line: string) => void): Promise<number> {
  const { command, data, database, folder = "" } = settings;
  if (command === "prune") {
    const gone = database === undefined ? await pruneFolder(data) : await prunePostgres(database);
    say(`${gone} envelopes let go: the bases hold them`);
    return 0;
  }
  if (database !== undefined && command !== "check")
    throw new SettingError(
      `server ${command} is for a data folder. Use PostgreSQL's own tools for its backups.`,
    );
  const report =
    database !== undefined
      ? await checkPostgres(database)
      : command === "backup"
        ? await backUp(data, folder)
        : command === "restore"
          ? await restore(folder, data)
          : await checkFile(databaseIn(data));
  const { desks, envelopes, bytes, problems } = report;
  for (const problem of problems.slice(0, TOLD)) say(problem);
  if (problems.length > TOLD) say(`… and ${problems.length - TOLD} more`);
  const isWhole = problems.length === 0;
  if (command === "backup" && isWhole) say(`Copied to ${folder}.`);
  if (command === "restore" && isWhole) say(`Restored to ${data}.`);
  if (command !== "check" && !isWhole) say("Nothing was put in place.");
  say(`${desks} desks, ${envelopes} envelopes, ${bytes} bytes, ${problems.length} problems`);
  return isWhole ? 0 : 1;
}

async function checkPostgres(url: string): Promise<CheckReport> {
  const fault = () => undefined;
  const { log, desks } = await openPostgresLog({ url, now: Date.now, quotaBytes: 0, fault });
  try {
    return await checkLog(log, await desks());
  } finally {
    await log.close();
  }
}
