import type { Token, TokenLine } from "../text/tokens.ts";
import type { Document } from "./document.ts";

/** A place as a line names it; `nameBehind` when its name stands behind its code. */
export type Place = { name?: string; iata?: string; bare?: boolean; nameBehind?: boolean };

/** Tells whether a line says when one leaves. */
const leaves = (line: TokenLine) =>
  line.tokens.some(
    (token, at) =>
      token.kind === "label" &&
      token.label.field === "departure" &&
      ["time", "date"].includes(line.tokens[at + 1]?.kind ?? ""),
  );

/**
 * Tells whether a place and the next, with nothing but a dash between, are the two ends of a ride: in a line that
 * names what runs there, behind a word for a route, or alone in a line with the hours soon below.
 */
export function isRoute(document: Document, index: number, at: number): boolean {
  const line = document.lines[index];
  const [from, to] = [line?.tokens[at], line?.tokens[at + 1]];
  if (!line || from?.kind !== "text" || to?.kind !== "text" || from.cell !== to.cell) return false;
  if (!/^\)?\s?[–—-]$/.test(line.text.slice(from.end, to.start).trim())) return false;
  if (placeName(from.text) === undefined || placeName(to.text) === undefined) return false;
  const told = line.tokens.some(
    (token) =>
      ["train", "bus", "flight"].includes(token.kind) ||
      (token.kind === "label" && ["route", "bus", "train", "ferry", "flight"].includes(token.label.field)),
  );
  return told || (line.tokens.length === 2 && document.lines.slice(index + 1, index + 5).some(leaves));
}

const IN_WORDS =
  /^(\p{Lu}[\p{L} .'’()-]{1,40}?)\s(?:to|nach|naar|till|til|vers|→|uz|đến)\s(\p{Lu}[\p{L} .'’()-]{1,40})$/u;

/** "Comboio AP 131 de Lisboa Oriente para Porto Campanhã": the way behind the number of what runs there. */
const BEHIND_NUMBER =
  /^[\s,:·–-]{0,3}(?:from|von|de|da|do|van|z|ze|no|из|từ)\s(\p{Lu}[\p{L} .'’()-]{1,40}?)\s(?:to|nach|à|a|para|naar|do|na|uz|в|на|đến|đi)\s(\p{Lu}[\p{L} .'’()-]{1,40}?)\s*$/u;

/** Gives the two ends of "Riga to Copenhagen", where a ride's number, day or hours stand beside that line. */
export function routeInWords(document: Document, index: number): [string, string] | undefined {
  const line = document.lines[index];
  const number = line?.tokens.find((one) => one.kind === "train" || one.kind === "flight");
  const way = line && number && BEHIND_NUMBER.exec(line.text.slice(number.end, number.end + 100));
  if (way) {
    const [from, to] = [placeName(way[1] ?? ""), placeName(way[2] ?? "")];
    return from && to ? [from, to] : undefined;
  }
  if (line?.tokens.length !== 1 || line.text.length > 90) return undefined;
  const ends = IN_WORDS.exec(line.text.trim());
  const [from, to] = [placeName(ends?.[1] ?? ""), placeName(ends?.[2] ?? "")];
  const beside =
    [document.lines[index - 1], document.lines[index + 1]].some((one) =>
      one?.tokens.some((token) => ["flight", "train", "bus", "time"].includes(token.kind)),
    ) || document.lines.slice(index + 1, index + 5).some(leaves);
  return from && to && beside ? [from, to] : undefined;
}

/** Tells whether a side and its time stand right behind a place, as in "Köln Hbf ab 07:43". */
export function sideFollows(line: TokenLine, at: number): boolean {
  const [word, hour] = [line.tokens[at + 1], line.tokens[at + 2]];
  return (
    word?.kind === "label" &&
    line.text.slice(line.tokens[at]?.end, word.start).trim() === "" &&
    (word.label.field === "departure" || word.label.field === "arrival") &&
    hour?.kind === "time" &&
    hour.cell - word.cell < 2
  );
}

/** "Van Amsterdam (AMS) 09:15 naar Berlijn (BER)": the first word is none of the place's. */
const FROM = /^(?:Van|Von|From|De|Da|Du|Z|Ze|No|Из|Từ)\s(?=[\p{Lu}\p{Lo}])/u;
const ROUTE_HEAD =
  /^\s*(?:Van|Von|From|De|Da|Du|Z|Ze|No|Из|Từ)\s.{3,80}\s(?:naar|nach|to|a|à|para|do|na|uz|в|đến|đi)\s/u;

