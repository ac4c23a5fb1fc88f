import type { AuditTexts } from "./audit.ts";

export const audit: AuditTexts = {
  "audit.title": "Thay mặt {name}",
  "audit.why":
    "Ai đã làm gì cho {name}. Trình duyệt nào thực hiện thì ký; không ai có thể sửa hoặc bỏ một mục mà không bị phát hiện.",
  "audit.show": "Xem nhật ký",
  "audit.none": "Ở đây chưa có gì được ký.",
  "audit.new": "mới",
  "audit.signed": "đã ký",
  "audit.byDelegation": "theo uỷ quyền của {who}",
  "audit.unproven": "nêu một uỷ quyền mà nhật ký không chứng tỏ",
  "audit.late": "ghi ngày sau khi người này rời bàn",
  "audit.holds": { other: "{n} mục, mục nào cũng được ký; không thiếu mục nào ở giữa." },
  "audit.leftOut":
    "Sau {n} mục hợp lệ thì thiếu một mục. Phần tiếp theo không được hiển thị. Vui lòng thử lại khi bàn đã đồng bộ.",
  "audit.broken":
    "Sau {n} mục hợp lệ có một mục không đúng với nội dung đã ký. Phần tiếp theo không được hiển thị. Vui lòng báo cho chủ bàn.",
  "audit.unsigned": {
    other: "{n} thay đổi không có trong nhật ký: chúng cũ hơn, hoặc do một phiên bản chưa có nhật ký tạo ra.",
  },
  "audit.end": "Dấu cuối: {mark}",
  "audit.endWhy":
    "Khi đã đồng bộ, mọi người trong bàn đều thấy cùng một dấu. Tệp bị cắt phần cuối sẽ có dấu khác.",
  "audit.all": "Hiện tất cả",
  "audit.words": "Nội dung chữ trong tệp",
  "audit.words.none": "Không có: chỉ ai, khi nào, mục nào",
  "audit.words.open": "Tất cả, trừ mục mật và mục thuộc đặc quyền pháp lý",
  "audit.words.all": "Tất cả",
  "audit.save": "Lưu thành tệp",
  "audit.saved": "Đã lưu: {file}. Ai cũng có thể kiểm tra mà không cần bàn, bằng “npm run audit”.",
};
