import type { Follow } from "./follow.ts";

export const follow: Follow = {
  "follow.title": "Việc tiếp theo",
  "follow.task": "Việc cần làm tiếp",
  "follow.message": "Ghi lời nhắn",
  "follow.from": "Từ: {title}",
  "again.as": "Ghi thêm thành:",
  "keys.again": "lấy lại dòng vừa lưu",
  "keys.followUp": "tạo việc cần làm tiếp",
  "keys.passOn": "ghi lời nhắn từ cuộc gọi",
};
