import { detectKind } from "./detect.ts";
import type { AirportTable } from "./places/airports.ts";
import { type BookingInput, readItems } from "./read-booking.ts";
import { mailParts } from "./read-mail.ts";
import { withCodes } from "./read-pictures.ts";
import { asObject, asText, type JsonObject } from "./reservation.ts";
import { normaliseTime } from "./schema/times.ts";
import { isReservation } from "./schema/types.ts";
import { extractStructured } from "./structured/extract.ts";
import { parseJsonLd } from "./structured/json-ld.ts";

export type FileSource = { name: string; bytes: Uint8Array };
export type ReadFileOptions = {
  /** `raw` gives markup as it is written, `full` completed and checked reservations. */
  stage: "raw" | "full";
  airports?: AirportTable | undefined;
  mailDate?: string | undefined;
  from?: string | undefined;
  subject?: string | undefined;
};

/** Reads a file of any kind that the engine knows, by what it holds. */
export async function readFile(file: FileSource, options: ReadFileOptions): Promise<JsonObject[]> {
  const kind = detectKind(file.bytes, file.name);
  const text = () => new TextDecoder().decode(file.bytes).replace(/^\ufeff/, "");
  if (options.stage === "raw") {
    if (kind === "json-ld") return parseJsonLd(text());
    if (kind === "html") return extractStructured(text());
  }
  const around = { mailDate: options.mailDate, from: options.from, subject: options.subject };
  const inputs: BookingInput[] = [];
  switch (kind) {
    case "mail":
      inputs.push(...(await mailParts(file.bytes)).inputs);
      break;
    case "pdf":
    case "pkpass":
      inputs.push({ ...around, kind, bytes: file.bytes });
      break;
    case "html":
      inputs.push({ ...around, kind, html: text() });
      break;
    case "har":
      for (const body of archivedResponses(text()))
        inputs.push(
          /^[[{]/.test(body.trimStart())
            ? { ...around, kind: "json-ld", text: body }
            : { ...around, kind: "html", html: body },
        );
      break;
    default:
      inputs.push({ ...around, kind, text: text() });
  }
  const sent = kind === "json-ld" ? undefined : normaliseTime(options.mailDate ?? "");
  return readItems(await withCodes(inputs), options.airports).map(({ item }) =>
    // What a document says is as old as the document: a later one about the same booking is then known as later.
    sent && isReservation(item["@type"]) && !item.modifiedTime ? { ...item, modifiedTime: sent } : item,
  );
}

/** The bodies of an HTTP archive (HAR 1.2). */
function archivedResponses(source: string): string[] {
  const entries = asObject(asObject(parseJsonLd(source)[0])?.log)?.entries;
  return (Array.isArray(entries) ? entries : []).slice(0, 100).flatMap((entry) => {
    const content = asObject(asObject(asObject(entry)?.response)?.content);
    const text = asText(content?.text);
    if (!text) return [];
    if (content?.encoding !== "base64") return [text];
    try {
      return [new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))];
    } catch {
      return [];
    }
  });
}
