import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { sayHistory } from "../../extension/surfaces/components/say-history.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";
import { reply } from "../../shared/records/reply.ts";

describe("The sentence of a change", () => {
  it("says of a status that was never set the one in which such a record begins", async () => {
    const names = {
      words: createWords({ locale: "en", catalogue: await loadCatalogue("en") }, ["en-GB"]),
      now: Date.parse("2026-11-23T10:00:00Z"),
      members: [],
      principals: [],
    };
    const entry = {
      id: "e1",
      at: "2026-11-23T09:00:00.000Z",
      by: "a".repeat(32),
      field: "status",
      before: null,
      after: "sent",
    };
    const made = { createdAt: entry.at, createdBy: entry.by, updatedAt: entry.at, updatedBy: entry.by };
    const record = {
      ...made,
      id: "2026-11.reply100000000000000",
      kind: "reply",
      fields: {},
      lists: {},
      conflicts: [],
    };
    const said = sayHistory(record, reply, { entry, ids: [entry.id] }, names);
    expect(said).toContain("changed Status from draft to sent");
  });
});
