import type { AuditTexts } from "./audit.ts";

export const audit: AuditTexts = {
  "audit.title": "以 {name} 的名义",
  "audit.why":
    "谁为 {name} 做了什么。由执行操作的浏览器签名；任何人都无法在不被察觉的情况下更改或删去某一条。",
  "audit.show": "查看日志",
  "audit.none": "这里还没有已签名的内容。",
  "audit.new": "新建",
  "audit.signed": "已签名",
  "audit.byDelegation": "依 {who} 的授权",
  "audit.unproven": "所称的授权在日志中没有依据",
  "audit.late": "日期在此人离开工作台之后",
  "audit.holds": { other: "共 {n} 条，每条均已签名，中间没有缺失。" },
  "audit.leftOut": "前 {n} 条完好，之后缺少一条。后面的内容未显示。请在工作台同步后再试。",
  "audit.broken": "前 {n} 条完好，之后有一条与签名时不符。后面的内容未显示。请告知工作台的所有者。",
  "audit.unsigned": { other: "有 {n} 处更改不在日志中：早于日志，或由没有日志的版本所做。" },
  "audit.end": "末尾标记：{mark}",
  "audit.endWhy": "同步之后，工作台上的每个人看到的标记都相同。末尾被截掉的文件，标记会不同。",
  "audit.all": "全部显示",
  "audit.words": "文件中的文字",
  "audit.words.none": "不含：只有谁、何时、哪些字段",
  "audit.words.open": "除机密和受特权保护的内容外的全部",
  "audit.words.all": "全部",
  "audit.save": "保存为文件",
  "audit.saved": "已保存：{file}。任何人无需工作台，用“npm run audit”即可核对。",
};
