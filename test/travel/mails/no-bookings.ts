import { chance } from "./generate.ts";
import { writeDay } from "./layouts.ts";

/** A mail that books nothing, though it speaks of journeys, days, hours, sums and numbers. */
export type PlainMail = { id: string; mailDate: string; subject: string; text: string };

export type Filling = {
  day: string;
  later: string;
  time: string;
  end: string;
  sum: string;
  number: string;
  code: string;
  short: string;
};
export type Template = { id: string; language: string; subject: string; make: (fill: Filling) => string };
const t = (id: string, language: string, subject: string, make: Template["make"]): Template => ({
  id,
  language,
  subject,
  make,
});

const TEMPLATES: readonly Template[] = [
  t(
    "fares",
    "en",
    "Flash sale: fly from €29",
    (f) =>
      `Flash sale ends ${f.day}!\n\nRiga (RIX) - Berlin (BER) from EUR 29\nRiga (RIX) - London (LHR) from EUR 49\nRiga (RIX) - Rome (FCO) from EUR 39\n\nBook until ${f.day} ${f.time}. Travel period ${f.day} to ${f.later}.\nPromo code: ${f.code}`,
  ),
  t(
    "fares-de",
    "de",
    "Flüge ab 39 €",
    (f) =>
      `Nur bis ${f.day}: Hin- und Rückflug ab Hamburg (HAM) nach Mallorca (PMI) ab 39 €.\nReisezeitraum: ${f.day} - ${f.later}\nAktionscode: ${f.code}\nJetzt buchen!`,
  ),
  t(
    "fares-es",
    "es",
    "Ofertas de vuelos",
    (f) =>
      `Vuelos desde Madrid (MAD) a París (CDG) desde 25 €.\nReserva antes del ${f.day} a las ${f.time}.\nViaja hasta el ${f.later}. Código promocional: ${f.code}`,
  ),
  t(
    "fares-ru",
    "ru",
    "Дешёвые билеты",
    (f) =>
      `Распродажа до ${f.day}! Москва (SVO) – Сочи (AER) от 3 900 руб.\nПериод поездок: ${f.day} – ${f.later}. Промокод: ${f.code}`,
  ),
  t(
    "fares-zh",
    "zh",
    "特价机票",
    (f) =>
      `限时特价：北京 (PEK) 至 上海 (SHA) ¥399 起。\n促销截止：${f.day} ${f.time}\n出行日期：${f.day} 至 ${f.later}\n优惠码：${f.code}`,
  ),
  t(
    "timetable",
    "en",
    "New summer timetable",
    (f) =>
      `From ${f.day} our trains run more often.\nBerlin Hbf 08:05 - München Hbf 12:03\nBerlin Hbf 10:05 - München Hbf 14:03\nSee the timetable online and book from 19.90 EUR.`,
  ),
  t(
    "hotel-offer",
    "en",
    "Winter at the Sample Hotel",
    (f) =>
      `Stay three nights, pay for two at the Sample Hotel Riga!\nValid for arrivals from ${f.day} to ${f.later}. Check-in from 15:00, check-out until 11:00.\nRates from EUR 79 per night. Use code ${f.code} when you book.`,
  ),
  t(
    "hotel-offer-fr",
    "fr",
    "Offre d'automne",
    (f) =>
      `Profitez de -20 % à l'Hôtel Exemple de Nantes.\nOffre valable du ${f.day} au ${f.later}. Arrivée dès 15h00, départ avant 11h00.\nÀ partir de 79 € la nuit. Code : ${f.code}`,
  ),
  t(
    "hotel-offer-de",
    "de",
    "Unser Frühlingsangebot",
    (f) =>
      `Hotel Musterhof Leipzig: 2 Nächte mit Frühstück ab 149 €.\nBuchbar bis ${f.day}, Anreise bis ${f.later} möglich.`,
  ),
  t(
    "survey",
    "en",
    "How was your stay?",
    (f) =>
      `Dear guest,\n\nthank you for staying at the Sample Hotel until ${f.day}. Please rate your stay: it takes two minutes.\nYour opinion counts until ${f.later}.`,
  ),
  t(
    "invoice",
    "en",
    `Invoice`,
    (f) =>
      `Invoice number: ${f.number}\nInvoice date: ${f.day}\nDue date: ${f.later}\nCustomer: Sample Caller\n\nConsulting, 3 hours    EUR ${f.sum}\nTotal: EUR ${f.sum}\nPlease pay to the account below.`,
  ),
  t(
    "invoice-de",
    "de",
    "Rechnung",
    (f) =>
      `Rechnungsnummer: ${f.number}\nRechnungsdatum: ${f.day}\nZahlbar bis: ${f.later}\nKunde: Max Mustermann\nGesamtbetrag: ${f.sum} EUR`,
  ),
  t(
    "invoice-fr",
    "fr",
    "Votre facture",
    (f) =>
      `Facture n° ${f.number} du ${f.day}\nClient : Jean Exemple\nMontant total : ${f.sum} €\nÉchéance : ${f.later}`,
  ),
  t(
    "invoice-lv",
    "lv",
    "Rēķins",
    (f) => `Rēķina numurs: ${f.number}\nDatums: ${f.day}\nApmaksas termiņš: ${f.later}\nSumma: ${f.sum} EUR`,
  ),
  t(
    "meeting",
    "en",
    "Board meeting",
    (f) =>
      `Hi,\n\nthe board meets on ${f.day} at ${f.time}, room 4. We end at ${f.end}.\nAgenda: budget, staff, any other business.\nPlease tell me by ${f.later} whether you can come.`,
  ),
  t(
    "meeting-de",
    "de",
    "Besprechung verschoben",
    (f) =>
      `Hallo,\n\ndie Besprechung am ${f.day} beginnt erst um ${f.time} Uhr und endet um ${f.end} Uhr.\nOrt: Raum 4, Berlin.\nGrüße`,
  ),
  t(
    "meeting-lv",
    "lv",
    "Sapulce",
    (f) =>
      `Labdien!\n\nSapulce notiks ${f.day} plkst. ${f.time}, 4. telpā.\nLūdzu, apstipriniet dalību līdz ${f.later}.`,
  ),
  t(
    "meeting-ja",
    "ja",
    "会議のご案内",
    (f) =>
      `${f.day} ${f.time}より会議室4にて定例会議を行います。\n終了予定：${f.end}\n出欠を${f.later}までにお知らせください。`,
  ),
  t(
    "call",
    "en",
    "Teams call",
    (f) =>
      `Join the call\nWhen: ${f.day} ${f.time} - ${f.end}\nMeeting ID: 234 ${f.short} 99\nPasscode: ${f.code}`,
  ),
  t(
    "delivery",
    "en",
    "Your parcel arrives today",
    (f) =>
      `Your parcel ${f.number} will be delivered on ${f.day} between ${f.time} and ${f.end}.\nOrder number: ${f.number}\nFrom: Sample Shop, Berlin\nTo: Principal A, Riga\nArrival: ${f.day}`,
  ),
  t(
    "delivery-de",
    "de",
    "Ihr Paket kommt",
    (f) =>
      `Ihr Paket mit der Sendungsnummer ${f.number} wird am ${f.day} zwischen ${f.time} und ${f.end} Uhr zugestellt.\nBestellnummer: ${f.number}\nAbholung in der Filiale bis ${f.later} möglich.`,
  ),
  t(
    "delivery-pl",
    "pl",
    "Paczka w drodze",
    (f) =>
      `Numer zamówienia: ${f.number}\nPaczka zostanie dostarczona ${f.day} w godzinach ${f.time}-${f.end}.\nOdbiór w punkcie do ${f.later}.`,
  ),
  t(
    "delivery-it",
    "it",
    "Il tuo ordine è in arrivo",
    (f) =>
      `Numero d'ordine: ${f.number}\nConsegna prevista: ${f.day}, tra le ${f.time} e le ${f.end}\nTotale: ${f.sum} €`,
  ),
  t(
    "order",
    "en",
    "Order confirmed",
    (f) =>
      `Thank you for your order!\nOrder number: ${f.number}\nOrder date: ${f.day}\n1 x Desk lamp   EUR ${f.sum}\nTotal: EUR ${f.sum}\nEstimated arrival: ${f.later}`,
  ),
  t(
    "order-vi",
    "vi",
    "Xác nhận đơn hàng",
    (f) => `Mã đơn hàng: ${f.number}\nNgày đặt: ${f.day}\nTổng tiền: ${f.sum} EUR\nDự kiến giao: ${f.later}`,
  ),
  t(
    "order-zh",
    "zh",
    "订单已确认",
    (f) => `订单号：${f.number}\n下单日期：${f.day}\n商品：台灯\n总价：¥${f.sum}\n预计送达：${f.later}`,
  ),
  t(
    "miles",
    "en",
    "Your miles statement",
    (f) =>
      `Your balance on ${f.day}: 12,340 miles\nLast flight credited: BT 213, ${f.day}, Berlin - Riga\nMember number: ${f.number}\nMiles expire on ${f.later}.`,
  ),
  t(
    "bank",
    "en",
    "Account statement",
    (f) =>
      `Statement of ${f.day}\n${f.day}  Card payment SAMPLE AIRLINES  EUR ${f.sum}\n${f.day}  Card payment SAMPLE HOTEL RIGA  EUR ${f.sum}\nReference ${f.number}`,
  ),
  t(
    "security",
    "en",
    "New sign-in",
    (f) =>
      `A new device signed in on ${f.day} at ${f.time} from Frankfurt, Germany.\nIf this was you, you need to do nothing. Code: ${f.code}`,
  ),
  t(
    "doctor",
    "en",
    "Appointment reminder",
    (f) => `Reminder: your dentist expects you on ${f.day} at ${f.time}.\nPlease call if you cannot come.`,
  ),
  t(
    "doctor-cs",
    "cs",
    "Připomínka termínu",
    (f) => `Připomínáme Vám termín u lékaře dne ${f.day} v ${f.time}.\nČíslo pojištěnce: ${f.number}`,
  ),
  t(
    "plans",
    "en",
    "Trip to Berlin?",
    (f) =>
      `Hi,\n\nI think of flying to Berlin on ${f.day}, back on ${f.later}. There is a flight at ${f.time}. Could you look for a hotel near the station? Not more than EUR ${f.sum} a night.\nThanks`,
  ),
  t(
    "plans-nl",
    "nl",
    "Reis naar Parijs",
    (f) =>
      `Hoi,\n\nik wil op ${f.day} naar Parijs, terug op ${f.later}. Kun je kijken of er om ${f.time} een trein gaat?\nGroet`,
  ),
  t(
    "plans-pt",
    "pt",
    "Viagem a Lisboa",
    (f) =>
      `Olá,\n\npenso ir a Lisboa no dia ${f.day} e voltar a ${f.later}. Há um voo às ${f.time}?\nObrigada`,
  ),
  t(
    "strike",
    "en",
    "Strike at the airport",
    (f) =>
      `On ${f.day} a strike may delay departures from Berlin (BER) between ${f.time} and ${f.end}. Check your flight before you leave.`,
  ),
  t(
    "webinar",
    "en",
    "Webinar",
    (f) =>
      `Join our webinar on ${f.day}, ${f.time} - ${f.end} CET.\nSpeaker: Mary Example\nRegister until ${f.later}.`,
  ),
  t(
    "subscription",
    "en",
    "Your subscription renews",
    (f) => `Your plan renews on ${f.day}.\nSubscription number: ${f.number}\nTotal: EUR ${f.sum}`,
  ),
  t(
    "conference",
    "es",
    "Programa del congreso",
    (f) =>
      `Congreso de ejemplo, ${f.day}\n${f.time} Apertura\n${f.end} Clausura\nInscripción abierta hasta el ${f.later}: ${f.sum} EUR`,
  ),
  t(
    "menu",
    "it",
    "Menù della settimana",
    (f) =>
      `Ristorante Esempio\nMenù del ${f.day}: pranzo dalle 12:00 alle 15:00, cena dalle 19:00.\nPer 2 persone ${f.sum} €`,
  ),
  t(
    "quote",
    "en",
    "Quote for your event",
    (f) =>
      `Quote ${f.number}\nEvent date: ${f.day}\nStart: ${f.time}\n40 persons, buffet\nTotal EUR ${f.sum}\nThis quote is valid until ${f.later}; nothing is booked yet.`,
  ),
];

/** Makes `count` such mails; the same seed always makes the same. */
export function generatePlainMails(
  seed: number,
  count: number,
  templates: readonly Template[] = TEMPLATES,
): PlainMail[] {
  const random = chance(seed);
  const two = (value: number) => String(value).padStart(2, "0");
  const digits = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join("");
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length] as Template;
    const month = 1 + Math.floor(random() * 12);
    const [day, hour] = [1 + Math.floor(random() * 20), 8 + Math.floor(random() * 9)];
    const fill: Filling = {
      day: writeDay(`2026-${two(month)}-${two(day)}`, template.language, random() < 0.5),
      later: writeDay(`2026-${two(month)}-${two(day + 5)}`, template.language, random() < 0.5),
      time: `${two(hour)}:${two(5 * Math.floor(random() * 12))}`,
      end: `${two(hour + 2)}:00`,
      sum: `${20 + Math.floor(random() * 900)}.${digits(2)}`,
      number: digits(9),
      short: digits(3),
      code: `${"KLMNP"[Math.floor(random() * 5)]}${digits(2)}SALE`,
    };
    return {
      id: `${template.id}-${index}`,
      mailDate: `2026-${two(month)}-01`,
      subject: template.subject,
      text: template.make(fill),
    };
  });
}
