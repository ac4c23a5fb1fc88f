export const pieces = {
  "phone.extension": "{number} 转 {extension}",
  "combobox.none": "没有符合的项",
  "combobox.found": { other: "{n} 个选项" },
  "progress.catchingUp": "正在获取工作台：第 {done} 项，共 {total} 项更改",
  "progress.joining": "正在加入工作台…",
  "file.choose": "选择文件",
  "file.none": "或拖放到此处",
  "file.drop": "将文件放在此处",
};
