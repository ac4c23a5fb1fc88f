import { describe, expect, it } from "vitest";
import { type ExportFormat, exportFile } from "../../../extension/surfaces/options/export-file.ts";
import { sayBytes } from "../../../extension/surfaces/options/say-bytes.ts";
import { COMMON_FIELDS } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { sampleDesk, sampleWorld } from "../sample-world.ts";

const now = "2026-11-23T11:42:00Z";
const [first, ...others] = sampleWorld().records;
const contact = others.find(({ kind }) => kind === "contact");
if (!first || !contact) throw new Error("The sample has no contact.");
const deleted = {
  ...contact,
  id: `${contact.id}x`,
  fields: { ...contact.fields, fn: "Gone", deletedAt: now },
};
const records = [first, ...others, deleted];
const made = (format: ExportFormat, desk = sampleDesk()) =>
  exportFile(format, { desk, records, privileged: false, locale: "lv", now });

describe("An exported desk", () => {
  it("has every record as JSON, the deleted ones too, with labels in the person's language and who is who", () => {
    const { name, text, count } = made("json");
    expect(name).toBe("Board-office-2026-11-23.json");
    expect(count).toBe(records.length);
    const whole = JSON.parse(text);
    expect(whole).toMatchObject({ format: "sidedesk-export", version: 1, exportedAt: now });
    expect(whole.desk.members).toContainEqual(
      expect.objectContaining({ name: "Mia Example", role: "owner" }),
    );
    expect(whole.records.map(({ id }: { id: string }) => id)).toEqual(records.map(({ id }) => id));
    expect(whole.records[0].fields.fn).toEqual({ label: "Vārds, uzvārds", value: "Principal A" });
    expect(whole.records.at(-1).fields.deletedAt.value).toBe(now);
  });

  it("has its contacts as vCards and its tasks as one calendar, without the deleted ones", () => {
    const cards = made("contacts");
    expect(cards.text.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(cards.count);
    expect(cards.text).toContain("FN:Sample Caller\r\n");
    expect(cards.text).not.toContain("Gone");
    const tasks = made("tasks");
    expect(tasks.count).toBeGreaterThan(0);
    expect(tasks.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    expect(tasks.text).toMatch(/END:VTODO\r\nEND:VCALENDAR\r\n$/);
    const trips = made("trips");
    expect(trips.name).toBe("Board-office-2026-11-23-trips.ics");
    expect(trips.count).toBe(2);
    // Two trips' days, a flight and a hotel.
    expect(trips.text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(4);
  });

  it("leaves out what is privileged unless that is chosen, in every format, and says how much", () => {
    const secret = "Canary of the lawyer";
    const more = records.map((record) => ({ ...record, id: `${record.id}p` }));
    const marked = more.map((record) => ({
      ...record,
      fields: { ...record.fields, summary: secret, fn: secret, title: secret, classification: "privileged" },
    }));
    for (const format of ["json", "tasks", "trips", "contacts"] as const) {
      const give = (privileged: boolean) =>
        exportFile(format, {
          desk: sampleDesk(),
          records: [...records, ...marked],
          privileged,
          locale: "en",
          now,
        });
      expect(give(false).text, format).not.toContain(secret);
      expect(give(false).leftOut, format).toBe(marked.length);
      expect(give(true).text, format).toContain(secret);
      expect(give(true).leftOut, format).toBe(0);
    }
  });

  it("never holds the keys or the server of the desk", () => {
    expect(made("json").text).not.toMatch(/sync\.example\.com|fingerprint|epoch/);
  });

  it("has a name that every file system takes, in the desk's own script", () => {
    expect(made("json", sampleDesk({ name: "../Стол: №1/*" })).name).toBe("Стол-1-2026-11-23.json");
    expect(made("json", sampleDesk({ name: "???" })).name).toBe("desk-2026-11-23.json");
  });
});

describe("A size", () => {
  it("is said in the largest unit of which there is one, as the region writes it", () => {
    expect(sayBytes(0, "en-GB")).toBe("0 byte");
    expect(sayBytes(999, "en-GB")).toBe("999 byte");
    expect(sayBytes(12_400_000, "en-GB")).toBe("12.4 MB");
    expect(sayBytes(12_400_000, "lv-LV")).toBe("12,4 MB");
    expect(sayBytes(3e18, "en-GB")).toMatch(/TB$/);
  });

  it("has no lines but its own, whatever a colleague's changed program wrote into a record", () => {
    const line = "+371\r\nEND:VCARD\r\nBEGIN:VCARD\r\nTEL:+371666";
    for (const [kind, format] of [
      ["contact", "contacts"],
      ["task", "tasks"],
      ["trip", "trips"],
    ] as const) {
      const fields = Object.fromEntries(
        Object.keys({ ...COMMON_FIELDS, ...kindOf(kind)?.fields, status: null })
          .filter((name) => name !== "deletedAt" && name !== "classification")
          .map((name) => [name, line]),
      );
      const odd = {
        ...contact,
        id: line,
        kind,
        createdAt: line,
        fields: { ...fields, startsOn: "2026-12-03" },
      };
      const { text } = exportFile(format, {
        desk: sampleDesk(),
        records: [odd],
        privileged: false,
        locale: "en",
        now,
      });
      expect(text, kind).not.toMatch(/^TEL:\+371666/m);
      expect(text.match(/^BEGIN:/gm), kind).toHaveLength(kind === "contact" ? 1 : 2);
    }
    const task = { ...contact, kind: "task", fields: { summary: "x", status: "constructor" } };
    expect(
      exportFile("tasks", { desk: sampleDesk(), records: [task], privileged: false, locale: "en", now }).text,
    ).not.toContain("STATUS");
  });
});
