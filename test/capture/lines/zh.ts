import type { Line } from "./line.ts";

const caller = "王样本";
const organization = "样品铁路公司";
const phone = "+8613800138000";
const callBack = { status: "callBack" };

export const zh: readonly Line[] = [
  {
    line: "样品铁路公司王样本，电话 +86 138 0013 8000 转 12，找A 关于合同续签，请下午3点前回电，紧急",
    fields: {
      organization,
      caller,
      phone: `${phone};ext=12`,
      principal: "A",
      subject: "合同续签",
      ...callBack,
      callBackBy: "2026-11-23T13:00:00Z",
      urgent: true,
    },
  },
  { line: "王样本", fields: { caller } },
  { line: "王样本，样品铁路公司", fields: { caller, organization } },
  { line: "样品铁路公司的王样本", fields: { caller, organization } },
  { line: "王样本 样品铁路公司 13800138000", fields: { caller, organization, phone } },
  { line: "王样本，手机13800138000", fields: { caller, phone } },
  { line: "王样本，010-6552 1234分机8", fields: { caller, phone: "+861065521234;ext=8" } },
  { line: "王样本来电话，关于发票", fields: { caller, direction: "inbound", subject: "发票" } },
  { line: "来电：王样本，关于发票的事", fields: { caller, subject: "发票的事" } },
  { line: "王样本，请回电", fields: { caller, ...callBack } },
  { line: "王样本，请明天回电", fields: { caller, ...callBack, callBackBy: "2026-11-24" } },
  { line: "王样本，明天上午9点回电", fields: { caller, ...callBack, callBackBy: "2026-11-24T07:00:00Z" } },
  { line: "王样本，15:00前回电", fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" } },
  { line: "王样本，下午三点半回电", fields: { caller, ...callBack, callBackBy: "2026-11-23T13:30:00Z" } },
  {
    line: "王样本，3点前回电",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
    unsure: ["callBackBy"],
  },
  { line: "王样本，15点30分回电", fields: { caller, ...callBack, callBackBy: "2026-11-23T13:30:00Z" } },
  { line: "王样本，周五回电", fields: { caller, ...callBack, callBackBy: "2026-11-27" } },
  { line: "王样本，星期五下午2点回电", fields: { caller, ...callBack, callBackBy: "2026-11-27T12:00:00Z" } },
  {
    line: "王样本，下周三回电",
    fields: { caller, ...callBack, callBackBy: "2026-12-02" },
    unsure: ["callBackBy"],
  },
  { line: "王样本，12月3日回电", fields: { caller, ...callBack, callBackBy: "2026-12-03" } },
  { line: "王样本，2小时后回电", fields: { caller, ...callBack, callBackBy: "2026-11-23T10:00:00Z" } },
  { line: "王样本，半小时内回电", fields: { caller, ...callBack, callBackBy: "2026-11-23T08:30:00Z" } },
  { line: "王样本，后天回电", fields: { caller, ...callBack, callBackBy: "2026-11-25" } },
  { line: "王样本，找李总", fields: { caller, principal: "Z" }, unsure: ["principal"] },
  { line: "王样本，不急", fields: { caller }, rest: "不急" },
  { line: "王样本，会再来电", fields: { caller }, rest: "会再来电" },
  {
    line: "留言给A：王样本，曾来访，会再来电",
    kind: "message",
    fields: { principal: "A", caller, cameToSeeYou: true, willCallAgain: true },
  },
  {
    line: "请转告A，15:00前回电",
    kind: "message",
    fields: { principal: "A", callBackBy: "2026-11-23T13:00:00Z", pleaseCall: true },
  },
  { line: "请转告A，车已经到了", kind: "message", fields: { principal: "A" }, rest: "车已经到了" },
  {
    line: "王样本来过电话，请回电13800138000，关于预算",
    hint: "message",
    fields: { caller, telephoned: true, pleaseCall: true, phone, message: "预算" },
  },
  {
    line: "待办：周五前发会议纪要，加急",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "发会议纪要",
  },
  {
    line: "明天晚上7点订三个人的位子",
    hint: "task",
    fields: { due: "2026-11-24T17:00:00Z" },
    rest: "订三个人的位子",
  },
  {
    line: "样本女士 ＋８６ １３８００１３８０００，明天１６：３０前回电",
    fields: {
      caller: "样本女士",
      phone: "+8613800138000",
      status: "callBack",
      callBackBy: "2026-11-24T14:30:00Z",
    },
  },
  { line: "样本女士，（０１０）８０００ ０００１", fields: { caller: "样本女士", phone: "+861080000001" } },
  { line: "下午三点一刻发合同", hint: "task", fields: { due: "2026-11-23T13:15:00Z" }, rest: "发合同" },
  { line: "两周后发合同", hint: "task", fields: { due: "2026-12-07" }, rest: "发合同" },
];
