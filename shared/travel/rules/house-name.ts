import type { Document } from "./document.ts";
import type { Fact } from "./facts.ts";

/** A word for a house to stay in, in any of its cases. */
export const LODGING =
  /(?<!\p{L})(?:hotels?|hostel|inn|resort|suites|lodge|motel|landhaus|gästehaus|ferienwohnung|ferienhaus|schloss|gutshof|chalet|riad|gîte|hospedaje|apartament\p{L}*|апартамент\p{L}*|nhà nghỉ|b&b|pension|gasthof|gasthaus|herberge|guesthouse|guest house|apartments?|aparthotel|residen(?:ce|z)|villa|palace|palazzo|albergo|locanda|agriturismo|hôtel|auberge|résidence|château|hostal|posada|parador|pousada|quinta|hotelu|hotelem|pensjonat\p{L}*|dworek|dworku|zajazd|penzion\p{L}*|viesnīc\p{L}*|viesu nam\p{L}*|гостиниц\p{L}*|отел\p{L}*|хостел\p{L}*|пансионат\p{L}*|khách sạn|homestay|ryokan)(?!\p{L})|酒店|宾馆|饭店|客栈|民宿|ホテル|旅館/iu;

/** Words that may stand between the capitalised words of a name. */
const JOINING =
  /^(?:of|de|del|della|di|da|do|dos|des|du|la|le|les|el|the|and|und|et|y|e|i|am|an|im|in|bei|zum|zur|&|-|–|by|at|aan|op|sur|sous|nad|pod|pie|sạn|nams|namā)$/iu;
