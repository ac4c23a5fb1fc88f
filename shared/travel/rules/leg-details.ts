import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import type { Document } from "./document.ts";
import { type LegState, type Stop, turnLeg } from "./leg-state.ts";

const SEATS =
  /^(?:\d{1,3} ?[A-K]?|[A-K]\d{1,3})(?![\p{L}\d])(?:(?:, ?| ?\+ ?)(?:\d{1,3}[A-K]?|[A-K]\d{1,3})(?=\s*(?:$|[,+])))*/u;
const COACH = /^(?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])(?![\p{L}\d])/u;
const WITH_SEAT =
  /^(?:\/|,|und|and|et|e|y)?\s?\p{L}{3,12}\.?\s{0,8}[:：]?\s{0,8}([A-Z]?\d{1,3})\s?[/,]\s?(\d{1,3}[A-K]?)(?![\p{L}\d])/u;
const PLATFORM =
  /^(?:(?:Fern |Regio )?\d{1,3} ?[A-Za-z]?(?:-[A-Z])?(?: (?:Süd|Nord|West|Ost))?|[A-Z]\d?)(?![\p{L}\d])/u;
const TRAIN =
  /^(?:(?:n?°|nr\.?|no\.?|№)\s?)?((?:\p{Lu}[\p{L}\d]{0,17}\s{1,4})?\d{1,5}\p{Lu}?)(?![\p{L}\d])/iu;
