import type { Options } from "./options.ts";

export const options: Options = {
  "options.parts": "Části nastavení",
  "options.back": "Zpět ke stolu",
  "options.desk": "Stůl",
  "options.look": "Vzhled",
  "options.shortcuts": "Klávesové zkratky",
  "options.data": "Data",
  "options.about": "O aplikaci",
  "options.noDesk": "V tomto prohlížeči zatím žádný stůl není.",
  "options.begin": "Založit stůl",

  "desk.rename": "Kolegové si ponechají název, který vidí.",
  "server.checking": "Hledá se server na této adrese…",
  "server.found": "Na této adrese odpovídá server Sidedesk.",
  "server.later": "To může počkat: vše funguje i bez serveru.",

  "policy.set": "Nastavila vaše organizace",
  "policy.onlyServer": "Vaše organizace povoluje jen {server}.",
  "policy.noServer": "Vaše organizace nepovoluje žádný server: stoly zůstávají v tomto zařízení.",
  "failure.policy":
    "Vaše organizace to nepovoluje. Nic se nezměnilo. Zeptejte se toho, kdo spravuje váš prohlížeč.",
  "problem.policy":
    "Vaše organizace nepovoluje server tohoto stolu, proto nic neodchází ani nepřichází. Vaše práce zůstává tady. Zeptejte se toho, kdo spravuje váš prohlížeč.",

  "language.why": "Řídí se jím názvy, data i hlášení. Dopis si nechává jazyk své šablony.",

  "principals.why": "Pro koho se pracuje: jméno a barva stojí u všeho, co se pro ně dělá.",
  "principals.add": "Přidat vedoucího",
  "principals.added": "Přidáno",
  "principals.unnamed": "Zatím bez jména",
  "principals.up": "Posunout výš: {name}",
  "principals.down": "Posunout níž: {name}",
  "principals.moved": "Přesunuto",
  "principals.remove": "Odebrat: {name}",
  "principals.removed": "Odebráno: {name}",
  "principals.keeps": "Práce, která pro ně byla udělána, zůstává.",

  "templates.why": "Čím může odpověď začít. Mají je všichni u tohoto stolu.",
  "templates.new": "Nová šablona",
  "templates.builtIn": "vestavěná",
  "templates.change": "Změnit „{name}“",
  "templates.restore": "Vrátit vestavěný text",
  "templates.restored": "Vestavěný text je zpět",
  "templates.remove": "Odebrat tuto šablonu",
  "templates.removed": "Šablona odebrána",
  "templates.preview": "Náhled s ukázkovými hodnotami",
  "templates.values": "Co se dá doplnit",
  "templates.valuesWhy":
    "Stisknutím ji vložíte do textu. Co stojí mezi {begin} a {end}, napíše se jen tehdy, když je hodnota známá.",
  "templates.insert": "Vložit: {name}",
  "templates.line": "Řádek {line}: {advice}",
  "templates.unknown": "Taková hodnota není: {names}. Zůstane v závorkách.",
  "templates.sampleSubject": "prodloužení smlouvy",
  "templates.sampleMessage": "Zavolejte prosím zpět do poledne.",

  "shortcuts.why": "Fungují na každé kartě. Uchovává je prohlížeč, proto se mění tam.",
  "shortcuts.change": "Změnit v prohlížeči",

  "look.theme": "Světlý nebo tmavý",
  "look.auto": "Podle prohlížeče",
  "look.light": "Světlý",
  "look.dark": "Tmavý",
  "look.accent": "Barvy",
  "look.page": "Podle vedlejší stránky",
  "look.density": "Rozestupy",
  "look.comfortable": "Pohodlné",
  "look.dense": "Úsporné",
  "look.size": "Velikost textu",
  "look.usual": "Obvyklá",
  "look.large": "Velká",
  "look.larger": "Větší",
  "look.why": "Platí pro tento prohlížeč; všechny otevřené části Sidedesku se změní hned.",

  "data.kept": "Uloženo v tomto prohlížeči",
  "data.where":
    "Stoly, koncepty a klíče jsou v databázi tohoto prohlížeče v tomto zařízení, Sidedesk je nešifruje. Má-li stůl server, jsou na něm zapečetěné kopie, které nepřečte.",
  "data.used": "Využito {used}; prohlížeč dovoluje {quota}.",
  "data.persisted": "Prohlížeč je ponechá, i když na disku dochází místo.",
  "data.notPersisted": "Prohlížeč je může odstranit, když na disku téměř nezbývá místo.",
  "data.records": { one: "{n} záznam", few: "{n} záznamy", many: "{n} záznamu", other: "{n} záznamů" },
  "data.unsent": {
    one: "{n} změna jen tady",
    few: "{n} změny jen tady",
    many: "{n} změny jen tady",
    other: "{n} změn jen tady",
  },
  "data.sample": "ukázka",
  "data.export": "Export",
  "data.exportWhy":
    "Soubory, které přečtete vy i jiné programy. Nejsou zapečetěné: uchovávejte je tam, kam smějí jen ti správní lidé.",
  "data.everything": "Vše (JSON)",
  "data.tasks": "Úkoly (iCalendar)",
  "data.trips": "Cesty (iCalendar)",
  "data.contacts": "Kontakty (vCard)",
  "data.collecting": {
    one: "Shromážděn {n} záznam…",
    few: "Shromážděny {n} záznamy…",
    many: "Shromážděno {n} záznamu…",
    other: "Shromážděno {n} záznamů…",
  },
  "data.saved": "{file} je mezi staženými soubory prohlížeče",
  "data.nothing": "Na stole nic takového není",

  "about.version": "Verze {version}",
  "about.licence": "Svobodný software pod licencí MIT.",
  "about.silent":
    "Sidedesk o vás nikomu nic neříká: žádné statistiky, žádná hlášení chyb. Spojuje se jen se serverem vašeho stolu a s nikým jiným. Rezervace, čísla i jazyky se čtou v tomto zařízení.",
  "about.notices": "Použitý software a jeho licence",
  "about.airports": "Údaje o letištích: Open Travel Data, CC BY 4.0, zkráceno a přeskupeno.",
  "about.security": "Co chrání vaše data, co zatím ne a jak nahlásit chybu (anglicky)",

  "first.title": "Zapište první hovor",
  "first.how": "Pište, co slyšíte, na jeden řádek, například:",
  "first.example": "Sample Caller +371 26 123 456 zavolat zpět do 15:00",
  "first.try": "Použít tento příklad",

  "teach.call":
    "Každý hovor na jednom řádku, zapsaný už během telefonátu. Hovor, na který je třeba zavolat zpět, zůstává do té doby otevřený.",
  "teach.message": "Co má být někomu vyřízeno. Vzkaz zůstává otevřený, dokud není předán.",
  "teach.reply":
    "Dopisy, které píšete společně s kolegy. Začněte vedle otevřeného e-mailu; odešlete ho sami.",
  "teach.trip":
    "Cesty s rezervacemi. Otevřete vedle postranního panelu e-mail s rezervací: přečte se tam a jedním stisknutím se přidá.",
  "teach.task": "Co je třeba udělat, kdo a do kdy.",
  "teach.contact": "Lidé, kteří volají a píšou. Poznají se podle čísla a adresy.",
};
