import type { Vendor } from "./vendor.ts";

/** Timetables of many railways share connections in this form of HaCon's software ("reconstruction context"). */
export const hafas: Vendor = {
  name: "HAFAS",
  tickets: [
    {
      type: "TrainReservation",
      match:
        /T\$A=\d@O=(?<from>[^@$]{1,80})@[^$]{0,200}\$A=\d@O=(?<to>[^@$]{1,80})@[^$]{0,200}\$(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<i>\d\d)\$(?<y2>\d{4})(?<m2>\d\d)(?<d2>\d\d)(?<h2>\d\d)(?<i2>\d\d)\$(?<train>[^$]{1,30})\$/g,
      set: {
        "reservationFor.departureStation.name": "{from}",
        "reservationFor.arrivalStation.name": "{to}",
        "reservationFor.departureTime": "{y}-{m}-{d}T{h}:{i}:00",
        "reservationFor.arrivalTime": "{y2}-{m2}-{d2}T{h2}:{i2}:00",
        "reservationFor.trainNumber": "{train}",
      },
    },
  ],
};
