import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { type RenderedTemplate, renderTemplate } from "../../shared/replies/render-template.ts";
import { starterTemplates } from "../../shared/replies/starter-templates.ts";
import { VARIABLES } from "../../shared/replies/variable-names.ts";
import { replyVariables } from "../../shared/replies/variables.ts";

const FACTS = {
  now: "2026-12-03T08:00:00Z",
  timeZone: "Europe/Riga",
  recipient: "Sample Caller",
  principal: "Principal A",
  signature: "Principal A\nBaltic Sample Rail",
  subject: "contract renewal",
  caller: "Sample Caller",
  organization: "Baltic Sample Rail",
  phone: "+37126123456",
  message: "Please call about the contract.",
  assistant: "Sample Assistant",
};
const problem = (rendered: RenderedTemplate) => (rendered.ok ? null : rendered.problem);

describe("a template", () => {
  it("is filled in with what is known", () => {
    expect(
      renderTemplate("{{ greeting }}\n{{ principal }} · {{ date }}", replyVariables(FACTS, "en"), "en"),
    ).toEqual({
      ok: true,
      text: "Dear Sample Caller,\nPrincipal A · 3 December 2026",
      missing: [],
    });
  });

  it("shows a gap where something is missing, and names it", () => {
    expect(
      renderTemplate(
        "{{ recipient }}: {{ subject | upcase }}{% if phone %} call {{ phone }}{% endif %} {{ tpyo | upcase }} {{ caller | default: 'x' }}",
        { subject: "a" },
        "lv",
      ),
    ).toEqual({
      ok: true,
      text: "[adresāts]: A [tpyo] x",
      missing: ["recipient", "tpyo"],
    });
  });

  it("prints text as it is: no markup is made or escaped", () => {
    expect(renderTemplate("{{ subject }}", { subject: "<b>A & B</b> {{ principal }}" }, "en")).toMatchObject({
      text: "<b>A & B</b> {{ principal }}",
    });
  });

  it.each([
    ["a filter that is not there", "a\n{{ subject | shout }}", "unknown-filter", 2],
    ["a command that is not there", "a\nb\n{% launch %}", "unknown-tag", 3],
    ["an output that is not closed", "a\n{{ subject", "not-closed", 2],
    ["a condition that is not closed", "{% if subject %}a", "not-closed", 1],
    ["another template", "{% include 'x' %}", "unknown-tag", 1],
    ["a file", "{% render '../../../etc/passwd' %}", "unknown-tag", 1],
    ["a layout", "{% layout 'x' %}", "unknown-tag", 1],
    ["the clock", "{{ 'now' | date: '%s' }}", "unknown-filter", 1],
    ["a long loop", "{% for i in (1..1000000000) %}x{% endfor %}", "too-much", 1],
    [
      "loops in loops",
      "{% for i in (1..9000) %}{% for j in (1..9000) %}xxxxxxxxxx{% endfor %}{% endfor %}",
      "too-much",
      null,
    ],
    [
      "a text that doubles",
      `{% assign a = "xxxxxxxxxx" %}${"{% assign a = a | append: a %}".repeat(30)}{{ a }}`,
      "too-much",
      1,
    ],
    [
      "loops over a list",
      `{% assign a = "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20" | split: "," %}${"{% for i in a %}".repeat(6)}${"{% endfor %}".repeat(6)}`,
      "too-much",
      null,
    ],
    ["20,001 characters", "x".repeat(20_001), "too-long", null],
  ])("with %s says what to do and where", (_, source, code, line) => {
    const started = Date.now();
    const found = problem(renderTemplate(source, { subject: "a" }, "cs"));
    expect(found?.code).toBe(code);
    if (line !== null) expect(found?.line).toBe(line);
    expect(found?.advice.length).toBeGreaterThan(10);
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  it("reaches nothing but its variables", () => {
    for (const source of [
      "{{ constructor }}",
      "{{ subject.constructor }}",
      "{{ __proto__ }}",
      "{{ toString }}",
      "{{ subject.__proto__.constructor }}",
    ])
      expect(JSON.stringify(renderTemplate(source, { subject: "a" }, "en"))).not.toMatch(
        /native|function|Object/,
      );
  });

  it("never throws, whatever is typed", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      "if",
      "endif",
      " subject ",
      "|",
      "for i in (1..9)",
      "endfor",
      "'",
      "\n",
      "#",
      "assign a = 1",
      "{%-",
      "raw",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 20 }),
        (parts) => {
          expect(typeof renderTemplate(parts.join(""), { subject: "a" }, "en").ok).toBe("boolean");
        },
      ),
    );
  });
});

it("calls nothing that a text can do", () => {
  expect(
    renderTemplate("{{ subject.toUpperCase }}{{ subject.constructor }}", { subject: "a" }, "en"),
  ).toMatchObject({ text: "" });
});

describe("the templates to begin with", () => {
  it.each(LOCALES)("in %s name only variables that there are, and render without a gap", (locale) => {
    const starters = starterTemplates(locale);
    expect(starters.map(({ id }) => id)).toEqual([
      "acknowledge",
      "willCallBack",
      "meetingRequest",
      "decline",
      "forward",
    ]);
    for (const { subject, body, name } of starters) {
      const full = renderTemplate(`${subject}\n${body}`, replyVariables(FACTS, locale), locale);
      expect(full, name).toMatchObject({ ok: true, missing: [] });
      const bare = renderTemplate(`${subject}\n${body}`, {}, locale);
      if (!bare.ok) throw new Error(name);
      expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining([...bare.missing]));
      expect(bare.text).not.toMatch(/\(\)|（）|“”|«»|„“/);
    }
  });
});
