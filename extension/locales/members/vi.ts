import type { Members } from "./members.ts";

export const members: Members = {
  "members.role": "Vai trò của {name}",
  "members.until": "đến {time}",
  "ends.label": "Khi nào vai trò kết thúc",
  "ends.of": "Khi nào vai trò của {name} kết thúc",
  "ends.never": "không thời hạn",
  "ends.day": "vào một ngày…",
  "ends.roleUntil": "{role}, đến {time}",
  "members.remove": "Gỡ",
  "members.removeName": "Gỡ {name}",
  "members.removeTitle": "Gỡ {name} khỏi bàn?",
  "members.removeWhat":
    "Từ đó trình duyệt này không được xem gì mới, và bàn có khoá mới. Những gì đã đọc thì không thể thu lại; những gì chưa gửi sẽ mất đối với bàn.",
  "members.invites": "Lời mời còn hiệu lực",
  "members.inviteUntil": "dùng được đến {time}",
  "members.withdraw": "Thu hồi",
  "members.withdrawIt": "Thu hồi lời mời cho vai trò: {role}",
  "members.keyOwed":
    "Có người vừa đến hoặc vừa rời đi nên bàn cần khoá mới. Trình duyệt của một chủ bàn sẽ tự làm việc này ngay khi kết nối.",
  "members.renew": "Đổi khoá",
  "members.renewed": "Bàn đã có khoá mới.",
  "failure.wrongKey":
    "Trình duyệt này chưa có khoá mới nhất của bàn nên việc này chưa được thực hiện. Hãy kết nối với máy chủ rồi thử lại.",
  "problem.oldKey": "Máy chủ đã gửi một thay đổi dùng khoá mà bàn đã bỏ.",
};
