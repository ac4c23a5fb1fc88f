import { NOT_AIRPORTS, TRAIN_CATEGORIES } from "../words/carriers.ts";
import type { Field } from "../words/labels.ts";
import { isWeekday } from "../words/weekdays.ts";
import { type DateToken, type DayOrder, findDates } from "./dates.ts";
import { findLabels, type LabelToken } from "./labels.ts";
import type { Line } from "./lines.ts";
import { findMoney, type MoneyToken } from "./money.ts";
import { findTimes, type TimeToken } from "./times.ts";

type Span = { start: number; end: number; cell: number };
/** What the rules read: everything of a line in order, known things first, the words between them as `text`. */
export type Token = Span &
  (
    | { kind: "date"; date: DateToken }
    | { kind: "time"; time: TimeToken }
    | { kind: "label"; label: LabelToken }
    | { kind: "money"; money: MoneyToken }
    | { kind: "airport"; iata: string; bare: boolean }
    | { kind: "flight"; carrier: string; number: string }
    | { kind: "train"; name: string }
    | { kind: "bus"; name: string }
    | { kind: "arrow" }
    | { kind: "text"; text: string }
  );

export type TokenLine = Line & { tokens: Token[] };

const AIRPORT = /(?<![\p{L}\d/])(?:[(（]\s?([A-Z]{3})\s?[)）]|\[([A-Z]{3})\]|([A-Z]{3})(?![\p{L}\d]))/gu;
const FLIGHT =
  /(?<![\p{L}\d/.+-])([A-Z][A-Z](?:[ -]{1,6}(?=\d{2})|(?=\d{3}))|(?:[A-Z]\d|\d[A-Z])(?:[ -]{1,3}(?=\d)|(?=\d{3})))(\d{1,4})(?![\p{Script=Latin}\p{Script=Cyrillic}\d:/€%]|\.\d|[ ]?(?:€|EUR|Uhr|kg|%|,\d)|-\d)/gu;
/** Airlines of Russia have Cyrillic codes too; two such letters are one behind a word for a flight alone. */
const CYRILLIC_FLIGHT = /(?<=(?<!\p{L})рейс\s?[:№]?\s?)([А-ЯЁ]{2}|[А-ЯЁ]\d)[ -]?(\d{2,4})(?![\p{L}\d])/giu;
/** In a table of flights it stands alone in its cell, beside airports' codes. */
const CYRILLIC_IN_TABLE = /(?<=^\s*|\s{2}|\t)([А-ЯЁ]{2}|[А-ЯЁ]\d|\d[А-ЯЁ])[ -]?(\d{2,4})(?=\s{2}|\t|\s*$)/gu;
/** "LX 8": a number of one figure is a flight's where its line names two airports by their codes. */
const SHORT_FLIGHT = /(?<![\p{L}\d/.+-])([A-Z][A-Z])[ -]?(\d)(?![\p{L}\d:/€%.,-])/gu;
const TRAIN = new RegExp(
  `(?<![\\p{L}\\d])(${TRAIN_CATEGORIES})(?:[ -]{0,3}| (?:[Nn][°º]|[Nn]o\\.|[Nn]r\\.|№) ?)(\\d{1,5})(?![\\p{L}\\d:.,]\\d|\\p{L}|\\d)`,
  "gu",
);
const TRAIN_CODE =
  /(?<![\p{L}\d])([GDCKZTSE]\d{1,4}(?![\p{L}\d])|[GDCKZT]\d{1,4}次(?=列|\P{L}|$))|([\u3040-\u30ff]{2,8})\s?(\d{1,4})号/gu;
const TRAIN_BEFORE = /(?<!\p{L})(?:train|trein|zug|treno|tren|comboio|pociąg|vlak|vilciens|tàu|поезд)\s?$/iu;
const FLIGHT_BEFORE =
  /(?<!\p{L})(?:flight|flug|vol|vuelo|volo|voo|vlucht|lot|let|reiss|lidojums|flyg|fly|рейс|chuyến bay|số hiệu|航班|便名)(?: (?:no\.?|nr\.?|n[º°]|№|numéro|número|numero))?\s?[:#]?\s?$/iu;
const HAN = /[\u3400-\u9fff]/u;
const ARROW = /\s?(?:→|➔|➝|➞|⇒|⟶|►|✈|->|=>|»|›|⇄|→︎)\s?/gu;

const flightToken = (m: RegExpMatchArray) => ({
  kind: "flight",
  start: m.index ?? 0,
  end: (m.index ?? 0) + m[0].length,
  carrier: (m[1] ?? "").replace(/[ -]+$/, ""),
  number: (m[2] ?? "").replace(/^0+(?=\d)/, ""),
});
/** "NGUYEN VAN MAU": what reads like a code between capitals, in a line that greets or names a traveller. */
const NAMED =
  /^[\s\d.)*-]{0,6}(?:dear|kính gửi|hành khách|quý khách|tên|họ|passengers?|travell?ers?|name|guests?|passagiere?|reisende|passagers?|voyageurs?|pasajeros?|passeggeri|passeggero|passageiros?|reizigers?|pasażer\p{L}*|cestující|pasažier\p{L}*|пассажир\p{L}*|mr|mrs|ms|miss)(?!\p{L})/iu;
