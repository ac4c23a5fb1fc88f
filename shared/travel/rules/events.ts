import type { Reservation } from "../reservation.ts";
import { factOf, gather, moment, whenOf } from "./appointments.ts";
import type { Document } from "./document.ts";
import type { Fact } from "./facts.ts";

/** What stands before an event's title where no label does: "Your tickets for", "angemeldet zum". */
const ADMITTED =
  /(?:(?<!\p{L})(?:tickets?|passes|place|seat|registration|registered|anmeldung|angemeldet|eintrittskarten?|karten|billets?|places?|inscription|inscrite?|entradas?|inscripción|inscrit[oa]|biglietti|biglietto|iscrizione|iscritt[oa]|ingressos?|bilhetes?|inscrição|kaarten|kaartjes|aangemeld|bilety?|wejściówki|vstupenky?|biļetes?|vé|билеты?)(?: (?:is |are )?(?:confirmed|bestätigt|confirmée?s?))?(?: (?:for|to|für|zur|zum|pour|à|au|para|en|per|a|em|voor|na|uz|xem|tham dự|на)(?: the)?\s|\s?[:–-]\s))(?<title>[\p{Lu}\p{Lo}\d"“„«][^.!?]{3,79})/iu;
const HALL =
  /(?<!\p{L})(?:\p{L}{0,30}(?:theater|halle|saal|bühne|stadion)|hall|arena|theatre|theater|stadium|stadion|museum|museo|musée|opera|oper|auditori(?:um|o)|kongresshaus|congress|coliseo|kino|cinema|cine|arēna|kultūras (?:nams|pils)|dom kultury|kulturní dům|дворец|(?:ph|f)ilharmon\p{L}*|teatro?|théâtre|divadlo|palau|palais|palác|palace|koncertzāle|centre|center|sala|salle|club|зал|театр|арена|nhà hát)(?!\p{L})|大剧院|体育馆|体育场|剧场|ホール|劇場|ドーム/iu;

/** The door through which one goes in is no part of the hall's name. */
const ENTRANCE =
  /,\s(?:gate|tor|eingang|entrance|porte|puerta|porta|ingresso|ingang|wejście|vchod|ieeja|вход)\s\S{1,3}$/iu;

/** Reads an event: what is on, where, and when it begins. A ticket or an order must be spoken of. */
export function readEvent(document: Document, facts: readonly Fact[]): Reservation | undefined {
  const when = whenOf(document);
  if (!when || when.length === 10) return undefined;
  const labelled = factOf(facts, "event");
  // In some languages one word means a seat and a place.
  const venue =
    factOf(facts, "venue") ??
    facts.find((fact) => fact.field === "seat" && /^\p{Lu}\p{L}{2}.{5}/u.test(fact.value))?.value ??
    hall(document);
  const title = labelled ?? (venue ? (admittedTo(document) ?? titleAbove(document)) : undefined);
  if (!title) return undefined;
  const until = endOf(document, when);
  return {
    "@context": "http://schema.org",
    "@type": "EventReservation",
    reservationFor: {
      "@type": "Event",
      name: title,
      startDate: when,
      ...(until ? { endDate: until } : {}),
      ...(venue ? { location: { "@type": "Place", name: venue.replace(ENTRANCE, "") } } : {}),
    },
  };
}

/** "Ihre Eintrittskarten – Bestellung 4410-771" names no title. */
const PURCHASE =
  /^(?:bestell|order|auftrag|commande|pedido|ordine|zamów|objedn|pasūt|заказ|booking|buchung|r[eé]serv|订单)/iu;

function admittedTo(document: Document): string | undefined {
  for (const text of [document.subject ?? "", ...document.lines.slice(0, 8).map((line) => line.text)]) {
    const title = ADMITTED.exec(text.slice(0, 200))?.groups?.title?.trim();
    if (title && !PURCHASE.test(title) && /^[\p{Lu}\p{Lo}\d"“„«]/u.test(title)) return title;
  }
  // "Order Confirmed: The Demo Musical", and the same again in a line of its own.
  const behind = /[:–|-]\s(\S.{2,79})$/u
    .exec(document.subject ?? "")?.[1]
    ?.trim()
    .toLowerCase();
  return document.lines.find((line) => line.text.trim().toLowerCase() === behind)?.text.trim();
}

/** What is said of seats and doors: only what one goes to see has them. */
const SEATED =
  /(?<!\p{L})(?:doors|row|stalls|balcony|einlass|reihe|parkett|rang|ouverture des portes|rang|parterre|apertura (?:de puertas|porte)|fila|platea|rij|zaal open|rząd|parter|řada|přízemí|balkon|rinda|hàng ghế|ряд|партер)(?!\p{L})|開場|[排列]\s?\d/iu;

/** The line above the day is what is on, where a mail speaks of rows or doors: "The Sample Trio", "Sat 7 Nov, 8 pm". */
function titleAbove(document: Document): string | undefined {
  if (!SEATED.test(document.text)) return undefined;
  const at = document.lines.findIndex(
    ({ tokens }) => tokens[0]?.kind === "date" || tokens[1]?.kind === "date",
  );
  const above = document.lines[at - 1];
  // "Tytuł: Przykład": a label that is not known.
  const text = above?.text.trim().replace(/^\p{Lu}\p{L}{2,14}\s?:\s/u, "") ?? "";
  const plain = above?.tokens.every((token) => token.kind === "text") === true;
  return plain && text.length < 80 && /^[\p{Lu}\p{Lo}\d"“„«]/u.test(text) && !/[.!?:,]$/.test(text)
    ? text
    : undefined;
}

/** A line that names a house where things are shown, and nothing else. */
function hall(document: Document): string | undefined {
  const line = document.lines.find(
    ({ text, tokens }) =>
      text.length < 70 &&
      HALL.test(text) &&
      /^\s*[\p{Lu}\p{Lo}]/u.test(text) &&
      !/[.!?:]\s*$/.test(text) &&
      tokens.every((token) => token.kind === "text" || token.kind === "label"),
  );
  // "Sample Hall, 1 Concert Road, Birmingham": from the house number on it is an address.
  return line?.text.trim().replace(/,\s\d{1,4}\p{L}?\s\p{Lu}.*$/u, "");
}

/** The hour that ends an event: behind its label, else right behind the one that begins it: "09:00 – 17:30". */
function endOf(document: Document, start: string): string | undefined {
  const end = gather(document, ["end"], ["start"]);
  if (end.time) return moment(document, end, start.slice(0, 10));
  for (const line of document.lines) {
    const at = line.tokens.findIndex(
      (token) =>
        token.kind === "time" &&
        moment(document, { time: token.time }, start.slice(0, 10))?.startsWith(start),
    );
    const [first, second] = [line.tokens[at], line.tokens[at + 1]];
    if (first && second?.kind === "time" && /^\s?[–-]\s?$/.test(line.text.slice(first.end, second.start)))
      return moment(document, { time: second.time }, start.slice(0, 10));
  }
  return undefined;
}
