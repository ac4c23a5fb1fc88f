/**
 * Prints what one typed line is read as.
 *   npm run --silent capture -- [--locale lv] [--now 2026-11-22T10:00:00Z] [--zone Europe/Riga] [--region LV] [--hint call] "line…"
 */
import { capturedFields } from "../../shared/capture/captured-fields.ts";
import { parsePhone } from "../../shared/capture/parse-phone.ts";
import { type CaptureKind, readLine } from "../../shared/capture/read-line.ts";
import { LOCALES, type Locale } from "../../shared/records/labels.ts";
import { endWith, readArguments } from "./arguments.ts";

const KINDS: readonly CaptureKind[] = ["call", "message", "task"];
const USAGE = `Usage: npm run --silent capture -- [--locale ${LOCALES.join("|")}] [--now instant] [--zone Europe/Riga] [--region LV] [--hint ${KINDS.join("|")}] "line…"`;
const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    locale: { type: "string", default: "en" },
    now: { type: "string", default: new Date().toISOString() },
    zone: { type: "string", default: "Europe/Riga" },
    region: { type: "string", default: "LV" },
    hint: { type: "string", default: "call" },
  },
});
const locale = LOCALES.find((each): each is Locale => each === values.locale);
const hint = KINDS.find((each) => each === values.hint);
const line = positionals.join(" ");
if (!locale) endWith(USAGE, `"${values.locale}" is none of the languages.`);
if (!hint) endWith(USAGE, `"${values.hint}" is none of the kinds.`);
if (line === "") endWith(USAGE, "There is no line to read.");
try {
  Temporal.Instant.from(values.now).toZonedDateTimeISO(values.zone);
} catch {
  endWith(USAGE, `--now ${values.now} --zone ${values.zone}: no such instant, or no such time zone.`);
}
const principals = ["A", "B", "C"].map((letter) => ({
  id: `lasting.principal00000000${letter.toLowerCase()}`,
  name: `Principal ${letter}`,
}));
const reading = readLine(line, {
  locale,
  now: values.now,
  timeZone: values.zone,
  region: values.region,
  hint,
  principals,
  parsePhone,
});
console.log(JSON.stringify({ ...reading, record: capturedFields(reading) }, null, 2));
