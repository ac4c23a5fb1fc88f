export const tickets = {
  "ticket.attached":
    "{name} může obsahovat rezervaci. Přílohy se odtud neotevírají: soubor uložte a pak ho sem vyberte nebo přetáhněte.",
  "ticket.choose": "Přečíst jízdenku ze souboru…",
  "ticket.why": "PDF, karta Wallet nebo soubor kalendáře. Čte se v tomto zařízení; nikam se nic neposílá.",
  "ticket.drop": "Přetáhněte sem jízdenku k přečtení",
  "ticket.title": {
    one: "Přečtena {n} rezervace",
    few: "Přečteny {n} rezervace",
    many: "Přečteno {n} rezervace",
    other: "Přečteno {n} rezervací",
  },
  "ticket.none":
    "V souboru {name} nebyla nalezena žádná rezervace. Naskenovaný obrázek přečíst nelze: zapište rezervaci do cesty.",
  "ticket.damaged": "Soubor {name} je poškozený, a proto ho nelze přečíst. Stáhněte ho a vyberte znovu.",
  "ticket.unknown": "Soubory druhu {name} se zde nečtou. Vyberte soubor PDF, .pkpass nebo .ics.",
  "ticket.tooLarge": "Soubor {name} je větší než {size} MB, a proto nebyl přečten. Vyberte menší soubor.",
};
