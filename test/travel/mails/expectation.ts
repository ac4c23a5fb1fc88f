/** What a mail of the sets holds, as a flat map of schema.org paths: `reservationFor.departureAirport.iataCode` → `RIX`. */
export type Expected = Map<string, string>;

const ENDS = {
  flight: ["FlightReservation", "Flight", "departureAirport", "arrivalAirport"],
  train: ["TrainReservation", "TrainTrip", "departureStation", "arrivalStation"],
  bus: ["BusReservation", "BusTrip", "departureBusStop", "arrivalBusStop"],
  ferry: ["BoatReservation", "BoatTrip", "departureBoatTerminal", "arrivalBoatTerminal"],
} as const;
const OTHERS = {
  stay: ["LodgingReservation", "LodgingBusiness", "checkinTime", "checkoutTime"],
  car: ["RentalCarReservation", "RentalCar", "pickupTime", "dropoffTime"],
  taxi: ["TaxiReservation", "Taxi", "pickupTime", "dropoffTime"],
  table: ["FoodEstablishmentReservation", "FoodEstablishment", "startTime", "endTime"],
  event: ["EventReservation", "Event", "reservationFor.startDate", "reservationFor.endDate"],
} as const;

/**
 * Reads one line such as `flight | no=OS 682 | from=Riga (RIX) | dep=2026-11-16T07:05`, the short form in which
 * the sets say what a mail holds.
 */
export function parseExpectation(line: string): Expected {
  const [kind = "", ...pairs] = line.split(" | ").map((part) => part.trim());
  const expected: Expected = new Map();
  const status = pairs.includes("status=cancelled") ? "Cancelled" : "Confirmed";
  expected.set("reservationStatus", `http://schema.org/Reservation${status}`);
  const ride = ENDS[kind as keyof typeof ENDS];
  const other = OTHERS[kind as keyof typeof OTHERS];
  expected.set("@type", ride?.[0] ?? other[0]);
  if (ride || kind !== "taxi") expected.set("reservationFor.@type", ride?.[1] ?? other[1]);
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (ride) setRide(expected, kind, ride, key, value);
    else setOther(expected, other, key, value);
  }
  return expected;
}

function setCommon(expected: Expected, key: string, value: string): boolean {
  if (key === "ref") expected.set("reservationNumber", value);
  else if (key === "name") expected.set("underName.name", value);
  else if (key === "price") {
    const [amount = "", currency = ""] = value.split(" ");
    expected.set("totalPrice", String(Number(amount)));
    expected.set("priceCurrency", currency);
  } else return key === "status";
  return true;
}

function setRide(
  expected: Expected,
  kind: string,
  [, , from, to]: readonly string[],
  key: string,
  value: string,
): void {
  if (setCommon(expected, key, value)) return;
  const trip = "reservationFor";
  const place = (end: string | undefined) => {
    const code = kind === "flight" ? /\(([A-Z]{3})\)$/.exec(value)?.[1] : undefined;
    const name = code ? value.slice(0, -5).trim() : value;
    if (code) expected.set(`${trip}.${end}.iataCode`, code);
    if (name) expected.set(`${trip}.${end}.name`, name);
  };
  const number = /^(\S+) (\S+)$/.exec(value);
  if (key === "from") place(from);
  else if (key === "to") place(to);
  else if (key === "dep") expected.set(`${trip}.departureTime`, value);
  else if (key === "arr") expected.set(`${trip}.arrivalTime`, value);
  else if (key === "no" && kind === "flight" && number) {
    expected.set(`${trip}.airline.iataCode`, number[1] ?? "");
    expected.set(`${trip}.flightNumber`, number[2] ?? "");
  } else if (key === "no") expected.set(`${trip}.${kind}Number`, value);
  else if (key === "ship") expected.set(`${trip}.name`, value);
  else if (key === "seat")
    expected.set(kind === "flight" ? "airplaneSeat" : "reservedTicket.ticketedSeat.seatNumber", value);
  else if (key === "coach") expected.set("reservedTicket.ticketedSeat.seatSection", value);
  else
    expected.set(
      `${trip}.${key.replace(/^(dep|arr)/, (side) => (side === "dep" ? "departure" : "arrival")).replace(/(platform|terminal|gate)$/, (what) => what[0]?.toUpperCase() + what.slice(1))}`,
      value,
    );
}

