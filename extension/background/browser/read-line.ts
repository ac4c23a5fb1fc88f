import { capturedFields } from "../../../shared/capture/captured-fields.ts";
import { knownPeople } from "../../../shared/capture/known-people.ts";
import { parsePhone } from "../../../shared/capture/parse-phone.ts";
import { readLine } from "../../../shared/capture/read-line.ts";
import { regionsOf } from "../../../shared/capture/regions.ts";
import type { Action } from "../../../shared/documents/command.ts";
import { creation } from "../../../shared/records/creation.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Locale } from "../../../shared/records/labels.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";

export interface LineReader {
  readonly locale: Locale;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  /** The desk's principals and contacts. */
  readonly known: readonly DeskRecord[];
  readonly timeZone: string;
  /** The country whose clock this device keeps; null where it is nobody's. */
  readonly country: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly me: string;
  /** Sixteen random bytes. */
  readonly random: Uint8Array;
}

/** The record that a typed line makes, by the same reading as in the popup. */
export function recordOfLine(
  line: string,
  { locale, languages, known, timeZone, country, now, me, random }: LineReader,
): Extract<Action, { do: "create" }> {
  const at = new Date(now).toISOString();
  const [region = "", ...otherRegions] = regionsOf(timeZone, [...languages, locale], country);
  const reading = readLine(line, {
    locale,
    now: at,
    timeZone,
    region,
    otherRegions,
    hint: "call",
    ...knownPeople(known),
    parsePhone,
  });
  const kind = kindOf(reading.kind);
  if (!kind) throw new Error(`There is no kind "${reading.kind}".`);
  const fields = Object.fromEntries(
    Object.entries(capturedFields(reading)).filter(([, value]) => value !== null && value !== ""),
  );
  return creation(kind, fields, { at, me, random });
}
