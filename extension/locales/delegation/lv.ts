import type { DelegationTexts } from "./delegation.ts";

export const delegation: DelegationTexts = {
  "delegation.title": "Pilnvara prombūtnes laikā",
  "delegation.why":
    "Kam tā ir, tas lemj {name} vārdā, un tas ir redzams pie katra lēmuma. Pēc piešķiršanas nosacījumus mainīt nevar. Pēc pēdējās dienas pilnvara beidzas pati.",
  "delegation.give": "Dot pilnvaru",
  "delegation.given": "Pilnvara ir dota",
  "delegation.withdraw": "Atsaukt: {name}",
  "delegation.revoked": "Pilnvara ir atsaukta",
  "delegation.by": "devis {who}",
  "delegation.planned": "sāksies vēlāk",
  "delegation.active": "ir spēkā",
  "delegation.ended": "beigusies",
  "delegation.withdrawn": "atsaukta",
  "delegation.void": "nav derīga",
  "delegation.yours": "Jūs lemjat {name} vārdā. Pēdējā diena: {time}.",
  "delegation.yoursUpTo": "Jūs lemjat {name} vārdā, līdz {amount}. Pēdējā diena: {time}.",
  "delegation.history": "{what} ({name} vārdā, pēc pilnvaras)",
  "delegation.backwards": "Pēdējā diena ir pirms pirmās.",
  "delegation.noCurrency": "Rakstiet valūtu ar trim burtiem, piemēram, EUR.",
  "delegation.over": "Pārsniegts limits: rezervācijas kopā maksā {spent}, pilnvara ir līdz {amount}.",
  "delegation.otherCurrency":
    "Lūdzu, salīdziniet: rezervācijas kopā maksā {spent}, pilnvara ir līdz {amount}.",
  "delegation.overLimit": "virs limita",
  "delegation.overSince": "Jūsu pilnvara {name} vārdā ir beigusies. Pēdējā diena bija {time}.",
  "delegation.begins": "Jūsu pilnvara {name} vārdā sākas {time}.",
};
