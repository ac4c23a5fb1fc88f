import type { Reservation } from "../reservation.ts";
import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import { vendorOf } from "../vendors/read-tickets.ts";
import { detailsBelow, parseAddress } from "./address.ts";
import { type Document, dayIn } from "./document.ts";
import type { Fact } from "./facts.ts";
import { clock } from "./rides.ts";

type Moment = { date?: DateToken; time?: TimeToken };
const LODGING =
  /(?<!\p{L})(?:hotel|hostel|inn|resort|pension|gasthof|guesthouse|guest house|apartments?|aparthotel|lodge|motel|b&b|albergo|hôtel|hostal|pousada|viesnīca|viesu nams|гостиница|отель|хостел|khách sạn|homestay)(?!\p{L})|酒店|宾馆|饭店|ホテル|旅館/iu;
const STAY_WORDS =
  /(?<!\p{L})(?:nights?|nächte|nacht|nuits?|noches?|notti|notte|noites?|nachten|noce|noc[íy]?|nocleg\p{L}*|naktis|nakšu|đêm|ноч\p{L}*|room|zimmer|chambre|habitación|camera|quarto|kamer|pokój|pokoj|istaba|numurs|phòng|номер)(?!\p{L})|晚|房|泊/iu;

/** Reads a stay: an arrival and a departure day behind their words, and the house that they belong to. */
export function readStay(
  document: Document,
  facts: readonly Fact[],
  rides: boolean,
): Reservation | undefined {
  const whole = document.text;
  const spoken =
    LODGING.test(whole) || STAY_WORDS.test(whole) || facts.some((fact) => fact.field === "property");
  if (!spoken) return undefined;
  const moments = readMoments(document, rides);
  const arrive = moments.checkin.date ? dayIn(document, moments.checkin.date) : undefined;
  const leave = moments.checkout.date ? dayIn(document, moments.checkout.date, arrive) : undefined;
  if (!arrive || !leave || leave <= arrive) return undefined;
  const name = propertyName(document, facts);
  if (!name) return undefined;
  const vendor = vendorOf(document.from);
  const written = facts.find((fact) => fact.field === "address" && fact.value.length > 4)?.value;
  const details = detailsBelow(document, name);
  const address = written ? parseAddress(written.split(/,\s*/)) : details.address;
  const telephone =
    facts.find((fact) => fact.field === "phone")?.value.match(/^\+?[\d ()./-]{6,20}\d/)?.[0] ??
    details.telephone;
  const at = (moment: Moment, day: string, hours: string | undefined) =>
    moment.time ? `${day}T${clock(moment.time)}` : hours ? `${day}T${hours}:00` : day;
  return {
    "@context": "http://schema.org",
    "@type": "LodgingReservation",
    checkinTime: at(moments.checkin, arrive, vendor?.checkin),
    checkoutTime: at(moments.checkout, leave, vendor?.checkout),
    reservationFor: {
      "@type": "LodgingBusiness",
      name,
      ...(address ? { address } : {}),
      ...(telephone ? { telephone } : {}),
      ...(details.email ? { email: details.email } : {}),
    },
  };
}

