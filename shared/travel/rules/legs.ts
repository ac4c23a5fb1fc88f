import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import { type ColumnHeader, columnOf, readHeader } from "./columns.ts";
import type { Document } from "./document.ts";

export type Stop = {
  name?: string;
  iata?: string;
  date?: DateToken;
  time?: TimeToken;
  platform?: string;
  terminal?: string;
  gate?: string;
  /** The place stands beside its time or its own label, so a passing mention does not replace it. */
  firm?: boolean;
};

/** One ride: from a stop to a stop, with the number of what runs there. */
export type Leg = {
  dep: Stop;
  arr: Stop;
  flight?: { carrier: string; number: string };
  train?: string;
  vehicle?: string;
  operator?: string;
  seat?: string;
  coach?: string;
  class?: string;
  boarding?: TimeToken;
  firstLine: number;
  lastLine: number;
};

type Side = "dep" | "arr";
type State = {
  legs: Leg[];
  leg: Leg;
  date: DateToken | undefined;
  mode: Side | undefined;
  modeLine: number;
  header: ColumnHeader | undefined;
  lastSide: Side | undefined;
  lastTimeLine: number;
};

const newLeg = (line: number): Leg => ({ dep: {}, arr: {}, firstLine: line, lastLine: line });

/**
 * Reads the rides of a document. Tokens fill the slots of the current ride in reading order; what finds its
 * slot filled begins the next ride. So it does not matter whether a number stands before or after its times.
 */
export function readLegs(document: Document): Leg[] {
  const state: State = {
    legs: [],
    leg: newLeg(0),
    date: undefined,
    mode: undefined,
    modeLine: -9,
    header: undefined,
    lastSide: undefined,
    lastTimeLine: -9,
  };
  document.lines.forEach((line, index) => {
    const header = readHeader(line);
    if (header) {
      state.header = header;
      state.mode = undefined;
      return;
    }
    readLine(state, line, index);
  });
  state.legs.push(state.leg);
  return state.legs.filter((leg) => leg.dep.time !== undefined || leg.dep.date !== undefined);
}

function readLine(state: State, line: TokenLine, index: number): void {
  let skipTime = false;
  let skipCell = -1;
  line.tokens.forEach((token, at) => {
    const column = state.header ? columnOf(state.header, line, token) : undefined;
    if (skipTime && token.cell !== skipCell && token.cell !== skipCell + 1) skipTime = false;
    switch (token.kind) {
      case "label":
        if (token.label.field === "ignoreTime" || token.label.field === "boarding") {
          skipTime = true;
          skipCell = token.cell;
        } else {
          if (token.label.field !== "date") skipTime = false;
          readLabel(state, line, token, at, index);
        }
        return;
      case "date":
        if (!skipTime) readDate(state, line, token.date, at, index);
        return;
      case "time":
        if (!skipTime) readTime(state, line, token, at, index, column);
        return;
      case "airport":
        readPlace(state, line, at, index, { iata: token.iata, bare: token.bare }, column);
        return;
      case "flight":
        if (
          state.leg.flight &&
          (state.leg.flight.number !== token.number || state.leg.flight.carrier !== token.carrier)
        )
          turn(state, index);
        state.leg.flight ??= { carrier: token.carrier, number: token.number };
        state.leg.lastLine = index;
        return;
      case "train":
        if (state.leg.train && state.leg.train !== token.name) turn(state, index);
        state.leg.train ??= token.name;
        state.leg.lastLine = index;
        return;
      case "text":
        readPlace(state, line, at, index, { name: token.text }, column);
        return;
      default:
    }
  });
}

/** Closes the current ride and begins the next. */
function turn(state: State, line: number): void {
  if (state.leg.dep.time || state.leg.arr.time || state.leg.dep.iata || state.leg.dep.name)
    state.legs.push(state.leg);
  else {
    state.leg.flight = undefined;
    state.leg.train = undefined;
    return;
  }
  state.leg = newLeg(line);
  state.mode = undefined;
  state.lastSide = undefined;
}

