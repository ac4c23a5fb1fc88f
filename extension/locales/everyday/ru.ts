import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "до {date}",
  "caller.byName": "то же имя",
  "caller.byNameWhy": "Найдено только по имени: это может быть другой человек",
};
