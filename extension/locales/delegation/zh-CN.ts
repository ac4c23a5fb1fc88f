import type { DelegationTexts } from "./delegation.ts";

export const delegation: DelegationTexts = {
  "delegation.title": "外出期间的授权",
  "delegation.why":
    "被授权人代表{name}作决定，每项决定旁都会注明。授予后条款不能更改，最后一天过后自动结束。",
  "delegation.give": "授予权限",
  "delegation.given": "权限已授予",
  "delegation.withdraw": "撤回 {name} 的权限",
  "delegation.revoked": "权限已撤回",
  "delegation.by": "由 {who} 授予",
  "delegation.planned": "尚未开始",
  "delegation.active": "生效中",
  "delegation.ended": "已结束",
  "delegation.withdrawn": "已撤回",
  "delegation.void": "无效",
  "delegation.yours": "您代表{name}作决定。最后一天：{time}。",
  "delegation.yoursUpTo": "您代表{name}作决定，上限 {amount}。最后一天：{time}。",
  "delegation.history": "{what}（代表{name}，依授权）",
  "delegation.backwards": "最后一天早于第一天。",
  "delegation.noCurrency": "请用三个字母写币种，例如 CNY。",
  "delegation.over": "超出上限：预订合计 {spent}，授权上限为 {amount}。",
  "delegation.otherCurrency": "请自行比较：预订合计 {spent}，授权上限为 {amount}。",
  "delegation.overLimit": "超出上限",
  "delegation.overSince": "您代表{name}的授权已结束，最后一天是{time}。",
  "delegation.begins": "您代表{name}的授权从{time}开始。",
};
