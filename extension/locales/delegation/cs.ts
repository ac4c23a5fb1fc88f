import type { DelegationTexts } from "./delegation.ts";

export const delegation: DelegationTexts = {
  "delegation.title": "Pověření v nepřítomnosti",
  "delegation.why":
    "Kdo je má, rozhoduje jménem: {name}. U každého rozhodnutí to bude uvedeno. Podmínky už po udělení nelze změnit. Po posledním dni pověření skončí samo.",
  "delegation.give": "Udělit pověření",
  "delegation.given": "Pověření je uděleno",
  "delegation.withdraw": "Odvolat: {name}",
  "delegation.revoked": "Pověření je odvoláno",
  "delegation.by": "udělil(a) {who}",
  "delegation.planned": "začne později",
  "delegation.active": "platí",
  "delegation.ended": "skončilo",
  "delegation.withdrawn": "odvoláno",
  "delegation.void": "neplatí",
  "delegation.yours": "Rozhodujete jménem: {name}. Poslední den: {time}.",
  "delegation.yoursUpTo": "Rozhodujete jménem: {name}, nejvýš {amount}. Poslední den: {time}.",
  "delegation.history": "{what} (jménem: {name}, z pověření)",
  "delegation.backwards": "Poslední den je před prvním.",
  "delegation.noCurrency": "Napište měnu třemi písmeny, například CZK.",
  "delegation.over": "Nad limit: rezervace stojí celkem {spent}, pověření je nejvýš na {amount}.",
  "delegation.otherCurrency":
    "Porovnejte prosím: rezervace stojí celkem {spent}, pověření je nejvýš na {amount}.",
  "delegation.overLimit": "nad limit",
  "delegation.overSince": "Vaše pověření jednat jménem: {name} skončilo. Poslední den: {time}.",
  "delegation.begins": "Vaše pověření jednat jménem: {name} začne {time}.",
};
