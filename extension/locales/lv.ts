import { audit } from "./audit/lv.ts";
import { backup } from "./backup/lv.ts";
import { booking } from "./booking/lv.ts";
import type { Catalogue } from "./catalogue.ts";
import { classification } from "./classification/lv.ts";
import { delegation } from "./delegation/lv.ts";
import { devices } from "./devices/lv.ts";
import { everyday } from "./everyday/lv.ts";
import { failures } from "./failures/lv.ts";
import { follow } from "./follow/lv.ts";
import { keys } from "./keys/lv.ts";
import { lists } from "./lists/lv.ts";
import { lock } from "./lock/lv.ts";
import { members } from "./members/lv.ts";
import { options } from "./options/lv.ts";
import { pieces } from "./pieces/lv.ts";
import { presence } from "./presence/lv.ts";
import { roles } from "./roles/lv.ts";
import { tickets } from "./tickets/lv.ts";
import { trouble } from "./trouble/lv.ts";

export const lv: Catalogue = {
  ...failures,
  ...lists,
  ...options,
  ...everyday,
  ...classification,
  ...audit,
  ...backup,
  ...delegation,
  ...lock,
  ...members,
  ...pieces,
  ...presence,
  ...roles,
  ...trouble,
  ...keys,
  ...follow,
  ...devices,
  ...tickets,
  ...booking,

  save: "Saglabāt",
  undo: "Atsaukt",
  undone: "Atsaukts",
  close: "Aizvērt",
  cancel: "Atcelt",
  back: "Atpakaļ",
  other: "Cits…",

  "sync.allSent": "Viss nosūtīts",
  "sync.local": "Šajā ierīcē",
  "sync.connecting": "Savienojas",
  "sync.sending": { other: "Sūta · {n}" },
  "sync.catchingUp": { other: "Saņem · {n}" },
  "sync.offline": "Bezsaistē",
  "sync.offlineUnsent": { other: "Bezsaistē · jānosūta {n}" },
  "sync.stopped": "Sinhronizācija apturēta",
  "sync.again": "Mēģināt vēlreiz",
  "sync.now": "Sinhronizēt tagad",

  "capture.line": "Kas notika, vienā rindā",
  "capture.hint": "Vārds, uzņēmums, numurs, kam, par ko, līdz kuram laikam",
  "capture.first": "Pierakstiet tagad: tas tiks glabāts, līdz jums būs galds.",
  "capture.short": "Zvans, ziņa, uzdevums…",
  "capture.kind": "Saglabāt kā",
  "capture.understood": "No rindas saprasts",
  "capture.unsure": "{field}: minējums, lūdzu, pārbaudiet",
  "capture.textHint": "Ko teica, viņu vārdiem",
  "capture.kept": "Saglabājas rakstot",
  "capture.keeping": "Saglabā…",
  "capture.more": "Vairāk lauku",
  "capture.saved": "Saglabāts",

  "caller.known": "Zināms zvanītājs",
  "caller.calls": { zero: "{n} zvanu", one: "{n} zvans", other: "{n} zvani" },
  "caller.callsLast": {
    zero: "{n} zvanu, pēdējais {time}",
    one: "{n} zvans, pēdējais {time}",
    other: "{n} zvani, pēdējais {time}",
  },
  "caller.open": "Atvērts: {title}",

  "sample.banner": "Parauga galds: šeit viss ir izdomāts",
  "sample.remove": "Dzēst pavisam",

  "onboarding.title": "Laipni lūdzam programmā Sidedesk",
  "onboarding.promise":
    "Zvani, atbildes un braucieni blakus pastam. Viss paliek šajā ierīcē, līdz jūs ar to dalāties, un arī tad to var lasīt tikai jūsu kolēģi.",
  "onboarding.create": "Jauns galds",
  "onboarding.join": "Pievienoties ar saiti",
  "onboarding.deskName": "Galda nosaukums",
  "onboarding.deskHint": "Valdes birojs",
  "onboarding.yourName": "Jūsu vārds, kā to redz kolēģi",
  "onboarding.you": "Es",
  "onboarding.createIt": "Izveidot galdu",
  "onboarding.joinIt": "Pievienoties",
  "onboarding.link": "Uzaicinājuma saite",
  "onboarding.where": "serverī {server}",
  "onboarding.until": "derīga līdz {time}",
  "onboarding.compare": "Salīdziniet šos ciparus ar to, kas jūs uzaicināja:",
  "onboarding.sampleWhy": "Tikai apskatāties? Parauga galds rāda parastu dienu. To noņem ar vienu klikšķi.",
  "onboarding.sample": "Izmēģināt parauga galdu",

  "tab.all": "Galda daļas",
  "tab.mail": "Šī vēstule",
  "tab.queue": "Rinda",
  "tab.today": "Šodien",

  "row.claim": "Uzņemties",
  "row.claimed": "Tagad tas ir jūsu",
  "row.released": "Atdots rindai",
  "row.assigned": "Atbild {name}. Uzņemties vai atdot",
  "assign.nobody": "Vēl nevienam",
  "assign.given": "Nodots: {name}",
  "row.conflict": "divi lēmumi",
  "row.late": "kavējas {time}",
  "row.urgent": "steidzami",
  "row.done": "Pabeigts: {title}",
  "row.ticked": "Pabeigts",

  "list.more": { other: "Rādīt vēl {n}" },
  "list.tooMany": { other: "Pavisam {n}. Pārējo atradīs meklēšana." },
  "list.unclaimed": "mani un brīvie",
  "list.filters": "Atlase",
  "list.search": "Meklēt",
  "list.new": "Jauns",
  "list.created": "Izveidots",

  "empty.queue": "Nekas jūs negaida",
  "empty.kind": "Šeit vēl nekā nav",
  "empty.today": "Šodien nekam nav termiņa",
  "empty.inQueue": { zero: "{n} gaida rindā", one: "{n} gaida rindā", other: "{n} gaida rindā" },
  "empty.withKey":
    "{keys} jebkurā cilnē pieraksta zvanu vienā rindā: „Sample Caller +371 26 123 456 atzvanīt līdz 15.00”.",
  "empty.withButton":
    "Pārlūka Sidedesk poga pieraksta zvanu vienā rindā: „Sample Caller +371 26 123 456 atzvanīt līdz 15.00”.",
  "empty.beside": "Gmail un Outlook lapā galds ir blakus vēstulei.",
  "empty.how":
    "Tur, kur pierakstāt zvanus, ierakstiet rindu, piemēram, „Sample Caller +371 26 123 456 atzvanīt līdz 15.00”: tā parādīsies šeit.",
  "empty.search": "Nekas nav atrasts",
  "empty.searchHow": "Meklē vārdos, numuros, tematos un piezīmēs. Mazāk burtu atrod vairāk.",

  "record.gone": "Tā šeit vairs nav",
  "record.unknownKind": "To izveidoja jaunāka Sidedesk versija. Atjauniniet, lai atvērtu; nekas nav zudis.",
  "record.nowIs": "Tagad: {state}",
  "record.delete": "Dzēst",
  "record.deleted": "Dzēsts",

  "form.more": { zero: "Vēl {n} lauku", one: "Vēl {n} lauks", other: "Vēl {n} lauki" },
  "field.hour": "Laiks",
  "field.status": "Statuss",
  "fault.wrong-type": "Tas šeit neder.",
  "fault.too-long": "Tas ir par garu.",
  "fault.not-one-line": "Šeit der tikai viena rinda.",
  "fault.not-allowed": "Tas neizskatās pareizi. Piemērs: name@example.com",
  "fault.not-a-date": "Tas nav datums.",
  "value.none": "nekas",
  "value.yes": "jā",
  "value.no": "nē",
  "value.record": "ieraksts",

  "item.add": "Pievienot",
  "item.none": "Vēl nekā nav.",
  "item.new": "Jauns ieraksts",
  "item.remove": "Noņemt",
  "item.removed": "Noņemts",

  "member.me": "{name} (jūs)",
  "member.you": "Jūs",
  "member.unknown": "Kāds",
  "member.removed": "vairs nav",
  "role.owner": "Īpašnieks",
  "role.assistant": "Asistents",
  "role.principal": "Vadītājs",
  "role.viewer": "Skatītājs",
  "role.ownerCan": "Dara visu un lemj, kas ir pie galda.",
  "role.assistantCan": "Lasa un raksta visu uz galda.",
  "role.principalCan": "Lasa, lemj un komentē.",
  "role.viewerCan": "Tikai lasa.",

  "history.title": "Vēsture",
  "history.created": "{who}: izveidots ({kind})",
  "history.set": "{who}: {field} ir {after}",
  "history.changed": "{who}: {field} – bija {before}, tagad {after}",
  "history.cleared": "{who}: lauks {field} iztukšots (bija {before})",
  "history.wrote": "{who}: laukā {field} ierakstīts „{text}”",
  "history.cut": "{who}: lauks {field} saīsināts",
  "history.list": "{who}: mainīts saraksts {list}",
  "history.deleted": "{who}: dzēsts",
  "history.restored": "{who}: atjaunots",
  "history.other": "{who}: mainīts lauks {field}",

  "conflict.title": "Divi lēmumi reizē",
  "conflict.keep": "Paturēt šo",
  "conflict.settled": "Izlemts",

  "sidebar.close": "Aizvērt sānjoslu",
  "desk.open": "Atvērt visu galdu",

  "mail.noPage": "Blakus nav vēstules",
  "mail.noPageHow": "Atveriet šajā cilnē Gmail vai Outlook un tajā vēstuli. Līdz tam ierakstiet pašrocīgi:",
  "mail.noneOpen": "Atveriet vēstuli",
  "mail.noneOpenHow":
    "Tad šeit redzēs, kas rakstīja, rezervācijas un atbildi. Bez vēstules ierakstiet pašrocīgi:",
  "mail.unreadable": "Šo lapu nevar nolasīt",
  "mail.unreadableHow":
    "Iespējams, pasts ir mainījis izskatu. Nekas netiek minēts. Varat ierakstīt pašrocīgi:",
  "mail.writer": "Kas rakstīja",
  "mail.call": "Zvanīt",
  "mail.firstTime": "Zvanu vēl nav",
  "mail.records": "Pie šīs vēstules",
  "mail.noRecords": "Vēl nekā nav.",
  "mail.noThreadId": "Lapa nepasaka, kura šī vēstule ir, tāpēc tai neko nevar piesaistīt.",
  "mail.addTask": "Pievienot uzdevumu",
  "mail.logCall": "Pierakstīt zvanu",
  "mail.takeMessage": "Pieņemt ziņu",
  "mail.newTask": "Jauns uzdevums",

  "reply.title": "Atbilde",
  "reply.hint": "Kolēģi to redz, kamēr rakstāt",
  "reply.begun": "Melnraksts sākts",
  "reply.empty": "Rakstīt atbildi",
  "reply.insert": "Ielikt vēstulē",
  "reply.status": "Saskaņošana un statuss",
  "insert.done": "Teksts ir vēstulē. Izlasiet to un nosūtiet.",
  "insert.opensReply": "Atver šīs vēstules atbildes lauku un ieliek tekstu tajā. Nosūtāt jūs.",
  "insert.intoBox": "Teksts nonāks atvērtā atbildes lauka sākumā. Nosūtāt jūs.",
  "insert.no-page": "Šeit nav pasta lapas. Atveriet vēstuli Gmail vai Outlook un mēģiniet vēlreiz.",
  "insert.no-compose-box": "Atbildes lauks neatvērās. Vēstulē nospiediet „Atbildēt”, tad vēlreiz šeit.",
  "insert.which":
    "Šajā sarakstē ir vairākas vēstules. Vispirms nospiediet „Atbildēt” pie īstās, tad vēlreiz šeit.",
  "insert.ambiguous": "Atvērti vairāki atbildes lauki. Aizveriet liekos, tad nospiediet vēlreiz šeit.",
  "insert.refused": "Pasta lapa tekstu nepieņēma. Nokopējiet to no šejienes un ielīmējiet tur.",

  "nav.label": "Galds",
  "nav.menu": "Izvēlne",
  "nav.desk": "Izvēlēties galdu",
  "nav.allDesks": "Visi galdi",
  "nav.members": "Dalībnieki",
  "nav.late": { other: "{n} kavējas" },
  "nav.principals": "Visi vadītāji",
  "nav.addPrincipal": "Pievienot, kam strādājat",
  "nav.settings": "Galds un iestatījumi",

  "invite.needsServer": "Lai uzaicinātu kolēģus, vispirms savienojiet galdu ar serveri.",
  "invite.role": "Loma",
  "invite.make": "Uzaicināt kolēģi",
  "invite.link": "Saite der vienu reizi, līdz {time}",
  "invite.copy": "Kopēt saiti",
  "invite.copied": "Saite nokopēta",
  "invite.care": "Sūtiet to tā, lai lasa tikai adresāts: kas atver pirmais, tas ir pie galda.",

  "server.title": "Sinhronizācijas serveris",
  "server.why":
    "Šis galds ir tikai šajā ierīcē. Serveris to dala ar kolēģiem; pats tas redz tikai aizzīmogotus datus.",
  "server.url": "Servera adrese",
  "server.connect": "Savienot",
  "fingerprint.why": "Šī galda nospiedums. Kolēģiem jāredz tie paši cipari:",

  "setAside.title": "Nav izpildīts",
  "setAside.why":
    "To neizdevās piemērot. Pārējais nav aizkavēts. Izlasiet un, ja vēl vajag, izdariet vēlreiz.",
  "setAside.banner": {
    zero: "{n} izmaiņu neizdevās piemērot",
    one: "{n} izmaiņu neizdevās piemērot",
    other: "{n} izmaiņas neizdevās piemērot",
  },
  "setAside.show": "Skatīt",
  "setAside.dismiss": "Izlasīts",

  "language.title": "Valoda",
  "language.browser": "Kā pārlūkā",

  "desks.title": "Galdi šajā ierīcē",
  "desks.another": "Pievienot galdu",
  "desks.remove": "Noņemt „{desk}” no šīs ierīces",
  "desks.removeTitle": "Noņemt „{desk}”?",
  "desks.removeShared": "Tas pazudīs no šīs ierīces. Kolēģiem tas paliks, bet nenosūtītais zudīs.",
  "desks.removeLocal": "Tas ir tikai šajā ierīcē: viss zudīs pavisam.",
  "desks.removeIt": "Noņemt",
};
