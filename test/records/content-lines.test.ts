import { describe, expect, it } from "vitest";
import { vcard, vtodo } from "../../shared/records/content-lines.ts";
import { exportRecord } from "../../shared/records/export.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { recordOf } from "./sample-record.ts";

describe("an export", () => {
  it("writes a task as a VTODO", () => {
    const text = vtodo(
      recordOf(KINDS.task!, {
        summary: "Call; ask, then\\write",
        due: "2026-11-23",
        urgent: true,
        note: "one\ntwo",
      }),
    );
    expect(text.split("\r\n")).toEqual(
      expect.arrayContaining([
        "SUMMARY:Call\\; ask\\, then\\\\write",
        "DUE;VALUE=DATE:20261123",
        "PRIORITY:1",
        "STATUS:NEEDS-ACTION",
        "DESCRIPTION:one\\ntwo",
        "DTSTAMP:20261122T100000Z",
      ]),
    );
    expect(
      vtodo(
        recordOf(KINDS.task!, {
          due: "2026-11-23T13:00:00.5Z",
          status: "inProcess",
          priority: "9",
          urgent: true,
        }),
      ),
    ).toMatch(/DUE:20261123T130000Z\r\nPRIORITY:9\r\nSTATUS:IN-PROCESS\r\n/);
  });

  it("writes a contact as a vCard 4.0 and folds long lines between characters", () => {
    const note = "Ķēniņš 会议 😀 ".repeat(20);
    const text = vcard(
      recordOf(KINDS.contact!, {
        org: "Baltic Sample Rail",
        tel: "+37126123456;ext=45",
        tel2: "ask, twice",
        categories: "press, vendor",
        note,
      }),
    );
    expect(text).toContain("BEGIN:VCARD\r\nVERSION:4.0\r\n");
    expect(text).toContain("FN:Baltic Sample Rail\r\n");
    expect(text).toContain("TEL;VALUE=uri:tel:+37126123456;ext=45\r\nTEL:ask\\, twice\r\n");
    expect(text).toContain("CATEGORIES:press,vendor\r\n");
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n ", "")).toContain(`NOTE:${note}\r\n`);
  });

  it("says choices and states in the reader's words, and keeps what it does not know", () => {
    const record = { ...recordOf(KINDS.reply!, { language: "lv", status: "approved" }) };
    expect(exportRecord({ ...record, fields: { ...record.fields, mood: "calm" } }, "ru").fields).toEqual({
      status: { label: "Статус", value: "approved", words: "согласован" },
      language: { label: "Язык", value: "lv", words: "Латышский" },
      mood: { label: "mood", value: "calm" },
    });
    const newer = exportRecord({ ...record, kind: "hologram" }, "en");
    expect(newer.label).toBe("hologram");
    expect(newer.fields.language).toEqual({ label: "language", value: "lv" });
  });
});
