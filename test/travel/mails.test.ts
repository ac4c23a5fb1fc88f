import { describe, expect, it } from "vitest";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { airports } from "./airports.ts";
import { f1, type Score, scoreReservations } from "./mails/expectation.ts";
import { generateBookings } from "./mails/generate.ts";
import { LATER_TEMPLATES } from "./mails/later-no-bookings.ts";
import { nearTemplates } from "./mails/near-bookings.ts";
import { generatePlainMails } from "./mails/no-bookings.ts";
import { type SampleMail, writtenMails } from "./mails/written.ts";

const written = writtenMails();
const generated = generateBookings(7, 1);

function read(mail: SampleMail): unknown[] {
  const around = { mailDate: mail.mailDate, from: mail.from, subject: mail.subject };
  const input =
    mail.html === undefined
      ? { ...around, kind: "text" as const, text: mail.text ?? "" }
      : { ...around, kind: "html" as const, html: mail.html };
  return readBookings(input, airports).map((found) => found.reservation);
}

const score = (mails: readonly SampleMail[]): Score[] =>
  mails.map((mail) => scoreReservations(mail.expected, read(mail)));

describe("plain booking mails", () => {
  it("are at least 150, of which 50 are written out singly, in at least ten languages", () => {
    expect(written.length).toBeGreaterThanOrEqual(50);
    expect(written.length + generated.length).toBeGreaterThanOrEqual(150);
    expect(new Set(generated.map((mail) => mail.id.split("-")[2])).size).toBeGreaterThanOrEqual(10);
    expect(generated.some((mail) => mail.html)).toBe(true);
  });

  it("are read to 0.97 F1 where the rules were made for them", () => {
    expect(f1(score([...written, ...generated].filter((mail) => !mail.aside)))).toBeGreaterThanOrEqual(0.97);
  });

  it("are read to 0.90 F1 where they were set aside, written and generated", () => {
    expect(f1(score(written.filter((mail) => mail.aside)))).toBeGreaterThanOrEqual(0.9);
    expect(f1(score(generated.filter((mail) => mail.aside)))).toBeGreaterThanOrEqual(0.9);
  });

  // At first sight, before any rule was made for them, the first sixty were read to 0.788, the next thirty to 0.836,
  // twenty to 0.877, sixty to 0.765, thirty to 0.802, thirty to 0.839, twenty to 0.866, thirty-three to 0.925, thirty to
  // 0.900, thirty to 0.849, twenty to 0.856, twenty to 0.907, twenty to 0.913, thirty to 0.792 and, after what these
  // taught, thirty to 0.900, fifteen to 0.879, sixty to 0.878 and, after these, thirty-two to 0.947; of the mails below
  // 32 of 200, 10 of 244, 45 of 215, 25 of 310, 37 of 150, 6 of 200 and 20 of 126 were taken for bookings.
  it("that were written later in other layouts are read to 0.97 F1", () => {
    const later = writtenMails("fresh");
    expect(later.length).toBeGreaterThanOrEqual(562);
    expect(f1(score(later))).toBeGreaterThanOrEqual(0.97);
  });

  // At first sight the first twelve were read to 0.971, the next twelve to 0.961.
  it("that no rule was made for are read to 0.90 F1", () => {
    expect(f1(score(writtenMails("unseen")))).toBeGreaterThanOrEqual(0.9);
  });

  it("are read as well with other contents of the same layouts", () => {
    expect(f1(score(generateBookings(20_261, 2)))).toBeGreaterThanOrEqual(0.9);
  });
});

describe("mails that book nothing", () => {
  it.each([
    ["give a booking", generatePlainMails(11, 500)],
    ["that come near to one give a booking", generatePlainMails(5, 200, LATER_TEMPLATES)],
    [
      "that are offers, refunds, statements and timetables give a booking",
      generatePlainMails(3, 244, nearTemplates()),
    ],
    [
      "that are waiting lists, questions about past stays, claims and choices give a booking",
      generatePlainMails(17, 215, nearTemplates("fourth.txt")),
    ],
    [
      "that are baskets somebody left, quotes, reviews, appointments and deliveries give a booking",
      generatePlainMails(23, 310, nearTemplates("fifth.txt")),
    ],
    [
      "that are price alerts, statements of points, invoices, letters for a visa and requests for approval give a booking",
      generatePlainMails(29, 150, nearTemplates("sixth.txt")),
    ],
    [
      "that are webinars, delivery slots, invoices for past stays, expenses and appointments give a booking",
      generatePlainMails(31, 200, nearTemplates("seventh.txt")),
    ],
    [
      "that are bids, full houses, new routes, footprints, leases and looks back on a year give a booking",
      generatePlainMails(31, 126, nearTemplates("eighth.txt")),
    ],
  ])("%s in at most one of a hundred", (_, mails) => {
    const wrong = mails.filter(
      (mail) =>
        readBookings(
          { kind: "text", text: mail.text, mailDate: mail.mailDate, subject: mail.subject },
          airports,
        ).length > 0,
    );
    expect(wrong.map((mail) => mail.id).length).toBeLessThanOrEqual(mails.length / 100);
  });
});
