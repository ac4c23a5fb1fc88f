import { describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { renderTemplate } from "../../shared/replies/render-template.ts";
import { starterTemplates } from "../../shared/replies/starter-templates.ts";
import { bareSubject, replySubject } from "../../shared/replies/subject.ts";
import { replyVariables } from "../../shared/replies/variables.ts";

describe("a reply", () => {
  it.each([
    ["contract", "Re: contract"],
    ["Re: contract", "Re: contract"],
    ["RE: AW: re[2]: contract", "Re: contract"],
    ["回复：合同", "Re: 合同"],
    ["Ответ: договор", "Re: договор"],
    ["Report", "Re: Report"],
    ["", "Re:"],
  ])("of “%s” has the subject “%s”", (subject, reply) => {
    expect(replySubject(subject)).toBe(reply);
  });

  it("is marked as one once, by each letter that comes with Sidedesk", () => {
    const facts = { now: "2026-11-23T08:00:00Z", timeZone: "UTC", subject: bareSubject("RE: Re: contract") };
    for (const locale of LOCALES)
      for (const { id, subject, body } of starterTemplates(locale))
        for (const text of [subject, body]) {
          const letter = renderTemplate(text, replyVariables(facts, locale), locale);
          expect(letter.ok && letter.text, `${locale} ${id}`).not.toMatch(/re:\s*re:|“re:|„re:|«re:/i);
        }
  });
});
