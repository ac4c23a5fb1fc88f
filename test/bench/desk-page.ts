// Runs in a page of the extension, handed over by the debugger: fills the background's own database. Bundled by desk.ts.
import { openDatabase } from "../../extension/background/storage/database.ts";
import { fillStore } from "./fill-store.ts";

Object.assign(globalThis, {
  async fillDesk(desk: string, records: number) {
    const db = await openDatabase(() => {});
    await fillStore(db, desk, records);
    db.close();
  },
});
