import type { Locale } from "../../../shared/records/labels.ts";
import type { LetterFacts } from "../../../shared/replies/variables.ts";

/** A filled letter, or what is wrong with its template in the reader's language. */
export type FilledLetter =
  | {
      readonly ok: true;
      readonly subject: string;
      readonly body: string;
      /** Names in the template for which no value is known. */
      readonly missing: readonly string[];
    }
  | {
      readonly ok: false;
      readonly where: "subject" | "body";
      /** From 1; null where no line is to blame. */
      readonly line: number | null;
      readonly advice: string;
    };

/**
 * Fills a template's subject and body; the template language is loaded only now.
 * @param language the letter's
 * @param reader the language of whoever is told what is wrong
 */
export async function fillTemplate(
  template: { readonly subject: string; readonly body: string },
  language: Locale,
  facts: LetterFacts,
  reader: Locale,
): Promise<FilledLetter> {
  const [{ renderTemplate }, { replyVariables }] = await Promise.all([
    import("../../../shared/replies/render-template.ts"),
    import("../../../shared/replies/variables.ts"),
  ]);
  const variables = replyVariables(facts, language);
  const filled = { subject: "", body: "" };
  const missing = new Set<string>();
  for (const where of ["subject", "body"] as const) {
    const rendered = renderTemplate(template[where], variables, language);
    if (!rendered.ok) {
      const told = renderTemplate(template[where], variables, reader);
      const { line, advice } = told.ok ? rendered.problem : told.problem;
      return { ok: false, where, line, advice };
    }
    filled[where] = rendered.text;
    for (const name of rendered.missing) missing.add(name);
  }
  return { ok: true, ...filled, missing: [...missing] };
}
