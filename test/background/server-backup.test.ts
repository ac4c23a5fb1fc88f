import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, test } from "vitest";
import { fromHex } from "../../shared/protocol/bytes.ts";
import { backUp, checkFile, restore } from "../../sync-server/commands/folder.ts";
import { databaseIn } from "../../sync-server/sqlite/folder.ts";
import { openServer } from "./server.ts";
import { setBackAndWhole } from "./set-back.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-set-back-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a data folder restored from a backup that was made while its server ran, with a base and a log that was let go, serves a newcomer equal heads, and is filled again by who knows more", () =>
  setBackAndWhole({
    store: folder,
    serve: (store, port) =>
      openServer(store, port, Date.now, { holdOutFrom: 1, pruneAfter: 0, pruneInterval: 20 }),
    async backedUp() {
      const [copy, elsewhere] = [join(folder, "copy"), join(folder, "elsewhere")];
      await backUp(folder, copy);
      await restore(copy, elsewhere);
      return elsewhere;
    },
    async pruned(desk) {
      const database = new DatabaseSync(databaseIn(folder), { readOnly: true });
      const row = database.prepare("SELECT pruned FROM desks WHERE desk = ?").get(fromHex(desk));
      database.close();
      return Number(row?.pruned ?? 0);
    },
    problems: async (store) => (await checkFile(databaseIn(store))).problems,
  }));
