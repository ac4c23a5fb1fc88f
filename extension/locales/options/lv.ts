import type { Options } from "./options.ts";

export const options: Options = {
  "options.parts": "Iestatījumu daļas",
  "options.back": "Atpakaļ uz galdu",
  "options.desk": "Galds",
  "options.look": "Izskats",
  "options.shortcuts": "Īsinājumtaustiņi",
  "options.data": "Dati",
  "options.about": "Par programmu",
  "options.noDesk": "Šajā pārlūkā vēl nav neviena galda.",
  "options.begin": "Izveidot galdu",

  "desk.rename": "Kolēģi paturēs to nosaukumu, ko redz paši.",
  "server.checking": "Meklē serveri šajā adresē…",
  "server.found": "Šajā adresē atbild Sidedesk serveris.",
  "server.later": "To var atlikt: viss darbojas arī bez servera.",

  "policy.set": "Noteikusi jūsu organizācija",
  "policy.onlyServer": "Jūsu organizācija atļauj tikai {server}.",
  "policy.noServer": "Jūsu organizācija neatļauj nevienu serveri: galdi paliek šajā ierīcē.",
  "failure.policy":
    "Jūsu organizācija to neatļauj. Nekas netika mainīts. Vaicājiet tam, kas pārvalda jūsu pārlūku.",
  "problem.policy":
    "Jūsu organizācija neatļauj šī galda serveri, tāpēc nekas netiek ne sūtīts, ne saņemts. Jūsu darbs glabājas šeit. Vaicājiet tam, kas pārvalda jūsu pārlūku.",

  "language.why": "Tajā ir nosaukumi, datumi un paziņojumi. Vēstulei paliek tās veidnes valoda.",

  "principals.why": "Kuram šis darbs tiek darīts: vārds un krāsa ir redzami pie visa, ko darāt viņa labā.",
  "principals.add": "Pievienot vadītāju",
  "principals.added": "Pievienots",
  "principals.unnamed": "Vēl bez vārda",
  "principals.up": "Pārvietot augstāk: {name}",
  "principals.down": "Pārvietot zemāk: {name}",
  "principals.moved": "Pārvietots",
  "principals.remove": "Noņemt: {name}",
  "principals.removed": "Noņemts: {name}",
  "principals.keeps": "Tas, kas viņa labā jau izdarīts, paliek.",

  "templates.why": "Ar ko var sākt atbildi. Tās ir visiem pie šī galda.",
  "templates.new": "Jauna veidne",
  "templates.builtIn": "iebūvēta",
  "templates.change": "Mainīt „{name}”",
  "templates.restore": "Atgriezt iebūvēto tekstu",
  "templates.restored": "Iebūvētais teksts ir atpakaļ",
  "templates.remove": "Noņemt šo veidni",
  "templates.removed": "Veidne noņemta",
  "templates.preview": "Priekšskatījums ar parauga vērtībām",
  "templates.values": "Ko var ievietot",
  "templates.valuesWhy":
    "Nospiediet kādu, lai to ievietotu tekstā. Tas, kas ir starp {begin} un {end}, tiek rakstīts tikai tad, ja šī vērtība ir zināma.",
  "templates.insert": "Ievietot: {name}",
  "templates.line": "{line}. rinda: {advice}",
  "templates.unknown": "Tādas vērtības nav: {names}. Tā paliek iekavās.",
  "templates.sampleSubject": "līguma pagarināšana",
  "templates.sampleMessage": "Lūdzu, atzvaniet līdz pusdienlaikam.",

  "shortcuts.why": "Tie darbojas katrā cilnē. Tos glabā pārlūks, tāpēc tos maina tur.",
  "shortcuts.change": "Mainīt pārlūkā",

  "look.theme": "Gaišs vai tumšs",
  "look.auto": "Kā pārlūkā",
  "look.light": "Gaišs",
  "look.dark": "Tumšs",
  "look.accent": "Krāsas",
  "look.page": "Kā blakus esošajā lapā",
  "look.density": "Atstarpes",
  "look.comfortable": "Ērtas",
  "look.dense": "Blīvas",
  "look.size": "Teksta lielums",
  "look.usual": "Parasts",
  "look.large": "Liels",
  "look.larger": "Lielāks",
  "look.why": "Šim pārlūkam; visas atvērtās Sidedesk daļas mainās uzreiz.",

  "data.kept": "Glabājas šajā pārlūkā",
  "data.where":
    "Galdi, melnraksti un atslēgas ir šī pārlūka datubāzē šajā ierīcē, Sidedesk tās nešifrē. Ja galdam ir serveris, tajā glabājas aizzīmogotas kopijas, kuras tas nevar izlasīt.",
  "data.used": "Izmantots {used}; pārlūks atļauj {quota}.",
  "data.persisted": "Pārlūks tos patur arī tad, kad diskā sāk trūkt vietas.",
  "data.notPersisted": "Pārlūks var tos izdzēst, ja diskā ļoti trūkst vietas.",
  "data.records": { zero: "{n} ierakstu", one: "{n} ieraksts", other: "{n} ieraksti" },
  "data.unsent": {
    zero: "{n} izmaiņu tikai šeit",
    one: "{n} izmaiņa tikai šeit",
    other: "{n} izmaiņas tikai šeit",
  },
  "data.sample": "paraugs",
  "data.export": "Eksports",
  "data.exportWhy":
    "Faili, ko varat lasīt jūs un citas programmas. Tie nav aizzīmogoti: glabājiet tos tur, kur ielūkojas tikai īstie cilvēki.",
  "data.everything": "Viss (JSON)",
  "data.tasks": "Uzdevumi (iCalendar)",
  "data.trips": "Braucieni (iCalendar)",
  "data.contacts": "Kontakti (vCard)",
  "data.collecting": {
    zero: "Savākti {n} ierakstu…",
    one: "Savākts {n} ieraksts…",
    other: "Savākti {n} ieraksti…",
  },
  "data.saved": "{file} ir pārlūka lejupielādēs",
  "data.nothing": "Uz galda nav nekā šāda veida",

  "about.version": "Versija {version}",
  "about.licence": "Brīva programmatūra ar MIT licenci.",
  "about.silent":
    "Sidedesk nevienam par jums nestāsta: ne statistikas, ne kļūdu ziņojumu. Tas sazinās tikai ar jūsu galda serveri un ne ar vienu citu. Rezervācijas, numuri un valodas tiek nolasīti šajā ierīcē.",
  "about.notices": "Izmantotā programmatūra un tās licences",
  "about.airports": "Lidostu dati: Open Travel Data, CC BY 4.0, saīsināti un pārkārtoti.",
  "about.security": "Kas sargā jūsu datus, kas vēl ne, un kā ziņot par kļūdu (angļu valodā)",

  "first.title": "Pierakstiet pirmo zvanu",
  "first.how": "Rakstiet dzirdēto vienā rindā, piemēram:",
  "first.example": "Sample Caller +371 26 123 456 atzvanīt līdz 15.00",
  "first.try": "Izmantot šo piemēru",

  "teach.call":
    "Katrs zvans vienā rindā, pierakstīts sarunas laikā. Zvans, kam jāatzvana, paliek atvērts līdz tam.",
  "teach.message": "Tas, ko kāds lūdz nodot. Ziņa paliek atvērta, līdz tā ir nodota.",
  "teach.reply": "Vēstules, ko rakstāt kopā ar kolēģiem. Sāciet blakus atvērtai vēstulei; nosūtāt jūs.",
  "teach.trip":
    "Braucieni ar rezervācijām. Atveriet vēstuli ar rezervāciju blakus sānjoslai: tā tur tiek nolasīta, un viens spiediens to pievieno.",
  "teach.task": "Kas jādara, kuram un līdz kad.",
  "teach.contact": "Cilvēki, kas zvana un raksta. Viņus pazīst pēc numura un adreses.",
};
