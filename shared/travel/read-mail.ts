import PostalMime, { type Attachment } from "postal-mime";
import type { BookingInput } from "./read-booking.ts";

/** A mail's parts that may hold bookings, and what its headers say of all of them. */
export type MailParts = { inputs: BookingInput[]; mailDate?: string; from?: string; subject?: string };

const MAX_MAIL = 30_000_000;
const MAX_PARTS = 60;
/** Lines cost what takes mails apart more than their letters do: these are 7 MB of attachments. */
const MAX_LINES = 100_000;

/** Takes a mail apart (RFC 5322 and MIME): its HTML or text, and every attachment that a reader knows. */
export async function mailParts(raw: Uint8Array): Promise<MailParts> {
  const mail = await PostalMime.parse(raw.subarray(0, endOfLines(raw)), {
    maxNestingDepth: 20,
    maxHeadersSize: 1_000_000,
  });
  const date = mail.date ? new Date(mail.date) : undefined;
  const around = {
    ...(date && !Number.isNaN(date.getTime()) ? { mailDate: mail.date } : {}),
    ...(mail.from?.address ? { from: mail.from.address } : {}),
    ...(mail.subject ? { subject: mail.subject } : {}),
  };
  const inputs: BookingInput[] = [];
  for (const attachment of mail.attachments.slice(0, MAX_PARTS)) {
    const input = attachmentInput(attachment);
    if (input) inputs.push({ ...around, ...input });
  }
  if (mail.html) inputs.push({ ...around, kind: "html", html: mail.html });
  else if (mail.text) inputs.push({ ...around, kind: "text", text: mail.text });
  return { inputs, ...around };
}

/** How much of a mail is read: its first lines, as long as they are not too many nor too long together. */
function endOfLines(raw: Uint8Array): number {
  let lines = 0;
  let at = 0;
  const end = Math.min(raw.length, MAX_MAIL);
  while (lines < MAX_LINES) {
    const next = raw.indexOf(10, at);
    if (next < 0 || next >= end) return end;
    at = next + 1;
    lines += 1;
  }
  return at;
}

function attachmentInput(attachment: Attachment): BookingInput | undefined {
  const name = (attachment.filename ?? "").toLowerCase();
  const type = attachment.mimeType.toLowerCase();
  const bytes =
    typeof attachment.content === "string"
      ? new TextEncoder().encode(attachment.content)
      : new Uint8Array(attachment.content);
  if (type.includes("pkpass") || name.endsWith(".pkpass")) return { kind: "pkpass", bytes };
  if (type === "application/pdf" || name.endsWith(".pdf")) return { kind: "pdf", bytes };
  if (type === "text/calendar" || name.endsWith(".ics"))
    return { kind: "ics", text: new TextDecoder().decode(bytes) };
  if (type === "text/html" || name.endsWith(".html"))
    return { kind: "html", html: new TextDecoder().decode(bytes) };
  if (type === "application/ld+json") return { kind: "json-ld", text: new TextDecoder().decode(bytes) };
  return undefined;
}
