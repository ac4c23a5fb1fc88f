import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import type { Document } from "./document.ts";
import { type LegState, type Side, type Stop, turnLeg } from "./legs.ts";

type Place = { name?: string; iata?: string; bare?: boolean; nameBehind?: boolean };
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
  const place = placeAt(line, at);
  if (!token || !place) return;
  if (column && !["stop", "departure", "arrival", "date", "start"].includes(column)) return;
  const first = place.iata && place.name && !place.nameBehind ? at - 1 : at;
  const [previous, next] = [line.tokens[first - 1], line.tokens[at + 1]];
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
    (next?.kind === "date" && !route && line.tokens.slice(at + 2, at + 4).some((one) => one.kind === "time"));
  const announced = state.mode !== undefined && index - state.modeLine <= LABEL_REACH;
  const arrow = next?.kind === "arrow" || previous?.kind === "arrow";
  const told =
    afterTime ||
    beforeTime ||
    announced ||
    arrow ||
    column !== undefined ||
    sideFollows(line, at) ||
    isRoute(line, at) ||
    isRoute(line, at - 1);
  if (!told && !(place.iata && (!place.bare || besideCode(line, first, at)))) return;

  // The last ride is told to its end: a line with both ends and their times is the next, wherever it begins.
  const full = state.leg.dep.time && state.leg.arr.time && state.leg.lastLine < index && !route;
  const further = line.tokens.slice(at + 1).some((one) => one.kind === "airport" && one.iata !== place.iata);
  if (place.iata && full && further && line.tokens.some((one) => one.kind === "time")) turnLeg(state, index);
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
  const word = line.tokens[at + 1];
  if (isRoute(line, at) && free("dep") && free("arr")) {
    put(leg.dep, place, false);
    leg.headLine = index;
    return;
  }
  if (isRoute(line, at - 1) && leg.headLine === index && free("arr")) {
    put(leg.arr, place, false);
    return;
  }
  if (
    word?.kind === "label" &&
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
    if (stop.firm && !(firm && !stop.time)) return;
    if (stop.iata && !place.iata && !firm) return;
    if (stop.time && stop.iata && !place.iata) return;
    stop.name = undefined;
    stop.iata = undefined;
  }
  put(stop, place, firm);
  if (side === "dep") leg.headLine = index;
}

type Around = {
  column: Field | undefined;
  afterTime: boolean;
  beforeTime: boolean;
  announced: boolean;
  arrow: boolean;
  sameLine: boolean;
  index: number;
};

