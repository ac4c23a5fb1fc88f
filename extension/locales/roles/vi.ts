import type { Roles } from "./roles.ts";

export const roles: Roles = {
  "role.youDecide": "Ở đây bạn quyết định và góp ý. Phần còn lại do trợ lý viết.",
  "role.youRead": "Ở đây bạn chỉ đọc. Trợ lý và chủ bàn mới viết được.",
  "role.youUntil": "Vai trò của bạn kết thúc: {time}.",
  "role.ended":
    "Thời gian của bạn ở bàn này đã kết thúc: {time}. Những gì đang có vẫn đọc được, nhưng không gửi hay nhận thêm gì nữa. Nếu còn cần bàn này, hãy xin chủ bàn một lời mời mới.",
  "invite.byOwner": "Chủ bàn là người mời đồng nghiệp và giao vai trò cho họ.",
};
