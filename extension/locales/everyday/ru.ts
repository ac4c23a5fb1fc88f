import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "до {date}",
  "caller.byName": "то же имя",
  "caller.byNameWhy": "Найдено только по имени: это может быть другой человек",
  "aside.put": "Отложить",
  "aside.title": "Отложено",
  "aside.take": "Продолжить: {line}",
  "keys.aside": "Отложить строку; на пустой строке — продолжить её",
  "reply.gaps": "Осталось заполнить: {names}",
  "itemHistory.added": "{who}: в «{list}» добавлено — {what}",
  "itemHistory.removed": "{who}: из «{list}» убрано — {what}",
  "itemHistory.returned": "{who}: в «{list}» возвращено — {what}",
  "mail.others": "Также в переписке:",
  "mail.moreOthers": { one: "и ещё {n}", few: "и ещё {n}", many: "и ещё {n}", other: "и ещё {n}" },
  "field.takeBack": "Отменить: {field}",
  "trip.calendar": "Файл календаря",
};
