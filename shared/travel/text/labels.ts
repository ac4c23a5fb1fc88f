import { type Field, LABELS, type LabelWord } from "../words/labels.ts";
import type { Cell } from "./lines.ts";

/** A label in a line. `opens` says that a value is meant to follow it (colon, or it fills its cell). */
export type LabelToken = { start: number; end: number; field: Field; opens: boolean; short: boolean };

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff]/u;
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Phrases by what they begin with: a look-up at each word start is cheaper than one huge expression. */
const BY_FIRST = new Map<string, LabelWord[]>();
for (const word of LABELS) {
  const first = word.phrase.slice(0, 3);
  const known = BY_FIRST.get(first);
  if (known) known.push(word);
  else BY_FIRST.set(first, [word]);
}
/** Short words that mean a side right before a time wherever they stand; others there mean "at". */
const ANYWHERE = /^(?:ab|an)$/;
/** "Your booking reference" begins with its label too. */
const OWN =
  /^(?:your|ihre?|votre|vos|su|sus|(?:il|la)?tu[oa]|sua|seu|uw|tw[oó]j\p{L}{0,2}|vaš\p{L}{1,2}|váš|jūsu|ваш\p{L}{0,3}|您的|お客様の)$/iu;
/** Words for any number: a booking's only where one opens its cell and a colon follows it at once. */
const BARE_CODE = new Set(
  "code,codice,código,kod,kód,код,mã,number,nummer,número,numero,numer,číslo,numurs,номер".split(","),
);
const NAMING = /[名姓]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand between a label and its colon: "& time", "-Nr.", "(PNR)". */
const TAIL =
  "(?:(?:\\s(?:&|and|und|et|y|e|ed|i|a|un|en|и|và)\\s|\\s?[/&]\\s?)(?:time|place|location|date|uhrzeit|zeit|ort|datum|heure|lieu|hora|lugar|fecha|ora|luogo|data|local|tijd|plaats|godzina|miejsce|čas|místo|laiks|vieta|время|место|дата|giờ|ngày)|[\\s-]?(?:nr|no|n°|nº|n\\.º|№|#|č|nummer|number|numero|número|numéro|номер|id)\\.?)?";
const COLON = new RegExp(
  `^\\*?(?:${TAIL}\\s{0,4}(?:\\([^)]{0,24}\\))?\\s{0,3}[${literal(":：")}]|\\s\\d{1,2}\\s?[${literal(":：")}](?!\\d))`,
  "iu",
);

/** "Passenger Sample Caller": nothing but a name behind the word. */
const NAME_FOLLOWS =
  /^\s(?!(?:Service|Information|Details|Name|List|Care|Rights|Support|Informationen|Angaben|ITINERARY|RECEIPT|DETAILS|INFORMATION|TICKET)\b)\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** Words between a label and its number, as in "Ihr Buchungscode lautet ZK3P8M" or "order no. 55-20931". */
const JOINS =
  "is|lautet|ist|n\\.º|nº|est(?: le)?|es(?: el)?|è|é|jest|to|je|ir|là|number|nummer|numéro|número|numero|numer|číslo|numurs|номер|no|No|nr|Nr|NR|n°|N°|nº|№|n|č|em|en";