const CAPITAL = /^(?:(?:[ld]|dell|all|nell)['’])?[\p{Lu}\p{Lt}\d"“„«'’(]/u;
const BOOKED =
  /(?:reserv|booking|booked|stay|room|buch|aufenthalt|zimmer|séjour|chambre|réserv|estancia|habitación|soggiorno|prenot|camera|estadia|quarto|boeking|verblijf|kamer|rezerw|pobyt|pokój|rezerv|брон|номер)/iu;
const AT =
  /(?<!\p{L})(?:at|in|with|im|in der|bei|bei der|beim|au|à l['’]|à la|chez|en|en el|en la|presso|presso il|presso la|presso l['’]|all['’]|alla|al|nell['’]|nella|nel|no|na|em|bij|w obiekcie|w|ve|v|в)\s?(?:the )?(?=[\p{Lu}«„“"])/gu;

/** Gives the name of the house that a mail is about: behind its label, around a word for a house, or behind "your stay at". */
export function houseName(document: Document, facts: readonly Fact[]): string | undefined {
  const labelled = facts.find(
    (fact) => fact.field === "property" && /\p{L}{2}/u.test(fact.value) && fact.value.length < 80,
  )?.value;
  if (labelled) return withoutTown(labelled.split(/\s{2,}|\||\t/)[0]?.trim() ?? labelled);
  const below = nameBelowHead(document);
  if (below) return below;
  const subject = document.subject ? [document.subject] : [];
  const cells = document.lines.flatMap((line) =>
    line.cells.map((cell) => line.text.slice(cell.start, cell.end)),
  );
  let short: string | undefined;
  for (const cell of [...cells, ...subject]) {
    const name = nameAround(cell);
    if (!name) continue;
    if (/\s|\p{Lo}/u.test(name)) return name;
    if (!/^(?:hotels?|hostel|apartments?|hôtel|villa)$/i.test(name)) short ??= name;
  }
  const behind = nameBehind([...cells, ...subject].filter((cell) => BOOKED.test(cell)));
  return behind ?? short ?? nameInSubject(document) ?? nameOfHome(document);
}

/** "HOTEL – Mon, Oct 12 to Wed, Oct 14": the line below such a head is what the house is called. */
function nameBelowHead(document: Document): string | undefined {
  for (const [index, { tokens }] of document.lines.entries()) {
    const [head, ...others] = tokens;
    const below = document.lines[index + 1];
    const named = below?.tokens.length === 1 && below.tokens[0]?.kind === "text" ? below.tokens[0].text : "";
    if (
      head?.kind === "label" &&
      head.label.field === "property" &&
      others.some((one) => one.kind === "date") &&
      others.every((one) => one.kind === "date" || (one.kind === "text" && one.text.length < 12)) &&
      /^[\p{Lu}\p{Lo}]/u.test(named) &&
      named.length < 70
    )
      return named;
  }
  return undefined;
}

const HOSTED =
  /(?<!\p{L})(?:hosted by|host:|gehostet von|gastgeber|hôte\s?:|anfitri[oó]n|anfitriã|organizzato da|host di|verhuurder|gospodarz|hostitel|saimnieks|chủ nhà|хозяин|房东|ホスト)/iu;

/** The line above the one that names who lets a home is what the home is called. */
function nameOfHome(document: Document): string | undefined {
  const at = document.lines.findIndex((line) => HOSTED.test(line.text));
  const above = document.lines[at - 1];
  const plain = above?.tokens.length === 1 && above.tokens[0]?.kind === "text";
  return plain && /^[\p{Lu}\p{Lo}]/u.test(above.text.trim()) ? above.text.trim().slice(0, 70) : undefined;
}

/** "Booking confirmed: Sample Loft, Vilnius": what stands behind the colon, and again in the text. */
function nameInSubject(document: Document): string | undefined {
  const subject = document.subject ?? "";
  const behind = BOOKED.test(subject) ? /^[^:–|]{0,60}[:–|]\s(\S.{3,59})$/u.exec(subject)?.[1] : undefined;
  const name = behind && capitalised(withoutTown(behind).split(/\s+/), 0, 0);
  if (!name?.includes(" ") || /\d/.test(name)) return undefined;
  const at = document.text.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? undefined : document.text.slice(at, at + name.length);
}

/** "Hotel Sample, Utrecht" is a house and its town; what has a figure or more words may be anything. */
function withoutTown(name: string): string {
  const parts = /^(.{4,}?),\s*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?)$/u.exec(name);
  return parts?.[1] ?? name;
}

/** The capitalised words behind "at" in phrases that speak of a booking: "your stay at The Old Mill is confirmed". */
export function nameBehind(phrases: readonly string[]): string | undefined {
  for (const phrase of phrases) {
    for (const match of phrase.slice(0, 400).matchAll(AT)) {
      const words = phrase.slice(match.index + match[0].length).split(/\s+/);
      const name = capitalised(words, 0, 0);
      if (name && name.split(/\s+/).length > 1 && !/\d/.test(name)) return name;
    }
  }
  return undefined;
}

/** "viesnīcā "Parauga Sēta" Liepājā": the name in quotes behind a word for a house. */
const QUOTED =
  /(?:отел|гостиниц|пансионат|хостел|viesnīc|viesu nam|hotel|hôtel|pension|pensjonat|penzion|auberge|albergo|hostal|gasthof|khách sạn)\p{L}*\s+[«"“„]([^»"”]{2,40})[»"”]/iu;

/** The capitalised words around a word for a house: "Hotel Sample Riga" out of "at the Hotel Sample Riga is confirmed". */
function nameAround(text: string): string | undefined {
  const eastern =
    /[「『]?([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・A-Za-z0-9]{1,20}(?:酒店|宾馆|饭店|客栈|旅館|ホテル(?!(?:予約|宿泊|確認|公式))(?:[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?![\p{Script=Han}\p{Script=Katakana}ー]))?)|(?:ホテル)[\p{Script=Han}\p{Script=Katakana}ー・]{1,16})/u.exec(
      text,
    )?.[1];
  if (eastern) return eastern.replace(/^.*(?:[在于はがをにで]|您的|预订|ご予約|確認|の)(?=.{3})/u, "");
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted && !/(?:^|\s)(?:Отель|Гостиница|Хостел)\s+[«"“„]/u.test(text)) return quoted;
  const words = text.slice(0, 400).split(/\s+/);
  const at = words.findIndex((word) => LODGING.test(word) || /^(?:khách|viesu)$/iu.test(word));
  if (at < 0) return undefined;
  if (CAPITAL.test(words[at] ?? "")) return capitalised(words, at, 5);
  // "v hotelu Vzorový Dvůr": a small word for a house, and its name behind it.
  const behind = words[at + 1] ?? "";
  return /^[«"“„]?\p{Lu}/u.test(behind) && !ends(words[at] ?? "") ? capitalised(words, at + 1, 0) : undefined;
}

const ends = (word: string) => /[.,;:!?)]$/u.test(word);

/** Words for a house as they stand behind "in" and "at", and as houses are called. */
const CASES: Record<string, string> = {
  hotelu: "Hotel",
  willi: "Willa",
  chatě: "Chata",
  apartamencie: "Apartament",
  hotelem: "Hotel",
  penzionu: "Penzion",
  hostelu: "Hostel",
  pensjonatu: "Pensjonat",
  restauraci: "Restaurace",
  restauracji: "Restauracja",
  ресторане: "Ресторан",
  viesnīcā: "Viesnīca",
  отеле: "Отель",
  отеля: "Отель",
  гостинице: "Гостиница",
  гостиницы: "Гостиница",
};
const nominative = ([first = "", ...rest]: readonly string[]) => [
  (rest.length > 0 ? CASES[first.toLowerCase()] : undefined) ?? first,
  ...rest,
];

/** The run of capitalised words around the one at `at`, at most `back` of them before it. */
export function capitalised(words: readonly string[], at: number, back: number): string | undefined {
  let [first, last] = [at, /^(?:khách|viesu|nhà|quán)$/iu.test(words[at] ?? "") ? at + 1 : at];
  while (
    first > 0 &&
    CAPITAL.test(words[first - 1] ?? "") &&
    !ends(words[first - 1] ?? "") &&
    first > at - back
  )
    first -= 1;
  while (!ends(words[last] ?? "") && last < at + 6) {
    const next = words[last + 1] ?? "";
    const after = words[last + 2] ?? "";
    if (CAPITAL.test(next)) last += 1;
    else if (JOINING.test(next) && CAPITAL.test(after) && !/^\d/.test(after)) last += 2;
    else break;
  }
  const name = nominative(words.slice(first, last + 1))
    .join(" ")
    .replace(/(?<![.,;:!?])[.,;:!?]+$/u, "")
    .replace(/^(?:Ihre?|Your|Votre|Uw|Su|Sua|Vaše?|Ваш\p{L}?)\s(?=\S+\s)/u, "")
    .replace(/^(?:[ld]|dell|all|nell)['’](?=\p{Lu})/u, "")
    .replace(/^[«"“„](.*)[»"”]$/u, "$1");
  return name.length > 3 && name.length < 70 ? name : undefined;
}
