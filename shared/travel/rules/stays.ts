import type { Reservation } from "../reservation.ts";
import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import type { Document } from "./document.ts";
import type { Fact } from "./facts.ts";
import { clock } from "./rides.ts";
import { isoDay } from "./year.ts";

type Moment = { date?: DateToken; time?: TimeToken };
const LODGING =
  /(?<!\p{L})(?:hotel|hostel|inn|resort|pension|gasthof|guesthouse|guest house|apartments?|aparthotel|lodge|motel|b&b|albergo|hôtel|hostal|pousada|viesnīca|viesu nams|гостиница|отель|хостел|khách sạn|homestay)(?!\p{L})|酒店|宾馆|饭店|ホテル|旅館/iu;
const STAY_WORDS =
  /(?<!\p{L})(?:nights?|nächte|nacht|nuits?|noches?|notti|notte|noites?|nachten|noce|noc[íy]?|nocleg\p{L}*|naktis|nakšu|đêm|ноч\p{L}*|room|zimmer|chambre|habitación|camera|quarto|kamer|pokój|pokoj|istaba|numurs|phòng|номер)(?!\p{L})|晚|房|泊/iu;

/** Reads a stay: an arrival and a departure day behind their words, and the house that they belong to. */
export function readStay(document: Document, facts: readonly Fact[]): Reservation | undefined {
  const whole = document.text;
  if (!LODGING.test(whole) && !STAY_WORDS.test(whole)) return undefined;
  const moments = readMoments(document);
  const arrive = moments.checkin.date ? isoDay(moments.checkin.date, document.mailDay) : undefined;
  const leave = moments.checkout.date ? isoDay(moments.checkout.date, arrive ?? document.mailDay) : undefined;
  if (!arrive || !leave || leave <= arrive) return undefined;
  const name = propertyName(document, facts);
  if (!name) return undefined;
  const address = facts.find((fact) => fact.field === "address" && fact.value.length > 4)?.value;
  const phone = facts.find((fact) => fact.field === "phone")?.value.match(/^\+?[\d ()./-]{6,20}\d/)?.[0];
  return {
    "@context": "http://schema.org",
    "@type": "LodgingReservation",
    checkinTime: moments.checkin.time ? `${arrive}T${clock(moments.checkin.time)}` : arrive,
    checkoutTime: moments.checkout.time ? `${leave}T${clock(moments.checkout.time)}` : leave,
    reservationFor: {
      "@type": "LodgingBusiness",
      name,
      ...(address ? { address: { "@type": "PostalAddress", streetAddress: address } } : {}),
      ...(phone ? { telephone: phone } : {}),
    },
  };
}

function readMoments(document: Document): { checkin: Moment; checkout: Moment } {
  const moments = { checkin: {} as Moment, checkout: {} as Moment };
  let side: "checkin" | "checkout" | undefined;
  let sideLine = -9;
  document.lines.forEach((line, index) => {
    for (const token of line.tokens) {
      if (token.kind === "label") {
        const { field } = token.label;
        if (token.label.short) continue;
        if (field === "checkin" || field === "arrival") side = "checkin";
        else if (field === "checkout" || field === "departure") side = "checkout";
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

function propertyName(document: Document, facts: readonly Fact[]): string | undefined {
  const labelled = facts.find(
    (fact) => fact.field === "property" && /\p{L}{2}/u.test(fact.value) && fact.value.length < 80,
  );
  if (labelled) return labelled.value.split(/\s{2,}|\|/)[0]?.trim();
  for (const line of document.lines) {
    for (const cell of line.cells) {
      const text = line.text.slice(cell.start, cell.end);
      if (!LODGING.test(text)) continue;
      const at =
        /(?<!\p{L})(?:at|in|im|bei|à|en|al|presso|no|in het|w|v)\s+((?:the\s+)?\p{Lu}.{2,60})$/u.exec(
          text,
        )?.[1];
      const name = at ?? text;
      const words = name.split(/\s+/);
      if (
        words.length >= 2 &&
        words.length <= 7 &&
        words.filter((word) => /^[\p{Lu}\d&]/u.test(word)).length >= Math.ceil(words.length / 2)
      )
        return name.replace(/[.!,]+$/, "");
    }
  }
  return undefined;
}
