import type { Filling, Template } from "./no-bookings.ts";

const t = (id: string, language: string, subject: string, make: (fill: Filling) => string): Template => ({
  id,
  language,
  subject,
  make,
});

/** Mails that come nearer to a booking: with numbers of orders, places of collection, beginnings and ends, and travel that is not booked. */
export const LATER_TEMPLATES: readonly Template[] = [
  t(
    "parcel-shop",
    "en",
    "Your parcel is ready for collection",
    (f) =>
      `Order number: ${f.number}\nPick-up: Sample Parcel Shop, 4 Sample Street\nReady from ${f.day} ${f.time}\nReturn: if not collected by ${f.later} ${f.end}\nBring your ID.`,
  ),
  t(
    "garage",
    "en",
    "Your service appointment",
    (f) =>
      `Order ${f.number}\nVehicle: Sample Estate\nDrop-off: Sample Garage, ${f.day} ${f.time}\nPick-up: Sample Garage, ${f.day} ${f.end}\nEstimate: EUR ${f.sum}`,
  ),
  t(
    "basket",
    "en",
    "You left something behind",
    (f) =>
      `Still thinking of Rome?\nRiga (RIX) - Rome (FCO)\n${f.day} ${f.time} - ${f.end}\nfrom EUR ${f.sum}\nYour fare is held for 30 minutes. Finish your booking now!`,
  ),
  t(
    "price-alert",
    "en",
    "Price drop: Riga to Vienna",
    (f) =>
      `The price you are watching has dropped to EUR ${f.sum}.\nOS 682, ${f.day}\nRiga (RIX) ${f.time} - Vienna (VIE) ${f.end}\nPrices may change until you book.`,
  ),
  t(
    "offer-trip",
    "de",
    "Unser Angebot für Ihre Reise",
    (f) =>
      `Angebot ${f.number}\nWir bieten Ihnen unverbindlich an:\nHotel Muster, Wien\nAnreise: ${f.day}\nAbreise: ${f.later}\nPreis: ${f.sum} EUR\nDas Angebot gilt bis ${f.day}; es ist noch nichts gebucht.`,
  ),
  t(
    "insurance",
    "en",
    "Your policy",
    (f) =>
      `Policy number: ${f.number}\nStart: ${f.day} 00:00\nEnd: ${f.later} 23:59\nInsured: Sample Caller\nPremium: EUR ${f.sum}`,
  ),
  t(
    "maintenance",
    "en",
    "Planned maintenance",
    (f) =>
      `Ticket number: ${f.number}\nStart: ${f.day} ${f.time}\nEnd: ${f.day} ${f.end}\nLocation: data centre Sample\nServices may be unavailable.`,
  ),
  t(
    "doctor",
    "de",
    "Ihr Termin",
    (f) =>
      `Sehr geehrte Frau Beispiel,\nIhr Termin: ${f.day} um ${f.time} Uhr\nPraxis Dr. Muster, Musterstraße 5\nTerminnummer: ${f.number}\nBitte bringen Sie Ihre Karte mit.`,
  ),
  t(
    "delivery-window",
    "en",
    "Your delivery",
    (f) =>
      `Order no. ${f.number}\nDelivery on ${f.day} between ${f.time} and ${f.end}\nFrom: Warehouse Sample\nTo: 12 Sample Quay\nDriver: Sample Caller`,
  ),
  t(
    "delivery-ru",
    "ru",
    "Доставка заказа",
    (f) =>
      `Номер заказа: ${f.number}\nПункт выдачи: ул. Примерная, 5\nДата: ${f.day}, с ${f.time} до ${f.end}\nК оплате: ${f.sum} руб.`,
  ),
  t(
    "strike",
    "fr",
    "Info trafic : grève",
    (f) =>
      `En raison d'un mouvement social le ${f.day}, le trafic sera perturbé.\nTGV Paris - Lyon : 1 train sur 2\nPremier départ ${f.time}, dernier départ ${f.end}\nVérifiez votre train avant de partir.`,
  ),
  t(
    "loyalty",
    "en",
    "Your monthly statement",
    (f) =>
      `Member number: ${f.number}\nFlights credited:\nBT 651 RIX-LGW ${f.day} 500 points\nBT 652 LGW-RIX ${f.later} 500 points\nBalance: 12 000 points`,
  ),
  t(
    "agenda",
    "en",
    "Agenda for the board meeting",
    (f) =>
      `Board meeting, ${f.day}\n${f.time} Opening\n${f.end} Lunch at the hotel\nArrival of the guests: the evening before\nDial-in code: ${f.number}`,
  ),
  t(
    "interview",
    "en",
    "Interview invitation",
    (f) =>
      `We invite you to an interview on ${f.day} at ${f.time}, Sample House, 3rd floor.\nReference: ${f.number}\nPlease arrive ten minutes early.`,
  ),
  t(
    "school-trip",
    "cs",
    "Školní výlet",
    (f) =>
      `Milí rodiče,\ndne ${f.day} jedeme na výlet. Odjezd autobusu v ${f.time} od školy, návrat v ${f.end}.\nCena: 350 Kč. S sebou pláštěnku.`,
  ),
  t(
    "visa",
    "vi",
    "Hồ sơ thị thực",
    (f) =>
      `Mã hồ sơ: ${f.number}\nNgày hẹn: ${f.day} lúc ${f.time}\nVui lòng mang hộ chiếu và vé máy bay khứ hồi.`,
  ),
  t(
    "hotel-news",
    "it",
    "Novità al Grand Hotel Esempio",
    (f) =>
      `Dal ${f.day} al ${f.later} il Grand Hotel Esempio offre il 20 % di sconto.\nCheck-in dalle 14:00, check-out entro le 11:00.\nPrenota con il codice ${f.code}.`,
  ),
  t(
    "cinema",
    "pl",
    "Repertuar kina",
    (f) =>
      `Kino Przykład, ${f.day}\n${f.time} Film przykładowy\n${f.end} Drugi film\nBilety od 25 zł. Rezerwacja na miejscu.`,
  ),
  t(
    "bank",
    "en",
    "Card payment",
    (f) =>
      `Card payment of EUR ${f.sum} at HOTEL SAMPLE RIGA on ${f.day} ${f.time}.\nReference: ${f.number}\nIf this was not you, call us.`,
  ),
  t(
    "rail-invoice",
    "de",
    "Rechnung",
    (f) =>
      `Rechnung Nr. ${f.number} vom ${f.day}\nLeistung: Bahnfahrten im Monat\nGesamtbetrag: ${f.sum} EUR\nZahlbar bis ${f.later}.`,
  ),
  t(
    "shift",
    "lv",
    "Maiņu grafiks",
    (f) => `Maiņa: ${f.day}, ${f.time} - ${f.end}\nVieta: noliktava Nr. 3\nGrafika numurs: ${f.number}`,
  ),
  t(
    "flight-info",
    "zh",
    "机场大巴时刻表",
    (f) => `机场大巴时刻表（${f.day}起）\n市区出发 ${f.time}，到达机场 ${f.end}\n票价20元，无需预订。`,
  ),
  t(
    "seminar",
    "ja",
    "セミナーのご案内",
    (f) => `日時：${f.day} ${f.time}～${f.end}\n場所：見本会館\n参加費：無料\nお申し込みは${f.later}まで。`,
  ),
  t(
    "laundry",
    "en",
    "Laundry order",
    (f) =>
      `Order number: ${f.number}\nCollection: ${f.day} ${f.time}, Sample House reception\nReturn: ${f.later} ${f.end}, Sample House reception\n12 shirts, EUR ${f.sum}`,
  ),
  t(
    "question",
    "en",
    "Which of these?",
    (f) =>
      `Hi,\nwhich one should I take for Principal A?\n\nOption 1: BT 217, ${f.day}, Riga (RIX) ${f.time} - Berlin (BER) ${f.end}\nOption 2: the day after, same time\n\nNothing is booked yet. Hotel Sample Berlin has rooms from ${f.day} to ${f.later}.`,
  ),
];