function readMoments(document: Document, rides: boolean): { checkin: Moment; checkout: Moment } {
  const moments = { checkin: {} as Moment, checkout: {} as Moment };
  let side: "checkin" | "checkout" | undefined;
  let sideLine = -9;
  document.lines.forEach((line, index) => {
    const dates = line.tokens.filter((token) => token.kind === "date").map((token) => token.date);
    if (
      dates.length === 2 &&
      line.tokens.some((token) => token.kind === "label" && token.label.field === "stay")
    ) {
      moments.checkin.date ??= dates[0];
      moments.checkout.date ??= dates[1];
    }
    const announced = new Set(
      line.tokens.flatMap((token) => (token.kind === "label" ? [token.label.field] : [])),
    );
    // Heads of two columns: the days and hours below them come in the same order.
    if (announced.has("checkin") && announced.has("checkout") && dates.length === 0) {
      for (const below of document.lines.slice(index + 1, index + 4)) {
        const days = below.tokens.filter((token) => token.kind === "date").map((token) => token.date);
        const hours = below.tokens.filter((token) => token.kind === "time").map((token) => token.time);
        if (days.length === 2)
          [moments.checkin.date, moments.checkout.date] = [
            moments.checkin.date ?? days[0],
            moments.checkout.date ?? days[1],
          ];
        if (hours.length === 2)
          [moments.checkin.time, moments.checkout.time] = [
            moments.checkin.time ?? hours[0],
            moments.checkout.time ?? hours[1],
          ];
      }
    }
    for (const token of line.tokens) {
      if (token.kind === "label") {
        const { field } = token.label;
        if (token.label.short) continue;
        if (field === "checkin" || (field === "arrival" && !rides)) side = "checkin";
        else if (field === "checkout" || (field === "departure" && !rides)) side = "checkout";
        else if (field === "ignoreTime" || field === "reference" || field === "price") side = undefined;
        if (side) sideLine = index;
      } else if (token.kind === "date" && side && index - sideLine <= 2) {
        if (moments[side].date === undefined) moments[side].date = token.date;
        else if (side === "checkin" && moments.checkout.date === undefined)
          moments.checkout.date = token.date;
      } else if (token.kind === "time" && side && index - sideLine <= 2) {
        moments[side].time ??= token.time;
      }
    }
  });
  return moments;
}

/** Words that may stand between the capitalised words of a name. */
const JOINING =
  /^(?:of|de|del|della|di|da|do|dos|des|du|la|le|les|el|the|and|und|et|y|e|i|am|an|im|in|bei|zum|zur|&|-|–|by|at|sạn)$/iu;
const CAPITAL = /^[\p{Lu}\p{Lt}\d"“„«'’(]/u;

function propertyName(document: Document, facts: readonly Fact[]): string | undefined {
  const labelled = facts.find(
    (fact) => fact.field === "property" && /\p{L}{2}/u.test(fact.value) && fact.value.length < 80,
  );
  if (labelled) return labelled.value.split(/\s{2,}|\||\t/)[0]?.trim();
  let short: string | undefined;
  for (const line of document.lines) {
    for (const cell of line.cells) {
      const name = nameAround(line.text.slice(cell.start, cell.end));
      if (!name) continue;
      if (name.split(/\s+/).length > 1) return name;
      short ??= name;
    }
  }
  return short;
}

/** The capitalised words around a word for a house: "Hotel Sample Riga" out of "at the Hotel Sample Riga is confirmed". */
function nameAround(text: string): string | undefined {
  const eastern =
    /[「『]?([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・A-Za-z0-9]{1,20}(?:酒店|宾馆|饭店|ホテル|旅館)|(?:ホテル)[\p{Script=Han}\p{Script=Katakana}ー・]{1,16})/u.exec(
      text,
    )?.[1];
  if (eastern) return eastern;
  const words = text.slice(0, 400).split(/\s+/);
  const at = words.findIndex((word) => LODGING.test(word) || /^(?:khách|viesu)$/iu.test(word));
  if (at < 0 || !CAPITAL.test(words[at] ?? "")) return undefined;
  let [first, last] = [at, at];
  if (/^khách$/iu.test(words[at] ?? "")) last = at + 1;
  const ends = (word: string) => /[.,;:!?)]$/u.test(word);
  while (first > 0 && CAPITAL.test(words[first - 1] ?? "") && !ends(words[first - 1] ?? "") && first > at - 5)
    first -= 1;
  while (!ends(words[last] ?? "") && last < at + 6) {
    const next = words[last + 1] ?? "";
    const after = words[last + 2] ?? "";
    if (CAPITAL.test(next)) last += 1;
    else if (JOINING.test(next) && CAPITAL.test(after)) last += 2;
    else break;
  }
  const name = words
    .slice(first, last + 1)
    .join(" ")
    .replace(/[.,;:!?]+$/u, "");
  return name.length > 3 && name.length < 70 && name !== name.toUpperCase().slice(0, 0) ? name : undefined;
}
