import { expect, it } from "vitest";
import { kindTabs } from "../../extension/surfaces/sidebar/kind-tabs.ts";
import { KINDS, LISTED_KINDS } from "../../shared/records/kinds.ts";

it("The sidebar has a tab for each kind of the day's work, a new one too; what lasts has none", () => {
  const { task } = KINDS;
  if (!task) throw new Error("There are no tasks.");
  const before = kindTabs().map(({ kind }) => kind);
  expect(before).toEqual(["call", "trip", "reply", "task", "message"]);
  const after = kindTabs([{ ...task, kind: "parcel" }, ...LISTED_KINDS]).map(({ kind }) => kind);
  expect(after).toEqual([...before, "parcel"]);
});
