import { readdirSync, readFileSync } from "node:fs";
import { type Expected, parseExpectation } from "./expectation.ts";

/** A mail of a set: its body as text or HTML, its headers, what it holds, and whether it was set aside from the rules' making. */
export type SampleMail = {
  id: string;
  mailDate: string;
  from: string;
  subject: string;
  text?: string;
  html?: string;
  expected: Expected[];
  aside: boolean;
};

/**
 * Gives the mails that were written out singly. Of `written` every third one was set aside; `fresh` was written
 * later, all of it set aside until it had been scored once; for `unseen`, the newest, no rule has been made at all.
 */
export function writtenMails(set: "written" | "fresh" | "unseen" = "written"): SampleMail[] {
  const folder = new URL(`${set}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").split(/^=== /m).slice(1))
    .map((block, index) => {
      const [head = "", ...rest] = block.split("\n");
      const [id = "", mailDate = "", from = "", subject = ""] = head.split(" | ");
      const [text = "", expectations = ""] = rest.join("\n").split("--- expect\n");
      return {
        id,
        mailDate,
        from,
        subject,
        ...(text.startsWith("<") ? { html: text } : { text }),
        expected: expectations.trim().split("\n").filter(Boolean).map(parseExpectation),
        aside: set !== "written" || index % 3 === 2,
      };
    });
}
