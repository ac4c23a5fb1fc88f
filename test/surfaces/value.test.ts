import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { sayFields, sayItem, sayValue } from "../../extension/surfaces/components/value.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";
import { trip } from "../../shared/records/trip.ts";

const namesIn = async (locale: "en" | "ru" | "vi", region: string) => ({
  words: createWords({ locale, catalogue: await loadCatalogue(locale) }, [region]),
  now: Date.parse("2026-11-23T10:00:00Z"),
  members: [],
  principals: [],
});
const { reservations } = trip.lists;
const flight = {
  type: "FlightReservation",
  title: "TK 1757",
  from: "IST",
  to: "RIX",
  startsAt: "2026-12-03T10:15:00+03:00",
  endsAt: "2026-12-03T12:05:00+02:00",
  reservationNumber: "X7K2PQ",
  status: "ReservationCancelled",
  price: 1640,
  currency: "EUR",
};

describe("An item of a list", () => {
  it("is one line: from where to where, from when to when, what became of it, what it costs", async () => {
    expect(sayItem(reservations, flight, await namesIn("en", "en-GB"))).toBe(
      "Flight · TK 1757 · IST – RIX · Thu 3 Dec 10:15 – 12:05 · X7K2PQ · cancelled · €1,640.00",
    );
  });

  it("is two where it stands in a record: what it is, and the rest", async () => {
    const names = await namesIn("en", "en-GB");
    expect(sayFields(reservations, reservations.named, flight, names)).toBe("Flight · TK 1757 · IST – RIX");
    expect(sayFields(reservations, reservations.line, flight, names)).toBe(
      "Thu 3 Dec 10:15 – 12:05 · X7K2PQ · cancelled · €1,640.00",
    );
  });

  it("says the day on which it ends where that is another, and neither of an end that nobody knows", async () => {
    const names = await namesIn("en", "en-GB");
    const stay = { startsAt: "2026-12-03", endsAt: "2026-12-05", from: "Riga" };
    expect(sayItem(reservations, stay, names)).toBe("Riga · Thu 3 Dec – Sat 5 Dec");
    expect(sayItem(reservations, { startsAt: "2026-12-03T22:50" }, names)).toBe("Thu 3 Dec 22:50");
  });
});

describe("A sum", () => {
  const price = (currency: string) => ({ price: 1640.5, currency });
  const say = async (locale: "ru" | "vi", region: string, currency: string) =>
    sayValue(reservations.item.price, 1640.5, await namesIn(locale, region), price(currency)).replaceAll(
      /\s/g,
      " ",
    );

  it("is written as its region writes it, in its currency", async () => {
    expect(await say("ru", "ru-RU", "eur")).toBe("1 640,50 €");
    expect(await say("vi", "vi-VN", "VND")).toMatch(/^1\.64[01] ₫$/);
  });

  it("in no currency that there is, is a number", async () => {
    expect(await say("ru", "ru-RU", "")).toBe("1 640,5");
    expect(await say("ru", "ru-RU", "eu")).toBe("1 640,5");
  });
});
