import type { DelegationTexts } from "./delegation.ts";

export const delegation: DelegationTexts = {
  "delegation.title": "Uỷ quyền khi vắng mặt",
  "delegation.why":
    "Người được uỷ quyền quyết định thay mặt {name}; điều đó được ghi bên cạnh mỗi quyết định. Sau khi trao, các điều khoản không thể thay đổi. Uỷ quyền tự kết thúc sau ngày cuối cùng.",
  "delegation.give": "Trao quyền",
  "delegation.given": "Đã trao quyền",
  "delegation.withdraw": "Thu hồi quyền của {name}",
  "delegation.revoked": "Đã thu hồi quyền",
  "delegation.by": "do {who} trao",
  "delegation.planned": "bắt đầu sau",
  "delegation.active": "đang có hiệu lực",
  "delegation.ended": "đã hết hạn",
  "delegation.withdrawn": "đã thu hồi",
  "delegation.void": "không có giá trị",
  "delegation.yours": "Bạn quyết định thay mặt {name}. Ngày cuối: {time}.",
  "delegation.yoursUpTo": "Bạn quyết định thay mặt {name}, tối đa {amount}. Ngày cuối: {time}.",
  "delegation.history": "{what} (thay mặt {name}, theo uỷ quyền)",
  "delegation.backwards": "Ngày cuối đứng trước ngày đầu.",
  "delegation.noCurrency": "Ghi tiền tệ bằng ba chữ cái, ví dụ VND.",
  "delegation.over": "Vượt hạn mức: tổng các đặt chỗ là {spent}, uỷ quyền chỉ đến {amount}.",
  "delegation.otherCurrency": "Vui lòng so sánh: tổng các đặt chỗ là {spent}, uỷ quyền đến {amount}.",
  "delegation.overLimit": "vượt hạn mức",
  "delegation.overSince": "Uỷ quyền của bạn thay mặt {name} đã hết hạn. Ngày cuối là {time}.",
  "delegation.begins": "Uỷ quyền của bạn thay mặt {name} bắt đầu từ {time}.",
};
