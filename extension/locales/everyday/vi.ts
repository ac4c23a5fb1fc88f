import type { Everyday } from "./everyday.ts";

export const everyday: Everyday = {
  "row.until": "đến {date}",
  "caller.byName": "trùng tên",
  "caller.byNameWhy": "Chỉ tìm thấy theo tên: có thể là người khác",
  "aside.put": "Tạm gác",
  "aside.title": "Đang gác lại",
  "aside.take": "Viết tiếp: {line}",
  "keys.aside": "Gác dòng đang viết; khi dòng trống thì viết tiếp",
  "reply.gaps": "Còn phải điền: {names}",
  "itemHistory.added": "{who} đã thêm vào {list}: {what}",
  "itemHistory.removed": "{who} đã bỏ khỏi {list}: {what}",
  "itemHistory.returned": "{who} đã đưa trở lại {list}: {what}",
  "mail.others": "Cùng trong thư này:",
  "mail.moreOthers": { other: "và {n} người nữa" },
  "field.takeBack": "Hoàn tác: {field}",
  "trip.calendar": "Tệp lịch",
};
