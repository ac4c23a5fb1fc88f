export const tickets = {
  "ticket.attached": "{name} 中可能有预订。这里不能直接打开附件：请先保存，再在此选择或拖入该文件。",
  "ticket.choose": "从文件读取票据…",
  "ticket.why": "PDF、Wallet 凭证或日历文件。只在本设备上读取，不发送到任何地方。",
  "ticket.drop": "将票据拖到这里即可读取",
  "ticket.title": { other: "已读取 {n} 个预订" },
  "ticket.none": "在 {name} 中没有找到预订。扫描图片无法读取：请把预订填入行程。",
  "ticket.damaged": "{name} 已损坏，无法读取。请重新下载后再选择。",
  "ticket.unknown": "这里不读取 {name} 这类文件。请选择 PDF、.pkpass 或 .ics 文件。",
  "ticket.tooLarge": "{name} 超过 {size} MB，未读取。请选择较小的文件。",
};
