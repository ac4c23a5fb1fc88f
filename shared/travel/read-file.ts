import { detectKind } from "./detect.ts";
import { type Around, type FileSource, fileInputs, textOf } from "./file-inputs.ts";
import type { AirportTable } from "./places/airports.ts";
import { readItems } from "./read-booking.ts";
import { mailParts } from "./read-mail.ts";
import { withCodes } from "./read-pictures.ts";
import type { JsonObject } from "./reservation.ts";
import { normaliseTime } from "./schema/times.ts";
import { isReservation } from "./schema/types.ts";
import { extractStructured } from "./structured/extract.ts";
import { parseJsonLd } from "./structured/json-ld.ts";

export type ReadFileOptions = Around & {
  /** `raw` gives markup as it is written, `full` completed and checked reservations. */
  stage: "raw" | "full";
  airports?: AirportTable | undefined;
};

/** Reads a file of any kind that the engine knows, by what it holds, with the codes that are printed in it. */
export async function readFile(file: FileSource, options: ReadFileOptions): Promise<JsonObject[]> {
  const kind = detectKind(file.bytes, file.name);
  if (options.stage === "raw") {
    if (kind === "json-ld") return parseJsonLd(textOf(file.bytes));
    if (kind === "html") return extractStructured(textOf(file.bytes));
  }
  const around = { mailDate: options.mailDate, from: options.from, subject: options.subject };
  const inputs =
    kind === "mail" ? (await mailParts(file.bytes)).inputs : fileInputs(file.bytes, around, kind);
  const sent = kind === "json-ld" ? undefined : normaliseTime(options.mailDate ?? "");
  return readItems(await withCodes(inputs), options.airports).map(({ item }) =>
    // What a document says is as old as the document: a later one about the same booking is then known as later.
    sent && isReservation(item["@type"]) && !item.modifiedTime ? { ...item, modifiedTime: sent } : item,
  );
}
