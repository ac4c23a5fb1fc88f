import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "đến {date}",
  "caller.byName": "trùng tên",
  "caller.byNameWhy": "Chỉ tìm thấy theo tên: có thể là người khác",
};
