import type { Trouble } from "./trouble.ts";

export const trouble: Trouble = {
  "problem.anew":
    "{what} Nekas no tā nav pieņemts, un nekas nav zaudēts: jūsu darbs ir šeit. Ja serveris tika atjaunots vai pārcelts, sinhronizējiet no jauna: tas, kā serverim trūkst, tiks nosūtīts vēlreiz.",
  "problem.unknownDesk":
    "Serveris šo galdu nepazīst, tāpēc nekas netiek sūtīts un saņemts. Nekas nav zaudēts: jūsu darbs ir šeit. Pārbaudiet servera adresi iestatījumos. Ja serveris tika iztukšots vai pārcelts, sinhronizējiet no jauna: tas, kā tam trūkst, tiks nosūtīts vēlreiz.",
  "problem.ownerFirst":
    "Serveris ir pazaudējis daļu dalībnieku saraksta, un to var atjaunot tikai galda īpašnieks. Nekas nav zaudēts: jūsu darbs ir šeit. Lūdziet īpašniekam sinhronizēt no jauna, tad mēģiniet vēlreiz.",
  "problem.wrongKey":
    "Šīs ierīces atslēga galdu neatver, tāpēc nekas netiek saņemts. Jūsu rakstītais ir saglabāts šeit. Eksportējiet to iestatījumos, noņemiet tur galdu un pievienojieties vēlreiz ar jaunu īpašnieka uzaicinājumu.",
  "problem.refused":
    "Serveris nepieņem to, ko sūta šī ierīce, tāpēc tas ir saglabāts šeit: nekas nav zaudēts. Atjauniniet Sidedesk, tad sinhronizējiet no jauna.",
  "problem.garbled":
    "Serveris sūta to, ko Sidedesk nevar nolasīt. Nekas no tā nav pieņemts, jūsu darbs ir saglabāts šeit. Sidedesk pats mēģina vēlreiz; ja tas turpinās, paziņojiet servera uzturētājam.",
  "problem.pruned":
    "Serveris glabā tikai jaunāko šī galda daļu, un šī pārlūkprogramma vēl nevar ar to sākt. Jūsu darbs ir saglabāts šeit. Sinhronizācija turpināsies pati, kad kāda kolēģa pārlūkprogramma būs kādu laiku atvērta.",
  "problem.passing":
    "Sinhronizācija pašlaik neizdodas. Jūsu darbs ir saglabāts šeit, un Sidedesk pats mēģina vēlreiz. ({detail})",
  "problem.slower":
    "Serveris lūdz šo pārlūku sūtīt lēnāk, jo nosūtīts ļoti daudz. Nekas nav zaudēts: tas, kas šeit gaida, pamazām tiks nosūtīts pats.",
  "problem.clockApart":
    "Šī datora pulkstenis nesakrīt ar servera pulksteni. Jūsu darbs tomēr tiek nosūtīts, bet laiki var būt nepareizi, un var šķist, ka lomas un uzaicinājumi beidzas par agru vai par vēlu. Iestatiet pulksteni un mēģiniet vēlreiz.",
  "problem.unsent": {
    zero: "Šeit sūtīšanu gaida {n} izmaiņu.",
    one: "Šeit sūtīšanu gaida {n} izmaiņa.",
    other: "Šeit sūtīšanu gaida {n} izmaiņas.",
  },
  "sync.anew": "Sinhronizēt no jauna",
  "sync.stoppedUnsent": { other: "Sinhronizācija apturēta · jānosūta {n}" },
  "sync.waiting": { other: "Jānosūta {n}" },
  "unread.by": {
    zero: "Nevarēja nolasīt {n} izmaiņu ({who}); visas pārējās ir šeit.",
    one: "Nevarēja nolasīt {n} izmaiņu ({who}); visas pārējās ir šeit.",
    other: "Nevarēja nolasīt {n} izmaiņas ({who}); visas pārējās ir šeit.",
  },
  "unread.somebody": "kolēģis",
  "unread.how": "Atjauniniet Sidedesk un sinhronizējiet no jauna vai lūdziet ierakstīt to vēlreiz.",
  "unread.waiting":
    "Kaut kas gaida agrāku izmaiņu, kas nav atnākusi; viss pārējais ir šeit. Sinhronizējiet no jauna; ja tas nelīdz, pajautājiet kolēģiem, vai pie viņiem viss ir nosūtīts.",
  "unread.withheld":
    "Kādam kolēģim jau ir darbs, ko serveris šim pārlūkam nav nodevis (autors: {who}). Viss pārējais ir šeit. Ja šis ziņojums pēc dažām minūtēm vēl ir redzams, paziņojiet servera uzturētājam.",
  "lost.gone":
    "Šajā pārlūkā vairs nav: {desks}. Pārlūks vai tīrīšanas programma ir izdzēsusi to, ko Sidedesk šeit glabāja.",
  "lost.back":
    "Nosūtītais ir serverī: atgriezieties ar papīra atslēgu vai uzaicinājumu. Rezerves kopijā ir arī tas, kas tās izveides brīdī vēl nebija nosūtīts.",
  "lost.alone": "Servera nebija ({desks}): atgūt var tikai no rezerves kopijas faila, ja tādu izveidojāt.",
  "server.change": "Mainīt adresi",
  "server.changeWhy": "Serverim, kas pārcelts. Tas, kā jaunajam trūkst, tiks tam nosūtīts.",
  "standing.gone":
    "Sidedesk tika atjaunināts. Jūsu rakstītais ir saglabāts. Lai turpinātu, ielādējiet šo lapu vēlreiz.",
  "standing.silent":
    "Sidedesk fona daļa neatbild. Saglabātais paliek saglabāts, un jūsu teksts paliek laukā. Ielādējiet šo lapu vēlreiz; ja tas nelīdz, restartējiet pārlūku.",
  "standing.reload": "Ielādēt vēlreiz",
  "failure.noStore":
    "Sidedesk šajā pārlūkā nevar atvērt savu krātuvi, tāpēc pašlaik neko nerāda. Saglabātais joprojām ir. Atbrīvojiet vietu vai restartējiet pārlūku, tad ielādējiet šo lapu vēlreiz. ({detail})",
  "failure.roster":
    "Servera dalībnieku saraksts nav saskanīgs, tāpēc tas netika izdarīts. Nekas nav mainīts. Paziņojiet servera uzturētājam.",
  "failure.refused":
    "Serveris to nepieņēma. Nekas nav mainīts, jūsu teksts ir šeit. Atjauniniet Sidedesk, tad mēģiniet vēlreiz.",
  "failure.ownerFirst":
    "Serverim trūkst daļas dalībnieku saraksta, tāpēc tas netika izdarīts. To var atjaunot tikai īpašnieks: lūdziet, lai viņš to izdara vispirms.",
  "failure.noServer":
    "Šim galdam vēl nav servera, tāpēc nevienu nevar uzaicināt. Vispirms pievienojiet to serverim.",
  "failure.membersFull": "Dalībnieku saraksts ir pilns, tāpēc tas netika izdarīts. Nekas nav mainīts.",
  "failure.lastOwner":
    "Galdam vienmēr ir vismaz viens īpašnieks, tāpēc tas netika izdarīts. Vispirms ieceliet par īpašnieku kādu citu.",
};
