import type { Vendor } from "./vendor.ts";

const STATIONS = {
  "001": "南港 (Nangang)",
  "002": "台北 (Taipei)",
  "003": "板橋 (Banqiao)",
  "004": "桃園 (Taoyuan)",
  "005": "新竹 (Hsinchu)",
  "006": "苗栗 (Miaoli)",
  "007": "台中 (Taichung)",
  "008": "彰化 (Changhua)",
  "009": "雲林 (Yunlin)",
  "010": "嘉義 (Chiayi)",
  "011": "台南 (Tainan)",
  "012": "左營 (Zuoying)",
};

/** The QR code of tickets that are fetched in a shop: digits of fixed widths. */
export const taiwanHighSpeedRail: Vendor = {
  name: "Taiwan High Speed Rail",
  tickets: [
    {
      type: "TrainReservation",
      token: "qrCode",
      match:
        /^\d{24}(?<train>\d{4})(?<from>0[01]\d)(?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?<h>\d\d)(?<i>\d\d)00(?<to>0[01]\d)(?<y2>20\d\d)(?<m2>[01]\d)(?<d2>[0-3]\d)(?<h2>\d\d)(?<i2>\d\d)\d{16}(?<coach>\d\d)(?<row>\d{3})(?<letter>00[1-5])(?<price>\d{10})006\d/g,
      names: {
        from: STATIONS,
        to: STATIONS,
        letter: { "001": "A", "002": "B", "003": "C", "004": "D", "005": "E" },
      },
      set: {
        "reservationFor.trainNumber": "{train|number}",
        "reservationFor.departureStation.name": "{from}",
        "reservationFor.arrivalStation.name": "{to}",
        "reservationFor.departureTime": "{y}-{m}-{d}T{h}:{i}:00",
        "reservationFor.arrivalTime": "{y2}-{m2}-{d2}T{h2}:{i2}:00",
        "reservedTicket.ticketedSeat.seatSection": "{coach|number}",
        "reservedTicket.ticketedSeat.seatNumber": "{row|number}{letter}",
        totalPrice: "{price|number}",
        priceCurrency: "TWD",
      },
    },
  ],
};