const CODE_FOLLOWS = new RegExp(
  `^(?:\\s[–-]\\s|[\\s.:：#(]{0,3})(?:(?:(?:${JOINS})(?![\\p{L}\\d])|n°|nº|№|号|為|为|は)[\\s.:：#]{0,3}){0,2}(?:[A-Z]{1,4} \\d{4,12}(?!\\d)|(?=[A-Z0-9./-]{0,12}\\d|[A-Z]{6}(?![\\p{L}]))[A-Z0-9][A-Z0-9./-]{2,}(?!\\p{Ll}))`,
  "u",
);
/** A few words between a label and the colon before its code. */
const WORDS_LEAD =
  /^(?:\s[\p{L}'’-]{1,14}){1,6}\s?[:：](?=\s{0,3}(?=[A-Z0-9./-]{0,12}\d|[A-Z]{6}(?!\p{L}))[A-Z0-9][A-Z0-9./-]{3,}(?!\p{Ll}))/u;
/** The same words, to be taken off a value. */
export const JOINING_WORDS = new RegExp(
  `^(?:(?:n°|nº|№|(?:${JOINS}|code)(?![\\p{L}\\d])|号|為|为|は|#|:|：)[\\s.:：#]{0,3}){1,3}`,
  "iu",
);

/**
 * Gives the labels of a line, by place; where two begin at one place the longest wins. In the head of a table
 * (`asHead`) every such word is one.
 */
export function findLabels(text: string, cells: readonly Cell[], asHead = false): LabelToken[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const found: LabelToken[] = [];
  let at = 0;
  while (at < lower.length) {
    const word = labelAt(lower, at);
    if (!word) {
      at += 1;
      continue;
    }
    const end = at + word.phrase.length;
    // "Helsinki (West Terminal 2)": part of a name in brackets.
    if (word.field === "terminal" && /\([^()]{2,20}$/.test(text.slice(0, at))) {
      at = end;
      continue;
    }
    const cell = cells.find((one) => at >= one.start && at < one.end);
    const colon = COLON.exec(text.slice(end, end + 40));
    const before = cell === undefined ? "" : text.slice(cell.start, at).replace(/[*•·\-–—●▪#\s]/g, "");
    const atStart = cell !== undefined && (before === "" || OWN.test(before));
    // "Codice prenotazione (PNR)", "Voyageur(s)"
    const remark = cell && /^\s?\([^()]{1,24}\)$/.exec(text.slice(end, cell.end))?.[0];
    const atEnd =
      cell !== undefined && (remark !== undefined || text.slice(end, cell.end).replace(/[*.\s]/g, "") === "");
    const codeFollows =
      (word.field === "reference" || word.field === "ticketNumber") &&
      CODE_FOLLOWS.test(text.slice(end, end + 40));
    // "Mã đặt chỗ của Quý khách: PQ8K2R", "Booking reference for this trip: …"
    const led =
      word.field === "reference" && atStart && colon === null
        ? WORDS_LEAD.exec(text.slice(end, Math.min(cell?.end ?? end, end + 90)))?.[0]
        : undefined;
    // "Код: XK7Q" in a line of its own numbers the booking; "promo code ABC" and "код участника" do not.
    if (BARE_CODE.has(word.phrase) && !(atStart && before === "" && colon !== null)) {
      at = end;
      continue;
    }
    const starred = text[at - 1] === "*" && text[end] === "*";
    const spaced =
      atStart &&
      ((EAST_ASIAN.test(word.phrase) && text[end] === " ") ||
        (word.field === "passenger" && NAME_FOLLOWS.test(text.slice(end, cell?.end))));
    const opens =
      colon !== null || led !== undefined || spaced || (atStart && atEnd) || codeFollows || starred;
    const beforeTime =
      (atStart || ANYWHERE.test(word.phrase)) &&
      /^\.?\s{0,3}(?:(?:um|at|o|om|le|il|el)\s)?\d{1,2}(?:[:.h]\d{2}|\s?Uhr)/u.test(
        text.slice(end, end + 14),
      );
    const after = end + (colon?.[0].length ?? led?.length ?? (atStart ? remark?.length : undefined) ?? 0);
    const codedPlace = atStart && /^\s\p{Lu}[^\t()]{1,40}\([A-Z]{3}\)\s*$/u.test(text.slice(end, end + 64));
    // 名 and 発 are parts of other words as often as labels.
    if (word.phrase.length === 1 && EAST_ASIAN.test(word.phrase) && NAMING.test(word.phrase) && !atStart) {
      at = end;
      continue;
    }
    const taken = word.short
      ? opens || beforeTime || codedPlace
      : asHead || opens || stands(text, cells, at, end, word.field);
    // "Ga Huế", "Gare de Lyon": part of a station's name.
    if (
      taken &&
      word.field === "stop" &&
      !opens &&
      !asHead &&
      /^\s(?:de |du |di )?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 6))
    ) {
      at = end;
      continue;
    }
    if (taken) found.push({ start: at, end: after, field: word.field, opens, short: word.short });
    at = taken ? after : end;
  }
  return found;
}

function labelAt(lower: string, at: number): LabelWord | undefined {
  const from = lower[at - 1] === "-" && lower.startsWith("termin", at) ? at - 2 : at - 1;
  const bounded = at > 0 && LETTER.test(lower[from] ?? "") && !EAST_ASIAN.test(lower[at] ?? "");
  if (bounded) return undefined;
  const begins = (word: LabelWord) => {
    if (!lower.startsWith(word.phrase, at)) return false;
    const next = lower[at + word.phrase.length] ?? "";
    return EAST_ASIAN.test(word.phrase) || word.phrase.endsWith(".") || !LETTER.test(next);
  };
  for (const length of [3, 2, 1]) {
    const word = BY_FIRST.get(lower.slice(at, at + length))?.find(begins);
    if (word) return word;
  }
  return undefined;
}

const VALUED = new Set<Field>([
  "seat",
  "coach",
  "platform",
  "gate",
  "terminal",
  "class",
  "train",
  "bus",
  "flight",
  "reference",
  "ticketNumber",
  "party",
]);
const PLACED = new Set<Field>([
  "departure",
  "arrival",
  "checkin",
  "checkout",
  "pickup",
  "dropoff",
  "ignoreTime",
  "boarding",
  "start",
  "end",
  "date",
]);

/** "am Anreisetag ab 15 Uhr": an hour behind a few words. */
const HOUR_FOLLOWS =
  /^(?:-\p{L}{2,8})?[\s(:]{1,3}(?:\p{L}{1,12}\.?\s){1,6}\d{1,2}(?:[:.]\d{2}|\s?(?:Uhr|h|am|pm|uur))/iu;

/** A word without a colon is a label where a phrase begins, or right before the kind of value that it announces. */
function stands(text: string, cells: readonly Cell[], at: number, end: number, field: Field): boolean {
  const cell = cells.find((one) => at >= one.start && at < one.end);
  if (!cell) return false;
  const before = text.slice(cell.start, at).trimEnd();
  const begins = before === "" || /[,;.|·•(/→:：）)–*，。、；-]$/u.test(before);
  const after = text.slice(end, end + 16);
  // "Wagen / Platz  26 / 84" announces two values.
  if (begins && /^\s?[/&]\s?\p{L}{3,12}\.?[\s:：]{1,10}[A-Z]?\d/u.test(text.slice(end, end + 32)))
    return true;
  if (VALUED.has(field)) {
    const value = /^[\s.:#№-]{0,3}(?:n[°ro.]{1,2}\s?|№\s?)?(?:\d|[A-Z]{1,2}\s?\d|[A-Z]\b)/iu.test(after);
    return begins
      ? value || field === "flight" || field === "train" || field === "bus"
      : /^\s{0,2}\d|^\s?[A-Z]{1,2}\d{0,4}\b/u.test(after) ||
          (EAST_ASIAN.test(text[at] ?? "") && /\d[A-K]?$/.test(before));
  }
  if (!PLACED.has(field)) return begins;
  if ((field === "checkin" || field === "checkout") && HOUR_FOLLOWS.test(text.slice(end, end + 64)))
    return true;
  return begins || /^[\s(]{0,2}\d/u.test(after);
}
