import type { Backup } from "./backup.ts";

export const backup: Backup = {
  "backup.title": "备份文件",
  "backup.why":
    "整个工作台存入一个文件，由您自选的口令保护。用它可以在一台空电脑上恢复工作台。请不要把它只保存在这台电脑上。",
  "backup.server": "文件中有工作内容，但不能用它进入服务器。要与同事继续工作，还需要纸质密钥或邀请。",
  "backup.last": "此浏览器上次备份：{time}",
  "backup.none": "此浏览器还没有备份过。",
  "backup.make": "制作备份文件",
  "backup.beforehand":
    "拿到文件和口令的人可以读到工作台现在的内容，包括受特权保护的记录。没有口令，谁也打不开这个文件，Sidedesk 也不能。",
  "backup.making": "正在封存工作台：{n}/{total}",
  "backup.save": "保存文件",
  "backup.saved": "已保存：{file}",
  "backup.wanted": "此工作台只在此浏览器中。如果浏览器数据或电脑丢失，只有备份文件能将其恢复。",
  "backup.old": "此工作台上次备份于 {time}。此后的内容只在此浏览器中。",
  "fromFile.choose": "我有备份文件",
  "fromFile.file": "备份文件",
  "fromFile.passphrase": "文件的口令",
  "fromFile.open": "打开文件",
  "fromFile.made": "{time} 由 {person} 制作",
  "fromFile.server": "此工作台位于 {server}。使用纸质密钥或您收到的链接，可以回到那里并取得此后的内容。",
  "fromFile.key": "纸质密钥或链接",
  "fromFile.join": "恢复并连接",
  "fromFile.aloneWhy":
    "没有它们时，工作台将恢复到当时的状态，且只在此设备上：同事看不到您在这里做的事。如果从未有其他人使用过它，以后可以作为新的工作台重新连接到服务器。",
  "fromFile.alone": "只在此设备上恢复",
  "fromFile.progress": "正在恢复工作台：{n}/{total}",
  "failure.backupForeign": "这不是 Sidedesk 的备份文件。未作任何更改。请选择其他文件。",
  "failure.backupVersion": "此备份文件来自另一版本的 Sidedesk。未作任何更改。请更新 Sidedesk 后再打开。",
  "failure.backupCut": "文件缺少末尾部分，没有复制完整。未作任何更改。请重新复制，或选择较早的备份。",
  "failure.backupDamaged": "文件中有一部分与写入时不同。未作任何更改。请重新复制，或选择较早的备份。",
  "failure.backupPassphrase": "此口令打不开该文件。未作任何更改。请检查大小写和键盘语言，然后重试。",
  "failure.backupKey": "此工作台有服务器：请输入纸质密钥或粘贴链接，或者只在此设备上恢复。",
  "failure.backupOtherDesk": "它通向的工作台与文件中的不同。未作任何更改。请找到正确的纸质密钥或链接。",
};
