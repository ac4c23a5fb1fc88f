import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "līdz {date}",
  "caller.byName": "tāds pats vārds",
  "caller.byNameWhy": "Atrasts tikai pēc vārda: tas var būt kāds cits",
};
