import type { AuditTexts } from "./audit.ts";

export const audit: AuditTexts = {
  "audit.title": "Jménem: {name}",
  "audit.why":
    "Kdo co udělal. Jménem: {name}. Prohlížeč, ve kterém se něco udělá, to podepíše; nikdo nemůže záznam nepozorovaně změnit ani vyjmout.",
  "audit.show": "Zobrazit záznamy",
  "audit.none": "Zatím tu není nic podepsáno.",
  "audit.new": "nové",
  "audit.signed": "podepsáno",
  "audit.byDelegation": "z pověření od: {who}",
  "audit.unproven": "uvádí pověření, které záznamy nedokládají",
  "audit.late": "datováno po odchodu této osoby od stolu",
  "audit.holds": {
    one: "{n} záznam, podepsaný; nic nechybí.",
    few: "{n} záznamy, všechny podepsané; žádný mezi nimi nechybí.",
    many: "{n} záznamu, všechny podepsané; žádný mezi nimi nechybí.",
    other: "{n} záznamů, všechny podepsané; žádný mezi nimi nechybí.",
  },
  "audit.leftOut":
    "V pořádku je záznamů: {n}; za nimi jeden chybí. Další se nezobrazují. Zkuste to znovu, až bude stůl synchronizovaný.",
  "audit.broken":
    "V pořádku je záznamů: {n}; další neodpovídá tomu, co bylo podepsáno. Zbytek se nezobrazuje. Řekněte to vlastníkovi stolu.",
  "audit.unsigned": {
    one: "{n} změna v záznamech není: je starší, nebo ji udělala verze bez záznamů.",
    few: "{n} změny v záznamech nejsou: jsou starší, nebo je udělala verze bez záznamů.",
    many: "{n} změny v záznamech není: je starší, nebo ji udělala verze bez záznamů.",
    other: "{n} změn v záznamech není: jsou starší, nebo je udělala verze bez záznamů.",
  },
  "audit.end": "Koncová značka: {mark}",
  "audit.endWhy":
    "Po synchronizaci vidí všichni u stolu stejnou značku. Soubor, kterému někdo uřízl konec, má jinou.",
  "audit.all": "Zobrazit vše",
  "audit.words": "Texty v souboru",
  "audit.words.none": "Žádné: jen kdo, kdy a která pole",
  "audit.words.open": "Všechny kromě důvěrných a chráněných mlčenlivostí",
  "audit.words.all": "Všechny",
  "audit.save": "Uložit do souboru",
  "audit.saved": "Uloženo: {file}. Ověřit ho může kdokoli i bez stolu, příkazem „npm run audit“.",
};
