export const tickets = {
  "ticket.attached":
    "Failā {name} var būt rezervācija. Pielikumus no šejienes neatver: saglabājiet to un tad izvēlieties vai ievelciet šeit.",
  "ticket.choose": "Nolasīt biļeti no faila…",
  "ticket.why": "PDF, Wallet karte vai kalendāra fails. Nolasa šajā ierīcē; nekas nekur netiek sūtīts.",
  "ticket.drop": "Ievelciet biļeti šeit, lai to nolasītu",
  "ticket.title": {
    zero: "Nolasītas {n} rezervācijas",
    one: "Nolasīta {n} rezervācija",
    other: "Nolasītas {n} rezervācijas",
  },
  "ticket.none":
    "Failā {name} rezervācija nav atrasta. Skenētu attēlu nolasīt nevar: ierakstiet rezervāciju braucienā.",
  "ticket.damaged":
    "Fails {name} ir bojāts, tāpēc to nevarēja nolasīt. Lejupielādējiet to vēlreiz un izvēlieties no jauna.",
  "ticket.unknown": "Tāda veida failus kā {name} šeit nenolasa. Izvēlieties PDF, .pkpass vai .ics failu.",
  "ticket.tooLarge":
    "Fails {name} ir lielāks par {size} MB, tāpēc tas netika nolasīts. Izvēlieties mazāku failu.",
};
