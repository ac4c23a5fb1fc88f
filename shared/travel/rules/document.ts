import type { AirportTable } from "../places/airports.ts";
import { normaliseTime } from "../schema/times.ts";
import { type DateToken, dayOrder } from "../text/dates.ts";
import { toLines } from "../text/lines.ts";
import { type TokenLine, tokenise } from "../text/tokens.ts";
import { isoDay } from "./year.ts";

/** A text as the rules read it, with what is known of the mail around it. */
export type Document = {
  lines: TokenLine[];
  text: string;
  airports: AirportTable | undefined;
  /** The day the mail was sent, `YYYY-MM-DD`; years that the text leaves out are taken from it. */
  mailDay: string | undefined;
  subject: string | undefined;
  from: string | undefined;
  /** The day of rides that name none: that of a calendar entry. */
  defaultDay: string | undefined;
  /** Every day that the text names with its year, in reading order. */
  days: string[];
  /** A day's year was taken from the mail, or its day and month could be the other way round. */
  unsureDays: boolean;
};

export type DocumentContext = {
  airports?: AirportTable | undefined;
  mailDate?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
};

/** Reads a text into lines of tokens. */
export function readDocument(text: string, context: DocumentContext & { asCalendar?: boolean }): Document {
  const { order, sure } = dayOrder(text.slice(0, 120_000));
  const lines = toLines(text).map((line) =>
    tokenise(line, order, (code) => context.airports?.byCode(code) !== undefined),
  );
  const days = lines.flatMap((line) =>
    line.tokens.flatMap((token) =>
      token.kind === "date" && token.date.year !== undefined ? (isoDay(token.date, undefined, []) ?? []) : [],
    ),
  );
  return {
    lines,
    days: days.slice(0, 200),
    unsureDays: lines.some((line) =>
      line.tokens.some(
        (token) =>
          token.kind === "date" &&
          (token.date.year === undefined ? days.length === 0 : token.date.ambiguous && !sure),
      ),
    ),
    text: lines.map((line) => line.text).join("\n"),
    airports: context.airports,
    defaultDay: context.asCalendar ? normaliseTime(context.mailDate ?? "")?.slice(0, 10) : undefined,
    mailDay: normaliseTime(context.mailDate ?? "")?.slice(0, 10),
    subject: context.subject?.slice(0, 300),
    from: context.from,
  };
}

/** The text with the mail's subject before it: what a mail is about often stands there alone. */
export const spokenOf = (document: Document): string => `${document.subject ?? ""}\n${document.text}`;

/** Gives the day of a date in a document, its year taken from the document's own days or the mail's. */
export function dayIn(document: Document, date: DateToken, after?: string): string | undefined {
  return isoDay(date, after ?? document.mailDay, document.days);
}
