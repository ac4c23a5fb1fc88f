// Runs in a page of a real browser, on its IndexedDB: bundled and served by storage.test.ts.
import { openDatabase } from "../../extension/background/storage/database.ts";
import { automergeLoader } from "../../extension/background/work/automerge.ts";
import { runStorageCase } from "../background/storage.acceptance.ts";

const automerge = automergeLoader(
  async () => new Uint8Array(await (await fetch("/automerge.wasm")).arrayBuffer()),
);

/** What is wrong with a case; empty where nothing is. */
async function storageCase(name: string): Promise<string> {
  try {
    await runStorageCase(name, { open: () => openDatabase(() => {}, name) }, automerge);
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
Object.assign(globalThis, { storageCase });
