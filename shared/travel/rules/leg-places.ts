import type { TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import type { Document } from "./document.ts";
import { type LegState, type Side, type Stop, turnLeg } from "./leg-state.ts";
import {
  besideCode,
  isRoute,
  nameBeside,
  type Place,
  placeAt,
  routeInWords,
  sideBelow,
  sideFollows,
  timeBelow,
} from "./place-words.ts";

/** How many lines below its label a place may stand. */
const LABEL_REACH = 3;

/**
 * Puts a place into the ride that is being read. A word is taken for a place only where something beside it says
 * so: a code, its time, a label, an arrow, a column, or a line of its own next to a time.
 */
export function readPlace(
  state: LegState,
  document: Document,
  line: TokenLine,
  at: number,
  index: number,
  column: Field | undefined,
): void {
  const token = line.tokens[at];
  if (readRouteInWords(state, document, index)) return;
  const place = placeAt(line, at);
  if (!token || !place) return;
  if (column && !["stop", "departure", "arrival", "date", "start", "route"].includes(column)) return;
  const first = place.iata && place.name && !place.nameBehind ? at - 1 : at;
  const behind = place.nameBehind && nameBeside(line, at) ? 2 : 1;
  const previous = line.tokens[first - 1];
  const next = line.tokens[at + behind + terminalBehind(line, at + behind)];
  // "A (AAA) – B (BBB), 3 May 10:15" is a heading: its day and time belong to neither place alone.
  const route =
    place.iata !== undefined &&
    [line.tokens[first - 1], line.tokens[first - 2]].some((token) => token?.kind === "airport");
  const solo = line.tokens.length === (place.iata && place.name ? 2 : 1);
  const afterTime =
    previous?.kind === "time" ||
    (previous?.kind === "date" && line.tokens[first - 2]?.kind === "time") ||
    (solo && awaited(state, index));
  const beforeTime =
    next?.kind === "time" ||
    (solo && !afterTime && timeBelow(document, index)) ||
    (next?.kind === "date" && !route && line.tokens.slice(at + 2, at + 6).some((one) => one.kind === "time"));
  const announced = state.mode !== undefined && index - state.modeLine <= LABEL_REACH;
  const below = solo && !awaited(state, index) ? sideBelow(document, index) : undefined;
  const arrow = next?.kind === "arrow" || previous?.kind === "arrow";
  const told =
    afterTime ||
    beforeTime ||
    announced ||
    below !== undefined ||
    arrow ||
    column !== undefined ||
    sideFollows(line, at) ||
    isRoute(document, index, at) ||
    isRoute(document, index, at - 1);
  if (!told && !(place.iata && (!place.bare || place.nameBehind || besideCode(line, first, at)))) return;

  const further = line.tokens.slice(at + 1).some((one) => one.kind === "airport" && one.iata !== place.iata);
  // The last ride is told to its end: a line with both ends and their times is the next, wherever it begins.
  // Hours over their places, "08:15  11:52" and below "SFO  DEN", are one ride.
  const placed = [state.leg.dep, state.leg.arr].some((stop) => stop.name || stop.iata);
  const full =
    state.leg.dep.time && state.leg.arr.time && state.leg.lastLine < index && !route && (placed || !further);
  const onward = next?.kind === "arrow" && ["text", "airport"].includes(line.tokens[at + 2]?.kind ?? "");
  if ((isRoute(document, index, at) || onward) && full) turnLeg(state, index);
  if (
    place.iata &&
    full &&
    further &&
    (line.tokens.some((one) => one.kind === "time") || !sameCode(state.leg.dep, place))
  )
    turnLeg(state, index);
  // "Prague PRG  AS 189  05JUL 1530 1655": where the last flight landed the next one begins.
  else if (
    full &&
    sameCode(state.leg.arr, place) &&
    line.tokens.filter((one) => one.kind === "time").length === 2
  )
    turnLeg(state, index);
  const { leg } = state;
  const free = (side: Side) => !leg[side].name && !leg[side].iata;
  if (
    leg.dep.iata &&
    place.iata &&
    (sameCode(leg.dep, place) || sameCode(leg.arr, place)) &&
    !(leg.dep.time && leg.arr.time && beforeTime)
  ) {
    const same = sameCode(leg.dep, place) ? leg.dep : leg.arr;
    same.name ??= place.name;
    // A heading named the whole way; this line begins to tell its first ride.
    if (same === leg.dep && !leg.dep.time && !leg.arr.time && !leg.arr.firm && leg.headLine !== index) {
      leg.arr = {};
      leg.headLine = index;
    }
    if (afterTime || beforeTime) same.firm = true;
    return;
  }
  if (below) {
    if (leg[below].time && (below === "arr" || leg.arr.time)) turnLeg(state, index);
    put(state.leg[below], place, true);
    return;
  }
  const word = line.tokens[at + 1];
  if (isRoute(document, index, at) && free("dep") && free("arr")) {
    put(leg.dep, place, false);
    leg.headLine = index;
    return;
  }
  if (isRoute(document, index, at - 1) && leg.headLine === index && free("arr")) {
    put(leg.arr, place, false);
    return;
  }
  if (
    word?.kind === "label" &&
    !route &&
    !isRoute(document, index, at - 1) &&
    sideFollows(line, at) &&
    !(afterTime && state.lastSide && free(state.lastSide))
  ) {
    const own: Side = word.label.field === "departure" ? "dep" : "arr";
    if (leg[own].time && (own === "arr" || leg.arr.time)) turnLeg(state, index);
    put(state.leg[own], place, true);
    return;
  }
  const side = sideOf(state, {
    column,
    afterTime,
    beforeTime,
    announced,
    arrow: previous?.kind === "arrow",
    solo,
    further,
    sameLine: state.modeLine === index,
    index,
  });
  if (!side) {
    if (beforeTime || place.iata) {
      turnLeg(state, index);
      put(state.leg.dep, place, beforeTime);
    }
    return;
  }
  const firm = Boolean(afterTime || beforeTime || column || state.modeLine === index);
  const stop = leg[side];
  if (!free(side)) {
    if (stop.firm && !surer(stop, { solo, afterTime }) && !(firm && !stop.time)) return;
    if (stop.iata && !place.iata && !firm) return;
    if (stop.time && stop.iata && !place.iata) return;
    stop.name = undefined;
    stop.iata = undefined;
  }
  put(stop, place, firm);
  stop.apart = solo;
  if (side === "dep") leg.headLine = index;
}

/** How many tokens a terminal takes: "Helsinki West Terminal 2  20.03.2026 12:30". */
function terminalBehind(line: TokenLine, at: number): number {
  const [label, number] = [line.tokens[at], line.tokens[at + 1]];
  if (label?.kind !== "label" || label.label.field !== "terminal") return 0;
  return number?.kind === "text" && /^[A-Z]?\d?[A-Z]?$/.test(number.text) ? 2 : 1;
}

/** "Riga to Copenhagen" alone in its line, beside the day, the number or the hours of a ride that has no places yet. */
function readRouteInWords(state: LegState, document: Document, index: number): boolean {
  const ends = routeInWords(document, index);
  if (!ends) return false;
  const { dep, arr } = state.leg;
  if (dep.time && arr.time) turnLeg(state, index);
  else if (dep.name || dep.iata || arr.name || arr.iata) return false;
  put(state.leg.dep, { name: ends[0] }, false);
  put(state.leg.arr, { name: ends[1] }, false);
  state.leg.headLine = index;
  return true;
}

type Around = {
  column: Field | undefined;
  afterTime: boolean;
  beforeTime: boolean;
  announced: boolean;
  arrow: boolean;
  solo: boolean;
  /** Another code stands behind this one in its line. */
  further: boolean;
  sameLine: boolean;
  index: number;
};

/** The side of the current ride that a place belongs to; undefined when the ride is full and the place begins another. */
function sideOf(state: LegState, around: Around): Side | undefined {
  const { leg } = state;
  const free = (side: Side) => !leg[side].name && !leg[side].iata;
  if (around.column === "departure") return "dep";
  if (around.column === "arrival") return "arr";
  const last = state.lastSide && leg[state.lastSide];
  if (
    around.afterTime &&
    state.lastSide &&
    last &&
    (free(state.lastSide) || !last.firm || surer(last, around))
  )
    return state.lastSide;
  // "PARTENZA" over "Genova → Porto Torres": the arrow says more than the head above it.
  if (around.further && free("dep") && free("arr") && leg.dep.time && leg.arr.time) return "dep";
  if (around.arrow && leg.headLine === around.index && !free("dep") && free("arr")) return "arr";
  if (around.announced && state.mode) {
    const stop = leg[state.mode];
    if (
      around.sameLine
        ? !(stop.time && stop.firm && !free(state.mode))
        : free(state.mode) || (!stop.firm && !stop.time)
    )
      return state.mode;
    if (around.sameLine) return undefined;
  }
  if (state.lastSide && state.lastTimeLine >= around.index - 2 && !around.beforeTime && free(state.lastSide))
    return state.lastSide;
  if (around.beforeTime) {
    if (!leg.dep.time && !leg.arr.time)
      return free("dep") || !leg.dep.firm ? "dep" : free("arr") || !leg.arr.firm ? "arr" : undefined;
    if (leg.dep.time && !leg.arr.time) return "arr";
    return undefined;
  }
  if (around.arrow && !free("dep") && free("arr")) return "arr";
  if (free("dep") && !leg.dep.time) return "dep";
  if (free("dep") && free("arr")) return "dep";
  if (free("arr")) return "arr";
  return leg.dep.time && leg.arr.time ? undefined : leg.dep.firm && !leg.arr.firm ? "arr" : undefined;
}

/** Behind its hour in one line a place is surer than in a line of its own. */
const surer = (stop: Stop, place: Pick<Around, "solo" | "afterTime">) =>
  stop.apart === true && !place.solo && place.afterTime;

const sameCode = (stop: Stop, place: Place) => stop.iata !== undefined && stop.iata === place.iata;

function put(stop: Stop, place: Place, firm: boolean): void {
  if (place.iata) {
    stop.iata = place.iata;
    stop.bare = place.bare === true;
  }
  // "Madrid-Barajas, T4S" names the terminal too.
  const [, name, terminal] = /^(.{3,}?),?\sT(\d[A-Z]{0,2})$/u.exec(place.name ?? "") ?? [];
  if (name && terminal) stop.terminal ??= terminal;
  if (place.name) stop.name = name ?? place.name;
  stop.firm = firm;
}

/** Tells whether the time read last, in the line above, still waits for its place. */
function awaited(state: LegState, index: number): boolean {
  const stop = state.lastSide && state.lastTimeLine === index - 1 ? state.leg[state.lastSide] : undefined;
  return stop !== undefined && !stop.firm && !(stop.iata && stop.name);
}
