import { JOINING_WORDS } from "../text/labels.ts";
import type { Token } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import { EASTERN_SALUTATION, SALUTATION } from "../words/salutations.ts";
import type { Document } from "./document.ts";

/** A labelled value: what stands behind its label in the cell, else in the next cell, else on the next line. */
export type Fact = { field: Field; value: string; line: number };

/** Gives every labelled value of a document, in reading order. */
export function readFacts(document: Document): Fact[] {
  const facts: Fact[] = [];
  document.lines.forEach((line, index) => {
    line.tokens.forEach((token, at) => {
      if (token.kind !== "label" || !token.label.opens) return;
      const cell = line.cells[token.cell];
      if (!cell) return;
      const next = line.tokens
        .slice(at + 1)
        .find((one) => one.kind === "label" && one.label.opens && one.cell === token.cell);
      let value = line.text.slice(token.end, next?.start ?? cell.end);
      if (clean(value) === "") {
        const beside = line.cells[token.cell + 1];
        const labelBeside = line.tokens.some(
          (one) => one.kind === "label" && one.cell === token.cell + 1 && one.label.opens,
        );
        if (beside && !labelBeside) value = line.text.slice(beside.start, beside.end);
        else if (!beside || labelBeside) value = below(document, index, token);
      }
      const cleaned = clean(value);
      if (cleaned) facts.push({ field: token.label.field, value: cleaned, line: index });
    });
  });
  return facts;
}

function below(document: Document, index: number, { start: column, cell: at }: Token): string {
  const [head, line] = [document.lines[index], document.lines[index + 1]];
  if (!line) return "";
  // Rows of a table have as many cells as its head: what is below is then told by counting, not by the width of words.
  const inTable = line.text.includes("\t") && line.cells.length === head?.cells.length;
  const cell = inTable
    ? line.cells[at]
    : (line.cells.find((one) => one.end > column && one.start < column + 24) ?? line.cells[0]);
  if (!cell) return "";
  const labelled = line.tokens.some(
    (one) => one.kind === "label" && one.label.opens && one.start >= cell.start && one.start < cell.end,
  );
  return labelled ? "" : line.text.slice(cell.start, cell.end);
}

