import type { Locale } from "../../../shared/records/labels.ts";
import type { LetterFacts } from "../../../shared/replies/variables.ts";

/** A filled letter, or what is wrong with its template in the reader's language. */
export type FilledLetter =
  | { readonly ok: true; readonly subject: string; readonly body: string }
  | { readonly ok: false; readonly advice: string };

/** Fills a template's subject and body; the template language is loaded only now. */
export async function fillTemplate(
  template: { readonly subject: string; readonly body: string },
  language: Locale,
  facts: LetterFacts,
): Promise<FilledLetter> {
  const [{ renderTemplate }, { replyVariables }] = await Promise.all([
    import("../../../shared/replies/render-template.ts"),
    import("../../../shared/replies/variables.ts"),
  ]);
  const variables = replyVariables(facts, language);
  const subject = renderTemplate(template.subject, variables, language);
  const body = renderTemplate(template.body, variables, language);
  if (!subject.ok) return { ok: false, advice: subject.problem.advice };
  if (!body.ok) return { ok: false, advice: body.problem.advice };
  return { ok: true, subject: subject.text, body: body.text };
}
