import type { JsonObject, Reservation } from "../reservation.ts";
import type { TimeToken } from "../text/times.ts";
import { type Document, dayIn } from "./document.ts";
import type { Leg, Stop } from "./leg-state.ts";
import { addDays } from "./year.ts";

export type RideKind = "flight" | "train" | "bus" | "ferry";

const SHAPES = {
  flight: {
    reservation: "FlightReservation",
    trip: "Flight",
    station: "Airport",
    dep: "departureAirport",
    arr: "arrivalAirport",
  },
  train: {
    reservation: "TrainReservation",
    trip: "TrainTrip",
    station: "TrainStation",
    dep: "departureStation",
    arr: "arrivalStation",
  },
  bus: {
    reservation: "BusReservation",
    trip: "BusTrip",
    station: "BusStation",
    dep: "departureBusStop",
    arr: "arrivalBusStop",
  },
  ferry: {
    reservation: "BoatReservation",
    trip: "BoatTrip",
    station: "BoatTerminal",
    dep: "departureBoatTerminal",
    arr: "arrivalBoatTerminal",
  },
} as const;

/** Words of languages that set none apart (`within`) are found wherever they stand. */
const word = (list: string, within: string) =>
  new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})|${within}`, "giu");
const WORDS: [RideKind, RegExp][] = [
  [
    "ferry",
    word(
      "ferry|ferries|ferrys|crossing|sailing|m\\/s|m\\/v|überfahrt|fähr(?:e|en|ticket|fahrt|überfahrt|hafen)\\p{L}*|traversées?|travesía|traversata|travessia|overtocht|veer(?:boot|dienst)|rejs|prom(?:u|em|owy|owa|owe)?|plavba|trajekt\\p{L}*|traghett[oi]|prām\\p{L}*|färj\\p{L}*|færge\\p{L}*|ferge\\p{L}*|паром\\p{L}*|phà|tàu cao tốc|vehicle deck|cabin deck",
      "フェリー|渡轮|轮船|船票",
    ),
  ],
  [
    "bus",
    word(
      "bus|buses|busse[ns]?|buss\\p{L}{0,3}|(?:fern|reise|linien|nacht)?bus(?:bahnhof|fahrt|ticket|tickets|reise|linie|halt|rejse|resa)\\p{L}{0,3}|fernbus\\p{L}*|reisebus\\p{L}*|coach (?:station|stn|ticket|service|stop)|coaches|(?:billet|gare|ligne) de car|gare routière|autoestación|autostazione|stazione (?:dei )?pullman|pullman|rodoviári[ao]|ônibus|autob[uú]s\\p{L}*|autocar\\p{L}*|autokar\\p{L}*|автобус\\p{L}*|bến xe|xe khách|xe buýt|xe limousine|bussijaam|autoosta\\p{L}{0,2}|bus stop|bus station",
      "バス(?![タルケ])|长途汽车|长途客运|巴士|汽车票|大巴",
    ),
  ],
  [
    "train",
    word(
      "trains?|rail|railways?|zug|züge|zug(?:fahrt|ticket|reise|verbindung|bindung)\\p{L}{0,2}|bahn|bahn(?:fahrt|ticket|reise|steig)\\p{L}{0,2}|gleis|gare(?! routière)|tren|trenes|treni?|treno|comboios?|trein\\p{L}*|pociąg\\p{L}*|vlak\\p{L}*|vilcien\\p{L}*|поезд\\p{L}*|железнодорож\\p{L}*|ж\\/д|вагон|tåg\\p{L}*|tog(?:et|rejse|billet)?|tàu(?! cao tốc)|ga đi|dzelzceļ\\p{L}*|voiture|e-billet|fahrkarten?|wagen|stacja",
      "列车|火车|高铁|动车|新幹線|列車|电车|電車",
    ),
  ],
  [
    "flight",
    word(
      "flights?|airlines?|airport|flug\\p{L}*|flüge\\p{L}*|(?:hin|rück|weiter|ab)fl[uü]ge?|vols?|vuelos?|vol[oi]|voos?|vluchten|\\p{L}{0,6}vlucht|loty?|lotu|lotnicz\\p{L}*|let|letu|letenk\\p{L}*|lidojum\\p{L}*|рейс\\p{L}*|авиа\\p{L}*|chuyến bay|vé máy bay|flyg\\p{L}*|flyrejse\\p{L}*",
      "航班|机票|フライト|航空券|搭乗",
    ),
  ],
];

/** How often a text speaks of each kind of ride. */
export type KindWords = ReadonlyMap<RideKind, number>;

export function countKinds(text: string): KindWords {
  return new Map(WORDS.map(([kind, words]) => [kind, text.match(words)?.length ?? 0]));
}

/** Gives the kind that a leg is, by its number first, else by the words around it and in the whole text. */
export function rideKind(leg: Leg, document: Document, whole: KindWords): RideKind | undefined {
  if (leg.ship) return "ferry";
  const near = countKinds(
    document.lines
      .slice(Math.max(0, leg.firstLine - 3), leg.lastLine + 3)
      .map((line) => line.text)
      .join("\n"),
  );
  if (readAsFlight(leg, near, whole)) return "flight";
  if (leg.train || (leg.coach && !leg.vehicle && !leg.flight)) return "train";
  const of = (kind: RideKind) => (near.get(kind) ?? 0) * 3 + (whole.get(kind) ?? 0);
  if (leg.flight) {
    const coded = leg.dep.iata !== undefined && leg.arr.iata !== undefined;
    const rail = of("train") > of("flight") * 2 && (near.get("flight") ?? 0) === 0;
    return rail && (!coded || of("train") > 4) ? "train" : "flight";
  }
  // What has coaches is a train, whatever its line is called.
  if (leg.vehicle && leg.coach && of("bus") === 0) {
    leg.train = leg.vehicle;
    return "train";
  }
  if (leg.vehicle && (/^Bus ?\d/.test(leg.vehicle) || (near.get("train") ?? 0) === 0)) return "bus";
  const best = (["ferry", "bus", "train", "flight"] as const).reduce((a, b) => (of(b) > of(a) ? b : a));
  return of(best) > 0 ? best : undefined;
}

/** Some airlines have the letters of a kind of train: between two airports' codes, where flights are spoken of, it is theirs. */
function readAsFlight(leg: Leg, near: KindWords, whole: KindWords): boolean {
  const [, carrier, number] = /^([A-Z]{2}) (\d{1,4})$/.exec(leg.train ?? "") ?? [];
  const of = (kind: RideKind) => (near.get(kind) ?? 0) * 3 + (whole.get(kind) ?? 0);
  if (!carrier || !number || leg.flight || leg.coach || leg.dep.platform) return false;
  if (!leg.dep.iata || !leg.arr.iata || of("train") > of("flight")) return false;
  if (of("flight") === 0 && (leg.dep.bare || leg.arr.bare)) return false;
  leg.flight = { carrier, number: number.replace(/^0+(?=\d)/, "") };
  return true;
}

/** Gives the reservation of a leg, `later` days after the one it names, times still without zones, or undefined when the leg lacks what a ride needs. */
export function rideReservation(
  leg: Leg,
  kind: RideKind,
  document: Document,
  later = 0,
): Reservation | undefined {
  const shape = SHAPES[kind];
  const named = leg.dep.date ? dayIn(document, leg.dep.date) : document.defaultDay;
  const depDay = named && addDays(named, later);
  if (!depDay || !(leg.dep.name || leg.dep.iata) || !(leg.arr.name || leg.arr.iata)) return undefined;
  const trip: JsonObject = { "@type": shape.trip };
  if (kind === "flight") {
    if (leg.flight) {
      trip.flightNumber = leg.flight.number;
      trip.airline = {
        "@type": "Airline",
        iataCode: leg.flight.carrier,
        ...(leg.operator ? { name: leg.operator } : {}),
      };
    }
    if (!leg.flight && !(leg.dep.iata && leg.arr.iata)) return undefined;
  } else if (kind === "train")
    trip.trainNumber = leg.train ?? (leg.flight && `${leg.flight.carrier} ${leg.flight.number}`);
  else if (kind === "bus" && leg.vehicle) Object.assign(trip, lineOf(leg.vehicle));
  else if (kind === "ferry" && leg.ship) trip.name = leg.ship;
  if (leg.operator && (kind === "train" || kind === "bus"))
    trip.provider = { "@type": "Organization", name: leg.operator };
  trip[shape.dep] = station(leg.dep, shape.station, kind);
  trip[shape.arr] = station(leg.arr, shape.station, kind);
  if (leg.dep.time) trip.departureTime = `${depDay}T${clock(leg.dep.time)}`;
  if (leg.arr.time) {
    let day = (leg.arr.date && leg.arr.date !== leg.dep.date && dayIn(document, leg.arr.date)) || depDay;
    if (leg.arr.time.nextDay) day = addDays(depDay, leg.arr.time.nextDay);
    else if (kind !== "flight" && day === depDay && leg.dep.time && clock(leg.arr.time) < clock(leg.dep.time))
      day = addDays(day, 1);
    trip.arrivalTime = `${day}T${clock(leg.arr.time)}`;
  }
  trip.departureDay = depDay;
  if (leg.boarding && kind === "flight") trip.boardingTime = `${depDay}T${clock(leg.boarding)}`;
  setStopDetails(trip, "departure", leg.dep, kind);
  setStopDetails(trip, "arrival", leg.arr, kind);
  const reservation: Reservation = {
    "@context": "http://schema.org",
    "@type": shape.reservation,
    reservationFor: trip,
  };
  if (kind === "flight") {
    if (leg.seat) reservation.airplaneSeat = leg.seat;
  } else if (leg.seat || leg.coach) {
    reservation.reservedTicket = {
      "@type": "Ticket",
      ticketedSeat: {
        "@type": "Seat",
        ...(leg.seat ? { seatNumber: leg.seat } : {}),
        ...(leg.coach ? { seatSection: leg.coach } : {}),
      },
    };
  }
  return reservation;
}

/** "Praha → Vídeň (SA)" is a line's name and its number; anything else is a number. */
function lineOf(text: string): JsonObject {
  const parts = /^(.{3,60}?)\s?\(([\p{L}\d]{1,8})\)$/u.exec(text);
  return parts ? { busName: parts[1], busNumber: parts[2] } : { busNumber: text };
}

function setStopDetails(trip: JsonObject, side: "departure" | "arrival", stop: Stop, kind: RideKind): void {
  if (stop.platform && kind !== "flight") trip[`${side}Platform`] = stop.platform;
  if (stop.terminal && kind === "flight") trip[`${side}Terminal`] = stop.terminal;
  if (stop.gate && kind === "flight") trip[`${side}Gate`] = stop.gate;
}

/** Off the ground, what looks like an airport's code or terminal is part of a station's name: "Rīga SAO", "Pier Terminal 2". */
function station(stop: Stop, type: string, kind: RideKind): JsonObject {
  const flight = kind === "flight";
  const code = flight || !stop.bare ? stop.iata : undefined;
  const name = [
    stop.name,
    flight || code ? undefined : stop.iata,
    kind === "ferry" && stop.name && stop.terminal ? `Terminal ${stop.terminal}` : undefined,
  ]
    .filter(Boolean)
    .join(" ");
  return { "@type": type, ...(code ? { iataCode: code } : {}), ...(name ? { name } : {}) };
}

/** Gives `HH:MM:SS`. */
export function clock(time: TimeToken): string {
  return `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}:00`;
}
