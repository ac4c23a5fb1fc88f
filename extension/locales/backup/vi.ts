import type { Backup } from "./backup.ts";

export const backup: Backup = {
  "backup.title": "Tệp sao lưu",
  "backup.why":
    "Toàn bộ bàn trong một tệp, được bảo vệ bằng cụm mật khẩu do bạn chọn. Từ tệp đó, bàn được khôi phục trên một máy trống. Hãy cất tệp ở nơi khác, không để trên máy này.",
  "backup.server":
    "Tệp chỉ chứa phần việc, không cho vào máy chủ. Để tiếp tục cùng đồng nghiệp, bạn còn cần khoá giấy hoặc lời mời.",
  "backup.last": "Lần sao lưu gần nhất trong trình duyệt này: {time}",
  "backup.none": "Trình duyệt này chưa tạo bản sao lưu nào.",
  "backup.make": "Tạo tệp sao lưu",
  "backup.beforehand":
    "Ai có tệp và cụm mật khẩu sẽ đọc được bàn như lúc này, kể cả mục thuộc đặc quyền pháp lý. Không có cụm mật khẩu thì không ai mở được tệp, Sidedesk cũng không.",
  "backup.making": "Đang niêm phong bàn: {n}/{total}",
  "backup.save": "Lưu tệp",
  "backup.saved": "Đã lưu: {file}",
  "backup.wanted":
    "Bàn này chỉ có trong trình duyệt này. Nếu mất dữ liệu của trình duyệt hoặc mất máy, chỉ tệp sao lưu mới đưa bàn trở lại.",
  "backup.old":
    "Lần sao lưu cuối của bàn này: {time}. Những gì làm từ đó đến nay chỉ có trong trình duyệt này.",
  "fromFile.choose": "Tôi có tệp sao lưu",
  "fromFile.file": "Tệp sao lưu",
  "fromFile.passphrase": "Cụm mật khẩu của tệp",
  "fromFile.open": "Mở tệp",
  "fromFile.made": "Tạo: {time}, người tạo: {person}",
  "fromFile.server":
    "Bàn này ở trên {server}. Với khoá giấy, hoặc liên kết mà bạn được gửi, bạn sẽ quay lại đó và nhận những gì đã làm từ khi ấy.",
  "fromFile.key": "Khoá giấy hoặc liên kết",
  "fromFile.join": "Khôi phục và kết nối",
  "fromFile.aloneWhy":
    "Nếu không có, bàn trở lại như khi ấy, chỉ trên thiết bị này: đồng nghiệp không thấy những gì bạn làm ở đây. Nếu chưa từng có ai khác dùng bàn này, sau này có thể đưa nó lên máy chủ lại, như một bàn mới.",
  "fromFile.alone": "Chỉ khôi phục trên thiết bị này",
  "fromFile.progress": "Đang khôi phục bàn: {n}/{total}",
  "failure.backupForeign":
    "Đây không phải là tệp sao lưu của Sidedesk. Chưa có gì thay đổi. Hãy chọn tệp khác.",
  "failure.backupVersion":
    "Tệp sao lưu này thuộc một phiên bản Sidedesk khác. Chưa có gì thay đổi. Hãy cập nhật Sidedesk rồi mở lại.",
  "failure.backupCut":
    "Tệp bị thiếu phần cuối: tệp chưa được sao chép trọn vẹn. Chưa có gì thay đổi. Hãy sao chép lại, hoặc chọn tệp cũ hơn.",
  "failure.backupDamaged":
    "Một phần của tệp không còn như lúc được ghi. Chưa có gì thay đổi. Hãy sao chép lại, hoặc chọn tệp cũ hơn.",
  "failure.backupPassphrase":
    "Cụm mật khẩu này không mở được tệp. Chưa có gì thay đổi. Hãy xem lại chữ hoa và ngôn ngữ bàn phím rồi thử lại.",
  "failure.backupKey":
    "Bàn này có máy chủ: hãy nhập khoá giấy hoặc dán liên kết, hoặc chỉ khôi phục trên thiết bị này.",
  "failure.backupOtherDesk":
    "Khoá hoặc liên kết này dẫn đến bàn khác với bàn trong tệp. Chưa có gì thay đổi. Hãy tìm đúng khoá giấy hoặc liên kết.",
};
