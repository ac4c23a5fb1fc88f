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

  const whole = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

  it("leaves out of a task and a contact what they do not have, and nothing else", () => {
    const task = recordOf(KINDS.task!, { summary: "Annex" });
    const head = ["BEGIN:VTODO", `UID:${task.id}`, "DTSTAMP:20261122T100000Z"];
    const made = ["CREATED:20261121T080000Z", "LAST-MODIFIED:20261122T100000Z"];
    const early = { ...task, createdAt: "2026-11-21T08:00:00.5Z" };
    const usual = ["STATUS:NEEDS-ACTION", "CLASS:PRIVATE"];
    expect(whole(vtodo(early))).toEqual([...head, ...made, "SUMMARY:Annex", ...usual, "END:VTODO", ""]);
    const { status: _, ...unsaid } = early.fields;
    expect(whole(vtodo({ ...early, fields: { ...unsaid, summary: "", urgent: false } }))).toEqual([
      ...head,
      ...made,
      ...usual,
      "END:VTODO",
      "",
    ]);
    const tied = { ...early, fields: { ...early.fields, status: "completed", relatedTo: "2026-11.call;1" } };
    expect(whole(vtodo(tied)).slice(-5)).toEqual([
      "STATUS:COMPLETED",
      "CLASS:PRIVATE",
      "RELATED-TO:2026-11.call\\;1",
      "END:VTODO",
      "",
    ]);
    expect(vtodo({ ...early, fields: { status: "cancelled" } })).toContain("\r\nSTATUS:CANCELLED\r\n");
    expect(vtodo({ ...early, fields: { status: "ofANewerVersion" } })).not.toContain("STATUS");

    const contact = recordOf(KINDS.contact!, {});
    const card = ["BEGIN:VCARD", "VERSION:4.0", `UID;VALUE=text:${contact.id}`, "REV:20261122T100000Z"];
    expect(whole(vcard(contact))).toEqual([...card, "FN:?", "END:VCARD", ""]);
    const all = {
      fn: "Sample, Caller",
      org: "Baltic; Rail",
      title: "Head, legal",
      tel: "26 +371",
      email: "caller@example.com",
      lang: "lv",
      tz: "Europe/Riga",
      categories: "press ;vendor,  board",
      note: "a\r\nb\rc",
    };
    expect(whole(vcard({ ...contact, fields: all }))).toEqual([
      ...card,
      "FN:Sample\\, Caller",
      "ORG:Baltic\\; Rail",
      "TITLE:Head\\, legal",
      "TEL:26 +371",
      "EMAIL:caller@example.com",
      "LANG:lv",
      "TZ:Europe/Riga",
      "CATEGORIES:press,vendor,board",
      "NOTE:a\\nb\\nc",
      "END:VCARD",
      "",
    ]);
    expect(vcard({ ...contact, fields: { email: "caller@example.com" } })).toContain(
      "\r\nFN:caller@example.com\r\n",
    );
  });

  it("folds at 75 octets and not before, whatever a character takes", () => {
    for (const [character, octets] of [
      ["a", 1],
      ["~", 1],
      ["\u00a1", 2],
      ["\u07ff", 2],
      ["\u0800", 3],
      ["\ufffd", 3],
      ["\u{10000}", 4],
    ] as const) {
      const [first, second, ...rest] = vcard(
        recordOf(KINDS.contact!, { fn: "x", note: character.repeat(100) }),
      )
        .split("\r\n")
        .filter((line) => line.startsWith("NOTE") || line.startsWith(" "));
      const length = (line = "") => new TextEncoder().encode(line).length;
      const most = (before: number) => before + Math.floor((75 - before) / octets) * octets;
      expect(length(first), character).toBe(most(5));
      expect(length(second), character).toBe(octets === 1 ? 31 : most(1));
      for (const line of rest) expect(length(line)).toBeLessThanOrEqual(75);
    }
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

  it("writes lists as they stand, an item's choices in words too", () => {
    const trip = recordOf(
      KINDS.trip!,
      { title: "Riga", status: "ofANewerVersion" },
      {
        reservations: { item0001: { type: "FlightReservation", toString: "x", price: 5 } },
        guests: { item0001: { name: "Sample" } },
      },
    );
    const made = exportRecord(trip, "en");
    const { item } = KINDS.trip!.lists!.reservations!;
    expect(made.lists).toEqual({
      reservations: {
        item0001: {
          type: {
            label: item.type!.label.en,
            value: "FlightReservation",
            words: item.type!.options!.FlightReservation!.en,
          },
          toString: { label: "toString", value: "x" },
          price: { label: item.price!.label.en, value: 5 },
        },
      },
      guests: { item0001: { name: { label: "name", value: "Sample" } } },
    });
    expect(made.fields.status).toEqual({ label: "Status", value: "ofANewerVersion" });
    expect(exportRecord({ ...trip, fields: { status: 5 } }, "en").fields.status).toEqual({
      label: "Status",
      value: 5,
    });
    expect(exportRecord({ ...trip, kind: "hologram" }, "en").lists.guests).toEqual(made.lists.guests);
    expect(made).toMatchObject({
      id: trip.id,
      kind: "trip",
      label: "Trip",
      createdAt: trip.createdAt,
      createdBy: trip.createdBy,
      updatedAt: trip.updatedAt,
      updatedBy: trip.updatedBy,
    });
  });
});
