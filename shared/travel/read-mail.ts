import PostalMime, { type Attachment } from "postal-mime";
import { calendarText } from "./calendar/parse.ts";
import type { BookingInput } from "./read-booking.ts";
import { decodeText } from "./text/decode.ts";

/** A mail's parts that may hold bookings, and what its headers say of all of them. */
export type MailParts = { inputs: BookingInput[]; mailDate?: string; from?: string; subject?: string };

const MAX_MAIL = 30_000_000;
const MAX_PARTS = 60;
/** How deep mails are looked into that were forwarded as attachments of each other. */
const MAX_FORWARDED = 3;
/** Lines cost what takes mails apart more than their letters do: these are 7 MB of attachments. */
const MAX_LINES = 100_000;

/** Takes a mail apart (RFC 5322 and MIME): its HTML or text, and every attachment that a reader knows. */
export async function mailParts(raw: Uint8Array, depth = 0): Promise<MailParts> {
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
    const bytes = bytesOf(attachment);
    if (isMail(attachment)) {
      if (depth < MAX_FORWARDED) inputs.push(...(await forwardedInputs(bytes, depth + 1)));
      continue;
    }
    const input = attachmentInput(attachment, bytes);
    if (input) inputs.push({ ...around, ...input });
  }
  if (mail.html)
    inputs.push({ ...around, kind: "html", html: mail.html, ...(mail.text ? { plain: mail.text } : {}) });
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

const bytesOf = (attachment: Attachment) =>
  typeof attachment.content === "string"
    ? new TextEncoder().encode(attachment.content)
    : new Uint8Array(attachment.content);

/** A mail that was forwarded whole, as an attachment. */
const isMail = (attachment: Attachment) =>
  attachment.mimeType.toLowerCase() === "message/rfc822" || /\.eml$/i.test(attachment.filename ?? "");

/** What cannot be taken apart is passed over: the mail around it may hold the rest. */
async function forwardedInputs(bytes: Uint8Array, depth: number): Promise<BookingInput[]> {
  try {
    return (await mailParts(bytes, depth)).inputs;
  } catch {
    return [];
  }
}

function attachmentInput(attachment: Attachment, bytes: Uint8Array): BookingInput | undefined {
  const name = (attachment.filename ?? "").toLowerCase();
  const type = attachment.mimeType.toLowerCase();
  if (type.includes("pkpass") || /\.pkpass(?:es)?$/.test(name)) return { kind: "pkpass", bytes };
  if (type === "application/pdf" || name.endsWith(".pdf")) return { kind: "pdf", bytes };
  if (/^text\/(?:x-v)?calendar$/.test(type) || /\.(?:ics|vcs)$/.test(name))
    return { kind: "ics", text: calendarText(bytes) };
  if (type === "text/html" || /\.html?$/.test(name)) return { kind: "html", html: decodeText(bytes) };
  if (type === "application/ld+json") return { kind: "json-ld", text: decodeText(bytes) };
  if (type === "text/plain" && name.endsWith(".txt")) return { kind: "text", text: decodeText(bytes) };
  return undefined;
}