const clean = (value: string) => value.replace(/^[\s:：*_#|]+|(?<![\s*_|,;])[\s*_|,;]+$/gu, "").trim();

const CODE =
  /^(?:\d{4}(?: \d{2,4}){1,3}|\d{2,4}(?: \d{2,4}){2,3}|(?=[A-Z]{0,3}\d)(?=\d{0,3}[A-Z])[A-Z\d]{4}|[A-Z]{1,3} \d{3}(?: \d{3}){1,2}|\d{3} \d{3} \d{3,4}|\d{4} \d{3} \d{3}|\p{Lu}{1,4}-\d{3,8}|\d{2,6}(?:\.\d{3}){2,3}|\d{6,12}-\d{1,4}|[A-Za-z]{1,3}\d{6,14}|[A-Z0-9]{1,10}(?:[-/][A-Z0-9]{1,8}){1,3}|[A-Z0-9]{5,8}|\d{3,16}|[A-Z]{1,4}[ -]?\d{4,12}|[A-Z0-9]{9,16})(?![A-Za-z0-9]|[-/.:,]\d)/u;
/** A day or an hour behind such a label is when something was booked. */
const MOMENT = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[.:]\d{2})(?!\d)/;

/** Words of six letters that stand where a code does. */
const NO_CODE = /^(?:RECORD|NUMBER|STATUS|TICKET|FLIGHT|TRAVEL|DETAIL|PLEASE|ONLINE)$/;

/** Gives the booking number nearest to such a label, or undefined. A plain word is never one.
 * Rides are also known by their ticket's number where there is no other (`orTicket`). */
export function bookingReference(facts: readonly Fact[], orTicket = false): string | undefined {
  const wanted = facts.filter((fact) => fact.field === "reference");
  if (orTicket) wanted.push(...facts.filter((fact) => fact.field === "ticketNumber"));
  const codes = wanted.flatMap((fact) => {
    const value = fact.value
      .replace(/^(?:\(|[–-] )/, "")
      .replace(JOINING_WORDS, "")
      .replace(/^[*#\s]+/, "");
    const code = MOMENT.test(value) ? undefined : CODE.exec(value)?.[0];
    return code && (/\d/.test(code) || (code.length === 6 && !NO_CODE.test(code))) ? [code] : [];
  });
  // Figures in groups are a shop's number: the carrier's own, of six letters and figures, is the one to travel with.
  const [first] = codes;
  return first && /^\d+(?: \d+)+$/.test(first)
    ? (codes.find((code) => /^(?=.*[A-Z])[A-Z\d]{6}$/.test(code)) ?? first)
    : first;
}
const SEAT = /^\d{1,3} ?[A-K](?![\p{L}\d])/u;

/** Gives the seat that stands apart from its ride, as in a table of the travellers; undefined where there are several. */
export function seatApart(facts: readonly Fact[]): string | undefined {
  const seats = new Set(
    facts.flatMap(({ field, value }) => (field === "seat" ? (SEAT.exec(value)?.[0] ?? []) : [])),
  );
  return seats.size === 1 ? [...seats][0] : undefined;
}

const TITLES =
  /^(?:mr|mrs|ms|miss|mstr|dr|prof|herr|frau|hr|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|mevrouw|meneer|de heer|señor|señora|don|doña|sig|signor|signora|sig\.ra|pan|paní|pani|dhr|mevr|mw|г-н|г-жа|ông|bà|anh|chị)\.?\s+/iu;
const NOT_NAME = /\d{3}|@|https?:|www\.|[:;!?=%€$]|^\d+$/u;

/** "Daan Model, Eva Model": two whole names; "Muster, Hans" is one. */
const OTHERS_TOO =
  /^(\p{Lu}[\p{L}'’.-]{1,30}(?:\s\p{Lu}[\p{L}'’.-]{1,30}){1,3})(?:,|、|;|\s(?:and|und|et|y|e|en|i|a|un|và|и|och|og|&))\s\p{Lu}[\p{L}'’.-]{1,30}\s\p{Lu}.*$/u;

/** Gives the traveller's name as written, without a title, or undefined when the value is no name. */
function personName(value: string): string | undefined {
  // "CALLER/SAMPLE MR", as tickets print it.
  const printed =
    /^(\p{Lu}[\p{Lu} '-]{0,30}?)\s?\/\s?(\p{Lu}[\p{Lu} '-]{0,30}?)(?:\s?(?:MR|MRS|MS|MISS|MSTR|DR))?(?=\s*$|\s{2}|[,(])/u.exec(
      value,
    );
  if (printed) return `${printed[2]} ${printed[1]}`;
  let name = value
    .replace(OTHERS_TOO, "$1")
    .split(/\s{2,}|[|•·/]| [–—] |,\s*(?:\d|adult|erwachsen|\p{L}{3,12}\.?\s\d)|\(/iu)[0]
    ?.replace(/^\d+[.)]?\s+/, "")
    .replace(TITLES, "")
    .replace(/\s(?:様|さん|先生|女士|小姐|mr|mrs|ms)$/iu, "")
    .replace(/(?<![*_,.\s])[*_,.\s]+$/u, "")
    .trim();
  name = name?.replace(/(様)$/u, "").trim();
  if (!name || NOT_NAME.test(name) || name.length > 60 || name.length < 2) return undefined;
  const words = name.split(/\s+/);
  if (words.length > 6) return undefined;
  const eastern = /^[\u3040-\u30ff\u3400-\u9fff·\s]+$/u.test(name);
  if (
    !eastern &&
    !words.every(
      (word) =>
        /^[\p{Lu}\p{Lt}]/u.test(word) ||
        /^(?:van|von|de|der|den|da|di|du|le|la|el|al|bin|y|e|af|zu)$/u.test(word),
    )
  )
    return undefined;
  if (!eastern && words.length < 2) return undefined;
  return name;
}

/** Gives the first traveller's name of the facts. */
export function travellerName(facts: readonly Fact[]): string | undefined {
  for (const fact of facts) {
    // "Guests" announces who they are as often as how many.
    if (fact.field !== "passenger" && fact.field !== "party") continue;
    const name = personName(fact.value);
    if (name) return name;
  }
  const part = (field: Field) =>
    facts
      .find((fact) => fact.field === field)
      ?.value.split(/\s{2,}|[*|]/)[0]
      ?.trim();
  const [given, family] = [part("givenName"), part("familyName")];
  if (given && !family) return personName(given);
  return given && family ? personName(`${given} ${family}`) : undefined;
}

/** "Herr Max Muster": a title and a whole name, alone in a line. */
export function titledName(document: Document): string | undefined {
  for (const { text } of document.lines) {
    const line = text.trim().slice(0, 80).split(/,\s/)[0] ?? "";
    if (TITLES.test(line) && WHOLE_NAME.test(line.replace(TITLES, ""))) return personName(line);
  }
  return undefined;
}
const WHOLE_NAME = /^\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}'’-]{1,20}){1,3}$/u;

/** Whom letters greet that nobody's name stands in: roles, patronymics without a family name. */
const NOBODY =
  /(?<!\p{L})(?:sirs?|madam|customers?|guests?|travell?ers?|passengers?|members?|clients?|users?|all|team|colleagues?|friends?|kunde|kundin|gast|gäste|reisende[rn]?|damen|herren|fahrgast|cliente|huésped|viajero|pasajero|ospite|passeggero|hóspede|passageiro|klant|reiziger|kliencie|państwo|zákazník\p{L}*|cestující|klient\p{L}*|pasažier\p{L}*|viesi|quý khách|клиент\p{L}*|пассажир\p{L}*|гост\p{L}*|\p{L}+(?:ович|евич|ьич|овна|евна|ична))(?!\p{L})|^(?:pan[ieí]?|panie)\s|旅客|用户|客户|会员|お客|各位/iu;
/** "mevrouw De Voorbeeld": a family name alone. */
const PARTICLE = /^(?:van|von|de|den|der|del|da|di|du|le|la|zu)\s/iu;
/** A letter greets its reader in one of its first lines. */
const GREETED_WITHIN = 12;

/** Gives the whole name by which a mail greets its reader: who books for somebody else says so elsewhere. */
export function greetedName(document: Document): string | undefined {
  for (const { text } of document.lines.slice(0, GREETED_WITHIN)) {
    const line = text.slice(0, 120);
    const { polite, honoured } = EASTERN_SALUTATION.exec(line)?.groups ?? {};
    const name = SALUTATION.exec(line)?.groups?.name ?? polite ?? honoured;
    if (name && !NOBODY.test(name) && !PARTICLE.test(name)) return polite ?? personName(name.trim());
  }
  return undefined;
}
