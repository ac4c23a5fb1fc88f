import { describe, expect, it } from "vitest";
import type { Role } from "../../shared/desk/body.ts";
import type { Scalar } from "../../shared/documents/command.ts";
import {
  actingUnder,
  type Delegation,
  delegationStanding,
  readDelegation,
} from "../../shared/documents/delegation-standing.ts";
import type { HistoryRow } from "../../shared/documents/history.ts";

const OWNER = "a".repeat(32);
const ASSISTANT = "b".repeat(32);
const PRINCIPAL = "c".repeat(32);
const roles: Record<string, Role> = { [OWNER]: "owner", [ASSISTANT]: "assistant", [PRINCIPAL]: "principal" };
const ownerOf = (device: string) => ({ person: device, role: roles[device] });
const ID = "lasting.given00000000000000";
const TERMS = {
  onBehalfOf: "lasting.principal00000000",
  delegate: ASSISTANT,
  scope: "reply",
  startsOn: "2026-11-23",
  endsOn: "2026-12-05",
};
const seconds = (instant: string) => Date.parse(instant) / 1000;
const row = (by: string, at: string, set: Record<string, Scalar>, created = false): HistoryRow => ({
  record: ID,
  change: `${by}${at}`,
  actor: `${by}00000001`,
  time: seconds(at),
  startOp: 1,
  created,
  operations: Object.entries(set).map(([field, value], n) => ({ set: `${n}@${by}`, field, value, over: [] })),
});
const GIVEN_AT = "2026-11-20T09:00:00Z";
const given = (by = OWNER, terms: Record<string, Scalar> = {}) =>
  row(by, GIVEN_AT, { ...TERMS, ...terms, status: "granted" }, true);
const read = (...rows: HistoryRow[]) => readDelegation(ID, rows, ownerOf) as Delegation;
const day = (instant: string) => instant.slice(0, 10);
const standing = (delegation: Delegation, at: string) => delegationStanding(delegation, at, day);
const DURING = "2026-12-01T10:00:00Z";

describe("A delegation", () => {
  it("holds from its first day to the end of its last, and ends by itself", () => {
    const delegation = read(given());
    expect(standing(delegation, "2026-11-22T23:59:59Z")).toBe("planned");
    expect(standing(delegation, "2026-11-23T00:00:00Z")).toBe("active");
    expect(standing(delegation, "2026-12-05T23:59:59Z")).toBe("active");
    expect(standing(delegation, "2026-12-06T00:00:00Z")).toBe("ended");
  });

  it("counts only from an owner or a principal, as they are now", () => {
    expect(read(given(OWNER)).valid).toBe(true);
    expect(read(given(PRINCIPAL)).valid).toBe(true);
    expect(standing(read(given(ASSISTANT)), DURING)).toBe("void");
    expect(standing(read(given("d".repeat(32))), DURING)).toBe("void");
  });

  it("is told by who signed the change that made it, not by what its record says of its maker", () => {
    const forged = read(given(ASSISTANT, { createdBy: OWNER }));
    expect(forged).toMatchObject({ by: ASSISTANT, valid: false });
  });

  it("counts no more once any of its terms was changed, whoever changed it", () => {
    for (const [field, value] of [
      ["spendLimit", 1_000_000],
      ["delegate", PRINCIPAL],
      ["endsOn", "2030-01-01"],
      ["scope", "all"],
      ["onBehalfOf", "lasting.other0000000000"],
    ] as const)
      for (const by of [ASSISTANT, OWNER])
        expect(read(given(), row(by, "2026-11-21T09:00:00Z", { [field]: value })).valid, field).toBe(false);
    expect(read(given(), row(ASSISTANT, DURING, { classification: "confidential" })).valid).toBe(true);
  });

  it("is withdrawn from that moment on and for good; what was decided before stays decided", () => {
    const withdrawn = read(
      given(),
      row(PRINCIPAL, DURING, { status: "revoked" }),
      row(ASSISTANT, "2026-12-02T10:00:00Z", { status: "granted" }),
    );
    expect(standing(withdrawn, "2026-12-01T09:59:59Z")).toBe("active");
    expect(standing(withdrawn, DURING)).toBe("withdrawn");
    expect(standing(withdrawn, "2026-12-03T10:00:00Z")).toBe("withdrawn");
    expect(
      standing(read(given(), row(ASSISTANT, DURING, { deletedAt: DURING })), "2026-12-02T00:00:00Z"),
    ).toBe("withdrawn");
  });

  it("has a limit only with a currency of ISO 4217, and is void where its terms make no sense", () => {
    expect(read(given(OWNER, { spendLimit: 500, currency: "EUR" }))).toMatchObject({
      valid: true,
      spendLimit: 500,
      currency: "EUR",
    });
    const senseless: Record<string, Scalar>[] = [
      { spendLimit: 500 },
      { spendLimit: 500, currency: "euro" },
      { spendLimit: -1, currency: "EUR" },
      { spendLimit: "500", currency: "EUR" },
      { endsOn: "2026-11-22" },
      { startsOn: "soon" },
      { delegate: null },
      { onBehalfOf: null },
    ];
    for (const terms of senseless) expect(read(given(OWNER, terms)).valid, JSON.stringify(terms)).toBe(false);
  });

  it("covers its own principal, delegate, kind and days, and nothing else", () => {
    const all = [read(given())];
    const act = { by: ASSISTANT, principal: TERMS.onBehalfOf, kind: "reply", at: DURING };
    expect(actingUnder(all, act, day)?.id).toBe(ID);
    for (const other of [
      { by: PRINCIPAL },
      { principal: "lasting.other0000000000" },
      { kind: "trip" },
      { at: "2026-12-07T10:00:00Z" },
    ])
      expect(actingUnder(all, { ...act, ...other }, day), JSON.stringify(other)).toBe(null);
    expect(actingUnder([read(given(OWNER, { scope: "all" }))], { ...act, kind: "trip" }, day)).not.toBe(null);
  });

  it("that has no beginning here is none yet", () => {
    expect(readDelegation(ID, [row(OWNER, DURING, { status: "revoked" })], ownerOf)).toBe(null);
  });
});
