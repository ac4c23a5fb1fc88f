import type { Backup } from "./backup.ts";

export const backup: Backup = {
  "backup.title": "Rezerves kopijas fails",
  "backup.why":
    "Viss galds vienā failā ar jūsu izvēlētu paroles frāzi. No tā galdu var atjaunot tukšā datorā. Glabājiet to citur, nevis šajā datorā.",
  "backup.server":
    "Failā ir darbs, bet ne piekļuve serverim. Lai turpinātu kopā ar kolēģiem, vajadzīga arī papīra atslēga vai uzaicinājums.",
  "backup.last": "Šajā pārlūkā pēdējoreiz izveidots: {time}",
  "backup.none": "Šajā pārlūkā tāds vēl nav izveidots.",
  "backup.make": "Izveidot rezerves kopijas failu",
  "backup.beforehand":
    "Kam ir fails un paroles frāze, tas var lasīt galdu tādu, kāds tas ir tagad, arī ierakstus ar profesionālo noslēpumu. Bez paroles frāzes failu neatvērs neviens, arī Sidedesk ne.",
  "backup.making": "Galds tiek aizzīmogots: {n} no {total}",
  "backup.save": "Saglabāt failu",
  "backup.saved": "Saglabāts: {file}",
  "backup.wanted":
    "Šis galds ir tikai šajā pārlūkā. Ja zudīs tā dati vai dators, galdu atgūs tikai no rezerves kopijas faila.",
  "backup.old": "Šī galda pēdējā rezerves kopija: {time}. Kopš tā laika paveiktais ir tikai šajā pārlūkā.",
  "fromFile.choose": "Man ir rezerves kopija",
  "fromFile.file": "Rezerves kopijas fails",
  "fromFile.passphrase": "Faila paroles frāze",
  "fromFile.open": "Atvērt failu",
  "fromFile.made": "Izveidots: {time}, autors: {person}",
  "fromFile.server":
    "Šis galds ir serverī {server}. Ar papīra atslēgu vai jums iedotu saiti jūs tajā atgriežaties un saņemat kopš tā laika paveikto.",
  "fromFile.key": "Papīra atslēga vai saite",
  "fromFile.join": "Atjaunot un savienot",
  "fromFile.aloneWhy":
    "Bez tām galds atgriežas tāds, kāds tas bija toreiz, un tikai šajā ierīcē: kolēģi neredz, ko jūs šeit darāt. Ja pie tā nekad nav bijis neviens cits, to vēlāk var atkal pievienot serverim kā jaunu galdu.",
  "fromFile.alone": "Atjaunot tikai šajā ierīcē",
  "fromFile.progress": "Galds tiek atjaunots: {n} no {total}",
  "failure.backupForeign":
    "Šis nav Sidedesk rezerves kopijas fails. Nekas nav mainīts. Izvēlieties citu failu.",
  "failure.backupVersion":
    "Šī rezerves kopija ir no citas Sidedesk versijas. Nekas nav mainīts. Atjauniniet Sidedesk un atveriet to vēlreiz.",
  "failure.backupCut":
    "Failam trūkst beigu: tas nav nokopēts viss. Nekas nav mainīts. Nokopējiet to vēlreiz vai izvēlieties vecāku.",
  "failure.backupDamaged":
    "Kāda faila daļa nav tāda, kā tika ierakstīta. Nekas nav mainīts. Nokopējiet to vēlreiz vai izvēlieties vecāku.",
  "failure.backupPassphrase":
    "Šī paroles frāze failu neatver. Nekas nav mainīts. Pārbaudiet lielos burtus un tastatūras valodu un mēģiniet vēlreiz.",
  "failure.backupKey":
    "Šim galdam ir serveris: ierakstiet papīra atslēgu vai ielīmējiet saiti, vai atjaunojiet tikai šajā ierīcē.",
  "failure.backupOtherDesk":
    "Šis ved uz citu galdu, nevis to, kas ir failā. Nekas nav mainīts. Sameklējiet pareizo papīra atslēgu vai saiti.",
};
