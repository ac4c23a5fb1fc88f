import type { Members } from "./members.ts";

export const members: Members = {
  "members.role": "{name} 的角色",
  "members.until": "至 {time}",
  "ends.label": "角色何时结束",
  "ends.of": "{name} 的角色何时结束",
  "ends.never": "无期限",
  "ends.day": "指定日期…",
  "ends.roleUntil": "{role}，至 {time}",
  "members.remove": "移除",
  "members.removeName": "移除 {name}",
  "members.removeTitle": "要将 {name} 移出工作台吗？",
  "members.removeWhat":
    "此后该浏览器看不到任何新内容，工作台会换用新密钥。已读过的内容无法收回；尚未发送的内容不会进入工作台。",
  "members.invites": "未使用的邀请",
  "members.inviteUntil": "可使用至 {time}",
  "members.withdraw": "撤回",
  "members.withdrawIt": "撤回邀请，角色：{role}",
  "members.keyOwed": "有人加入或离开，工作台需要换用新密钥。所有者的浏览器一连上就会自动完成。",
  "members.renew": "更换密钥",
  "members.renewed": "工作台已换用新密钥。",
  "failure.wrongKey": "此浏览器没有工作台的最新密钥，因此未执行。请先连接服务器，然后重试。",
  "problem.oldKey": "服务器发来了一项使用工作台已弃用密钥的更改。",
};