const inName = (text: string, at: number) =>
  NAMED.test(text.slice(0, 40)) && /\p{Lu}{2,} $/u.test(text.slice(Math.max(0, at - 12), at));
const trainName = (m: RegExpMatchArray) => (m[1] === "SE" ? m[0] : `${m[1]} ${m[2]}`);

/**
 * Cuts a line into tokens. Where two overlap, the kind that is listed first in this function stays. Three capitals
 * without brackets are an airport only when `isAirport` knows them.
 */
export function tokenise(line: Line, order: DayOrder, isAirport: (code: string) => boolean): TokenLine {
  const { text } = line;
  const tokens: Token[] = [];
  const cellAt = (at: number) =>
    Math.max(
      0,
      line.cells.findLastIndex((cell) => cell.start <= at),
    );
  const add = (token: { start: number; end: number } & Record<string, unknown>) => {
    if (tokens.some((one) => token.start < one.end && token.end > one.start)) return;
    tokens.push({ ...token, cell: cellAt(token.start) } as Token);
  };
  for (const date of findDates(text, order)) {
    if (!date.bare) add({ kind: "date", start: date.start, end: date.end, date });
  }
  // "Trein EUR 9322" is a train, for all that it reads like money.
  for (const m of text.matchAll(TRAIN))
    if (TRAIN_BEFORE.test(text.slice(Math.max(0, m.index - 12), m.index)))
      add({ kind: "train", start: m.index, end: m.index + m[0].length, name: trainName(m) });
  // "Voo EX 3318" is a flight, for all that some trains are called so.
  for (const m of text.matchAll(FLIGHT))
    if (FLIGHT_BEFORE.test(text.slice(Math.max(0, m.index - 24), m.index))) add(flightToken(m));
  for (const time of findTimes(text)) add({ kind: "time", start: time.start, end: time.end, time });
  for (const money of findMoney(text)) add({ kind: "money", start: money.start, end: money.end, money });
  for (const date of findDates(text, order)) {
    if (
      date.bare &&
      (tokens.some((one) => one.kind === "time") ||
        /^\d{1,2}\.\d{2}\.$/.test(text.slice(date.start, date.end)))
    ) {
      add({ kind: "date", start: date.start, end: date.end, date });
    }
  }
  for (const m of text.matchAll(TRAIN)) {
    if (m[1] && m[1].length === 1 && !/ /.test(m[0])) continue;
    add({ kind: "train", start: m.index, end: m.index + m[0].length, name: trainName(m) });
  }
  for (const m of text.matchAll(TRAIN_CODE)) {
    // Latin text has letters with a number for many things: gates, terminals, seats.
    if (m[1] && !(HAN.test(text) && !/^T\d$/.test(m[1])) && !/^SE\d/.test(m[1])) continue;
    add({
      kind: "train",
      start: m.index,
      end: m.index + m[0].length,
      name: m[1] ? m[1].replace("次", "") : m[0].replace(/\s/g, ""),
    });
  }
  for (const m of text.matchAll(/(?<!\p{L})Bus ?\d{1,6}(?![\p{L}\d])/gu))
    add({ kind: "bus", start: m.index, end: m.index + m[0].length, name: m[0] });
  const inTable = /\([A-Z]{3}\)/.test(text) ? text.matchAll(CYRILLIC_IN_TABLE) : [];
  for (const m of [...text.matchAll(FLIGHT), ...text.matchAll(CYRILLIC_FLIGHT), ...inTable]) {
    add(flightToken(m));
  }
  for (const m of text.matchAll(AIRPORT)) {
    const iata = m[1] ?? m[2] ?? m[3] ?? "";
    if (m[3] && inName(text, m.index)) continue;
    if (NOT_AIRPORTS.has(iata) || (m[3] && !isAirport(iata))) continue;
    // "New York JFK (JFK)": the airport's name ends with its code.
    if (m[3] && text.startsWith(` (${iata})`, m.index + 3)) continue;
    add({ kind: "airport", start: m.index, end: m.index + m[0].length, iata, bare: m[3] !== undefined });
  }
  if (tokens.filter((one) => one.kind === "airport").length === 2)
    for (const m of text.matchAll(SHORT_FLIGHT))
      add({ kind: "flight", start: m.index, end: m.index + m[0].length, carrier: m[1], number: m[2] });
  for (const label of findLabels(text, line.cells))
    add({ kind: "label", start: label.start, end: label.end, label });
  // In columns an arrow stands in a gap: it begins where its sign does.
  for (const m of text.matchAll(ARROW))
    add({ kind: "arrow", start: m.index + m[0].search(/\S/), end: m.index + m[0].length });
  tokens.sort((a, b) => a.start - b.start);
  return { ...line, tokens: withText(line, withinValues(line, tokens)) };
}

