import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "至{date}",
  "caller.byName": "同名",
  "caller.byNameWhy": "仅按姓名找到，可能是另一位",
};