/** The side of the current ride that a place belongs to; undefined when the ride is full and the place begins another. */
function sideOf(state: LegState, around: Around): Side | undefined {
  const { leg } = state;
  const free = (side: Side) => !leg[side].name && !leg[side].iata;
  if (around.column === "departure") return "dep";
  if (around.column === "arrival") return "arr";
  if (around.afterTime && state.lastSide && (free(state.lastSide) || !leg[state.lastSide].firm))
    return state.lastSide;
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

/** Tells whether a place and the next, with nothing but a dash between, are the two ends of what their line tells. */
function isRoute(line: TokenLine, at: number): boolean {
  const [from, to] = [line.tokens[at], line.tokens[at + 1]];
  return (
    from?.kind === "text" &&
    to?.kind === "text" &&
    from.cell === to.cell &&
    /^\s*[–—-]\s*$/.test(line.text.slice(from.end, to.start)) &&
    line.tokens.some((token) => token.kind === "train" || token.kind === "bus" || token.kind === "flight") &&
    placeName(from.text) !== undefined &&
    placeName(to.text) !== undefined
  );
}

/** Tells whether a side and its time stand right behind a place, as in "Köln Hbf ab 07:43". */
function sideFollows(line: TokenLine, at: number): boolean {
  const [word, hour] = [line.tokens[at + 1], line.tokens[at + 2]];
  return (
    word?.kind === "label" &&
    line.text.slice(line.tokens[at]?.end, word.start).trim() === "" &&
    (word.label.field === "departure" || word.label.field === "arrival") &&
    hour?.kind === "time" &&
    hour.cell - word.cell < 2
  );
}

const sameCode = (stop: Stop, place: Place) => stop.iata !== undefined && stop.iata === place.iata;

function put(stop: Stop, place: Place, firm: boolean): void {
  if (place.iata) {
    stop.iata = place.iata;
    stop.bare = place.bare === true;
  }
  if (place.name) stop.name = place.name;
  stop.firm = firm;
}

/** The place that a token names; a name right before a code belongs to it. */
function placeAt(line: TokenLine, at: number): Place | undefined {
  const token = line.tokens[at];
  if (token?.kind === "airport") {
    const before = line.tokens[at - 1];
    const behind = line.tokens[at + 1];
    const name = before?.kind === "text" && before.cell === token.cell ? placeName(before.text) : undefined;
    // "16:05  MAD  Madrid": the code's name is the next cell.
    const other =
      token.bare && before?.kind === "time" && behind?.kind === "text" && behind.cell === token.cell + 1
        ? placeName(behind.text)
        : undefined;
    if (!name && other) return { iata: token.iata, bare: true, name: other, nameBehind: true };
    return { iata: token.iata, bare: token.bare, ...(name ? { name } : {}) };
  }
  // "Mode of transport: Train" is a label that is not known, and its value.
  const named = (one: Token | undefined) => one !== undefined && /^\s?[:：]/.test(line.text.slice(one.end));
  const [label] = line.tokens;
  if (named(token) || (line.tokens.length === 2 && at === 1 && label?.kind === "text" && named(label)))
    return undefined;
  const name = token?.kind === "text" ? placeName(token.text) : undefined;
  return name ? { name } : undefined;
}

/** Tells whether the time read last, in the line above, still waits for its place. */
function awaited(state: LegState, index: number): boolean {
  const stop = state.lastSide && state.lastTimeLine === index - 1 ? state.leg[state.lastSide] : undefined;
  return stop !== undefined && !stop.firm && !(stop.iata && stop.name);
}

function timeBelow(document: Document, index: number): boolean {
  const below = document.lines[index + 1]?.tokens ?? [];
  return below[0]?.kind === "time" || (below[0]?.kind === "date" && below[1]?.kind === "time");
}

/** Three bare capitals are a code only beside another code or a flight's number. */
function besideCode(line: TokenLine, first: number, at: number): boolean {
  return [line.tokens[first - 1], line.tokens[at + 1]].some(
    (token) => token?.kind === "airport" || token?.kind === "flight",
  );
}

const SENTENCE = /^\p{Ll}|^\d|[!?=@%]|https?:|www\.|\p{L}{4}\.\s\p{L}{2,}\s\p{L}{2,}/u;
const LEADING =
  /^(?:from|to|at|von|nach|in|de|à|au|da|a|di|van|naar|z|ze|do|na|no|uz|aus|ab|an|til|fra|from:|из|в|с|до|от|đi|từ|đến|从|到|and|und|et|y|e|–|-)\s+(?=[\p{Lu}\p{Lo}])/u;

/** Gives the text as a place's name when it can be one: it begins with a capital and is no sentence. */
function placeName(text: string): string | undefined {
  let name = text.replace(LEADING, "").replace(/\s*(?:は|から|まで|発|着|行き?)$/u, "");
  name = name.replace(/[\s,;:(▷►▶→>–-]+$/u, "").replace(/^[^\p{L}\p{N}]+(?=\p{L})/u, "");
  const open = (name.match(/\(/g) ?? []).length - (name.match(/\)/g) ?? []).length;
  if (open === 1) name = `${name})`;
  if (name.length < 2 || name.length > 60 || SENTENCE.test(name) || name.split(/\s+/).length > 7)
    return undefined;
  return /\p{L}{2}|[\u3400-\u9fff]/u.test(name) &&
    !/^(?:Uhr|uur|Terminal|Flug|Flight|Non[ -]?stop|Direct|Economy|Business|Confirmed|OK|Operated by.*)$/i.test(
      name,
    )
    ? name
    : undefined;
}
