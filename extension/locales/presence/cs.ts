import type { Presence } from "./presence.ts";

export const presence: Presence = {
  "presence.open": {
    one: "{names} to má otevřené",
    few: "{names} to mají otevřené",
    many: "{names} to má otevřené",
    other: "{names} to má otevřené",
  },
  "presence.writing": {
    one: "{names} sem právě píše",
    few: "{names} sem právě píší",
    many: "{names} sem právě píše",
    other: "{names} sem právě píše",
  },
  "presence.shown": "Kolegové vidí, co mám otevřené",
  "presence.shownWhy":
    "Když máte před sebou e-mail nebo záznam, kolegové u téhož stolu vidí vedle něj vaše jméno a to, zda píšete. Je to zapečetěné jen pro ně a nikde se to neukládá. Co mají otevřené oni, uvidíte v každém případě.",
};
