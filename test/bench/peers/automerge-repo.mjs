// automerge-repo with its WebSocket server and its file store: one document, a map of records.
// `node automerge-repo.mjs FOLDER` serves; `open` connects devices.
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { ImmutableString } from "@automerge/automerge";
import { Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter, WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket";
import { NodeFSStorageAdapter } from "@automerge/automerge-repo-storage-nodefs";
import { WebSocketServer } from "ws";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(sockets, "listening");
  new Repo({
    network: [new WebSocketServerAdapter(sockets)],
    storage: new NodeFSStorageAdapter(process.argv[2]),
    sharePolicy: async () => false,
  });
  console.log(`ws://127.0.0.1:${sockets.address().port}`);
}

/** What a device keeps, in memory: automerge-repo's own interface of a store. */
function memoryStore() {
  const kept = new Map();
  const place = (key) => JSON.stringify(key);
  const within = (prefix) =>
    [...kept.values()].filter(({ key }) => prefix.every((part, n) => part === key[n]));
  return {
    load: async (key) => kept.get(place(key))?.data,
    save: async (key, data) => void kept.set(place(key), { key, data }),
    remove: async (key) => void kept.delete(place(key)),
    loadRange: async (prefix) => within(prefix),
    removeRange: async (prefix) => {
      for (const { key } of within(prefix)) kept.delete(place(key));
    },
  };
}

/** Devices on one document with these records; `seen(device, record)` is told of each change that comes from another. */
export async function open(url, count, ids, seen) {
  const repos = Array.from(
    { length: count },
    () => new Repo({ network: [new WebSocketClientAdapter(url)], storage: memoryStore() }),
  );
  const [first] = repos;
  const records = Object.fromEntries(ids.map((id) => [id, { subject: new ImmutableString("") }]));
  const made = first.create({ records });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const handles = await Promise.all(repos.map((repo) => (repo === first ? made : repo.find(made.url))));
  await Promise.all(handles.map((handle) => handle.whenReady()));
  const mine = handles.map(() => new Set());
  for (const [device, handle] of handles.entries())
    handle.on("change", ({ patches }) => {
      // A device is told of its own changes too.
      for (const { path } of patches)
        if (path[0] === "records" && path.length > 2 && !mine[device].has(path[1])) seen(device, path[1]);
    });
  return {
    change: (device, id, text) => {
      mine[device].add(id);
      handles[device].change((document) => {
        document.records[id].subject = new ImmutableString(text);
      });
    },
    /** So many documents of so many records, brought to the server by one device and read there by another. */
    months: async (count, size) => {
      const [one, other] = repos;
      const text = (n) => new ImmutableString(`Sample matter ${n}`);
      const sample = () =>
        Object.fromEntries(
          Array.from({ length: size }, (_, n) => [
            `record${n}`,
            { subject: text(n), note: text(n), status: text(n) },
          ]),
        );
      const urls = Array.from({ length: count }, () => one.create({ records: sample() }).url);
      for (const wanted of urls) {
        let found;
        while (!found) found = await other.find(wanted).catch(() => undefined);
        await found.whenReady();
      }
    },
  };
}
