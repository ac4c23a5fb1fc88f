import type { Phrases } from "./phrases.ts";

/** Everything that a layout may show of one booking. Flights' places are "RIX Riga". */
export type Trip = {
  language: string;
  words: Phrases;
  from: string;
  to: string;
  name: string;
  reference: string;
  number: string;
  seat: string;
  coach: string;
  house: string;
  day: string;
  leaves: string;
  arrives: string;
  until: string;
  price: string;
  party: number;
};
type Made = { text?: string; html?: string; expect: string };
export type Layout = {
  id: string;
  kind: "flight" | "train" | "bus" | "stay" | "car" | "table";
  aside: boolean;
  make: (trip: Trip) => Made;
};

/** A day as the language writes it: in figures, or with the month's name. */
export function writeDay(day: string, language: string, long: boolean): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (long)
    return new Intl.DateTimeFormat(language, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }).format(date);
  const [year, month, number] = day.split("-");
  const east = language === "zh" || language === "ja";
  return east
    ? `${year}/${month}/${number}`
    : ["de", "pl", "cs", "lv", "ru"].includes(language)
      ? `${number}.${month}.${year}`
      : `${number}/${month}/${year}`;
}

const colon = (trip: Trip) =>
  trip.language === "zh" || trip.language === "ja" ? "：" : trip.language === "fr" ? " : " : ": ";
const name = (place: string) => place.slice(4);
const code = (place: string) => place.slice(0, 3);
const money = (trip: Trip) => `${trip.price} EUR`;
const flightExpect = (trip: Trip, more = "") =>
  `flight | no=${trip.number} | from=${name(trip.from)} (${code(trip.from)}) | to=${name(trip.to)} (${code(trip.to)}) | dep=${trip.day}T${trip.leaves} | arr=${trip.day}T${trip.arrives} | ref=${trip.reference}${more}`;
const rideExpect = (kind: string, trip: Trip, more = "") =>
  `${kind} | no=${trip.number} | from=${trip.from} | to=${trip.to} | dep=${trip.day}T${trip.leaves} | arr=${trip.day}T${trip.arrives} | ref=${trip.reference}${more}`;
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

