/**
 * Prints what one typed line is read as.
 *   npm run --silent capture -- [--locale lv] [--now 2026-11-22T10:00:00Z] [--zone Europe/Riga] [--region LV] [--hint call] "line…"
 */
import { parseArgs } from "node:util";
import { capturedFields } from "../../shared/capture/captured-fields.ts";
import { parsePhone } from "../../shared/capture/parse-phone.ts";
import { type CaptureKind, readLine } from "../../shared/capture/read-line.ts";
import { LOCALES, type Locale } from "../../shared/records/labels.ts";

const KINDS: readonly CaptureKind[] = ["call", "message", "task"];
const { values, positionals } = parseArgs({
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
if (!locale || !hint || line === "") {
  console.error(
    `Usage: npm run --silent capture -- [--locale ${LOCALES.join("|")}] [--now instant] [--zone Europe/Riga] [--region LV] [--hint ${KINDS.join("|")}] "line…"`,
  );
  process.exit(2);
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