/** Labels whose value is a place; in it, words such as "station" and "bus" belong to its name. */
const PLACED = new Set<Field>(["departure", "arrival", "pickup", "dropoff", "venue", "property"]);
const IN_NAMES = new Set<Field>([
  "stop",
  "bus",
  "train",
  "ferry",
  "event",
  "property",
  "venue",
  "flight",
  "date",
]);

/** Leaves out what is no token of its own in the value of a label: words of a place's name, a seat that reads like an hour. */
function withinValues(line: Line, tokens: Token[]): Token[] {
  let placed = -1;
  return tokens.filter((token, at) => {
    const before = tokens[at - 1];
    if (token.kind === "label") {
      const { field, opens } = token.label;
      if (placed === token.cell && !opens && field === "property") return false;
      const inName =
        placed === token.cell &&
        !opens &&
        IN_NAMES.has(field) &&
        before?.kind === "label" &&
        !/[,;]/.test(line.text.slice(before.end, token.start)) &&
        tokens[at + 1]?.kind !== "date";
      if (inName) return false;
      placed = opens && PLACED.has(field) ? token.cell : placed;
      return true;
    }
    if (token.kind === "time" && /^\d{1,2}H$/.test(line.text.slice(token.start, token.end)))
      return !(before?.kind === "label" && before.label.field === "seat");
    return true;
  });
}

const EDGES =
  /^[\s,;:：，、。.|/()）*•·–—\-[\]"“”„'#▷►●○【】「」『』《》]+|(?<![\s,;:：，、。|/(（*•·–—\-["“„#▷►●○【】「」『』《》])[\s,;:：，、。|/(（*•·–—\-["“„#▷►●○【】「」『』《》]+$/gu;

const CUTS =
  /(?<=[:：]\s)|(?<=[▷►●○•·|，。】」])|(?<=\s[–-])\s|(?<=[\u3400-\u9fff]),(?=\S)|(?<=[\u3400-\u9fff][–—~～-])(?=[\u3400-\u9fff])/u;
const CUTS_IN_PLACE = /(?<=[:：]\s)|(?<=[▷►●○•·|，。】」])/u;

function withText(line: Line, known: Token[]): Token[] {
  const all: Token[] = [];
  line.cells.forEach((cell, index) => {
    let at = cell.start;
    const between = (end: number) => {
      let from = at;
      // "Origem: Lisboa - Sete Rios": all that stands behind its label is one place.
      const label = all.at(-1);
      const place =
        end === cell.end &&
        label?.kind === "label" &&
        label.cell === index &&
        label.label.opens &&
        ["departure", "arrival"].includes(label.label.field);
      // What stands before a colon or between bullets is a thing of its own.
      for (const piece of line.text.slice(at, end).split(place ? CUTS_IN_PLACE : CUTS)) {
        const start = line.text.indexOf(piece, from);
        from = start + piece.length;
        const body = piece.replace(EDGES, "");
        if (!/[\p{L}\p{N}]/u.test(body) || isWeekday(body.replace(/[（）]/g, ""))) continue;
        const inner = start + piece.indexOf(body);
        all.push({ kind: "text", start: inner, end: inner + body.length, cell: index, text: body });
      }
    };
    for (const token of known) {
      if (token.start < cell.start || token.start >= cell.end) continue;
      between(token.start);
      all.push(token);
      at = Math.max(at, token.end);
    }
    if (at < cell.end) between(cell.end);
  });
  return all;
}
