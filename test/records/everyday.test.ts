import { describe, expect, it } from "vitest";
import { chooseLocale } from "../../shared/records/choose-locale.ts";
import { creation } from "../../shared/records/creation.ts";
import { dayIn } from "../../shared/records/day-in.ts";
import { formFields, itemFormFields } from "../../shared/records/form.ts";
import { inWhoseName } from "../../shared/records/in-whose-name.ts";
import { KINDS, LISTED_KINDS } from "../../shared/records/kinds.ts";
import { doneState } from "../../shared/records/moves.ts";
import { personKey, personKeys } from "../../shared/records/person-keys.ts";
import { recordOf } from "./sample-record.ts";

const AT = "2026-11-30T23:30:00Z";
const ME = "0123456789abcdef0123456789abcdef";
const made = (kind: string, fields = {}, me: string | null = ME) =>
  creation(KINDS[kind]!, fields, { at: AT, me, random: new Uint8Array(16) });

describe("A new record", () => {
  it("says when a call was taken, and who took a message when, unless that is said", () => {
    expect(made("call").fields).toEqual({ startedAt: AT });
    expect(made("call", { startedAt: "2026-11-30T08:00:00Z" }).fields).toEqual({
      startedAt: "2026-11-30T08:00:00Z",
    });
    expect(made("message").fields).toEqual({ takenAt: AT, takenBy: ME });
    expect(made("message", {}, null).fields).toEqual({ takenAt: AT });
    const another = ME.replaceAll("0", "f");
    expect(made("message", { takenBy: another, takenAt: "2026-11-30T08:00:00Z" }).fields).toEqual({
      takenBy: another,
      takenAt: "2026-11-30T08:00:00Z",
    });
    expect(made("task", { summary: "annex" })).toMatchObject({
      do: "create",
      kind: "task",
      fields: { summary: "annex" },
    });
  });

  it("lies in the month of its making, or in the lasting document", () => {
    expect(made("call").record).toMatch(/^2026-11\.[0-9a-z]{16,32}$/);
    expect(made("contact").record).toMatch(/^lasting\./);
  });

  it("leaves what it was given as it was", () => {
    const given = Object.freeze({ caller: "Sample Caller" });
    expect(made("call", given).fields).toEqual({ caller: "Sample Caller", startedAt: AT });
  });
});

describe("The day of an instant", () => {
  it("is that of the zone, and of the device where the zone is none", () => {
    expect(dayIn("Europe/Riga")(AT)).toBe("2026-12-01");
    expect(dayIn("America/New_York")(AT)).toBe("2026-11-30");
    const own = new Intl.DateTimeFormat("sv-SE").format(new Date(AT));
    expect(dayIn("Nowhere/None")(AT)).toBe(own);
    expect(dayIn(undefined)(AT)).toBe(own);
    expect(dayIn("UTC")("2026-03-04T05:06:07Z")).toBe("2026-03-04");
  });
});

describe("The language of somebody who wants several", () => {
  it("is the first that is spoken here, by its whole tag or its language, else English", () => {
    expect(chooseLocale(["de-DE", "lv-LV", "en"])).toBe("lv");
    expect(chooseLocale(["ZH-cn"])).toBe("zh-CN");
    expect(chooseLocale(["zh-TW"])).toBe("zh-CN");
    expect(chooseLocale(["ru"])).toBe("ru");
    expect(chooseLocale(["r"])).toBe("en");
    expect(chooseLocale([])).toBe("en");
  });
});

describe("In whose name a record stands", () => {
  it("is its principal's; a delegation names another field", () => {
    const id = "lasting.principala0000000000";
    expect(inWhoseName({ kind: "call", fields: { principal: id, onBehalfOf: "x" } })).toEqual({
      field: "principal",
      principal: id,
    });
    expect(inWhoseName({ kind: "delegation", fields: { principal: "x", onBehalfOf: id } })).toEqual({
      field: "onBehalfOf",
      principal: id,
    });
    expect(inWhoseName({ kind: "call", fields: {} }).principal).toBe("");
    expect(inWhoseName({ kind: "call", fields: { principal: 7 } }).principal).toBe("");
  });
});

describe("The step by which a record is done", () => {
  it("is the one that leads to an end that is good; none from an end, or where none leads there", () => {
    expect(doneState(KINDS.task!, "needsAction")).toBe("completed");
    expect(doneState(KINDS.task!, "completed")).toBeUndefined();
    expect(doneState(KINDS.task!, "toString")).toBeUndefined();
    for (const kind of LISTED_KINDS)
      for (const [name, state] of Object.entries(kind.states)) {
        const done = doneState(kind, name);
        if (!state.open) expect(done, `${kind.kind} ${name}`).toBeUndefined();
        if (done === undefined) continue;
        expect(state.next).toContain(done);
        expect(kind.states[done]).toMatchObject({ open: false, tone: "done" });
      }
  });
});

describe("Whom a record is about", () => {
  it("is told by an address in small letters, or a number without its extension", () => {
    expect(personKey(" Sample.Caller@Example.COM ")).toBe("sample.caller@example.com");
    expect(personKey("+37126123456;ext=45")).toBe("+37126123456");
    expect(personKey("+3712612")).toBe("+3712612");
    for (const none of [
      "",
      "Sample",
      "26123456",
      "+37126",
      "+0371261234",
      "+3712612345678901",
      "a@b c@d",
      "x a@b",
    ])
      expect(personKey(none), none).toBeNull();
  });

  it("is looked for in every text of one line, in lists too, each once", () => {
    const record = recordOf(
      KINDS.reply!,
      {
        to: "Sample Caller <caller@example.com>, second@example.com.",
        subject: "for CALLER@example.com",
        body: "to hidden@example.com\nsecond line",
        note: '{"x":"json@example.com"}',
        urgent: true,
        long: `${"x".repeat(3990)} long@example.com`,
        whole: `${"x".repeat(3980)} whole@example.com`,
      },
      { reservations: { item0001: { phone: "+37126123456" } } },
    );
    expect(personKeys(record).toSorted()).toEqual([
      "+37126123456",
      "caller@example.com",
      "second@example.com",
      "whole@example.com",
    ]);
  });
});

describe("A form", () => {
  it("has a kind's own fields, then the common ones that it shows, then its long texts, and none that is hidden", () => {
    for (const kind of Object.values(KINDS)) {
      const fields = formFields(kind);
      expect(fields.some(({ hidden }) => hidden)).toBe(false);
      const firstProse = fields.findIndex(({ type }) => type === "prose");
      if (firstProse >= 0)
        expect(
          fields.slice(firstProse).every(({ type }) => type === "prose"),
          kind.kind,
        ).toBe(true);
      const own = Object.keys(kind.fields).filter((name) => !kind.fields[name]?.hidden);
      expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(own));
      for (const common of kind.commonInForm ?? []) expect(fields.map(({ name }) => name)).toContain(common);
    }
    expect(formFields(KINDS.delegation!).map(({ name }) => name)).not.toContain("assignee");
    expect(formFields(KINDS.task!).map(({ name }) => name)).toContain("assignee");
    expect(formFields(KINDS.task!).map(({ name }) => name)).not.toContain("status");
  });

  it("of an item has its fields in order, without the hidden ones", () => {
    const { item } = KINDS.trip!.lists!.reservations!;
    expect(itemFormFields(item).map(({ name }) => name)).toEqual(
      Object.keys(item).filter((name) => !item[name]?.hidden),
    );
    expect(Object.values(item).some(({ hidden }) => hidden)).toBe(true);
  });
});
