import type { AirportTable } from "../places/airports.ts";
import { dayOrder } from "../text/dates.ts";
import { toLines } from "../text/lines.ts";
import { type TokenLine, tokenise } from "../text/tokens.ts";

/** A text as the rules read it, with what is known of the mail around it. */
export type Document = {
  lines: TokenLine[];
  text: string;
  airports: AirportTable | undefined;
  /** The day the mail was sent, `YYYY-MM-DD`; years that the text leaves out are taken from it. */
  mailDay: string | undefined;
  subject: string | undefined;
  from: string | undefined;
};

export type DocumentContext = {
  airports?: AirportTable | undefined;
  mailDate?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
};

/** Reads a text into lines of tokens. */
export function readDocument(text: string, context: DocumentContext): Document {
  const lines = toLines(text);
  const order = dayOrder(text.slice(0, 200_000));
  return {
    lines: lines.map((line) => tokenise(line, order, true)),
    text: lines.map((line) => line.text).join("\n"),
    airports: context.airports,
    mailDay: context.mailDate?.slice(0, 10),
    subject: context.subject,
    from: context.from,
  };
}
