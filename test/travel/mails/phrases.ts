/** The words of a language that the generator fills its layouts with. Order: see {@link WORDS}. */
const WORDS =
  "confirmed reference passenger flight departure arrival date seat from to checkin checkout guest hotel total train bus coach platform nights address pickup dropoff car driver restaurant persons time at" as const;

const LANGUAGES: Record<string, string> = {
  en: "Your booking is confirmed|Booking reference|Passenger|Flight|Departure|Arrival|Date|Seat|From|To|Check-in|Check-out|Guest|Hotel|Total price|Train|Bus|Coach|Platform|nights|Address|Pick-up|Drop-off|Vehicle|Driver|Restaurant|Party size|Time|at",
  de: "Ihre Buchung ist bestätigt|Buchungsnummer|Passagier|Flug|Abflug|Ankunft|Datum|Sitzplatz|Von|Nach|Anreise|Abreise|Gast|Hotel|Gesamtpreis|Zug|Bus|Wagen|Gleis|Nächte|Adresse|Abholung|Rückgabe|Fahrzeug|Fahrer|Restaurant|Personen|Uhrzeit|um",
  fr: "Votre réservation est confirmée|Numéro de réservation|Passager|Vol|Départ|Arrivée|Date|Siège|De|À|Arrivée|Départ|Client|Hôtel|Prix total|Train|Bus|Voiture|Voie|nuits|Adresse|Prise en charge|Restitution|Véhicule|Conducteur|Restaurant|Nombre de personnes|Heure|à",
  es: "Su reserva está confirmada|Localizador|Pasajero|Vuelo|Salida|Llegada|Fecha|Asiento|Desde|Hasta|Entrada|Salida|Huésped|Hotel|Precio total|Tren|Autobús|Coche|Andén|noches|Dirección|Recogida|Devolución|Vehículo|Conductor|Restaurante|Personas|Hora|a las",
  it: "La tua prenotazione è confermata|Codice prenotazione|Passeggero|Volo|Partenza|Arrivo|Data|Posto|Da|A|Check-in|Check-out|Ospite|Hotel|Prezzo totale|Treno|Autobus|Carrozza|Binario|notti|Indirizzo|Ritiro|Riconsegna|Veicolo|Conducente|Ristorante|Persone|Ora|alle",
  pt: "A sua reserva está confirmada|Código da reserva|Passageiro|Voo|Partida|Chegada|Data|Assento|De|Para|Check-in|Check-out|Hóspede|Hotel|Preço total|Comboio|Autocarro|Carruagem|Linha|noites|Morada|Levantamento|Devolução|Veículo|Condutor|Restaurante|Pessoas|Hora|às",
  nl: "Uw boeking is bevestigd|Boekingsnummer|Passagier|Vlucht|Vertrek|Aankomst|Datum|Stoel|Van|Naar|Inchecken|Uitchecken|Gast|Hotel|Totaalprijs|Trein|Bus|Rijtuig|Spoor|nachten|Adres|Ophalen|Inleveren|Voertuig|Bestuurder|Restaurant|Aantal personen|Tijd|om",
  pl: "Twoja rezerwacja jest potwierdzona|Numer rezerwacji|Pasażer|Lot|Wylot|Przylot|Data|Miejsce|Z|Do|Zameldowanie|Wymeldowanie|Gość|Hotel|Cena całkowita|Pociąg|Autobus|Wagon|Peron|noce|Adres|Odbiór|Zwrot|Samochód|Kierowca|Restauracja|Liczba osób|Godzina|o",
  cs: "Vaše rezervace je potvrzena|Číslo rezervace|Cestující|Let|Odlet|Přílet|Datum|Sedadlo|Z|Do|Příjezd|Odjezd|Host|Hotel|Cena celkem|Vlak|Autobus|Vůz|Nástupiště|noci|Adresa|Vyzvednutí|Vrácení|Vozidlo|Řidič|Restaurace|Počet osob|Čas|v",
  lv: "Jūsu rezervācija ir apstiprināta|Rezervācijas numurs|Pasažieris|Lidojums|Izlidošana|Ielidošana|Datums|Sēdvieta|No|Uz|Ierašanās datums|Izbraukšanas datums|Viesis|Viesnīca|Kopējā cena|Vilciens|Autobuss|Vagons|Perons|naktis|Adrese|Saņemšana|Nodošana|Automašīna|Vadītājs|Restorāns|Personu skaits|Laiks|plkst.",
  vi: "Đặt chỗ của quý khách đã được xác nhận|Mã đặt chỗ|Hành khách|Chuyến bay|Khởi hành|Đến nơi|Ngày|Số ghế|Từ|Đến|Nhận phòng|Trả phòng|Tên khách|Khách sạn|Tổng tiền|Tàu|Xe khách|Toa|Ke ga|đêm|Địa chỉ|Nhận xe|Trả xe|Loại xe|Tài xế|Nhà hàng|Số khách|Giờ|lúc",
  ru: "Ваше бронирование подтверждено|Номер бронирования|Пассажир|Рейс|Вылет|Прилёт|Дата|Место|Откуда|Куда|Заезд|Выезд|Гость|Отель|Итого|Поезд|Автобус|Вагон|Путь|ночи|Адрес|Получение|Возврат|Автомобиль|Водитель|Ресторан|Количество гостей|Время|в",
  zh: "您的预订已确认|预订编号|乘客姓名|航班号|出发|到达|日期|座位|出发地|目的地|入住日期|退房日期|入住人|酒店名称|总价|车次|汽车|车厢|站台|晚|地址|取车|还车|车型|驾驶员|餐厅|人数|时间|在",
  ja: "ご予約が確定しました|予約番号|搭乗者名|便名|出発|到着|日付|座席|出発地|到着地|チェックイン|チェックアウト|宿泊者名|ホテル名|合計金額|列車|バス|車両|番線|泊|住所|貸出|返却|車種|運転者|レストラン|人数|時間|に",
};

export type Phrases = Record<string, string>;

/** The phrases of each language by name. */
export const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries(LANGUAGES).map(([language, list]) => {
    const values = list.split("|");
    return [language, Object.fromEntries(WORDS.split(" ").map((word, index) => [word, values[index] ?? ""]))];
  }),
);

/** Two invented travellers of each language. */
export const TRAVELLERS: Record<string, string[]> = {
  en: ["Sample Caller", "Mary Example"],
  de: ["Max Mustermann", "Erika Beispiel"],
  fr: ["Jean Exemple", "Marie Exemple"],
  es: ["Juan Ejemplo", "Ana Ejemplo"],
  it: ["Mario Esempio", "Giulia Esempio"],
  pt: ["João Exemplo", "Rita Exemplo"],
  nl: ["Jan Voorbeeld", "Piet Voorbeeld"],
  pl: ["Jan Przykład", "Anna Przykład"],
  cs: ["Jan Příklad", "Eva Příkladová"],
  lv: ["Jānis Paraugs", "Anna Parauga"],
  vi: ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"],
  ru: ["Иван Примеров", "Мария Примерова"],
  zh: ["王示例", "李示例"],
  ja: ["見本太郎", "見本花子"],
};
