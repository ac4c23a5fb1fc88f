import type { DateToken } from "../text/dates.ts";
import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import { columnOf, readHeader } from "./columns.ts";
import type { Document } from "./document.ts";
import {
  readAirlineBehind,
  readAirlineBelow,
  readChineseSeat,
  readColumnDetail,
  readDetail,
  readPlatformAfterTime,
  readTerminalBehind,
} from "./leg-details.ts";
import { readPlace } from "./leg-places.ts";
import { type Leg, type LegState, newLeg, type Side, turnLeg } from "./leg-state.ts";
import { inBrackets, isRoute, nameBeside } from "./place-words.ts";

/** Fields whose value, in the cell of their label, is no place of a ride. */
const NO_PLACE = new Set<Field>([
  "reference",
  "givenName",
  "familyName",
  "ticketNumber",
  "passenger",
  "seat",
  "coach",
  "platform",
  "gate",
  "terminal",
  "class",
  "flight",
  "train",
  "bus",
  "ferry",
  "carrier",
  "price",
  "party",
  "vehicle",
  "phone",
  "event",
  "venue",
  "address",
  "property",
  "ignoreTime",
  "boarding",
  "pickup",
  "dropoff",
  "checkin",
  "checkout",
]);
/** Hours behind these labels are none of a ride's: of a car or a driver that waits at its ends, say. */
const SKIPPED = new Set<Field>(["ignoreTime", "boarding", "price", "checkin", "pickup", "dropoff"]);
/** What runs: "Tuyến: Sài Gòn - Đà Lạt" names the way behind such a label. */
const NUMBERED = new Set<Field>(["flight", "train", "bus", "ferry"]);
/** Behind these labels two letters and a number are no flight. */
const OTHER_NUMBERS: readonly Field[] = ["bus", "train", "reference", "ferry"];
/** A ship's name behind what ships are called: "M/S Sample Princess". */
const SHIP = /^(?:M\/[SVF]|S\/S|MS|MV|HSC) \p{Lu}\p{Ll}/u;
const isLabelOf = (token: Token | undefined, fields: readonly Field[]) =>
  token?.kind === "label" && fields.includes(token.label.field);
const MAX_LEGS = 80;
/** A table's head speaks for this many lines below it. */
const HEADER_REACH = 14;

/**
 * Reads the rides of a document. Tokens fill the slots of the current ride in reading order; what finds its
 * slot filled begins the next ride. So it does not matter whether a number stands before or after its times.
 */
export function readLegs(document: Document): Leg[] {
  const state: LegState = {
    legs: [],
    leg: newLeg(0),
    date: undefined,
    mode: undefined,
    modeLine: -9,
    header: undefined,
    headerLine: -99,
    lastSide: undefined,
    lastTimeLine: -9,
  };
  for (const [index, line] of document.lines.entries()) {
    if (state.legs.length > MAX_LEGS) break;
    const header = readHeader(line);
    if (header) {
      state.header = header;
      state.headerLine = index;
      state.mode = undefined;
    } else {
      if (index - state.headerLine > HEADER_REACH) state.header = undefined;
      readLine(state, document, line, index);
    }
  }
  state.legs.push(state.leg);
  return state.legs.filter((leg) => leg.dep.time !== undefined || leg.dep.date !== undefined);
}

function readLine(state: LegState, document: Document, line: TokenLine, index: number): void {
  let skipTime = -9;
  let skipPlace = -9;
  const bothSides = announcesBoth(line);
  line.tokens.forEach((token, at) => {
    const column = state.header && line.cells.length > 1 ? columnOf(state.header, line, token) : undefined;
    switch (token.kind) {
      case "label": {
        const { field } = token.label;
        const back = field === "dropoff" && /^reto?ur/i.test(line.text.slice(token.start));
        if (SKIPPED.has(field) && !back) skipTime = token.cell;
        else if (field !== "date") skipTime = -9;
        const way = NUMBERED.has(field) && isRoute(document, index, at + 1);
        if (NO_PLACE.has(field) && token.label.opens && !way) skipPlace = token.cell;
        else if (field === "departure" || field === "arrival") skipPlace = -9;
        if (field === "boarding")
          state.leg.boarding ??= line.tokens.slice(at + 1, at + 3).find((one) => one.kind === "time")?.time;
        if (field === "departure" || field === "arrival") {
          if (!bothSides) openSide(state, field === "departure" ? "dep" : "arr", index);
        } else readDetail(state, line, token);
        return;
      }
      case "date":
        if (token.cell < skipTime || token.cell > skipTime + 2) readDate(state, line, token.date, at, index);
        return;
      case "time":
        if (skipPlace === token.cell) skipPlace = -9;
        if (token.cell < skipTime || token.cell > skipTime + 2) readTime(state, token, index, column);
        return;
      case "bus":
        state.leg.vehicle ??= token.name;
        return;
      case "flight":
      case "train":
        if (token.kind === "flight" && isLabelOf(line.tokens[at - 1], OTHER_NUMBERS)) return;
        if (skipPlace === token.cell) skipPlace = -9;
        readNumber(state, token, index);
        return;
      case "text":
      case "airport":
        if (skipTime >= 0 && token.cell >= skipTime && token.cell <= skipTime + 2) return;
        if (
          token.kind === "text" &&
          line.tokens[at + 1]?.kind === "airport" &&
          line.tokens[at + 1]?.cell === token.cell
        )
          return;
        if (token.kind === "text" && (inBrackets(line, at - 1) || nameBeside(line, at - 1))) return;
        if (
          token.kind === "text" &&
          (readTerminalBehind(state, line, at) || readChineseSeat(state, token.text))
        )
          return;
        if (token.kind === "text" && readAirlineBehind(state, line, at)) return;
        if (at === 0 && readAirlineBelow(state, document, index)) return;
        if (token.kind === "text" && SHIP.test(token.text)) {
          if (state.leg.ship && state.leg.dep.time && state.leg.arr.time) turnLeg(state, index);
          state.leg.ship ??= token.text.slice(0, 40);
          return;
        }
        if (token.kind === "text" && readPlatformAfterTime(state, line, at)) return;
        if (token.kind === "text" && column && readColumnDetail(state, line, token, column)) return;
        if (
          token.cell === skipPlace ||
          (token.cell === skipPlace + 1 &&
            line.tokens[at - 1]?.cell === skipPlace &&
            line.tokens[at - 1]?.kind === "label")
        )
          return;
        readPlace(state, document, line, at, index, column);
        return;
      default:
    }
  });
}