export const LAYOUTS: readonly Layout[] = [
  {
    id: "flight-list",
    kind: "flight",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}.`,
          "",
          `${w.reference}${c}${trip.reference}`,
          `${w.passenger}${c}${trip.name}`,
          `${w.flight}${c}${trip.number}`,
          `${w.date}${c}${writeDay(trip.day, trip.language, true)}`,
          `${w.departure}${c}${trip.leaves} ${name(trip.from)} (${code(trip.from)})`,
          `${w.arrival}${c}${trip.arrives} ${name(trip.to)} (${code(trip.to)})`,
          `${w.seat}${c}${trip.seat}`,
          `${w.total}${c}${money(trip)}`,
        ].join("\n"),
        expect: flightExpect(trip, ` | name=${trip.name} | seat=${trip.seat} | price=${money(trip)}`),
      };
    },
  },
  {
    id: "flight-arrow",
    kind: "flight",
    aside: false,
    make: (trip) => ({
      text: `${trip.words.confirmed}\n\n${trip.words.reference} ${trip.reference}\n\n${trip.number}  ·  ${writeDay(trip.day, trip.language, false)}\n${name(trip.from)} (${code(trip.from)}) ${trip.leaves} → ${name(trip.to)} (${code(trip.to)}) ${trip.arrives}\n\n${trip.words.passenger}${colon(trip)}${trip.name}\n`,
      expect: flightExpect(trip, ` | name=${trip.name}`),
    }),
  },
  {
    id: "flight-table",
    kind: "flight",
    aside: true,
    make: (trip) => {
      const { words: w } = trip;
      const date = writeDay(trip.day, trip.language, false);
      return {
        html: `<html><body><h1>${w.confirmed}</h1><table>${row(w.reference ?? "", `<b>${trip.reference}</b>`)}${row(w.passenger ?? "", trip.name)}</table>
<table><tr><th>${w.flight}</th><th>${w.from}</th><th>${w.to}</th><th>${w.departure}</th><th>${w.arrival}</th></tr>
${row(trip.number, `${name(trip.from)} (${code(trip.from)})`, `${name(trip.to)} (${code(trip.to)})`, `${date} ${trip.leaves}`, `${date} ${trip.arrives}`)}</table><p>${w.total}${colon(trip)}${money(trip)}</p></body></html>`,
        expect: flightExpect(trip, ` | name=${trip.name} | price=${money(trip)}`),
      };
    },
  },
  {
    id: "flight-blocks",
    kind: "flight",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      return {
        html: `<div><p>${w.confirmed}</p><p>${w.reference}<br><strong>${trip.reference}</strong></p><div>${w.departure}</div><div>${name(trip.from)} (${code(trip.from)})</div><div>${writeDay(trip.day, trip.language, true)}</div><div>${trip.leaves}</div>
<div>${w.arrival}</div><div>${name(trip.to)} (${code(trip.to)})</div><div>${writeDay(trip.day, trip.language, true)}</div><div>${trip.arrives}</div><div>${w.flight}</div><div>${trip.number}</div></div>`,
        expect: flightExpect(trip),
      };
    },
  },
  {
    id: "flight-quoted",
    kind: "flight",
    aside: true,
    make: (trip) => ({
      text: `FYI\n\n> ${trip.words.confirmed}\n> ${trip.words.reference}${colon(trip)}${trip.reference}\n>\n> ${writeDay(trip.day, trip.language, true)}\n> ${trip.leaves}  ${name(trip.from)} (${code(trip.from)})\n> ${trip.arrives}  ${name(trip.to)} (${code(trip.to)})\n> ${trip.words.flight} ${trip.number}, ${trip.words.seat} ${trip.seat}\n> ${trip.words.passenger}${colon(trip)}${trip.name}\n`,
      expect: flightExpect(trip, ` | name=${trip.name} | seat=${trip.seat}`),
    }),
  },
  {
    id: "stay-list",
    kind: "stay",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}.`,
          `${w.hotel}${c}${trip.house}`,
          `${w.reference}${c}${trip.reference}`,
          `${w.guest}${c}${trip.name}`,
          `${w.checkin}${c}${writeDay(trip.day, trip.language, true)}, 15:00`,
          `${w.checkout}${c}${writeDay(trip.until, trip.language, true)}, 11:00`,
          `2 ${w.nights}`,
          `${w.total}${c}${money(trip)}`,
        ].join("\n"),
        expect: `stay | house=${trip.house} | in=${trip.day}T15:00 | out=${trip.until}T11:00 | ref=${trip.reference} | name=${trip.name} | price=${money(trip)}`,
      };
    },
  },
  {
    id: "stay-table",
    kind: "stay",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      return {
        html: `<table>${row(w.confirmed ?? "")}</table><h2>${trip.house}</h2><table>${row(`<b>${w.checkin}</b>`, writeDay(trip.day, trip.language, false))}${row(`<b>${w.checkout}</b>`, writeDay(trip.until, trip.language, false))}${row(w.reference ?? "", trip.reference)}${row(w.guest ?? "", trip.name)}${row("", `2 ${w.nights}`)}${row(w.total ?? "", money(trip))}</table>`,
        expect: `stay | house=${trip.house} | in=${trip.day} | out=${trip.until} | ref=${trip.reference} | name=${trip.name} | price=${money(trip)}`,
      };
    },
  },
  {
    id: "stay-columns",
    kind: "stay",
    aside: true,
    make: (trip) => {
      const { words: w } = trip;
      return {
        html: `<p>${w.confirmed}</p><p>${w.hotel}${colon(trip)}<b>${trip.house}</b></p><table><tr><th>${w.checkin}</th><th>${w.checkout}</th></tr>${row(writeDay(trip.day, trip.language, true), writeDay(trip.until, trip.language, true))}</table><p>2 ${w.nights}</p><p>${w.reference}${colon(trip)}${trip.reference}</p><p>${w.guest}${colon(trip)}${trip.name}</p>`,
        expect: `stay | house=${trip.house} | in=${trip.day} | out=${trip.until} | ref=${trip.reference} | name=${trip.name}`,
      };
    },
  },
  {
    id: "train-list",
    kind: "train",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}`,
          `${w.reference}${c}${trip.reference}`,
          `${w.passenger}${c}${trip.name}`,
          `${w.train}${c}${trip.number}`,
          `${w.departure}${c}${trip.from}, ${writeDay(trip.day, trip.language, false)} ${trip.leaves}`,
          `${w.arrival}${c}${trip.to}, ${writeDay(trip.day, trip.language, false)} ${trip.arrives}`,
          `${w.coach}${c}${trip.coach}`,
          `${w.seat}${c}${trip.seat}`,
          `${w.total}${c}${money(trip)}`,
        ].join("\n"),
        expect: rideExpect(
          "train",
          trip,
          ` | name=${trip.name} | coach=${trip.coach} | seat=${trip.seat} | price=${money(trip)}`,
        ),
      };
    },
  },
  {
    id: "train-columns",
    kind: "train",
    aside: true,
    make: (trip) => {
      const pad = (text: string, width: number) =>
        text +
        " ".repeat(
          Math.max(2, width - [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)),
        );
      const date = writeDay(trip.day, trip.language, false);
      return {
        text: `${trip.words.confirmed}\n${trip.words.reference}${colon(trip)}${trip.reference}\n\n${pad(trip.from, 30)}${pad(date, 14)}${pad(trip.leaves, 8)}${trip.number}\n${pad(trip.to, 30)}${pad(date, 14)}${trip.arrives}\n\n${trip.words.passenger}${colon(trip)}${trip.name}\n`,
        expect: rideExpect("train", trip, ` | name=${trip.name}`),
      };
    },
  },
  {
    id: "bus-list",
    kind: "bus",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}`,
          `${w.reference}${c}${trip.reference}`,
          `${w.bus}${c}${trip.number}`,
          `${w.date}${c}${writeDay(trip.day, trip.language, true)}`,
          `${w.from}${c}${trip.from}`,
          `${w.to}${c}${trip.to}`,
          `${w.departure}${c}${trip.leaves}`,
          `${w.arrival}${c}${trip.arrives}`,
          `${w.passenger}${c}${trip.name}`,
        ].join("\n"),
        expect: rideExpect("bus", trip, ` | name=${trip.name}`),
      };
    },
  },
  {
    id: "car-list",
    kind: "car",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}`,
          `${w.reference}${c}${trip.reference}`,
          `${w.driver}${c}${trip.name}`,
          `${w.car}${c}Sample Compact`,
          `${w.pickup}${c}Riga Airport, ${writeDay(trip.day, trip.language, true)}, ${trip.leaves}`,
          `${w.dropoff}${c}Riga Airport, ${writeDay(trip.until, trip.language, true)}, ${trip.arrives}`,
          `${w.total}${c}${money(trip)}`,
        ].join("\n"),
        expect: `car | model=Sample Compact | pickup=Riga Airport | dropoff=Riga Airport | start=${trip.day}T${trip.leaves} | end=${trip.until}T${trip.arrives} | ref=${trip.reference} | name=${trip.name} | price=${money(trip)}`,
      };
    },
  },
  {
    id: "table-list",
    kind: "table",
    aside: false,
    make: (trip) => {
      const { words: w } = trip;
      const c = colon(trip);
      return {
        text: [
          `${w.confirmed}`,
          `${w.restaurant}${c}Sample Bistro`,
          `${w.date}${c}${writeDay(trip.day, trip.language, true)}`,
          `${w.time}${c}${trip.arrives}`,
          `${w.persons}${c}${trip.party}`,
          `${w.guest}${c}${trip.name}`,
          `${w.reference}${c}${trip.reference}`,
        ].join("\n"),
        expect: `table | house=Sample Bistro | start=${trip.day}T${trip.arrives} | party=${trip.party} | name=${trip.name} | ref=${trip.reference}`,
      };
    },
  },
  {
    id: "table-sentence",
    kind: "table",
    aside: true,
    make: (trip) => {
      const { words: w } = trip;
      return {
        html: `<div><h2>Sample Bistro</h2><p>${w.confirmed}</p><table>${row(w.restaurant ?? "", "Sample Bistro")}${row(w.date ?? "", writeDay(trip.day, trip.language, true))}${row(w.time ?? "", trip.arrives)}${row(w.persons ?? "", String(trip.party))}${row(w.reference ?? "", trip.reference)}</table></div>`,
        expect: `table | house=Sample Bistro | start=${trip.day}T${trip.arrives} | party=${trip.party} | ref=${trip.reference}`,
      };
    },
  },
];
