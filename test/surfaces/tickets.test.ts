import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readMail } from "../../extension/surfaces/sidebar/bookings.ts";
import {
  attachedTicket,
  looksLikeTicket,
  MOST_MEGABYTES,
  openTicket,
} from "../../extension/surfaces/sidebar/tickets.ts";
import { mail, NOW } from "./sample-world.ts";

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const open = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  openTicket(file(name, content), "2026-11-23");
const zip = (path: string, content: string) => new Uint8Array(zipSync({ [path]: strToU8(content) }));
const text = mail().thread?.messages[0]?.text ?? "";
const around = { from: null, subject: null, date: null };

describe("A ticket in a file", () => {
  it("is read whatever it is: a text, a page, a pass", async () => {
    const pass = zip(
      "pass.json",
      JSON.stringify({
        passTypeIdentifier: "pass.com.example",
        serialNumber: "1",
        eventTicket: { primaryFields: [] },
        semantics: { eventName: "Demo Show", eventStartDate: "2026-12-04T19:00:00+02:00" },
      }),
    );
    const page = `<html><pre>${text}</pre></html>`;
    for (const [name, content] of [
      ["ticket.txt", text],
      ["ticket.html", page],
      ["ticket.pkpass", pass],
    ] as const) {
      const ticket = await open(name, content);
      expect(ticket.problem, name).toBeNull();
      expect(await readMail({ text: "", ...around }, NOW, ticket.inputs), name).toHaveLength(1);
    }
  });

  it("that tells the same as the mail comes once", async () => {
    const { inputs } = await open("ticket.txt", text);
    expect(await readMail({ text, ...around }, NOW, inputs)).toHaveLength(1);
  });

  it("that cannot be read says why", async () => {
    const broken = zip("pass.json", "{").slice(0, 40);
    expect((await open("menu.txt", "Soup and salad")).problem).toBe("none");
    expect((await open("mail.eml", `From: a@example.com\nMIME-Version: 1.0\n\n${text}`)).problem).toBe(
      "unknown",
    );
    expect((await open("ticket.pkpass", broken)).problem).toBe("damaged");
    expect((await open("letter.docx", zip("word/document.xml", "<w:document/>"))).problem).toBe("unknown");
    expect((await open("picture.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0))).problem).toBe(
      "unknown",
    );
    expect((await open("film.pdf", new Uint8Array(MOST_MEGABYTES * 1_000_000 + 1))).problem).toBe("tooLarge");
  });

  it("is looked for among attachments by what they are called", () => {
    expect(attachedTicket(["photo.jpg", "contract.pdf", "Boarding pass.PDF"])).toBe("Boarding pass.PDF");
    expect(attachedTicket(["photo.jpg", "contract.pdf"])).toBe("contract.pdf");
    expect(attachedTicket(["photo.jpg", "offer.pdf.exe"])).toBeNull();
    expect(
      ["a.pkpass", "meeting.ics ", "Электронный билет.pdf", "rezervace.pdf"].every(looksLikeTicket),
    ).toBe(true);
    expect(
      ["contract.pdf", "invoice 12.pdf", "Preise.pdf", "发票.pdf", "ticket.jpg"].some(looksLikeTicket),
    ).toBe(false);
  });
});