function readLabel(
  state: State,
  line: TokenLine,
  token: Extract<Token, { kind: "label" }>,
  _at: number,
  index: number,
): void {
  const { field } = token.label;
  const value = () => valueAfter(line, token);
  const stop = state.lastSide ? state.leg[state.lastSide] : state.mode ? state.leg[state.mode] : undefined;
  switch (field) {
    case "departure":
    case "arrival": {
      const side: Side = field === "departure" ? "dep" : "arr";
      if (side === "dep" && state.leg.dep.time && state.leg.arr.time) turn(state, index);
      state.mode = side;
      state.modeLine = index;
      state.lastSide = undefined;
      return;
    }
    case "seat":
      state.leg.seat ??= shortValue(
        value(),
        /^(?:\d{1,3}[A-Z]?|[A-Z]\d{1,3})(?:[,+ ]+(?:\d{1,3}[A-Z]?|[A-Z]\d{1,3}))*\b/,
      );
      return;
    case "coach":
      state.leg.coach ??= shortValue(value(), /^[A-Z]?\d{1,3}[A-Z]?\b|^[A-Z]\b/);
      return;
    case "platform":
      if (stop && !stop.platform) stop.platform = shortValue(value(), /^\d{1,2}\s?[A-Za-z]?\b/);
      return;
    case "terminal":
      if (stop && !stop.terminal) stop.terminal = shortValue(value(), /^[A-Z]?\d?[A-Z]?\b/);
      return;
    case "gate":
      if (stop && !stop.gate) stop.gate = shortValue(value(), /^[A-Z]?\d{1,3}[A-Z]?\b/);
      return;
    case "class":
      if (token.label.opens) state.leg.class ??= shortValue(value(), /^.{1,30}/);
      return;
    case "carrier":
      if (token.label.opens) state.leg.operator ??= shortValue(value(), /^.{1,40}/);
      return;
    case "train":
      if (!state.leg.train)
        state.leg.train = shortValue(value(), /^(?:N°|nr\.?|no\.?|№)?\s?\d{1,5}\p{L}?\b/iu)?.replace(
          /^[^\d]+/,
          "",
        );
      return;
    default:
  }
}

const shortValue = (text: string, shape: RegExp) => shape.exec(text.trim())?.[0].trim() || undefined;

