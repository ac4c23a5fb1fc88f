import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { parseDownloadUrl, readMessages } from "../../extension/webmail/gmail/messages.ts";
import { parsePerson } from "../../extension/webmail/outlook/messages.ts";

describe("attachments in Gmail", () => {
  it("may have colons in their names", () => {
    expect(
      parseDownloadUrl("application/pdf:Annex: final.pdf:https://mail.google.com/mail/u/0?view=att"),
    ).toEqual({
      name: "Annex: final.pdf",
      type: "application/pdf",
      url: "https://mail.google.com/mail/u/0?view=att",
    });
  });
  it.each(["", "application/pdf", "application/pdf:name.pdf:http://elsewhere", "javascript:alert(1)"])(
    "are none in %j",
    (value) => {
      expect(parseDownloadUrl(value)).toBeNull();
    },
  );
});

describe("quoted mail in Gmail", () => {
  const textOf = (body: string) => {
    const { document } = parseHTML(
      `<html><body><main><div role=listitem aria-expanded=true><div class=adn data-legacy-message-id=19ab7be3fda70a01><div class="ii gt"><div class=a3s>${body}</div></div></div></div></main></body></html>`,
    );
    return readMessages(document.querySelector("main") as Element)[0]?.text;
  };
  it("is dropped from an answer", () => {
    expect(
      textOf(
        "Agreed.<div class=gmail_quote>On Monday, Sample Caller wrote: <blockquote>Old</blockquote></div>",
      ),
    ).toBe("Agreed.");
  });
  it("is the message itself when it was forwarded", () => {
    expect(
      textOf("FYI<div class=gmail_quote>---------- Forwarded message ---------<br>Flight TK 1757</div>"),
    ).toContain("Flight TK 1757");
  });
});

describe("a person in Outlook", () => {
  it.each([
    ["Sample Caller", { name: "Sample Caller", email: null }],
    [
      "Sample Caller<sample.caller@example.com>",
      { name: "Sample Caller", email: "sample.caller@example.com" },
    ],
    [
      " Caller,  Sample <sample.caller@example.com> ",
      { name: "Caller, Sample", email: "sample.caller@example.com" },
    ],
    ["sample.caller@example.com", { name: "sample.caller@example.com", email: "sample.caller@example.com" }],
    ["Sales <north>", { name: "Sales <north>", email: null }],
    ["  ", null],
  ])("is read from %j", (text, person) => {
    expect(parsePerson(text)).toEqual(person);
  });
});
