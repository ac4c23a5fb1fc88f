import type { Vendor } from "./vendor.ts";

/** The Aztec code of SNCF's e-tickets ("i0CV"): fixed widths, the day without its year. */
export const sncf: Vendor = {
  name: "SNCF",
  tickets: [
    {
      type: "TrainReservation",
      token: "aztecCode",
      match:
        /^i0CV(?<pnr>[A-Z0-9]{6})(?<ticket>\d{9})\d{4}\d\d\/\d\d\/\d{4}(?<from>[A-Z]{5})(?<to>[A-Z]{5})(?<train>\d{5})(?<day>\d\d\/\d\d)\d{19}(?<family>[ A-Z'-]{19})(?<given>[ A-Z'-]{19})(?<class>\d)/g,
      set: {
        reservationNumber: "{pnr}",
        "underName.familyName": "{family}",
        "underName.givenName": "{given}",
        "reservedTicket.ticketNumber": "{ticket}",
        "reservedTicket.ticketedSeat.seatingType": "{class}",
        "reservationFor.trainNumber": "{train}",
        "reservationFor.departureDay": "{day}",
        "reservationFor.departureStation.name": "{from}",
        "reservationFor.departureStation.address.addressCountry": "FR",
        "reservationFor.arrivalStation.name": "{to}",
        "reservationFor.arrivalStation.address.addressCountry": "FR",
      },
    },
  ],
};
