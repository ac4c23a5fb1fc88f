import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "līdz {date}",
  "caller.byName": "tāds pats vārds",
  "caller.byNameWhy": "Atrasts tikai pēc vārda: tas var būt kāds cits",
  "aside.put": "Atlikt malā",
  "aside.title": "Atlikts malā",
  "aside.take": "Turpināt: {line}",
  "keys.aside": "Atlikt rindu malā; tukšā rindā — turpināt to",
  "reply.gaps": "Vēl jāaizpilda: {names}",
  "itemHistory.added": "{who}: pievienots sadaļā „{list}” – {what}",
  "itemHistory.removed": "{who}: izņemts no sadaļas „{list}” – {what}",
  "itemHistory.returned": "{who}: atjaunots sadaļā „{list}” – {what}",
  "mail.others": "Vēl šajā vēstulē:",
  "mail.moreOthers": { zero: "vēl {n}", one: "vēl {n}", other: "vēl {n}" },
  "field.takeBack": "Atsaukt: {field}",
  "trip.calendar": "Kalendāra fails",
};
