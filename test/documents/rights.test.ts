import { describe, expect, test } from "vitest";
import { rightsOf } from "../../shared/documents/rights.ts";

const NOW = Date.parse("2026-11-23T11:42:00Z");
const member = { role: "assistant", until: null, removed: false } as const;

describe("The rights of a member", () => {
  test("follow from the role", () => {
    const rights = (role: "owner" | "assistant" | "principal" | "viewer") => {
      const { write, decide, comment } = rightsOf({ ...member, role }, NOW);
      return { write, decide, comment };
    };
    expect(rights("owner")).toEqual({ write: true, decide: true, comment: true });
    expect(rights("assistant")).toEqual({ write: true, decide: true, comment: true });
    expect(rights("principal")).toEqual({ write: false, decide: true, comment: true });
    expect(rights("viewer")).toEqual({ write: false, decide: false, comment: false });
  });

  test("end with the role's time, and with a removal", () => {
    const until = "2026-11-23T11:41:59Z";
    expect(rightsOf({ ...member, until }, NOW)).toMatchObject({ write: false, comment: false, ended: until });
    expect(rightsOf({ ...member, until: "2026-11-23T11:42:01Z" }, NOW)).toMatchObject({
      write: true,
      ended: null,
    });
    expect(rightsOf({ ...member, removed: true }, NOW)).toMatchObject({ write: false, ended: "removed" });
  });

  test("are all there on a desk without a list of members", () => {
    expect(rightsOf(null, NOW)).toMatchObject({ write: true, decide: true, comment: true, ended: null });
  });
});
