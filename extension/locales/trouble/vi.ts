import type { Trouble } from "./trouble.ts";

export const trouble: Trouble = {
  "problem.anew":
    "{what} Không có gì trong đó được nhận vào và không mất gì: công việc của bạn vẫn ở đây. Nếu máy chủ được khôi phục hoặc chuyển chỗ, hãy đồng bộ lại từ đầu: những gì nó thiếu sẽ được gửi lại.",
  "problem.unknownDesk":
    "Máy chủ không biết bàn này nên không gửi nhận được gì. Không mất gì: công việc của bạn vẫn ở đây. Hãy kiểm tra địa chỉ máy chủ trong cài đặt. Nếu máy chủ bị xoá trống hoặc chuyển chỗ, hãy đồng bộ lại từ đầu: những gì nó thiếu sẽ được gửi lại.",
  "problem.ownerFirst":
    "Máy chủ đã mất một phần danh sách thành viên, chỉ chủ bàn mới đưa lại được. Không mất gì: công việc của bạn vẫn ở đây. Hãy nhờ một chủ bàn đồng bộ lại từ đầu rồi thử lại.",
  "problem.wrongKey":
    "Khoá trên máy này không mở được bàn nên không nhận được gì. Những gì bạn viết vẫn được giữ ở đây. Hãy xuất chúng trong cài đặt, xoá bàn ở đó rồi tham gia lại bằng lời mời mới của chủ bàn.",
  "problem.refused":
    "Máy chủ không chấp nhận những gì máy này gửi nên chúng được giữ ở đây, không mất gì. Hãy cập nhật Sidedesk rồi đồng bộ lại từ đầu.",
  "problem.garbled":
    "Máy chủ gửi những gì Sidedesk không đọc được. Không có gì trong đó được nhận vào, công việc của bạn vẫn ở đây. Sidedesk tự thử lại; nếu kéo dài, hãy báo người quản lý máy chủ.",
  "problem.pruned":
    "Máy chủ chỉ còn giữ phần mới nhất của bàn làm việc này và trình duyệt này chưa bắt đầu từ đó được. Công việc của bạn vẫn ở đây. Việc đồng bộ sẽ tự tiếp tục khi trình duyệt của một đồng nghiệp đã mở một lúc.",
  "problem.passing": "Hiện chưa đồng bộ được. Công việc của bạn vẫn ở đây và Sidedesk tự thử lại. ({detail})",
  "problem.slower":
    "Máy chủ đề nghị trình duyệt này gửi chậm lại vì đã gửi rất nhiều. Không mất gì: những gì đang chờ ở đây sẽ tự được gửi dần.",
  "problem.clockApart":
    "Đồng hồ của máy này và của máy chủ không khớp nhau. Công việc của bạn vẫn được gửi, nhưng giờ hiện ra có thể sai, vai trò và lời mời có thể như hết hạn quá sớm hoặc quá muộn. Hãy chỉnh đồng hồ rồi thử lại.",
  "problem.unsent": { other: "Còn {n} thay đổi ở đây chờ gửi." },
  "sync.anew": "Đồng bộ lại từ đầu",
  "sync.stoppedUnsent": { other: "Đã ngừng đồng bộ · còn {n} cần gửi" },
  "sync.waiting": { other: "Còn {n} cần gửi" },
  "unread.by": { other: "Không đọc được {n} thay đổi của {who}; những thay đổi khác đều ở đây." },
  "unread.somebody": "một đồng nghiệp",
  "unread.how": "Hãy cập nhật Sidedesk rồi đồng bộ lại từ đầu, hoặc nhờ họ viết lại.",
  "unread.waiting":
    "Có phần đang chờ một thay đổi trước đó chưa đến; những thứ khác đều ở đây. Hãy đồng bộ lại từ đầu; nếu không được, hãy hỏi đồng nghiệp xem bên họ đã gửi hết chưa.",
  "unread.withheld":
    "Một đồng nghiệp đã có phần việc của {who} mà máy chủ chưa gửi cho trình duyệt này. Những thứ khác đều ở đây. Nếu vài phút nữa thông báo này vẫn còn, hãy báo người quản lý máy chủ.",
  "lost.gone":
    "Không còn trong trình duyệt này: {desks}. Trình duyệt, hoặc một chương trình dọn dẹp, đã xoá những gì Sidedesk lưu ở đây.",
  "lost.back":
    "Những gì đã gửi vẫn ở trên máy chủ: hãy quay lại bằng khoá giấy hoặc bằng lời mời. Tệp sao lưu còn có cả những gì chưa gửi vào lúc tạo tệp.",
  "lost.alone": "Không có máy chủ: chỉ lấy lại được {desks} từ tệp sao lưu, nếu bạn đã tạo.",
  "server.change": "Đổi địa chỉ",
  "server.changeWhy": "Dành cho máy chủ đã chuyển chỗ. Những gì máy chủ mới thiếu sẽ được gửi đến đó.",
  "standing.gone":
    "Sidedesk đã được cập nhật. Những gì bạn gõ được giữ lại. Hãy tải lại trang này để tiếp tục.",
  "standing.silent":
    "Phần nền của Sidedesk không trả lời. Những gì đã lưu vẫn còn và văn bản của bạn vẫn ở trong ô. Hãy tải lại trang này; nếu không được, hãy khởi động lại trình duyệt.",
  "standing.reload": "Tải lại",
  "failure.noStore":
    "Sidedesk không mở được kho dữ liệu trong trình duyệt này nên chưa hiện được gì. Những gì đã lưu vẫn còn. Hãy giải phóng dung lượng hoặc khởi động lại trình duyệt rồi tải lại trang này. ({detail})",
  "failure.roster":
    "Danh sách thành viên trên máy chủ không khớp nên việc này chưa được làm. Không có gì thay đổi. Hãy báo người quản lý máy chủ.",
  "failure.refused":
    "Máy chủ không chấp nhận việc này. Không có gì thay đổi, văn bản của bạn vẫn ở đây. Hãy cập nhật Sidedesk rồi thử lại.",
  "failure.ownerFirst":
    "Máy chủ thiếu một phần danh sách thành viên nên việc này chưa được làm. Chỉ chủ bàn mới đưa lại được: hãy nhờ họ làm trước.",
  "failure.noServer": "Bàn này chưa có máy chủ nên chưa mời được ai. Trước hết hãy kết nối với một máy chủ.",
  "failure.membersFull": "Danh sách thành viên đã đầy nên việc này chưa được làm. Không có gì thay đổi.",
  "failure.lastOwner":
    "Một bàn phải có ít nhất một chủ nên việc này chưa được làm. Trước hết hãy cho người khác làm chủ bàn.",
};
