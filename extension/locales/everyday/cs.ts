import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "do {date}",
  "caller.byName": "stejné jméno",
  "caller.byNameWhy": "Nalezeno jen podle jména: může to být někdo jiný",
};
