import type { Presence } from "./presence.ts";

export const presence: Presence = {
  "presence.open": {
    one: "Сейчас смотрит: {names}",
    few: "Сейчас смотрят: {names}",
    many: "Сейчас смотрят: {names}",
    other: "Сейчас смотрят: {names}",
  },
  "presence.writing": {
    one: "Сейчас пишет: {names}",
    few: "Сейчас пишут: {names}",
    many: "Сейчас пишут: {names}",
    other: "Сейчас пишут: {names}",
  },
  "presence.shown": "Коллеги видят, что у меня открыто",
  "presence.shownWhy":
    "Когда перед вами письмо или запись, коллеги за этим столом видят рядом ваше имя и то, пишете ли вы. Эти сведения запечатаны только для них и нигде не хранятся. Что открыто у коллег, вы видите в любом случае.",
};