function setOther(expected: Expected, [, , start, end]: readonly string[], key: string, value: string): void {
  if (setCommon(expected, key, value)) return;
  const paths: Record<string, string> = {
    house: "reservationFor.name",
    title: "reservationFor.name",
    venue: "reservationFor.location.name",
    model: "reservationFor.name",
    in: start ?? "",
    out: end ?? "",
    start: start ?? "",
    end: end ?? "",
    pickup: "pickupLocation.name",
    dropoff: "dropoffLocation.name",
    party: "partySize",
  };
  const path = paths[key];
  if (path) expected.set(path, value);
}

/** Derived, or found besides what a mail is about: not counted. */
const NOT_COUNTED =
  /(?:^|\.)(?:geo|address|location\.@type|departureDay|telephone|email|url|@context|modifiedTime|subjectOf|potentialAction|description|provider|airline\.name|ticketNumber|trainName|busName|givenName|familyName)(?:\.|$)|(?:Airport|Station|BusStop|Terminal|airline|underName|reservedTicket|ticketedSeat|Location)\.@type$|^reservationFor\.@type$/;

/** Gives a reservation as such a map. A time is its wall clock to the minute. */
function flattenReservation(value: unknown, path = "", into: Expected = new Map()): Expected {
  if (value === null || value === undefined || value === "") return into;
  if (typeof value === "object") {
    const object = value as Record<string, unknown>;
    if (object["@type"] === "QDateTime") return flattenReservation(String(object["@value"]), path, into);
    for (const [key, inner] of Object.entries(object))
      flattenReservation(inner, path ? `${path}.${key}` : key, into);
    return into;
  }
  if (NOT_COUNTED.test(path)) return into;
  const text = String(value);
  into.set(
    path,
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? text.slice(0, 16) : text.replace(/\s+/g, " ").trim(),
  );
  return into;
}

export type Score = { right: number; wrong: number; missing: number; notes: string[] };

/** Counts the fields of found reservations against what was expected: each is paired with the one it fits best. */
export function scoreReservations(expected: readonly Expected[], found: readonly unknown[]): Score {
  const score: Score = { right: 0, wrong: 0, missing: 0, notes: [] };
  const left = found.map((one) => flattenReservation(one));
  for (const whole of expected) {
    const want = new Map([...whole].filter(([path]) => !NOT_COUNTED.test(path)));
    const fit = (one: Expected) =>
      [...want].filter(([path, value]) => one.get(path) === value).length +
      (one.get("@type") === want.get("@type") ? 100 : -100);
    const best = left.length > 0 ? left.reduce((a, b) => (fit(b) > fit(a) ? b : a)) : undefined;
    const got = best && fit(best) > 0 ? best : new Map<string, string>();
    if (got.size > 0) left.splice(left.indexOf(got), 1);
    for (const [path, value] of want) {
      if (got.get(path) === value) score.right += 1;
      else {
        score.missing += 1;
        score.notes.push(`- ${path}: want ${value}, got ${got.get(path)}`);
      }
    }
    for (const [path, value] of got) {
      if (want.get(path) === value) continue;
      score.wrong += 1;
      if (!want.has(path)) score.notes.push(`+ ${path}: ${value}`);
    }
  }
  for (const one of left) {
    score.wrong += one.size;
    score.notes.push(`+ a whole ${one.get("@type")}`);
  }
  return score;
}

/** Gives the harmonic mean of precision and recall over several scores. */
export function f1(scores: readonly Score[]): number {
  const sum = (key: "right" | "wrong" | "missing") => scores.reduce((total, one) => total + one[key], 0);
  const [right, wrong, missing] = [sum("right"), sum("wrong"), sum("missing")];
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missing);
}
