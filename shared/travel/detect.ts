import { isBoardingPass } from "./passes/bcbp.ts";
import { decodeText, wideCharset } from "./text/decode.ts";

/** What a file is, by what it holds. */
export type FileKind = "mail" | "html" | "json-ld" | "ics" | "pkpass" | "pdf" | "bcbp" | "har" | "text";

/** Gives the kind of a file by its content; its name (lower case) only decides between texts. */
export function detectKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "pkpass";
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) return "pdf";
  const head = (
    wideCharset(bytes)
      ? decodeText(bytes.subarray(0, 8192))
      : new TextDecoder().decode(bytes.subarray(0, 8192))
  ).replace(/^\ufeff/, "");
  const start = head.trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start)) return "ics";
  if (/^[[{]/.test(start)) return /^\{\s*"log"\s*:/.test(start) ? "har" : "json-ld";
  if (isBoardingPass(start)) return "bcbp";
  if (
    /^<(?:!doctype|html|head|body|div|table|script|article|!--|p|span|meta)\b/i.test(start) ||
    /^<!--/.test(start)
  )
    return "html";
  const headers = head.split(/\r?\n\r?\n/, 1)[0] ?? "";
  if (
    /^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To):/im.test(headers) &&
    /^[\w-]{2,40}:\s?\S/.test(head)
  ) {
    if (
      name.endsWith(".eml") ||
      (/^(?:MIME-Version|Message-ID|Received|Content-Type):/im.test(headers) && /^From:/im.test(headers))
    )
      return "mail";
  }
  if (name.endsWith(".html") || name.endsWith(".htm")) return "html";
  return name.endsWith(".eml") ? "mail" : "text";
}
