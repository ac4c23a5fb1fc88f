import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "do {date}",
  "caller.byName": "stejné jméno",
  "caller.byNameWhy": "Nalezeno jen podle jména: může to být někdo jiný",
  "aside.put": "Odložit",
  "aside.title": "Odloženo",
  "aside.take": "Pokračovat: {line}",
  "keys.aside": "Odložit řádek; na prázdném řádku v něm pokračovat",
  "reply.gaps": "Zbývá doplnit: {names}",
  "itemHistory.added": "{who}: přidáno do „{list}“ – {what}",
  "itemHistory.removed": "{who}: odebráno z „{list}“ – {what}",
  "itemHistory.returned": "{who}: vráceno do „{list}“ – {what}",
  "mail.others": "Také v tomto e-mailu:",
  "mail.moreOthers": {
    one: "a {n} další",
    few: "a {n} další",
    many: "a {n} dalšího",
    other: "a {n} dalších",
  },
  "field.takeBack": "Vzít zpět: {field}",
  "trip.calendar": "Soubor kalendáře",
};
