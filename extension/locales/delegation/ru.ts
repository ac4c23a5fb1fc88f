import type { DelegationTexts } from "./delegation.ts";

export const delegation: DelegationTexts = {
  "delegation.title": "Полномочия на время отсутствия",
  "delegation.why":
    "Тот, кому они даны, решает от имени: {name}. Это видно рядом с каждым решением. После передачи условия изменить нельзя. После последнего дня полномочия прекращаются сами.",
  "delegation.give": "Передать полномочия",
  "delegation.given": "Полномочия переданы",
  "delegation.withdraw": "Отозвать: {name}",
  "delegation.revoked": "Полномочия отозваны",
  "delegation.by": "передал(а) {who}",
  "delegation.planned": "начнутся позже",
  "delegation.active": "действуют",
  "delegation.ended": "закончились",
  "delegation.withdrawn": "отозваны",
  "delegation.void": "недействительны",
  "delegation.yours": "Вы решаете от имени: {name}. Последний день: {time}.",
  "delegation.yoursUpTo": "Вы решаете от имени: {name}, сумма до {amount}. Последний день: {time}.",
  "delegation.history": "{what} (от имени: {name}, по полномочиям)",
  "delegation.backwards": "Последний день раньше первого.",
  "delegation.noCurrency": "Укажите валюту тремя буквами, например RUB.",
  "delegation.over": "Сверх лимита: бронирования стоят {spent}, полномочия — до {amount}.",
  "delegation.otherCurrency": "Пожалуйста, сравните: бронирования стоят {spent}, полномочия — до {amount}.",
  "delegation.overLimit": "сверх лимита",
  "delegation.overSince": "Ваши полномочия от имени {name} закончились. Последний день: {time}.",
  "delegation.begins": "Ваши полномочия от имени {name} начинаются: {time}.",
};
