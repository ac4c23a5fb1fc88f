import type { Presence } from "./presence.ts";

export const presence: Presence = {
  "presence.open": { other: "{names} 正在查看" },
  "presence.writing": { other: "{names} 正在这里撰写" },
  "presence.shown": "同事可看到我打开了什么",
  "presence.shownWhy":
    "当您打开邮件或记录时，同一工作台的同事会在旁边看到您的姓名，以及您是否正在撰写。该信息已加密，仅供他们查看，不保存在任何地方。无论如何，您都能看到他们打开了什么。",
};
