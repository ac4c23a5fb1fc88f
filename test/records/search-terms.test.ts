import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../shared/records/fold.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { personKey, personKeys } from "../../shared/records/person-keys.ts";
import { queryTerms, searchTerms } from "../../shared/records/search-terms.ts";
import { recordOf } from "./sample-record.ts";

/** As the records store looks: every term is there, at least as a beginning. */
function finds(query: string, subject: string): boolean {
  const terms = searchTerms(recordOf(KINDS.call!, { subject }));
  const asked = queryTerms(query);
  return asked.every((term) => terms.some((each) => each.startsWith(term)));
}

describe("search", () => {
  it("reads the longest text to its end, without spaces too, and finds the address behind it", () => {
    for (const unit of ["a", "会议", "1", ".", "a@", "+1"]) {
      const text = `${unit.repeat(100_000 / unit.length)} a.sample@example.com`;
      expect(searchTerms(recordOf(KINDS.call!, { note: text })), unit).toContain("a.sample@example.com");
    }
    const long = `reply+${"x".repeat(100)}@example.com`;
    expect(searchTerms(recordOf(KINDS.call!, { note: long }))).toContain(long);
  });

  it.each([
    ["nguyen", "Nguyễn Mẫu"],
    ["đường", "duong pho"],
    ["Duong", "Đường phố"],
    ["rīga", "Riga board"],
    ["ziņojums", "ZINOJUMS"],
    ["prilis zlut", "Příliš žluťoučký kůň"],
    ["елка", "Ёлка"],
    ["ёлка", "елка"],
    ["Йошкар", "йошкар-ола"],
    ["会议", "董事会议室"],
    ["会议室", "董事会议室"],
    ["室", "董事会议室"],
    ["board rig", "Riga board trip"],
    ["rig boa", "Riga board trip"],
    ["26 123 456", "+371 26 123 456"],
    ["+37126123456", "+371 26 123 456"],
    ["2612345", "+37126123456;ext=45"],
    ["45", "+37126123456;ext=45"],
    ["a.sample@exam", "mail a.sample@example.com."],
    ["a.sample@example.com board", "board of a.sample@example.com"],
    ["example.com", "a.sample@example.com"],
    ["sample", "A.Sample@Example.com"],
    ["bt617", "BT617 to Riga"],
    ["ｂｔ６１７", "BT617"],
    ["", "anything"],
  ])("for “%s” finds “%s”", (query, subject) => expect(finds(query, subject)).toBe(true));

  it.each([
    ["rigas board", "Riga board trip"],
    ["oard", "Riga board"],
    ["и", "й"],
    ["议会", "董事会议室"],
    ["26 123 457", "+371 26 123 456"],
  ])("for “%s” does not find “%s”", (query, subject) => expect(finds(query, subject)).toBe(false));

  it("finds any text by itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const asked = queryTerms(text.replaceAll("@", " "));
        const terms = searchTerms(recordOf(KINDS.call!, { subject: text.replaceAll("@", " ") }));
        for (const term of asked) expect(terms).toContain(term);
      }),
    );
  });

  it("folds a text once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("finds a trip by its bookings, and nothing by what is hidden", () => {
    const trip = recordOf(
      KINDS.trip!,
      { title: "Riga" },
      { reservations: { item0001: { reservationNumber: "XK4P2Z", foundBy: "microdata" } } },
    );
    expect(searchTerms(trip)).toContain("xk4p2z");
    expect(searchTerms(trip)).not.toContain("microdata");
    expect(searchTerms({ ...trip, kind: "hologram" })).toContain("microdata");
  });

  it("keeps the index of a pasted book small", () => {
    const book = Array.from({ length: 30_000 }, (_, at) => `w${at.toString(36)}`).join(" ");
    expect(searchTerms(recordOf(KINDS.task!, { note: book })).length).toBeLessThanOrEqual(4000);
  });
});

describe("the people of a record", () => {
  it("are its addresses and numbers, each once", () => {
    const reply = recordOf(KINDS.reply!, {
      to: "Sample Caller <A.Sample@Example.com>, b@example.com",
      cc: "b@example.com",
    });
    expect(personKeys(reply)).toEqual(["a.sample@example.com", "b@example.com"]);
    const contact = recordOf(KINDS.contact!, {
      tel: "+37126123456;ext=45",
      tel2: "26 123 456",
      email: "A@example.com",
    });
    expect(personKeys(contact)).toEqual(["+37126123456", "a@example.com"]);
  });

  it("have one key however they are written", () => {
    expect(personKey(" A@Example.com ")).toBe("a@example.com");
    expect(personKey("+37126123456;ext=45")).toBe("+37126123456");
    for (const text of ["26 123 456", "Sample Caller", "", "a@b c@d"]) expect(personKey(text)).toBeNull();
  });
});

describe("A term", () => {
  it("is for the terms of a text, and no others", () => {
    const terms = (subject: string) => searchTerms(recordOf(KINDS.call!, { subject })).toSorted();
    expect(terms("a@b.example..")).toEqual(["a", "a@b.example", "b", "example"]);
    expect(terms("12 345 67")).toEqual(["12", "1234567", "234567", "345", "67"]);
    expect(terms("会议室 ok")).toEqual(["ok", "会", "会议", "室", "议", "议室"].toSorted());
    expect(terms("—")).toEqual([]);
    expect(terms("ab会cd")).toEqual(["ab", "cd", "会"].toSorted());
  });

  it("is asked for in its terms: a long number as one, an address as one, a short number as it stands", () => {
    expect(queryTerms("+371 26-123 456")).toEqual(["37126123456"]);
    expect(queryTerms("123 456")).toEqual(["123", "456"]);
    expect(queryTerms("A@Example.com b")).toEqual(["a@example.com", "b"]);
    expect(queryTerms("室")).toEqual(["室"]);
    expect(queryTerms("会议室")).toEqual(["会议", "议室"]);
    expect(queryTerms("bt1234567890x")).toEqual(["bt1234567890x"]);
    expect(queryTerms("a a")).toEqual(["a"]);
    expect(queryTerms(`${"x ".repeat(200)}late`)).toEqual(["x"]);
  });

  it("looks into lines, texts, numbers and addresses that are not hidden, into lists too, and into all of what is not known", () => {
    const member = "0123456789abcdef0123456789abcdef";
    const contact = { fn: "aa", tel: "+37126123456", email: "bb@example.com", note: "cc", assignee: member };
    const found = searchTerms(recordOf(KINDS.contact!, contact));
    for (const term of ["aa", "37126123456", "bb@example.com", "cc"]) expect(found).toContain(term);
    expect(found).not.toContain(member);
    const trip = recordOf(
      KINDS.trip!,
      {},
      {
        reservations: { item0001: { title: "dd", startsAt: "2026-12-03T10:00:00Z", lost: "ee" } },
        guests: { item0001: { title: "ff" } },
      },
    );
    expect(searchTerms(trip)).toContain("dd");
    for (const none of ["ee", "ff"]) expect(searchTerms(trip)).not.toContain(none);
    expect(searchTerms({ ...trip, kind: "hologram" })).toEqual(
      expect.arrayContaining(["dd", "ee", "ff", "2026"]),
    );
  });
});
