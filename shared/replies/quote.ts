import type { Locale } from "../records/labels.ts";
import { letterTime } from "./courtesy.ts";

export interface QuotedMail {
  readonly text: string;
  /** As shown: a name, or an address. */
  readonly from: string;
  /** RFC 3339 instant; null where the page does not say. */
  readonly sentAt: string | null;
}

/** Longest quotation, in lines: the thread has the rest. */
const MOST_LINES = 400;

const WROTE: Readonly<Record<Locale, (who: string, when: string | null) => string>> = {
  en: (who, when) => (when ? `On ${when}, ${who} wrote:` : `${who} wrote:`),
  vi: (who, when) => (when ? `Vào ${when}, ${who} đã viết:` : `${who} đã viết:`),
  lv: (who, when) => (when ? `${when} ${who} rakstīja:` : `${who} rakstīja:`),
  cs: (who, when) => (when ? `Dne ${when} ${who} napsal(a):` : `${who} napsal(a):`),
  "zh-CN": (who, when) => (when ? `${who} 于 ${when} 写道：` : `${who} 写道：`),
  ru: (who, when) => (when ? `${when} ${who} пишет:` : `${who} пишет:`),
};

/**
 * A mail's text as a reply quotes it: who wrote and when, then `> ` before each line (`>` before what is quoted
 * already, RFC 3676 4.5). A signature after `-- ` is left out.
 */
export function quoteMail(mail: QuotedMail, locale: Locale, timeZone: string): string {
  const lines = mail.text.replace(/\r\n?/g, "\n").trimEnd().split("\n");
  const signature = lines.lastIndexOf("-- ");
  const kept = (signature > 0 ? lines.slice(0, signature) : lines).join("\n").trimEnd().split("\n");
  const quoted = kept
    .slice(0, MOST_LINES)
    .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()));
  const when = mail.sentAt ? letterTime(mail.sentAt, locale, timeZone) : null;
  return [WROTE[locale](mail.from, when), ...quoted, ...(kept.length > MOST_LINES ? ["> […]"] : [])].join(
    "\n",
  );
}

/** A reply's subject: `Re:` once, whatever prefixes of its kind stand there in six languages. */
export function replySubject(subject: string): string {
  const bare = subject
    .replace(/^(?:\s*(?:re|aw|sv|odp|atb|ответ|hồi âm|回复|答复)\s*(?:\[\d+\])?\s*[:：])+\s*/iu, "")
    .trim();
  return `Re: ${bare}`.trimEnd();
}
