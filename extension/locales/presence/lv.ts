import type { Presence } from "./presence.ts";

export const presence: Presence = {
  "presence.open": { other: "Šo tagad skatās {names}" },
  "presence.writing": { other: "Šeit tagad raksta {names}" },
  "presence.shown": "Kolēģi redz, kas man ir atvērts",
  "presence.shownWhy":
    "Kad jums priekšā ir vēstule vai ieraksts, kolēģi pie tā paša galda redz blakus jūsu vārdu un to, vai jūs rakstāt. Šīs ziņas ir aizzīmogotas tikai viņiem un netiek nekur glabātas. To, kas atvērts kolēģiem, jūs redzat jebkurā gadījumā.",
};