/** The place that a token names; a name right before a code belongs to it. */
export function placeAt(line: TokenLine, at: number): Place | undefined {
  const token = line.tokens[at];
  if (token?.kind === "airport") {
    const before = line.tokens[at - 1];
    const behind = line.tokens[at + 1];
    const own =
      before?.kind === "text" && before.cell === token.cell && !inBrackets(line, at - 2) && !codesFirst(line);
    const name = own
      ? placeName(ROUTE_HEAD.test(line.text) ? before.text.replace(FROM, "") : before.text)
      : undefined;
    // "16:05  MAD  Madrid": the code's name is the next cell.
    const other =
      token.bare &&
      (before?.kind === "time" || inPairs(line)) &&
      behind?.kind === "text" &&
      behind.cell === token.cell + 1
        ? placeName(behind.text)
        : undefined;
    const bracketed =
      token.bare && behind?.kind === "text" && inBrackets(line, at)
        ? placeName(behind.text.replace(/\)$/, ""))
        : undefined;
    const beside = nameBeside(line, at);
    if (!name && !bracketed && !other && beside)
      return { iata: token.iata, bare: false, name: beside, nameBehind: true };
    if (!name && bracketed) return { iata: token.iata, bare: false, name: bracketed, nameBehind: true };
    if (!name && other) return { iata: token.iata, bare: true, name: other, nameBehind: true };
    return { iata: token.iata, bare: token.bare, ...(name ? { name } : {}) };
  }
  // "Mode of transport: Train" is a label that is not known, and its value.
  const named = (one: Token | undefined) => one !== undefined && /^\s?[:：]/.test(line.text.slice(one.end));
  const [label] = line.tokens;
  const announcedSide = line.tokens[at - 1];
  const behindSide =
    announcedSide?.kind === "label" && ["departure", "arrival"].includes(announcedSide.label.field);
  if (
    (named(token) && !behindSide) ||
    (line.tokens.length === 2 && at === 1 && label?.kind === "text" && named(label))
  )
    return undefined;
  const name = token?.kind === "text" ? placeName(token.text) : undefined;
  return name ? { name } : undefined;
}

/** "(RIX) Riga - (STN) London Stansted": every code of the line has its name behind it. */
const codesFirst = ({ tokens }: TokenLine) => {
  const [code, name, other, last, ...more] = tokens.filter((token) => token.kind !== "arrow");
  return (
    code?.kind === "airport" &&
    name?.kind === "text" &&
    other?.kind === "airport" &&
    last?.kind === "text" &&
    (code.bare ? more.length === 0 && tokens.length === 5 : !other.bare)
  );
};

/** "GRU São Paulo 07:15", "07:15 GRU São Paulo": a code and its name, with nothing else between the line's hours. */
export function nameBeside(line: TokenLine, at: number): string | undefined {
  if (at < 0) return undefined;
  if (codesFirst(line))
    return placeName(
      (line.tokens[at]?.kind === "airport" &&
        line.tokens[at + 1]?.kind === "text" &&
        line.text.slice(line.tokens[at + 1]?.start, line.tokens[at + 1]?.end)) ||
        "",
    );
  const [before, code, name, after] = line.tokens.slice(at === 0 ? 0 : at - 1);
  const [from, token, text, next] = at === 0 ? [undefined, before, code, name] : [before, code, name, after];
  if (token?.kind !== "airport" || !token.bare || text?.kind !== "text" || text.cell !== token.cell)
    return undefined;
  if (line.text.slice(token.end, text.start) !== " " || NO_NAME.test(text.text)) return undefined;
  const hours = [from?.kind, next?.kind];
  const alone = hours.every(
    (kind) => kind === undefined || kind === "time" || kind === "arrow" || kind === "date",
  );
  return alone && hours.includes("time") ? placeName(text.text) : undefined;
}

const NO_NAME =
  /^(?:terminal|economy|business|dep|arr|gate|seat|class|local|lt|non|direct|via|on)(?!\p{L})/iu;

/** "RIX  Riga    ARN  Stockholm": codes with their names behind them, and nothing else. */
const inPairs = (line: TokenLine) =>
  line.tokens.length === 4 &&
  line.tokens.every((token, at) => (at % 2 === 0 ? token.kind === "airport" : token.kind === "text"));

