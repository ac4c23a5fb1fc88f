import type { Line } from "./line.ts";

const caller = "Образец Звонящий";
const organization = "ООО Пример";
const phone = "+79161234567";
const callBack = { status: "callBack" };

export const ru: readonly Line[] = [
  {
    line: "Образец Звонящий, ООО Пример, +7 916 123-45-67 доб. 12, для A по договору, просит перезвонить до 15:00, срочно",
    fields: {
      caller,
      organization,
      phone: `${phone};ext=12`,
      principal: "A",
      subject: "договору",
      ...callBack,
      callBackBy: "2026-11-23T13:00:00Z",
      urgent: true,
    },
  },
  { line: "Образец Звонящий", fields: { caller } },
  { line: "ООО Пример, Образец Звонящий", fields: { caller, organization } },
  { line: "Образец Звонящий из ООО Пример", fields: { caller, organization } },
  { line: "Образец Звонящий тел. 8 916 123-45-67", fields: { caller, phone } },
  {
    line: "Образец Звонящий звонил насчёт счёта",
    fields: { caller, direction: "inbound", subject: "счёта" },
  },
  {
    line: "Образец Звонящий звонил насчет счета",
    fields: { caller, direction: "inbound", subject: "счета" },
  },
  {
    line: "Образец Звонящий звонил в 9:15",
    fields: { caller, direction: "inbound", startedAt: "2026-11-23T07:15:00Z" },
  },
  { line: "Образец Звонящий, перезвонить завтра", fields: { caller, ...callBack, callBackBy: "2026-11-24" } },
  {
    line: "Образец Звонящий, перезвонить завтра в 9",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T07:00:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить в 15:00",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить в 3 часа дня",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить до 3",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Образец Звонящий, перезвонить в пятницу",
    fields: { caller, ...callBack, callBackBy: "2026-11-27" },
  },
  {
    line: "Образец Звонящий, перезвонить до пятницы 12.00",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T10:00:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить в среду утром",
    fields: { caller, ...callBack, callBackBy: "2026-11-25T10:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Образец Звонящий, перезвонить через час",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T09:00:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить через 30 минут",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T08:30:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить 3 декабря в 14:30",
    fields: { caller, ...callBack, callBackBy: "2026-12-03T12:30:00Z" },
  },
  {
    line: "Образец Звонящий, перезвонить 03.12.2026",
    fields: { caller, ...callBack, callBackBy: "2026-12-03" },
  },
  { line: "Образец Звонящий для г-жи Примеровой", fields: { caller, principal: "R" }, unsure: ["principal"] },
  { line: "Образец Звонящий, не срочно", fields: { caller }, rest: "не срочно" },
  {
    line: "Образец Звонящий, просил передать повестку дня и список гостей",
    fields: { caller },
    rest: "просил передать повестку дня и список гостей",
    kind: "message",
  },
  { line: "Образец Звонящий, перезвонит сам", fields: { caller }, rest: "перезвонит сам" },
  {
    line: "сообщение для A: Образец Звонящий, хочет встретиться, перезвонит позже",
    kind: "message",
    fields: { principal: "A", caller, wantsToSeeYou: true, willCallAgain: true },
  },
  {
    line: "передать A, что машина ждёт",
    kind: "message",
    fields: { principal: "A" },
    rest: "машина ждёт",
  },
  {
    line: "Образец Звонящий звонила, просит перезвонить +7 916 123 45 67 по поводу бюджета",
    hint: "message",
    fields: { caller, telephoned: true, pleaseCall: true, phone, message: "бюджета" },
  },
  {
    line: "задача: отправить протокол до пятницы срочно",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "отправить протокол",
  },
  {
    line: "заказать стол на 3 персоны завтра в 19:00",
    hint: "task",
    fields: { due: "2026-11-24T17:00:00Z" },
    rest: "заказать стол на 3 персоны",
  },
  { line: "звонок от Образец Звонящий 8 916 123 45 67", fields: { caller, phone } },
  {
    line: "Отправить договор через два дня",
    hint: "task",
    fields: { due: "2026-11-25" },
    rest: "Отправить договор",
  },
  {
    line: "Отправить договор через два часа",
    hint: "task",
    fields: { due: "2026-11-23T10:00:00Z" },
    rest: "Отправить договор",
  },
  {
    line: "Отправить договор через 2 недели",
    hint: "task",
    fields: { due: "2026-12-07" },
    rest: "Отправить договор",
  },
  {
    line: "Отправить договор в половине третьего",
    hint: "task",
    fields: { due: "2026-11-23T12:30:00Z" },
    rest: "Отправить договор",
    unsure: ["due"],
  },
  {
    line: "Отправить договор завтра без четверти десять",
    hint: "task",
    fields: { due: "2026-11-24T07:45:00Z" },
    rest: "Отправить договор",
  },
  {
    line: "Отправить договор к 15:00 мск",
    hint: "task",
    fields: { due: "2026-11-23T12:00:00Z" },
    rest: "Отправить договор",
  },
  {
    line: "Отправить договор 05.12.26",
    hint: "task",
    fields: { due: "2026-12-05" },
    rest: "Отправить договор",
  },
];
