import type { Follow } from "./follow.ts";

export const follow: Follow = {
  "follow.title": "Co dál",
  "follow.task": "Navazující úkol",
  "follow.message": "Zapsat vzkaz",
  "follow.from": "Z: {title}",
  "again.as": "Také jako:",
  "keys.again": "vrátit naposledy uložený řádek",
  "keys.followUp": "vytvořit navazující úkol",
  "keys.passOn": "zapsat vzkaz z hovoru",
};
