import type { Follow } from "./follow.ts";

export const follow: Follow = {
  "follow.title": "Что дальше",
  "follow.task": "Задача вслед",
  "follow.message": "Принять сообщение",
  "follow.from": "Основание: {title}",
  "again.as": "Ещё и как:",
  "keys.again": "вернуть последнюю сохранённую строку",
  "keys.followUp": "создать задачу вслед",
  "keys.passOn": "принять сообщение из звонка",
};
