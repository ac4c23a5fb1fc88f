import type { ClassificationTexts } from "./classification.ts";

export const classification: ClassificationTexts = {
  "filter.anyClass": "任何密级",
  "data.privileged": "包括受特权保护的记录",
  "data.savedWithout": { other: "{file} 已在浏览器的下载中；略去 {n} 条受特权保护的记录" },
};
