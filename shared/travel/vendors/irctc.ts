import type { Vendor } from "./vendor.ts";

/** The text in the QR code of Indian Railways' tickets. */
export const irctc: Vendor = {
  name: "Indian Railways",
  tickets: [
    {
      type: "TrainReservation",
      token: "qrcode",
      match: /^PNR No\.:(?<pnr>\d{10}),/gm,
      also: [
        /^Train No\.:(?<number>\d{1,6}),/m,
        /^Train Name:(?<train>[^,\n]{1,60}),/m,
        /^Scheduled Departure:(?<time>\d\d:\d\d) (?<day>[^,\n]{6,20}),/m,
        /^Boarding Station:(?<from>[^\n]{1,60}?) - (?<code>\w{1,5}),/m,
        /^To:(?<to>[^\n]{1,60}?) - \w{1,5},/m,
        /^Class:(?<class>[^,\n]{1,40}?) ?,/m,
      ],
      each: /Passenger Name:(?<name>[^,\n]{1,60}),\s{1,6}Gender:[^,]{1,20},\s{1,6}Age:[^,]{1,4},\s{1,6}Status:CNF(?<coach>\w{1,4})\/(?<seat>\d{1,3}[A-Z]{0,8})/g,
      set: {
        reservationNumber: "{pnr}",
        "underName.name": "{name}",
        "reservationFor.trainNumber": "{number}",
        "reservationFor.trainName": "{train}",
        "reservationFor.departureTime": "{day} {time}",
        "reservationFor.departureStation.name": "{from}",
        "reservationFor.departureStation.address.addressCountry": "IN",
        "reservationFor.arrivalStation.name": "{to}",
        "reservationFor.arrivalStation.address.addressCountry": "IN",
        "reservedTicket.ticketedSeat.seatNumber": "{seat}",
        "reservedTicket.ticketedSeat.seatSection": "{coach}",
        "reservedTicket.ticketedSeat.seatingType": "{class}",
      },
    },
  ],
};
