import { daysIn } from "../../../shared/travel/text/dates.ts";
import { parseExpectation } from "./expectation.ts";
import { LAYOUTS, type Trip } from "./layouts.ts";
import { PHRASES, TRAVELLERS } from "./phrases.ts";
import type { SampleMail } from "./written.ts";

const AIRPORTS =
  "RIX Riga|VIE Vienna|FRA Frankfurt|AMS Amsterdam|LHR London Heathrow|ARN Stockholm|MAD Madrid|FCO Roma Fiumicino|LIS Lisboa|WAW Warszawa|PRG Praha|SGN Ho Chi Minh|HND Tokyo Haneda|PVG Shanghai Pudong|CDG Paris|OSL Oslo|HEL Helsinki|ZRH Zürich".split(
    "|",
  );
const CARRIERS = "BT LH OS KL AF IB TP LO AY SK LX VN NH MU BA".split(" ");
const STATIONS =
  "Berlin Hbf|Wien Hbf|Praha hl.n.|Paris Gare de Lyon|Lyon Part-Dieu|Milano Centrale|Roma Termini|Madrid Atocha|Warszawa Centralna|Amsterdam Centraal|Brussel-Zuid|Daugavpils|Zürich HB|Budapest Keleti".split(
    "|",
  );
const TRAINS = "ICE 703|EC 171|TGV 6609|IC 2311|RJ 1035|AVE 3131|EN 442|IR 2045".split("|");
const HOUSES =
  "Hotel Sample Riga|Grand Hotel Muster|Hôtel Exemple|Albergo Esempio|Hotel Voorbeeld|Sample Harbour Hostel|Hotel Przykład".split(
    "|",
  );

/** A small seeded source of chance (mulberry32): the same seed always makes the same mails. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes booking mails: every layout in every language, `rounds` times with other contents. */
export function generateBookings(seed: number, rounds: number): SampleMail[] {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const two = (value: number) => String(value).padStart(2, "0");
  const mails: SampleMail[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const layout of LAYOUTS) {
      for (const [language, words] of PHRASES) {
        const [from = "", to = ""] =
          layout.kind === "flight" ? pickTwo(AIRPORTS, random) : pickTwo(STATIONS, random);
        const month = 1 + Math.floor(random() * 12);
        const day = 1 + Math.floor(random() * 26);
        const [hour, minute] = [6 + Math.floor(random() * 12), 5 * Math.floor(random() * 12)];
        const trip: Trip = {
          language,
          words,
          from,
          to,
          name: pick(TRAVELLERS[language] ?? ["Sample Caller"]),
          reference:
            layout.kind === "flight"
              ? `${pick([..."KLMNPQRST"])}${digits(1)}${pick([..."ABCDFG"])}${pick([..."HJKLW"])}${digits(1)}X`
              : digits(8),
          number:
            layout.kind === "flight"
              ? `${pick(CARRIERS)} ${100 + Math.floor(random() * 2800)}`
              : layout.kind === "train"
                ? pick(TRAINS)
                : `N${10 + Math.floor(random() * 80)}`,
          seat: `${2 + Math.floor(random() * 28)}${layout.kind === "flight" ? pick([..."ACDF"]) : ""}`,
          coach: String(1 + Math.floor(random() * 14)),
          house: pick(HOUSES),
          day: `2026-${two(month)}-${two(day)}`,
          leaves: `${two(hour)}:${two(minute)}`,
          arrives: `${two(hour + 2)}:${two((minute + 35) % 60)}`,
          until: `2026-${two(month)}-${two(Math.min(day + 2, daysIn(month, 2026)))}`,
          price: `${40 + Math.floor(random() * 400)}.${two(Math.floor(random() * 100))}`,
          party: 2 + Math.floor(random() * 7),
        };
        const made = layout.make(trip);
        mails.push({
          id: `${layout.id}-${language}-${round}`,
          mailDate: new Date(Date.parse(trip.day) - 86_400_000 * (3 + Math.floor(random() * 40)))
            .toISOString()
            .slice(0, 10),
          from: `booking@sample-${layout.kind}.example`,
          subject: trip.words.confirmed ?? "",
          expected: [parseExpectation(made.expect)],
          aside: layout.aside,
          ...(made.html ? { html: made.html } : { text: made.text ?? "" }),
        });
      }
    }
  }
  return mails;
}

function pickTwo(list: readonly string[], random: () => number): [string, string] {
  const first = Math.floor(random() * list.length);
  const second = (first + 1 + Math.floor(random() * (list.length - 1))) % list.length;
  return [list[first] ?? "", list[second] ?? ""];
}
