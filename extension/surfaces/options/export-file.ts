import { classOf } from "../../../shared/records/classification.ts";
import { vcard, vtodo } from "../../../shared/records/content-lines.ts";
import { exportRecord } from "../../../shared/records/export.ts";
import type { Locale } from "../../../shared/records/labels.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { vevents } from "../../../shared/records/vevent.ts";
import type { DeskInfo } from "../../port/surface.ts";
import { fileName } from "./save-file.ts";

/** Load this file with `import()`: only a person who exports needs it. */

export type ExportFormat = "json" | "tasks" | "trips" | "contacts";

/** A calendar (RFC 5545) around its components. */
export const calendarOf = (components: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sidedesk//Desk//EN\r\n${components}END:VCALENDAR\r\n`;

interface Exported {
  readonly desk: Pick<DeskInfo, "id" | "name" | "members">;
  readonly records: readonly DeskRecord[];
  /** With what is privileged; it is left out otherwise. */
  readonly privileged: boolean;
  readonly locale: Locale;
  /** RFC 3339 instant. */
  readonly now: string;
}

interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** Records in it. */
  readonly count: number;
  /** Privileged records that are not in it. */
  readonly leftOut: number;
}

/**
 * A desk as one file: `json` has every record, the deleted ones marked, with labels in the person's language, and who
 * is who; `tasks` and `trips` (RFC 5545) and `contacts` (RFC 6350) those that are not deleted.
 */
export function exportFile(
  format: ExportFormat,
  { desk, records: all, privileged, locale, now }: Exported,
): ExportFile {
  const records = all.filter((record) => privileged || classOf(record) !== "privileged");
  const leftOut = all.length - records.length;
  const named = (ending: string) => `${fileName(desk.name)}-${now.slice(0, 10)}${ending}`;
  const living = (kind: string) => records.filter((each) => each.kind === kind && !each.fields.deletedAt);
  const calendar = (ending: string, kind: string, say: (record: DeskRecord) => string): ExportFile => {
    const found = living(kind);
    const text = calendarOf(found.map(say).join(""));
    return { name: named(ending), type: "text/calendar", text, count: found.length, leftOut };
  };
  switch (format) {
    case "json": {
      const members = desk.members.map(({ id, name, role, removed }) => ({ id, name, role, removed }));
      const whole = {
        format: "sidedesk-export",
        version: 1,
        exportedAt: now,
        privilegedLeftOut: leftOut,
        desk: { id: desk.id, name: desk.name, members },
        records: records.map((record) => exportRecord(record, locale)),
      };
      return {
        name: named(".json"),
        type: "application/json",
        text: `${JSON.stringify(whole, null, 2)}\n`,
        count: records.length,
        leftOut,
      };
    }
    case "tasks":
      return calendar(".ics", "task", vtodo);
    case "trips":
      return calendar("-trips.ics", "trip", (record) => vevents(record, locale));
    case "contacts": {
      const contacts = living("contact");
      return {
        name: named(".vcf"),
        type: "text/vcard",
        text: contacts.map(vcard).join(""),
        count: contacts.length,
        leftOut,
      };
    }
  }
}
