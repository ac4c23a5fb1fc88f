import type { Reservation } from "../reservation.ts";
import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import { vendorOf } from "../vendors/read-tickets.ts";
import type { Field } from "../words/labels.ts";
import { detailsBelow, parseAddress } from "./address.ts";
import { type Document, dayIn } from "./document.ts";
import type { Fact } from "./facts.ts";
import { houseName, LODGING } from "./house-name.ts";
import { clock } from "./rides.ts";
import { addDays } from "./year.ts";

type Moment = { date?: DateToken; time?: TimeToken; labelled?: boolean };
const STAY_WORDS =
  /(?<!\p{L})(?:nights?|nächte|nacht|nuits?|noches?|notti|notte|noites?|nachten|noce|noc[íyi]?|nocleg\p{L}*|naktis|nakšu|đêm|ноч\p{L}*|room|zimmer|chambre|habitación|camera|quarto|kamer|pokój|pokoj|istaba|numurs|phòng|номер)(?!\p{L})|晚|房|泊/iu;

/** How many nights one stays. */
const NIGHTS =
  /(?<![\d.,:])(\d{1,2}) ?(?:nights?|nächte?|nacht|nuits?|noches?|nott[ei]|noites?|nachten|noce|nocy|noc[íi]?|nakt[si]\p{L}*|đêm|ноч\p{L}{1,2})(?!\p{L})|(?<!\d)(\d{1,2}) ?[泊晚]/iu;

/** Reads a stay: an arrival and a departure day behind their words, and the house that they belong to. */
export function readStay(
  document: Document,
  facts: readonly Fact[],
  rides: boolean,
): Reservation | undefined {
  const whole = document.text;
  const spoken =
    LODGING.test(whole) ||
    STAY_WORDS.test(whole) ||
    facts.some((fact) => fact.field === "property") ||
    (facts.some((fact) => fact.field === "checkin") && facts.some((fact) => fact.field === "checkout"));
  if (!spoken) return undefined;
  const moments = readMoments(document, rides);
  const arrive = moments.checkin.date ? dayIn(document, moments.checkin.date) : undefined;
  const nights = Number(NIGHTS.exec(whole)?.slice(1).find(Boolean));
  const leave = moments.checkout.date
    ? dayIn(document, moments.checkout.date, arrive)
    : arrive && nights > 0 && moments.checkin.labelled
      ? addDays(arrive, nights)
      : undefined;
  if (!arrive || !leave || leave <= arrive) return undefined;
  const name = houseName(document, facts);
  if (!name) return undefined;
  const vendor = vendorOf(document.from);
  const written = facts.find((fact) => fact.field === "address" && fact.value.length > 4)?.value;
  const details = detailsBelow(document, name);
  const address = details.address ?? (written ? parseAddress(written.split(/,\s*/)) : undefined);
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
  const isArrival = (field: Field) => field === "checkin" || (field === "arrival" && !rides);
  const isDeparture = (field: Field) => field === "checkout" || (field === "departure" && !rides);
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
    if ([...announced].some(isArrival) && [...announced].some(isDeparture) && dates.length === 2) {
      moments.checkin.date ??= dates[0];
      moments.checkout.date ??= dates[1];
    }
    // Heads of two columns: the days and hours below them come in the same order.
    if ([...announced].some(isArrival) && [...announced].some(isDeparture) && dates.length === 0) {
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
    // The hours of a ride are not those of a house.
    const [opening] = line.tokens;
    const aboutRide =
      opening?.kind === "label" && ["flight", "train", "bus", "ferry"].includes(opening.label.field);
    if (aboutRide || line.tokens.some((token) => token.kind === "flight" || token.kind === "train"))
      side = undefined;
    for (const token of line.tokens) {
      if (token.kind === "label") {
        const { field } = token.label;
        if (token.label.short) continue;
        if (isArrival(field)) side = "checkin";
        else if (isDeparture(field)) side = "checkout";
        else if (["ignoreTime", "reference", "price", "pickup", "dropoff"].includes(field)) side = undefined;
        if (side) sideLine = index;
      } else if (token.kind === "date" && side && index - sideLine <= 2) {
        if (moments[side].date === undefined)
          Object.assign(moments[side], { date: token.date, labelled: true });
        else if (side === "checkin" && moments.checkout.date === undefined)
          moments.checkout.date = token.date;
      } else if (token.kind === "time" && side && index - sideLine <= 3) {
        // "Doba hotelowa: od 16:00 do 10:00": who leaves at an earlier hour leaves on the last day.
        const first = side === "checkin" ? moments.checkin.time : undefined;
        if (first && line.tokens.some((one) => one.kind === "time" && one.time === first))
          if (clock(token.time) < clock(first)) moments.checkout.time ??= token.time;
        moments[side].time ??= token.time;
      }
    }
  });
  if (!moments.checkin.date && !moments.checkout.date) readSpan(document, moments);
  return moments;
}

const BETWEEN =
  /^[\s,(]*(?:–|—|-|~|～|〜|to|until|till|through|bis(?: zum)?|au|al|a|à|ao|até|tot(?: en met)?|t\/m|do|out|až|līdz|до|по|đến|至|到|から)[\s,]*(?:\p{L}{1,12}\.?,?\s*){0,2}$/u;

/** "8 août (16h) au 15 août": the hour of the first day. */
const HOUR_BESIDE = /[,(]?\s?\d{1,2}(?:[:.h]\d{2}|\s?h|\s?Uhr|\s?[ap]m)\)?/iu;

/** Two days with a word for "until" between them are a stay where its line, or the one beside it, counts nights. */
function readSpan(document: Document, moments: { checkin: Moment; checkout: Moment }): void {
  for (const [index, line] of document.lines.entries()) {
    const [first, last, more] = line.tokens.filter((token) => token.kind === "date");
    if (first?.kind !== "date" || last?.kind !== "date" || more) continue;
    const around = document.lines.slice(Math.max(0, index - 1), index + 2).map((one) => one.text);
    if (last.start - first.end > 60) continue;
    if (
      !(
        last.start === first.end ||
        BETWEEN.test(line.text.slice(first.end, last.start).replace(HOUR_BESIDE, " "))
      ) ||
      !(STAY_WORDS.test(around.join("\n")) || LODGING.test(around.join("\n")))
    )
      continue;
    moments.checkin.date = first.date;
    moments.checkout.date = last.date;
    const [from, until, other] = line.tokens.filter((token) => token.kind === "time");
    if (from?.kind === "time" && until?.kind === "time" && !other) {
      moments.checkin.time ??= from.time;
      moments.checkout.time ??= until.time;
    }
    return;
  }
}