/** "Departure / Arrival" over a table or a list announces neither side. */
function announcesBoth(line: TokenLine): boolean {
  const sides = line.tokens.map((token) =>
    token.kind === "label" && ["departure", "arrival"].includes(token.label.field) ? token.label.field : "",
  );
  return sides.some(
    (side, at) =>
      side !== "" && sides[at + 1] !== "" && sides[at + 1] !== undefined && sides[at + 1] !== side,
  );
}

function openSide(state: LegState, side: Side, index: number): void {
  if (side === "dep" && state.leg.dep.time && state.leg.arr.time) turnLeg(state, index);
  state.mode = side;
  state.modeLine = index;
  state.lastSide = undefined;
}

function readNumber(
  state: LegState,
  token: Extract<Token, { kind: "flight" | "train" }>,
  index: number,
): void {
  const { leg } = state;
  const flight = token.kind === "flight" ? { carrier: token.carrier, number: token.number } : undefined;
  const other = flight
    ? leg.flight && leg.flight.number !== flight.number
    : leg.train !== undefined && token.kind === "train" && leg.train !== token.name;
  // An agency's itinerary goes on by rail: what was told to its end is not renamed.
  const onward = flight ? leg.train !== undefined : leg.flight !== undefined;
  const told = leg.dep.time !== undefined && leg.arr.time !== undefined && leg.lastLine < index;
  if (
    other ||
    (onward && told) ||
    ((leg.flight || leg.train) && leg.dep.time && leg.arr.time && index - leg.lastLine > 6)
  )
    turnLeg(state, index);
  if (flight) state.leg.flight ??= flight;
  else if (token.kind === "train") state.leg.train ??= token.name;
  if (!state.leg.dep.time) state.leg.firstLine = index;
  state.leg.lastLine = index;
}

function readDate(state: LegState, line: TokenLine, date: DateToken, at: number, index: number): void {
  state.date = date;
  const { leg } = state;
  if (
    leg.dep.time &&
    leg.arr.time &&
    state.lastTimeLine < index &&
    (state.mode === undefined || leg[state.mode].time)
  ) {
    if (!(leg.flight || leg.train) || line.tokens.some((one) => one.kind === "time")) turnLeg(state, index);
    return;
  }
  const word = line.tokens[at - 1];
  const before = isLabelOf(word, ["date"]) ? line.tokens[at - 2] : word;
  if (before?.kind === "time" && state.lastSide && before.cell === line.tokens[at]?.cell) {
    const earlier = line.tokens
      .slice(0, line.tokens.indexOf(before))
      .some((one) => one.kind === "date" && one.cell === before.cell);
    if (!earlier) {
      leg[state.lastSide].date = date;
      // "Dublin 13:40 – Riga 18:45, 30 Sep": the day of both.
      if (state.lastSide === "arr" && leg.dep.time) leg.dep.date ??= date;
    }
  }
}

function readTime(
  state: LegState,
  token: Extract<Token, { kind: "time" }>,
  index: number,
  column: Field | undefined,
): void {
  const byColumn: Side | undefined =
    column === "departure" ? "dep" : column === "arrival" ? "arr" : undefined;
  if (column && !byColumn && !["start", "date", "stop", "train", "bus"].includes(column)) return;
  const announced = state.modeLine === index ? state.mode : undefined;
  let side: Side = byColumn ?? state.mode ?? (state.leg.dep.time ? "arr" : "dep");
  if (state.leg[side].time && !byColumn && !announced && side === "dep" && !state.leg.arr.time) side = "arr";
  if (state.leg[side].time) {
    turnLeg(state, index);
    side = byColumn ?? announced ?? "dep";
  }
  const begun = state.leg.dep.time || state.leg.dep.iata || state.leg.dep.name;
  if (side === "arr" && !begun && !byColumn && !announced) side = "dep";
  const stop = state.leg[side];
  stop.time = token.time;
  if (state.date) stop.date ??= state.date;
  state.lastSide = side;
  state.lastTimeLine = index;
  state.leg.lastLine = index;
  if (state.mode && state.modeLine !== index) state.mode = undefined;
}
