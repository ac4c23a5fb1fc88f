// Yjs with Hocuspocus, its documents in SQLite: one document, a map of records.
// `node hocuspocus.mjs FOLDER` serves; `open` connects devices.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Database } from "@hocuspocus/extension-database";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Server } from "@hocuspocus/server";
import * as Y from "yjs";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const database = new DatabaseSync(join(process.argv[2], "documents.sqlite"));
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE documents (name TEXT PRIMARY KEY, state BLOB)");
  const kept = new Database({
    fetch: async ({ documentName }) =>
      database.prepare("SELECT state FROM documents WHERE name = ?").get(documentName)?.state ?? null,
    store: async ({ documentName, state }) => {
      database.prepare("INSERT OR REPLACE INTO documents VALUES (?, ?)").run(documentName, state);
    },
  });
  const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, extensions: [kept] });
  await server.listen(0);
  console.log(`ws://127.0.0.1:${server.address.port}`);
}

/** After so many updates y-indexeddb writes the document whole. */
const UPDATES_BEHIND_A_STATE = 500;

/** Keeps a device's document in memory as y-indexeddb keeps it in a browser: an entry for each update, a state now and then. */
function keepInMemory(document) {
  let kept = [];
  document.on("update", (update) => {
    kept.push(update);
    if (kept.length >= UPDATES_BEHIND_A_STATE) kept = [Y.encodeStateAsUpdate(document)];
  });
}

/** Devices on one document with these records; `seen(device, record)` is told of each change that comes from another. */
export async function open(url, count, ids, seen) {
  const providers = Array.from(
    { length: count },
    () => new HocuspocusProvider({ url, name: "desk", document: new Y.Doc() }),
  );
  for (const { document } of providers) keepInMemory(document);
  const synced = (provider) =>
    new Promise((resolve) => (provider.isSynced ? resolve() : provider.on("synced", resolve)));
  await Promise.all(providers.map(synced));
  const maps = providers.map(({ document }) => document.getMap("records"));
  providers[0].document.transact(() => {
    for (const id of ids) maps[0].set(id, new Y.Map([["subject", ""]]));
  });
  while (maps.some((map) => map.size < ids.length)) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const [device, map] of maps.entries())
    map.observeDeep((events, { local }) => {
      if (!local) for (const { path } of events) if (path.length > 0) seen(device, path[0]);
    });
  return {
    change: (device, id, text) => maps[device].get(id).set("subject", text),
    /** So many documents of so many records, brought to the server by one device. */
    months: async (count, size) => {
      const socket = new HocuspocusProviderWebsocket({ url });
      const months = Array.from({ length: count }, (_, n) => {
        const document = new Y.Doc();
        const month = new HocuspocusProvider({ websocketProvider: socket, name: `month ${n}`, document });
        month.attach();
        return month;
      });
      await Promise.all(months.map(synced));
      for (const { document } of months)
        document.transact(() => {
          for (let n = 0; n < size; n++) {
            const fields = ["subject", "note", "status"].map((name) => [name, `Sample matter ${n}`]);
            document.getMap("records").set(`record${n}`, new Y.Map(fields));
          }
        });
      while (months.some(({ hasUnsyncedChanges }) => hasUnsyncedChanges))
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}