const LINE =
  /^(?:(?:Linie|Line|Ligne|Línea|Linea|Lijn|Linia|Linka)\s+)?([\p{L}\d][\p{L}\d/-]{0,11}(?: \d{1,5})?)(?=\s*$|\s*[,;(|·]|(?<=\d)\s\p{Lu})/u;

/** Takes what stands behind a label of a ride (seat, coach, platform, gate …) into the ride. */
export function readDetail(state: LegState, line: TokenLine, token: Extract<Token, { kind: "label" }>): void {
  const value = valueAfter(line, token);
  const { leg } = state;
  const field = token.label.field;
  const stop = state.lastSide ? leg[state.lastSide] : state.mode ? leg[state.mode] : undefined;
  switch (field) {
    case "seat":
      leg.seat ??= take(value, SEATS) ?? ahead(line, token, /(\d{1,3}(?:番)?[A-K]?)$/u);
      return;
    case "coach": {
      // "Wagen / Platz  26 / 84"
      const both = WITH_SEAT.exec(line.text.slice(token.end, token.end + 60).trimStart());
      if (both?.[1] && both[2]) {
        leg.coach ??= both[1];
        leg.seat ??= both[2];
        return;
      }
      leg.coach ??= ahead(line, token, /(\d{1,2})\s?$/u) ?? take(value, COACH);
      leg.seat ??= /^\s?(\d{1,3}(?:番)?[A-K]?)[号席]/u.exec(value)?.[1]?.replace("番", "");
      return;
    }
    case "platform":
      if (stop) stop.platform ??= take(value, PLATFORM);
      return;
    case "terminal": {
      // "Lisbon (LIS) Terminal 1": that of the code before it.
      const before = line.tokens[line.tokens.indexOf(token) - 1];
      const coded = before?.kind === "airport" ? stopOf(state, before.iata) : undefined;
      // "Helsinki West Terminal 2": that of the place that its words follow.
      const named =
        before?.kind === "text" && before.cell === token.cell
          ? [leg.arr, leg.dep].find(({ name }) => name === before.text)
          : undefined;
      const place = coded ?? named ?? stop;
      if (place) place.terminal ??= take(value, /^(?:[A-Z]|\d[A-Z]?)(?![\p{L}\d])/u);
      return;
    }
    case "gate":
      leg.dep.gate ??= take(value, /^[A-Z]?\d{1,3}[A-Z]?(?![\p{L}\d])/u);
      return;
    case "carrier":
      if (
        token.label.opens ||
        line.tokens[0] === token ||
        /(?:operated|durchgef|effectu)/i.test(line.text.slice(token.start, token.end))
      )
        leg.operator ??= take(value, /^[^,;|(]{2,40}/u)?.trim();
      return;
    case "train": {
      const named = TRAIN.exec(value)?.[1]?.replace(/\s+/g, " ");
      // "Trip no. 1", "Train 2 of 2" count; they name none.
      const number = named && /^\d$/.test(named) ? undefined : named;
      if (number && leg.train && leg.train !== number && leg.dep.time && leg.arr.time)
        turnLeg(state, line.index);
      if (number) state.leg.train ??= number;
      return;
    }
    case "bus":
      // "Autobús Madrid – Bilbao" names the way, not the line.
      if (token.label.opens || /\d/.test(LINE.exec(value)?.[1] ?? "")) leg.vehicle ??= LINE.exec(value)?.[1];
      return;
    case "ferry":
      if (token.label.opens) leg.ship ??= take(value, /^\p{L}[^,;|(]{1,40}/u)?.trim();
      return;
    default:
  }
}

/** Takes a cell of a table into the ride by what its column holds. Tells whether the column was one of these. */
export function readColumnDetail(state: LegState, line: TokenLine, token: Token, column: Field): boolean {
  const cell = line.cells[token.cell];
  const value = cell ? line.text.slice(token.start, cell.end) : "";
  const { leg } = state;
  const stop = state.lastSide && state.lastTimeLine >= 0 ? leg[state.lastSide] : undefined;
  switch (column) {
    case "seat": {
      // A number alone in the column before the seats, which has no name of its own, is the coach.
      const before = line.tokens[line.tokens.indexOf(token) - 1];
      if (before?.kind === "text" && before.cell === token.cell - 1 && /^\d{1,3}$/.test(before.text))
        leg.coach ??= before.text;
      leg.seat ??= take(value, SEATS);
      return true;
    }
    case "coach":
      leg.coach ??= take(value, COACH);
      return true;
    case "platform":
      if (stop) stop.platform ??= take(value, PLATFORM);
      return true;
    case "bus":
      leg.vehicle ??= value.trim();
      return true;
    case "route":
      // Between columns for stops, the connection is what runs there.
      if (!state.header?.columns.some((one) => one.field === "stop") || line.cells.length < 4) return false;
      leg.vehicle ??= value.trim();
      return true;
    case "gate":
    case "terminal":
    case "class":
    case "passenger":
    case "price":
      return true;
    default:
      return false;
  }
}

const take = (text: string, shape: RegExp) => shape.exec(text.trim())?.[0].trim() || undefined;

/** The number right before a label, as in 6号車 or 05车厢. */
function ahead(line: TokenLine, token: Token, shape: RegExp): string | undefined {
  if (!/[\u3040-\u30ff\u3400-\u9fff]/u.test(line.text.slice(token.start, token.end))) return undefined;
  return shape.exec(line.text.slice(0, token.start))?.[1]?.replace("番", "");
}

/** The rest of the label's cell, or the next cell when that is empty. */
function valueAfter(line: TokenLine, token: Token): string {
  const cell = line.cells[token.cell];
  const rest = cell ? line.text.slice(token.end, cell.end).replace(/^[\s:：.#]+/, "") : "";
  if (rest) return rest;
  const beside = line.cells[token.cell + 1];
  return beside ? line.text.slice(beside.start, beside.end) : "";
}

/** A bare number right behind a time is a platform where the table has a column for one. */
export function readPlatformAfterTime(state: LegState, line: TokenLine, at: number): boolean {
  const [before, token] = [line.tokens[at - 1], line.tokens[at]];
  const stop = state.lastSide ? state.leg[state.lastSide] : undefined;
  if (!stop || token?.kind !== "text" || before?.kind !== "time" || before.cell !== token.cell) return false;
  if (
    !state.header?.columns.some((column) => column.field === "platform") ||
    !/^\d{1,2} ?[A-Za-z]?$/.test(token.text)
  )
    return false;
  stop.platform ??= token.text;
  return true;
}

/** What may stand behind a flight's number and is no airline's name: classes and kinds of tickets. */
const NO_AIRLINE =
  /^(?:economy|business|first|premium|basic|flex|light|classic|standard|saver|non-?stop|direct|confirmed|ok|eco|plus)(?!\p{L})/iu;

/** "Flight: XA 549, Sample Air": the airline's name behind its flight's number, in the cell that says what flies. */
export function readAirlineBehind(state: LegState, line: TokenLine, at: number): boolean {
  const [label, flight, name] = [line.tokens[at - 2], line.tokens[at - 1], line.tokens[at]];
  if (flight?.kind !== "flight" || name?.kind !== "text" || line.tokens[at + 1]) return false;
  if (label?.kind !== "label" || label.label.field !== "flight" || !label.label.opens) return false;
  if (!/^\p{Lu}[\p{L} .&'’-]{2,30}$/u.test(name.text) || NO_AIRLINE.test(name.text)) return false;
  if (!/^\s?[,(]/.test(line.text.slice(flight.end, name.start))) return false;
  state.leg.operator ??= name.text;
  return true;
}

const AIRLINE =
  /(?<!\p{L})(?:air\p{L}*|aero\p{L}*|avia\p{L}*|jet|wings|líneas aéreas|linee aeree)(?!\p{L})/iu;

/** "SN 2588" and below it "Brussels Airlines": the name of who flies, each in a line of its own. */
export function readAirlineBelow(state: LegState, document: Document, index: number): boolean {
  const [above, line] = [document.lines[index - 1], document.lines[index]];
  const [name, ...others] = line?.tokens ?? [];
  if (!state.leg.flight || above?.tokens.length !== 1 || above.tokens[0]?.kind !== "flight") return false;
  if (name?.kind !== "text" || others.length > 0 || name.text.length > 40 || !AIRLINE.test(name.text))
    return false;
  state.leg.operator ??= name.text;
  return true;
}

const stopOf = ({ leg: { dep, arr } }: LegState, iata: string): Stop | undefined =>
  [arr, dep].find((stop) => stop.iata === iata);

/** "(PEK) T3": a terminal right behind an airport's code. */
export function readTerminalBehind(state: LegState, line: TokenLine, at: number): boolean {
  const [before, token] = [line.tokens[at - 1], line.tokens[at]];
  const terminal = token?.kind === "text" ? /^T(\d[A-Z]{0,2})$/.exec(token.text)?.[1] : undefined;
  if (before?.kind !== "airport" || !terminal) return false;
  const stop = stopOf(state, before.iata);
  if (stop) stop.terminal ??= terminal;
  return stop !== undefined;
}

/** "5车12F号": coach and seat in one word. */
export function readChineseSeat(state: LegState, text: string): boolean {
  const [, coach, seat] = /^(\d{1,2})车厢?(\d{1,3}[A-F]?)号/u.exec(text) ?? [];
  if (!coach || !seat) return false;
  state.leg.coach ??= coach;
  state.leg.seat ??= seat;
  return true;
}
