import { audit } from "./audit/cs.ts";
import { backup } from "./backup/cs.ts";
import { booking } from "./booking/cs.ts";
import type { Catalogue } from "./catalogue.ts";
import { classification } from "./classification/cs.ts";
import { delegation } from "./delegation/cs.ts";
import { devices } from "./devices/cs.ts";
import { everyday } from "./everyday/cs.ts";
import { failures } from "./failures/cs.ts";
import { follow } from "./follow/cs.ts";
import { keys } from "./keys/cs.ts";
import { lists } from "./lists/cs.ts";
import { lock } from "./lock/cs.ts";
import { members } from "./members/cs.ts";
import { options } from "./options/cs.ts";
import { pieces } from "./pieces/cs.ts";
import { presence } from "./presence/cs.ts";
import { roles } from "./roles/cs.ts";
import { tickets } from "./tickets/cs.ts";
import { trouble } from "./trouble/cs.ts";

export const cs: Catalogue = {
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

  save: "Uložit",
  undo: "Vzít zpět",
  undone: "Vzato zpět",
  close: "Zavřít",
  cancel: "Zrušit",
  back: "Zpět",
  other: "Jiné…",

  "sync.allSent": "Vše odesláno",
  "sync.local": "V tomto zařízení",
  "sync.connecting": "Připojuje se",
  "sync.sending": { other: "Odesílá se · {n}" },
  "sync.catchingUp": { other: "Stahuje se · {n}" },
  "sync.offline": "Bez spojení",
  "sync.offlineUnsent": { other: "Bez spojení · {n} k odeslání" },
  "sync.stopped": "Synchronizace stojí",
  "sync.again": "Zkusit znovu",
  "sync.now": "Synchronizovat teď",

  "capture.line": "Co se stalo, v jednom řádku",
  "capture.hint": "Jméno, firma, číslo, pro koho, o čem, do kdy",
  "capture.first": "Zapište to hned: zůstane to, než budete mít stůl.",
  "capture.short": "Zapsat hovor, vzkaz, úkol…",
  "capture.kind": "Uložit jako",
  "capture.understood": "Z řádku vyplývá",
  "capture.unsure": "{field}: odhad, zkontrolujte prosím",
  "capture.textHint": "Co říkali, jejich slovy",
  "capture.kept": "Ukládá se při psaní",
  "capture.keeping": "Ukládá se…",
  "capture.more": "Další pole",
  "capture.saved": "Uloženo",

  "caller.known": "Známý volající",
  "caller.calls": { one: "{n} hovor", few: "{n} hovory", many: "{n} hovoru", other: "{n} hovorů" },
  "caller.callsLast": {
    one: "{n} hovor, poslední {time}",
    few: "{n} hovory, poslední {time}",
    many: "{n} hovoru, poslední {time}",
    other: "{n} hovorů, poslední {time}",
  },
  "caller.open": "Otevřeno: {title}",

  "sample.banner": "Ukázkový stůl: nic tu není skutečné",
  "sample.remove": "Smazat navždy",

  "onboarding.title": "Vítejte v Sidedesku",
  "onboarding.promise":
    "Hovory, odpovědi a cesty vedle pošty. Vše zůstává v tomto zařízení, dokud to nezačnete sdílet, a pak to přečtou jen vaši kolegové.",
  "onboarding.create": "Nový stůl",
  "onboarding.join": "Přidat se odkazem",
  "onboarding.deskName": "Název stolu",
  "onboarding.deskHint": "Kancelář představenstva",
  "onboarding.yourName": "Vaše jméno, jak ho uvidí kolegové",
  "onboarding.you": "Já",
  "onboarding.createIt": "Vytvořit stůl",
  "onboarding.joinIt": "Přidat se",
  "onboarding.link": "Odkaz s pozvánkou",
  "onboarding.where": "na {server}",
  "onboarding.until": "platí do {time}",
  "onboarding.compare": "Porovnejte tyto číslice s tím, kdo vás pozval:",
  "onboarding.sampleWhy":
    "Jen se rozhlížíte? Ukázkový stůl předvede běžný den. Odeberete ho jedním stisknutím.",
  "onboarding.sample": "Vyzkoušet ukázkový stůl",

  "tab.all": "Části stolu",
  "tab.mail": "Tento e-mail",
  "tab.queue": "Fronta",
  "tab.today": "Dnes",

  "row.claim": "Vzít si",
  "row.claimed": "Teď je to vaše",
  "row.released": "Vráceno do fronty",
  "row.assigned": "Má {name}. Vzít si, nebo vrátit",
  "assign.nobody": "Zatím nikoho",
  "assign.given": "Předáno: {name}",
  "row.conflict": "dvě rozhodnutí",
  "row.late": "zpoždění {time}",
  "row.urgent": "spěchá",
  "row.done": "Hotovo: {title}",
  "row.ticked": "Hotovo",

  "list.more": {
    one: "Zobrazit ještě {n}",
    few: "Zobrazit další {n}",
    many: "Zobrazit ještě {n}",
    other: "Zobrazit dalších {n}",
  },
  "list.tooMany": { other: "Celkem {n}. Zbytek najde hledání." },
  "list.unclaimed": "moje a volné",
  "list.filters": "Výběr",
  "list.search": "Hledat",
  "list.new": "Nový",
  "list.created": "Vytvořeno",

  "empty.queue": "Nic na vás nečeká",
  "empty.kind": "Zatím tu nic není",
  "empty.today": "Dnes nic nemá termín",
  "empty.inQueue": {
    one: "{n} čeká ve frontě",
    few: "{n} čekají ve frontě",
    many: "{n} čeká ve frontě",
    other: "{n} čeká ve frontě",
  },
  "empty.withKey":
    "{keys} na kterékoli kartě zapíše hovor jedním řádkem: „Sample Caller +371 26 123 456 zavolat zpět do 15:00“.",
  "empty.withButton":
    "Tlačítko Sidedesk v prohlížeči zapíše hovor jedním řádkem: „Sample Caller +371 26 123 456 zavolat zpět do 15:00“.",
  "empty.beside": "V Gmailu a Outlooku je stůl vedle e-mailu.",
  "empty.how":
    "Tam, kde zapisujete hovory, napište řádek jako „Sample Caller +371 26 123 456 zavolat zpět do 15:00“: objeví se tady.",
  "empty.search": "Nic se nenašlo",
  "empty.searchHow": "Hledá se ve jménech, číslech, předmětech a poznámkách. Méně písmen najde víc.",

  "record.gone": "Už to tu není",
  "record.unknownKind":
    "Vytvořila to novější verze Sidedesku. Otevřete to po aktualizaci; nic se neztratilo.",
  "record.nowIs": "Nyní: {state}",
  "record.delete": "Smazat",
  "record.deleted": "Smazáno",

  "form.more": {
    one: "Ještě {n} pole",
    few: "Ještě {n} pole",
    many: "Ještě {n} pole",
    other: "Ještě {n} polí",
  },
  "field.hour": "Čas",
  "field.status": "Stav",
  "fault.wrong-type": "Sem se to nehodí.",
  "fault.too-long": "Je to příliš dlouhé.",
  "fault.not-one-line": "Vejde se sem jen jeden řádek.",
  "fault.not-allowed": "Nevypadá to správně. Příklad: name@example.com",
  "fault.not-a-date": "Tohle není datum.",
  "value.none": "nic",
  "value.yes": "ano",
  "value.no": "ne",
  "value.record": "záznam",

  "item.add": "Přidat",
  "item.none": "Zatím nic.",
  "item.new": "Nová položka",
  "item.remove": "Odebrat",
  "item.removed": "Odebráno",

  "member.me": "{name} (vy)",
  "member.you": "Vy",
  "member.unknown": "Někdo",
  "member.removed": "odebrán",
  "role.owner": "Vlastník",
  "role.assistant": "Asistent",
  "role.principal": "Vedoucí",
  "role.viewer": "Čtenář",
  "role.ownerCan": "Může vše a rozhoduje, kdo je u stolu.",
  "role.assistantCan": "Čte a píše vše na stole.",
  "role.principalCan": "Čte, rozhoduje a komentuje.",
  "role.viewerCan": "Jen čte.",

  "history.title": "Historie",
  "history.created": "{who}: vytvořeno ({kind})",
  "history.set": "{who}: {field} je {after}",
  "history.changed": "{who}: {field} změněno z {before} na {after}",
  "history.cleared": "{who}: {field} vymazáno (bylo {before})",
  "history.wrote": "{who}: do pole {field} připsáno „{text}“",
  "history.cut": "{who}: pole {field} zkráceno",
  "history.list": "{who}: změněn seznam {list}",
  "history.deleted": "{who}: smazáno",
  "history.restored": "{who}: obnoveno",
  "history.other": "{who}: změněno {field}",

  "conflict.title": "Dvě rozhodnutí najednou",
  "conflict.keep": "Ponechat toto",
  "conflict.settled": "Rozhodnuto",

  "sidebar.close": "Zavřít postranní panel",
  "desk.open": "Otevřít celý stůl",

  "mail.noPage": "Vedle není žádný e-mail",
  "mail.noPageHow": "Otevřete v této kartě Gmail nebo Outlook a v něm e-mail. Do té doby zapisujte ručně:",
  "mail.noneOpen": "Otevřete e-mail",
  "mail.noneOpenHow": "Pak uvidíte, kdo psal, rezervace a odpověď. Bez e-mailu zapisujte ručně:",
  "mail.unreadable": "Tuto stránku nelze přečíst",
  "mail.unreadableHow": "Webová pošta možná změnila vzhled. Nic se nehádá. Zapisovat můžete ručně:",
  "mail.writer": "Kdo psal",
  "mail.call": "Zavolat",
  "mail.firstTime": "Zatím žádné hovory",
  "mail.records": "K tomuto e-mailu",
  "mail.noRecords": "Zatím nic.",
  "mail.noThreadId": "Stránka neříká, který e-mail to je, proto k němu nelze nic připojit.",
  "mail.addTask": "Přidat úkol",
  "mail.logCall": "Zapsat hovor",
  "mail.takeMessage": "Přijmout vzkaz",
  "mail.newTask": "Nový úkol",

  "reply.title": "Odpověď",
  "reply.hint": "Kolegové vidí text, jak ho píšete",
  "reply.begun": "Koncept založen",
  "reply.empty": "Napsat odpověď",
  "reply.insert": "Vložit do e-mailu",
  "reply.status": "Schválení a stav",
  "insert.done": "Text je v e-mailu. Přečtěte ho a odešlete sami.",
  "insert.opensReply": "Otevře pole odpovědi tohoto e-mailu a vloží do něj text. Odešlete ho sami.",
  "insert.intoBox": "Text přijde na začátek otevřeného pole odpovědi. Odešlete ho sami.",
  "insert.no-page": "Není tu stránka pošty. Otevřete e-mail v Gmailu nebo Outlooku a zkuste to znovu.",
  "insert.no-compose-box": "Pole odpovědi se neotevřelo. Stiskněte v e-mailu Odpovědět a pak znovu zde.",
  "insert.which": "Konverzace má několik zpráv. Nejprve stiskněte Odpovědět u té správné, pak znovu zde.",
  "insert.ambiguous": "Je otevřeno několik polí odpovědi. Zavřete ostatní a stiskněte znovu zde.",
  "insert.refused": "Stránka pošty text nepřijala. Zkopírujte ho odsud a vložte tam.",

  "nav.label": "Stůl",
  "nav.menu": "Nabídka",
  "nav.desk": "Vybrat stůl",
  "nav.allDesks": "Všechny stoly",
  "nav.members": "Členové",
  "nav.late": { other: "{n} po termínu" },
  "nav.principals": "Všichni vedoucí",
  "nav.addPrincipal": "Přidat, pro koho pracujete",
  "nav.settings": "Stůl a nastavení",

  "invite.needsServer": "Chcete-li pozvat kolegy, připojte stůl nejprve k serveru.",
  "invite.role": "Role",
  "invite.make": "Pozvat kolegu",
  "invite.link": "Odkaz funguje jednou, do {time}",
  "invite.copy": "Kopírovat odkaz",
  "invite.copied": "Odkaz zkopírován",
  "invite.care": "Pošlete ho tak, aby ho četl jen adresát: kdo ho otevře první, je u stolu.",

  "server.title": "Synchronizační server",
  "server.why": "Tento stůl je jen v tomto zařízení. Server ho sdílí s kolegy; vidí jen zapečetěná data.",
  "server.url": "Adresa serveru",
  "server.connect": "Připojit",
  "fingerprint.why": "Otisk tohoto stolu. Kolegové musí vidět stejné číslice:",

  "setAside.title": "Neprovedeno",
  "setAside.why":
    "Tohle se nepodařilo provést. Nic jiného se nezdrželo. Přečtěte si to a případně udělejte znovu.",
  "setAside.banner": {
    one: "{n} změnu se nepodařilo provést",
    few: "{n} změny se nepodařilo provést",
    many: "{n} změny se nepodařilo provést",
    other: "{n} změn se nepodařilo provést",
  },
  "setAside.show": "Podívat se",
  "setAside.dismiss": "Přečteno",

  "language.title": "Jazyk",
  "language.browser": "Podle prohlížeče",

  "desks.title": "Stoly v tomto zařízení",
  "desks.another": "Přidat stůl",
  "desks.remove": "Odebrat „{desk}“ z tohoto zařízení",
  "desks.removeTitle": "Odebrat „{desk}“?",
  "desks.removeShared": "Zmizí z tohoto zařízení. Kolegům zůstane, ale co nebylo odesláno, se ztratí.",
  "desks.removeLocal": "Je jen v tomto zařízení: vše se nenávratně ztratí.",
  "desks.removeIt": "Odebrat",
};
