import { calendarText } from "./calendar/parse.ts";
import type { FileKind } from "./detect.ts";
import type { BookingInput } from "./read-booking.ts";
import { asObject, asText } from "./reservation.ts";
import { decodeText } from "./text/decode.ts";

export type FileSource = { name: string; bytes: Uint8Array };
/** What is known of the mail that a file came with. */
export type Around = {
  mailDate?: string | undefined;
  from?: string | undefined;
  subject?: string | undefined;
};

const MAX_ARCHIVE = 30_000_000;
/** How many characters of an archive's bodies are read. */
const MAX_BODIES = 800_000;

/** Gives what a file may hold bookings in, by its kind. Whole mails are taken apart elsewhere (`read-mail.ts`). */
export function fileInputs(
  bytes: Uint8Array,
  around: Around,
  kind: Exclude<FileKind, "mail">,
): BookingInput[] {
  const text = () => textOf(bytes);
  switch (kind) {
    case "pdf":
    case "pkpass":
      return [{ ...around, kind, bytes }];
    case "html":
      return [{ ...around, kind, html: text() }];
    case "ics":
      return [{ ...around, kind, text: calendarText(bytes) }];
    case "har":
      return archivedResponses(text()).map((body) =>
        /^[[{]/.test(body.trimStart())
          ? { ...around, kind: "json-ld", text: body }
          : { ...around, kind: "html", html: body },
      );
    default:
      return [{ ...around, kind, text: text() }];
  }
}

/** The text of a file, without the mark that some begin with. */
export const textOf = (bytes: Uint8Array) => decodeText(bytes).replace(/^\ufeff/, "");

function parsed(source: string): unknown {
  try {
    return source.length > MAX_ARCHIVE ? undefined : JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** The bodies of an HTTP archive (HAR 1.2). */
function archivedResponses(source: string): string[] {
  const entries = asObject(asObject(parsed(source))?.log)?.entries;
  let left = MAX_BODIES;
  return (Array.isArray(entries) ? entries : []).slice(0, 100).flatMap((entry) => {
    const content = asObject(asObject(asObject(entry)?.response)?.content);
    const text = asText(content?.text);
    if (!text || left < text.length) return [];
    left -= text.length;
    if (content?.encoding !== "base64") return [text];
    try {
      return [new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))];
    } catch {
      return [];
    }
  });
}
