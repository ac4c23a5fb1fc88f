export const pieces = {
  "phone.extension": "{number} linka {extension}",
  "combobox.none": "Nic neodpovídá",
  "combobox.found": { one: "{n} možnost", few: "{n} možnosti", many: "{n} možnosti", other: "{n} možností" },
  "progress.catchingUp": "Stahuje se stůl: {done} z {total} změn",
  "progress.joining": "Přidáváme vás ke stolu…",
  "file.choose": "Vybrat soubor",
  "file.none": "nebo jej přetáhněte sem",
  "file.drop": "Pusťte soubor sem",
};