/** The rest of the label's cell, or the next cell when that is empty. */
function valueAfter(line: TokenLine, token: Token): string {
  const cell = line.cells[token.cell];
  const rest = cell ? line.text.slice(token.end, cell.end).replace(/^[\s:.#]+/, "") : "";
  if (rest) return rest;
  const beside = line.cells[token.cell + 1];
  return beside ? line.text.slice(beside.start, beside.end) : "";
}

function readDate(state: State, line: TokenLine, date: DateToken, at: number, index: number): void {
  state.date = date;
  if (state.leg.dep.time && state.leg.arr.time && state.lastTimeLine < index) {
    if (!(state.leg.flight || state.leg.train) || line.tokens.some((one) => one.kind === "time"))
      turn(state, index);
    return;
  }
  const before = line.tokens[at - 1];
  if (before?.kind === "time" && state.lastSide && before.cell === line.tokens[at]?.cell) {
    const earlier = line.tokens
      .slice(0, at - 1)
      .some((one) => one.kind === "date" && one.cell === before.cell);
    if (!earlier) state.leg[state.lastSide].date = date;
  }
}

function readTime(
  state: State,
  line: TokenLine,
  token: Extract<Token, { kind: "time" }>,
  at: number,
  index: number,
  column: Field | undefined,
): void {
  const byColumn: Side | undefined =
    column === "departure" ? "dep" : column === "arrival" ? "arr" : undefined;
  if (column && !byColumn && column !== "start" && column !== "date") return;
  let side: Side = byColumn ?? state.mode ?? (state.leg.dep.time ? "arr" : "dep");
  if (state.leg[side].time && !byColumn && state.modeLine !== index && side === "dep" && !state.leg.arr.time)
    side = "arr";
  if (state.leg[side].time) {
    turn(state, index);
    side = byColumn ?? (state.modeLine === index && state.mode ? state.mode : "dep");
  }
  if (
    side === "arr" &&
    !state.leg.dep.time &&
    !state.leg.dep.iata &&
    !state.leg.dep.name &&
    !byColumn &&
    state.modeLine !== index
  )
    side = "dep";
  const stop = state.leg[side];
  stop.time = token.time;
  if (state.date) stop.date ??= state.date;
  state.lastSide = side;
  state.lastTimeLine = index;
  state.leg.lastLine = index;
  if (state.mode && state.modeLine !== index) state.mode = undefined;
  const previous = line.tokens[at - 1];
  if (previous && (previous.kind === "text" || previous.kind === "airport") && state.modeLine !== index)
    claimBefore(state, side);
}

/** A name that stood before its time and was put in the other slot belongs to this side when this side has none. */
function claimBefore(state: State, side: Side): void {
  const other = state.leg[side === "dep" ? "arr" : "dep"];
  const own = state.leg[side];
  if (own.name || own.iata || !(other.name || other.iata) || other.firm || other.time) return;
  own.name = other.name;
  own.iata = other.iata;
  other.name = undefined;
  other.iata = undefined;
}

function readPlace(
  state: State,
  line: TokenLine,
  at: number,
  index: number,
  place: { iata?: string; name?: string; bare?: boolean },
  column: Field | undefined,
): void {
  const token = line.tokens[at];
  if (!token) return;
  if (column && column !== "stop" && column !== "departure" && column !== "arrival") return;
  const name = place.name === undefined ? undefined : placeName(place.name);
  if (place.name !== undefined && !name) return;
  const next = line.tokens[at + 1];
  const previous = line.tokens[at - 1];
  const code = next?.kind === "airport" ? next : undefined;
  const afterTime = previous?.kind === "time";
  const beforeTime = next?.kind === "time" || (code && line.tokens[at + 2]?.kind === "time");
  const sameLineMode = state.mode && (state.modeLine === index || state.modeLine >= index - 3);
  const arrow =
    next?.kind === "arrow" || previous?.kind === "arrow" || (code && line.tokens[at + 2]?.kind === "arrow");
  const strong =
    place.iata !== undefined ||
    code !== undefined ||
    afterTime ||
    beforeTime ||
    sameLineMode ||
    arrow ||
    column !== undefined;
  const rowTime = line.tokens.some((one) => one.kind === "time") || nearTime(state, index);
  if (!strong && !(rowTime && (state.lastTimeLine === index || next?.kind === "date"))) return;

  if (place.iata && previous?.kind === "text") {
    const named = [state.leg.arr, state.leg.dep].find(
      (stop) => stop.name && !stop.iata && stop.name === placeName(previous.text),
    );
    if (named) {
      named.iata = place.iata;
      return;
    }
  }
  let side: Side;
  if (column === "departure") side = "dep";
  else if (column === "arrival") side = "arr";
  else if (sameLineMode && state.mode) side = state.mode;
  else if (state.lastSide && afterTime) side = state.lastSide;
  else if (
    state.lastSide &&
    state.lastTimeLine >= index - 1 &&
    !state.leg[state.lastSide].name &&
    !state.leg[state.lastSide].iata &&
    !beforeTime
  )
    side = state.lastSide;
  else side = state.leg.dep.name || state.leg.dep.iata ? "arr" : "dep";

  const stop = state.leg[side];
  const firm = Boolean(afterTime || beforeTime || state.modeLine === index || column);
  if (stop.iata && place.iata && stop.iata === place.iata) {
    stop.firm ||= firm;
    return;
  }
  if (stop.iata || stop.name) {
    if (place.iata && !stop.iata && stop.time) {
      stop.iata = place.iata;
      return;
    }
    const complete = state.leg.dep.time && state.leg.arr.time && (state.leg.arr.iata || state.leg.arr.name);
    if (complete && side === "arr" && (strong || beforeTime)) {
      if (!place.iata && !code && !beforeTime) return;
      turn(state, index);
      setPlace(state.leg.dep, place.iata, name, firm);
      return;
    }
    if (stop.firm && !firm) return;
    if (stop.time && stop.firm) return;
    stop.iata = undefined;
    stop.name = undefined;
  }
  setPlace(stop, place.iata, name, firm);
}

function setPlace(stop: Stop, iata: string | undefined, name: string | undefined, firm: boolean): void {
  if (iata) stop.iata = iata;
  if (name) stop.name = name;
  stop.firm = firm;
}

const nearTime = (state: State, index: number) =>
  state.lastTimeLine === index || state.lastTimeLine === index - 1;
const WORDY = /^(?:\p{Ll}|\d)|[!?=@%]|https?:|www\.|\.\s\p{L}{2,}\s\p{L}{2,}/u;

/** Gives the text as a place's name when it can be one: it begins with a capital and is no sentence. */
function placeName(text: string): string | undefined {
  const name = text
    .replace(/^(?:from|to|von|nach|de|à|da|a|van|naar|z|do|no|uz|aus|ab|an)\s+(?=\p{Lu})/u, "")
    .replace(/[\s,.;:(]+$/u, (end) => (end.startsWith(".") ? "." : ""));
  if (name.length < 2 || name.length > 60 || WORDY.test(name)) return undefined;
  if (
    /^(?:Uhr|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So|Po|Út|St|Čt|Pá|Ne|lör|fre|Pt|Śr|Pn|Wt|Cz|Nd)\.?,?$/iu.test(
      name,
    )
  )
    return undefined;
  return name.split(/\s+/).length > 7 ? undefined : name;
}
