import type { JsonObject, Reservation } from "../reservation.ts";
import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";
import { type Document, dayIn, spokenOf } from "./document.ts";
import type { Fact } from "./facts.ts";
import { capitalised, nameBehind } from "./house-name.ts";
import { clock, countKinds } from "./rides.ts";

type Appointment = { date?: DateToken; time?: TimeToken; place?: string };
const CONTEXT = "http://schema.org";
const PLACE_NOISE =
  /^(?:godz|hod|plkst|klo|hrs|ore|uur|час|date|time|datum|uhrzeit|heure|hora|ora|uhr|on|at|am|um|le|à|el|a las|alle|dnia|dne|o|v|в|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?$/iu;

/**
 * Gathers what stands behind the labels of one field: in the label's line and, until another label opens, in up to
 * four lines below it.
 */
export function gather(document: Document, fields: readonly Field[], stops: readonly Field[]): Appointment {
  const found: Appointment = {};
  document.lines.forEach((line, index) => {
    line.tokens.forEach((token, at) => {
      if (token.kind !== "label" || !fields.includes(token.label.field)) return;
      if (!token.label.opens && at > 0 && line.tokens[at + 1]?.kind !== "time") return;
      for (let below = 0; below < 5; below += 1) {
        const tokens =
          below === 0 ? line.tokens.slice(at + 1) : (document.lines[index + below]?.tokens ?? []);
        for (const one of tokens) {
          if (one.kind === "label" && below > 0 && one.label.opens) return;
          if (one.kind === "label" && stops.includes(one.label.field)) return;
          if (one.kind === "date") found.date ??= one.date;
          else if (one.kind === "time") found.time ??= one.time;
          else if (
            one.kind === "text" &&
            found.place === undefined &&
            /\p{L}{2}/u.test(one.text) &&
            !PLACE_NOISE.test(one.text)
          )
            found.place = wholePlace(document.lines[index + below], one);
        }
        if (found.place && found.date && found.time) return;
      }
    });
  });
  return found;
}

/** What stands between a place and its day or hour. */
const BEFORE_DAY =
  /^[,;(–-]*(?:le|on|at|um|am|ab|à|el|a|las|il|alle|ore|em|às|op|om|dnia|dne|v|plkst\.?|lúc|ngày|в|с|\p{L}{2,9}(?:day|tag|di|dag)|\p{L}{2}\.|(?:mon|tue|wed|thu|fri|sat|sun)\.?)?,?$/iu;

/** A place as it is written: up to the day or hour behind it, "Dublin Airport, Terminal 2" in one. */
function wholePlace(line: TokenLine | undefined, token: Token): string | undefined {
  const cell = line?.cells[token.cell];
  if (!line || !cell) return undefined;
  const next = line.tokens.find(
    (one) =>
      one.start > token.start &&
      (one.kind === "date" ||
        one.kind === "time" ||
        one.kind === "money" ||
        (one.kind === "label" && one.label.opens)),
  );
  const words = line.text.slice(token.start, Math.min(next?.start ?? cell.end, cell.end)).split(/\s+/);
  while (words.length > 1 && BEFORE_DAY.test(words.at(-1) ?? "")) words.pop();
  const text = words
    .join(" ")
    .replace(/^(?:from|von|ab|de|desde|da|van|z|no|из)\s(?=[\p{Lu}\d])/u, "")
    .replace(/[,;]$/, "");
  return text.length > 1 ? text : undefined;
}

/** Gives a found day and hour as one text, of `fallback` where no day was found. */
export const moment = (document: Document, at: Appointment, fallback?: string): string | undefined => {
  const day = (at.date && dayIn(document, at.date)) ?? fallback;
  return day && (at.time ? `${day}T${clock(at.time)}` : day);
};
export const factOf = (facts: readonly Fact[], field: Field) =>
  facts.find((fact) => fact.field === field && /[\p{L}\p{N}]/u.test(fact.value))?.value;

const RENTAL =
  /(?<!\p{L})(?:rent(?:al|ed|ing)?|hire|mietwagen\p{L}*|mietauto|anmiet\p{L}*|autovermiet\p{L}*|location|loué|alquil\p{L}*|noleg\p{L}*|autonoleg\p{L}*|alug\p{L}*|autoverhuur|huurauto|huur\p{L}*|wynaj\p{L}*|wypożycz\p{L}*|půjč\p{L}*|pronáj\p{L}*|nom\p{L}*|īre\p{L}*|thuê|прокат\p{L}*|аренд\p{L}*|cars?|airport|flughafen|aéroport|aeropuerto|aeroporto|luchthaven|lotnisk\p{L}*|letiště|lidost\p{L}*|sân bay|аэропорт\p{L}*)(?!\p{L})|租车|租賃|机场|レンタカー|空港/iu;
const WORKSHOP =
  /(?<!\p{L})(?:garage|workshop|repair|inspection|service appointment|werkstatt|inspektion|reparatur|révision|taller|revisión|officina|tagliando|oficina|serwis|servis|serviss|ремонт|техосмотр)(?!\p{L})|修理|保养|車検/iu;

/** Reads a rented car: where and when it is fetched and given back. */
export function readRentalCar(document: Document, facts: readonly Fact[]): Reservation | undefined {
  const pickup = gather(document, ["pickup"], ["dropoff"]);
  const dropoff = gather(document, ["dropoff"], ["pickup"]);
  const leaving =
    pickup.date || !dropoff.date ? pickup : { ...gather(document, ["departure"], []), ...pickup };
  const from = moment(document, leaving);
  const until = moment(document, dropoff);
  const where = leaving.place;
  if (!from || !until || !where || until <= from) return undefined;
  // Parcels and suits are fetched and given back too, and cars are left for repair.
  const spoken = spokenOf(document);
  const named = facts.some((fact) => fact.field === "vehicle");
  const vehicle = named || (pickup.place !== undefined && RENTAL.test(`${spoken}\n${document.from ?? ""}`));
  if (!vehicle || WORKSHOP.test(spoken)) return undefined;
  const car: JsonObject = { "@type": "RentalCar" };
  const model =
    factOf(facts, "vehicle") ??
    facts.find((fact) => fact.field === "class" && /\p{L}{3}/u.test(fact.value))?.value ??
    facts.find((fact) => fact.field === "coach" && /^\p{L}[\p{L} -]{3,40}$/u.test(fact.value))?.value;
  if (model) car.name = model;
  return {
    "@context": CONTEXT,
    "@type": "RentalCarReservation",
    pickupTime: from,
    dropoffTime: until,
    pickupLocation: { "@type": "Place", name: where },
    dropoffLocation: { "@type": "Place", name: dropoff.place ?? where },
    reservationFor: car,
  };
}

const TAXI =
  /(?<!\p{L})(?:your ride|scheduled ride|rides?|taxi|taxis|taksi\p{L}{0,2}|taksówk\p{L}*|taxík\p{L}*|course|carrera|corsa|cab|transf[eēé]r\p{L}*|chauffeur|limousine|shuttle|такси|трансфер\p{L}*|đón|接送|出租车|タクシー|送迎|taksometr\p{L}*)(?!\p{L})|接送|用车|打车|专车|叫车|约车|タクシー|送迎|配車|đặt xe/iu;

/** Reads a ordered ride: where and when one is fetched. */
export function readTaxi(document: Document, facts: readonly Fact[]): Reservation | undefined {
  if (!TAXI.test(`${spokenOf(document)}\n${document.from ?? ""}`)) return undefined;
  const pickup = gather(document, ["pickup"], ["dropoff"]);
  const dropoff = gather(document, ["dropoff", "arrival"], ["pickup"]);
  const general = gather(document, ["start", "date"], []);
  const named = moment(document, { ...general, ...pickup }, onlyDay(document));
  const at = named && named.length > 10 ? named : whenOf(document);
  const from = pickup.place ?? gather(document, ["departure"], ["arrival"]).place;
  if (!at || at.length === 10 || !from) return undefined;
  // Coaches stop where one is fetched too, and have seats.
  if (
    dropoff.place &&
    facts.some((fact) => fact.field === "seat") &&
    countKinds(spokenOf(document)).get("bus")
  )
    return {
      "@context": CONTEXT,
      "@type": "BusReservation",
      reservationFor: {
        "@type": "BusTrip",
        departureBusStop: { "@type": "BusStation", name: from },
        arrivalBusStop: { "@type": "BusStation", name: dropoff.place },
        departureTime: at,
      },
      ...seatTicket(facts),
    };
  return {
    "@context": CONTEXT,
    "@type": "TaxiReservation",
    pickupTime: at,
    pickupLocation: { "@type": "Place", name: from },
    ...(dropoff.place ? { dropoffLocation: { "@type": "Place", name: dropoff.place } } : {}),
  };
}

/** The day of a text that names one alone. */
function onlyDay(document: Document): string | undefined {
  const days = new Set(
    document.lines.flatMap((line) =>
      line.tokens.flatMap((token) => (token.kind === "date" ? (dayIn(document, token.date) ?? []) : [])),
    ),
  );
  return days.size === 1 ? [...days][0] : undefined;
}

function seatTicket(facts: readonly Fact[]): JsonObject {
  const seat = /^[A-Z]?\d{1,3}[A-K]?(?![\p{L}\d])/u.exec(factOf(facts, "seat") ?? "")?.[0];
  return seat
    ? { reservedTicket: { "@type": "Ticket", ticketedSeat: { "@type": "Seat", seatNumber: seat } } }
    : {};
}

const TABLE =
  /(?<!\p{L})(?:party of \d|table|restaurante?|bistro\p{L}*|trattoria|osteria|pizzeria|brasserie|taverna?|wirtshaus|gasthaus|dinner|lunch|tisch\p{L}*|couverts|mesa|ristorante|tavolo|restauracj\p{L}*|stolik\p{L}*|restaurac\p{L}*|stůl|stolu|restorān\p{L}*|galdiņ\p{L}*|ресторан\p{L}*|столик\p{L}*|nhà hàng|đặt bàn|tafel|comensales|coperti)(?!\p{L})|餐厅|用餐|レストラン|来店|ご飲食|お席/iu;

/** Reads a table: the house, when, and for how many. */
export function readTable(document: Document, facts: readonly Fact[]): Reservation | undefined {
  const spoken = spokenOf(document);
  if (!TABLE.test(spoken)) return undefined;
  const when = whenOf(document);
  const party = Number(/\d{1,3}/.exec(factOf(facts, "party") ?? "")?.[0]) || partyInText(document.text);
  const house = factOf(facts, "venue") ?? houseInText(document) ?? tableAt(document) ?? eatingHouse(document);
  if (!when || when.length === 10 || !party || party > 60 || !house) return undefined;
  return {
    "@context": CONTEXT,
    "@type": "FoodEstablishmentReservation",
    startTime: when,
    partySize: party,
    reservationFor: { "@type": "FoodEstablishment", name: house.split(/\s{2,}|\t/)[0] ?? house },
  };
}

const PARTY =
  /(?:table|party|reservation) (?:for|of) (\d{1,2})|(\d{1,2}) (?:people|persons|guests|Personen|personnes|couverts|personas|persone|pessoas|personen|osoby|osób|osob|personas|personām|человек\p{L}*|гост\p{L}*|khách|người)|(\d{1,2}) ?(?:位|人|名様|名)/iu;
function partyInText(text: string): number {
  const found = PARTY.exec(text);
  return Number(found?.[1] ?? found?.[2] ?? found?.[3]) || 0;
}

/** "в ресторане «Образец»", 'restaurace "U Vzoru"'. */
const QUOTED_HOUSE =
  /(?:ресторан|кафе|restaur|restor|trattori|osteri|gasthaus|nhà hàng)\p{L}{0,6}\s+[«"“„]([^»"”“]{2,40})[»"”“]/iu;

/** "您已成功预约尝试餐厅": the house right behind the word for booking it. */
const CHINESE_HOUSE =
  /(?:预约|预订|预定)(?:了|的)?(\p{Script=Han}{1,12}(?:餐厅|饭店|酒楼|菜馆|酒家|餐馆|食府))/u;

/** "鮨 見本へのご予約が確定いたしました". */
const JAPANESE_HOUSE =
  /^[「『]?([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・A-Za-z0-9 ]{2,24}?)[」』]?(?:への|での|の)ご?予約(?:が|を)/mu;

function houseInText(document: Document): string | undefined {
  const eastern =
    CHINESE_HOUSE.exec(document.text.slice(0, 4_000))?.[1] ??
    JAPANESE_HOUSE.exec(document.text.slice(0, 4_000))?.[1];
  if (eastern) return eastern;
  const quoted = QUOTED_HOUSE.exec(document.text.slice(0, 4_000))?.[1];
  if (quoted) return quoted;
  for (const text of [...document.lines.slice(0, 12).map((line) => line.text), document.subject ?? ""]) {
    const named =
      /(?:(?:table|reservation|booking) at|(?:see|welcom\p{L}{2,3}) you (?:soon )?(?:at|to)|Besuch im|[Bb]is bald im|esperamos en|attendons (?:au|à|chez)|bientôt (?:au|chez)|aspettiamo (?:da|al|alla|presso)|[Tt]ot (?:ziens|snel|gauw) (?:bij|in)|[Zz]apraszamy do|zobaczenia w|im Restaurant|restaurant|au restaurant|en el restaurante|al ristorante|no restaurante|bij restaurant|w restauracji|v restauraci|restorānā|в ресторане|tại nhà hàng)\s+(?:the )?((?:(?:[dl]['’])?\p{Lu}[\p{L}'’&.-]*\s?(?:(?:zum|zur|am|de|du|la|le|di|del|the|and|&)\s)?){1,5})/u.exec(
        text,
      )?.[1];
    if (named) return named.trim();
  }
  return undefined;
}

const EATING =
  /^(?:trattoria|osteria|ristorante|pizzeria|bistrot?|brasserie|gasthaus|gasthof|wirtshaus|restaurante?|taverna?|tavern|restaurace|restauracja|restorāns|ресторан|кафе|caf[eé]|kitchen|grill|steakhouse|eetcafé|bodega|cantina)$/iu;

/** The capitalised words around a word for a house to eat in: "Trattoria Esempio, via Esempio 3". */
function eatingHouse(document: Document): string | undefined {
  for (const text of [...document.lines.slice(0, 12).map((line) => line.text), document.subject ?? ""]) {
    const words = text.trim().slice(0, 200).split(/\s+/);
    const at = words.findIndex(
      (word, index) =>
        /^\p{Lu}/u.test(word) &&
        (EATING.test(word) || /^(?:nhà hàng|quán ăn)$/iu.test(`${word} ${words[index + 1]}`)),
    );
    const name = at < 0 ? undefined : capitalised(words, at, 4);
    if (name?.includes(" ")) return name;
  }
  return undefined;
}

const RESERVED = /reserv|réserv|prenot|rezerw|rezerv|брон|đặt/iu;

/** "un tavolo per 3 persone presso la Trattoria Esempio": the name behind "at" in a line that speaks of a table. */
const tableAt = (document: Document) =>
  nameBehind(
    [document.subject ?? "", ...document.lines.map((line) => line.text)].filter(
      (line) => TABLE.test(line) || RESERVED.test(line),
    ),
  );

/** The one day and time that a mail is about: behind words for a beginning or a day, else the first that stand together. */
export function whenOf(document: Document): string | undefined {
  const start = gather(document, ["start"], ["ignoreTime"]);
  const day = gather(document, ["date"], ["ignoreTime"]);
  const both = { date: start.date ?? day.date, time: start.time ?? day.time };
  if (both.date && both.time) return moment(document, both as Appointment);
  for (const line of document.lines) {
    const date = line.tokens.find((token) => token.kind === "date");
    const hour = line.tokens.find((token) => token.kind === "time") ?? date;
    const skip = line.tokens.some(
      (token) =>
        token.kind === "label" &&
        (token.label.field === "ignoreTime" || token.label.field === "boarding") &&
        token.start < (hour?.start ?? 0),
    );
    // The hour may stand alone in the next line.
    const below = document.lines[line.index + 1]?.tokens;
    const time =
      line.tokens.find((token) => token.kind === "time") ??
      (below?.[0]?.kind === "time" && below.length === 1 ? below[0] : undefined);
    if (!skip && date?.kind === "date" && time?.kind === "time")
      return moment(document, { date: date.date, time: time.time });
  }
  return both.date ? moment(document, both as Appointment) : undefined;
}