/** Tells whether the name of a code stands behind it in brackets: "STN (London Stansted)". */
export function inBrackets(line: TokenLine, at: number): boolean {
  const [code, name] = [line.tokens[at], line.tokens[at + 1]];
  return (
    code?.kind === "airport" &&
    name?.kind === "text" &&
    /^\s?\($/.test(line.text.slice(code.end, name.start)) &&
    /^.{3,50}\)/.test(line.text.slice(name.start))
  );
}

/** The side that the next line announces for a place above it: "Hamburg Hbf", and below "03.12. ab 10:34". */
export function sideBelow(document: Document, index: number): "dep" | "arr" | undefined {
  const tokens = document.lines[index + 1]?.tokens ?? [];
  const at = tokens[0]?.kind === "date" ? 1 : 0;
  const [word, hour] = [tokens[at], tokens[at + 1]];
  if (word?.kind !== "label" || hour?.kind !== "time" || !word.label.short) return undefined;
  return word.label.field === "departure" ? "dep" : word.label.field === "arrival" ? "arr" : undefined;
}

/** Tells whether the next line begins with an hour. */
export function timeBelow(document: Document, index: number): boolean {
  const below = document.lines[index + 1]?.tokens ?? [];
  return below[0]?.kind === "time" || (below[0]?.kind === "date" && below[1]?.kind === "time");
}

/** Three bare capitals are a code only beside another code or a flight's number. */
export function besideCode(line: TokenLine, first: number, at: number): boolean {
  return [line.tokens[first - 1], line.tokens[at + 1]].some(
    (token) => token?.kind === "airport" || token?.kind === "flight",
  );
}

const SENTENCE = /^\p{Ll}|^\d|[!?=@%]|https?:|www\.|\p{L}{4}\.\s\p{L}{2,}\s\p{L}{2,}/u;
/** Words for a station, which some languages write small before its name: "автовокзал Вильнюса". */
const STATION =
  /^(?:(?:авто)?вокзал|аэропорт|станция|платформа|порт|gare|aéroport|estación|aeropuerto|puerto|stazione|aeroporto|porto|estação|dworzec|lotnisko|nádraží|letiště|přístav|autoosta|stacija|lidosta|bến xe|sân bay|ga)\s\p{Lu}[\p{L} .'’()-]{1,40}$/u;
const LEADING =
  /^(?:from|to|at|von|nach|in|de|à|au|da|a|di|van|naar|z|ze|do|na|no|uz|aus|ab|an|til|fra|from:|из|в|с|до|от|đi|từ|đến|从|到|tại|and|und|et|y|e|–|-)\s+(?=[\p{Lu}\p{Lo}])/u;

/** What stands between a place and its hour or day is no part of its name: "Milano Centrale ore", "Faro às". */
const TRAILING =
  /(?<=\p{L}{2}|[)\d])\s(?:ore|alle(?: ore)?|dalle|alle|at|on|um|am|à|às|as|a las|a la|las|om|op|o|o godz\.?|godz\.?|dnia|dne|hod|v|ve|kl\.?|klo|plkst\.?|lúc|vào|ngày|в|во|le|il|el|em|no dia|den|翌日|翌朝|次日)$/u;

/** Gives the text as a place's name when it can be one: it begins with a capital and is no sentence. */
function placeName(text: string): string | undefined {
  let name = text
    .replace(LEADING, "")
    .replace(/^[便号]\s?(?=[\p{L}])/u, "")
    .replace(/\s?(?:は|から|まで|発|着|行き?)$/u, "");
  name = name.replace(/(?<![\s,;:(▷►▶→>–-])[\s,;:(▷►▶→>–-]+$/u, "").replace(/^[^\p{L}\p{N}]+(?=\p{L})/u, "");
  name = name.replace(TRAILING, "").replace(/,$/, "");
  const open = (name.match(/\(/g) ?? []).length - (name.match(/\)/g) ?? []).length;
  if (open === 1) name = `${name})`;
  if (
    name.length < 2 ||
    name.length > 60 ||
    (SENTENCE.test(name) && !STATION.test(name)) ||
    name.split(/\s+/).length > 7
  )
    return undefined;
  return /\p{L}{2}|[\u3400-\u9fff]/u.test(name) &&
    !/^(?:Uhr|uur|Terminal|Flug|Flight|Non[ -]?stop|Direct|Economy|Business|Confirmed|OK|Operated by.*)$/i.test(
      name,
    )
    ? name
    : undefined;
}
