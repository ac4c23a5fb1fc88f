export const tickets = {
  "ticket.attached":
    "{name} có thể chứa một đặt chỗ. Tệp đính kèm không mở được từ đây: hãy lưu lại rồi chọn hoặc thả tệp vào đây.",
  "ticket.choose": "Đọc vé từ tệp…",
  "ticket.why": "PDF, thẻ Wallet hoặc tệp lịch. Đọc ngay trên thiết bị này; không gửi đi đâu cả.",
  "ticket.drop": "Thả vé vào đây để đọc",
  "ticket.title": { other: "Đã đọc {n} đặt chỗ" },
  "ticket.none":
    "Không tìm thấy đặt chỗ nào trong {name}. Ảnh quét không đọc được: hãy nhập đặt chỗ vào chuyến đi.",
  "ticket.damaged": "{name} bị hỏng nên không đọc được. Hãy tải lại rồi chọn lần nữa.",
  "ticket.unknown": "{name} thuộc loại không đọc được ở đây. Hãy chọn tệp PDF, .pkpass hoặc .ics.",
  "ticket.tooLarge": "{name} lớn hơn {size} MB nên không được đọc. Hãy chọn tệp nhỏ hơn.",
};
