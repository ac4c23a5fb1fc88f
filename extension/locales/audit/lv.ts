import type { AuditTexts } from "./audit.ts";

export const audit: AuditTexts = {
  "audit.title": "{name} vārdā",
  "audit.why":
    "Kas ko darījis {name} vārdā. Pārlūks, kurā kaut kas izdarīts, to paraksta; neviens nevar ierakstu mainīt vai izņemt tā, lai to nepamanītu.",
  "audit.show": "Rādīt žurnālu",
  "audit.none": "Šeit vēl nekas nav parakstīts.",
  "audit.new": "jauns",
  "audit.signed": "parakstīts",
  "audit.byDelegation": "pēc pilnvaras, ko devis {who}",
  "audit.unproven": "norāda pilnvaru, ko žurnāls neapliecina",
  "audit.late": "datēts pēc tam, kad šī persona galdu bija atstājusi",
  "audit.holds": {
    zero: "{n} ierakstu, visi parakstīti; starp tiem nekā netrūkst.",
    one: "{n} ieraksts, viss parakstīts; nekā netrūkst.",
    other: "{n} ieraksti, visi parakstīti; starp tiem nekā netrūkst.",
  },
  "audit.leftOut":
    "Derīgi ieraksti: {n}; pēc tiem viena trūkst. Turpmākie netiek rādīti. Mēģiniet vēlreiz, kad galds ir sinhronizēts.",
  "audit.broken":
    "Derīgi ieraksti: {n}; nākamais nav tāds, kāds tika parakstīts. Turpmākie netiek rādīti. Pasakiet to galda īpašniekam.",
  "audit.unsigned": {
    zero: "{n} izmaiņu žurnālā nav: tās ir vecākas vai veiktas versijā bez žurnāla.",
    one: "{n} izmaiņas žurnālā nav: tā ir vecāka vai veikta versijā bez žurnāla.",
    other: "{n} izmaiņu žurnālā nav: tās ir vecākas vai veiktas versijā bez žurnāla.",
  },
  "audit.end": "Beigu zīme: {mark}",
  "audit.endWhy":
    "Pēc sinhronizācijas visi pie galda redz vienu un to pašu zīmi. Failam, kam nogrieztas beigas, tā ir cita.",
  "audit.all": "Rādīt visu",
  "audit.words": "Teksti failā",
  "audit.words.none": "Nav: tikai kas, kad, kuri lauki",
  "audit.words.open": "Visi, izņemot konfidenciālos un ar profesionālo noslēpumu",
  "audit.words.all": "Visi",
  "audit.save": "Saglabāt failā",
  "audit.saved": "Saglabāts: {file}. To var pārbaudīt ikviens bez galda, ar „npm run audit”.",
};
