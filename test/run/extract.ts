/**
 * Reads bookings out of files: `npm run --silent extract -- [--stage raw|full] [--context mail.eml] [--date ISO]
 * [--to json|ics] FILE…`; `--merge A.json B.json` merges two; a directory and `--out DIR` do many in one process.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { writeCalendar } from "../../shared/travel/calendar/write.ts";
import type { FileSource } from "../../shared/travel/file-inputs.ts";
import { mergeReservations } from "../../shared/travel/normalise/merge.ts";
import { zoneByStations } from "../../shared/travel/normalise/stations.ts";
import airportData from "../../shared/travel/places/airports.data.json" with { type: "json" };
import { openAirports } from "../../shared/travel/places/airports.ts";
import { type ReadFileOptions, readFile } from "../../shared/travel/read-file.ts";
import type { JsonObject } from "../../shared/travel/reservation.ts";
import { normaliseJsonLd } from "../../shared/travel/schema/normalise.ts";
import { parseJsonLd } from "../../shared/travel/structured/json-ld.ts";
import { endWith, readArguments } from "./arguments.ts";

const airports = openAirports(airportData);
const USAGE = `Usage: npm run --silent extract -- [--stage raw|full] [--context mail.eml] [--date ISO] [--to json|ics] FILE…
       npm run --silent extract -- --merge A.json B.json
       npm run --silent extract -- FOLDER --out FOLDER`;
const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    stage: { type: "string", default: "full" },
    context: { type: "string" },
    date: { type: "string" },
    to: { type: "string", default: "json" },
    merge: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
for (const [option, allowed] of [
  ["stage", ["raw", "full"]],
  ["to", ["json", "ics"]],
] as const)
  if (!(allowed as readonly string[]).includes(values[option]))
    endWith(USAGE, `--${option} is ${allowed.join(" or ")}, not "${values[option]}".`);
if (values.date !== undefined && Number.isNaN(Date.parse(values.date)))
  endWith(USAGE, `--date is a date such as 2026-11-23T10:00:00Z, not "${values.date}".`);

function contextOf(): ReadFileOptions {
  const stage = values.stage === "raw" ? "raw" : "full";
  if (!values.context) return { stage, airports, ...(values.date ? { mailDate: values.date } : {}) };
  const head = readFileSync(values.context, "utf8").replace(/\r?\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, "im").exec(head)?.[1]?.trim();
  const mailDate = header("Date") ?? values.date ?? "2018-01-01T00:00:00";
  return { stage, airports, mailDate, from: header("From"), subject: header("Subject") };
}

const source = (file: string): FileSource => ({
  name: basename(file).toLowerCase(),
  bytes: readFileSync(file),
});
const stamp = () => new Date().toISOString().replace(/[-:]|\.\d+/g, "");
const print = (items: JsonObject[]) =>
  values.to === "ics"
    ? writeCalendar(
        items.map((item) => zoneByStations(item, airports)),
        stamp(),
      )
    : `${JSON.stringify(items, null, 2)}\n`;

async function main(): Promise<void> {
  if (values.merge) {
    const [first, second] = positionals.map(
      (file) => normaliseJsonLd(parseJsonLd(readFileSync(file, "utf8")))[0],
    );
    if (!first || !second) throw new Error("--merge needs two files of JSON, each with a reservation.");
    process.stdout.write(print([mergeReservations(first, second)]));
    return;
  }
  const directory =
    positionals.length === 1 && positionals[0] && statSync(positionals[0]).isDirectory()
      ? positionals[0]
      : undefined;
  if (directory) {
    if (!values.out) throw new Error("A directory needs --out DIR for what is found in its files.");
    mkdirSync(values.out, { recursive: true });
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(directory, file)).isFile(),
    );
    const started = performance.now();
    let failed = 0;
    for (const file of files) {
      let items: JsonObject[] = [];
      try {
        items = await readFile(source(join(directory, file)), contextOf());
      } catch (error) {
        failed += 1;
        console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
      writeFileSync(
        join(values.out, `${file.replaceAll("/", "__")}.${values.to === "ics" ? "ics" : "json"}`),
        print(items),
      );
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `${files.length} documents, ${failed} failed, ${seconds.toFixed(2)} s, ${(files.length / seconds).toFixed(0)} documents/s`,
    );
    return;
  }
  if (positionals.length === 0) endWith(USAGE, "Name a file to read.");
  const found: JsonObject[] = [];
  for (const file of positionals) found.push(...(await readFile(source(file), contextOf())));
  process.stdout.write(print(found));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
