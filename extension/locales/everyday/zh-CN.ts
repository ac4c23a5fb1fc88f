import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "至{date}",
  "caller.byName": "同名",
  "caller.byNameWhy": "仅按姓名找到，可能是另一位",
  "aside.put": "暂放",
  "aside.title": "已暂放",
  "aside.take": "继续：{line}",
  "keys.aside": "暂放这一行；空行时继续写它",
  "reply.gaps": "还需填写：{names}",
  "itemHistory.added": "{who}在“{list}”中添加了：{what}",
  "itemHistory.removed": "{who}从“{list}”中移除了：{what}",
  "itemHistory.returned": "{who}在“{list}”中恢复了：{what}",
  "mail.others": "此邮件中还有：",
  "mail.moreOthers": { other: "另外 {n} 人" },
  "field.takeBack": "撤销：{field}",
  "trip.calendar": "日历文件",
};
