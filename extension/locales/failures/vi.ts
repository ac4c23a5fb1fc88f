import type { Failures } from "./failures.ts";

export const failures: Failures = {
  "failure.quota": "Máy đã hết chỗ. Văn bản của bạn vẫn ở đây: dọn bớt rồi thử lại.",
  "failure.notAllowed":
    "Vai trò của bạn ở bàn này không cho phép. Văn bản của bạn vẫn ở đây. Hãy hỏi chủ bàn.",
  "failure.gone": "Mục này không còn ở đây. Văn bản của bạn vẫn còn trong ô.",
  "failure.changedSince":
    "Mục này đã được thay đổi sau đó nên không hoàn tác và vẫn giữ nguyên. Lịch sử cho biết ai đã sửa.",
  "failure.offline":
    "Không kết nối được máy chủ. Công việc của bạn vẫn được giữ ở đây. Kiểm tra kết nối và địa chỉ rồi thử lại.",
  "failure.badInvite":
    "Đây chưa phải lời mời đầy đủ. Chưa có gì thay đổi. Hãy chép từ “web+sidedesk:join” đến hết rồi dán lại.",
  "failure.inviteExpired": "Lời mời này đã hết hạn. Chưa có gì thay đổi. Hãy xin lời mời mới.",
  "failure.inviteUsed": "Lời mời này đã được dùng: mỗi lời mời chỉ dùng một lần. Hãy xin lời mời mới.",
  "failure.inviteRevoked": "Lời mời này đã bị thu hồi. Chưa có gì thay đổi. Hãy xin lời mời mới.",
  "failure.inviteUnknown": "Bàn không biết lời mời này. Chưa có gì thay đổi. Hãy xin lời mời mới.",
  "failure.inviteNowhere":
    "Máy chủ không biết bàn này nên bạn chưa tham gia. Hãy hỏi người đã mời bạn, hoặc chủ bàn, xem máy chủ có được chuyển đi không.",
  "failure.insecure":
    "Lời mời này dẫn tới máy chủ không mã hoá nên chưa gửi gì tới đó. Hãy xin lời mời tới địa chỉ https.",
  "failure.alreadyHere": "Bàn này đã có trên máy này. Hãy chọn nó ở đầu trang bàn.",
  "failure.alreadyMember":
    "Trình duyệt này đã bị gỡ khỏi bàn, nhưng những gì nó có vẫn còn ở đây. Trong cài đặt, hãy xuất những gì cần, xoá bàn ở đó rồi tham gia lại.",
  "failure.badServer": "Không có máy chủ Sidedesk ở địa chỉ này. Chưa gửi gì. Kiểm tra địa chỉ rồi thử lại.",
  "failure.badAddress":
    "Đây không phải địa chỉ máy chủ. Chưa gửi gì. Địa chỉ có dạng https://desk.example.com.",
  "failure.version":
    "Máy chủ thuộc phiên bản khác nên chưa làm được. Công việc của bạn vẫn ở đây. Hãy cập nhật Sidedesk hoặc nhờ người quản lý máy chủ.",
  "failure.unknownDesk":
    "Máy chủ không biết bàn này. Công việc của bạn vẫn ở đây. Hãy hỏi người quản lý máy chủ.",
  "failure.moved": "Đồng nghiệp vừa thay đổi danh sách thành viên cùng lúc nên chưa làm được. Hãy thử lại.",
  "failure.serverFull":
    "Máy chủ đã hết chỗ. Công việc của bạn vẫn ở đây. Nhờ người quản lý máy chủ thêm chỗ rồi thử lại.",
  "failure.closed":
    "Máy chủ này chỉ nhận bàn mới khi có khoá của nó: địa chỉ kết thúc bằng dấu # và khoá. Chưa có gì thay đổi. Hãy hỏi người quản lý máy chủ.",
  "failure.busy": "Máy chủ đang quá bận. Công việc của bạn vẫn ở đây. Hãy thử lại sau một phút.",
  "failure.clock": "Đồng hồ của máy này sai nên máy chủ từ chối. Hãy chỉnh đồng hồ rồi thử lại.",
  "failure.sample": "Bàn mẫu chỉ ở trên máy này. Hãy tạo bàn của riêng bạn để chia sẻ.",
  "failure.interrupted":
    "Sidedesk bị gián đoạn trước khi kịp trả lời. Vui lòng kiểm tra xem việc này đã xong chưa; nếu chưa, hãy thử lại.",
  "failure.invalid": "Chưa lưu được như thế này. Văn bản của bạn vẫn ở đây: xem các trường được đánh dấu.",
  "failure.other": "Chưa được, văn bản của bạn vẫn ở đây. Hãy thử lại. ({detail})",
  "problem.distrust":
    "{what} Không có gì trong đó được nhận vào, công việc của bạn vẫn ở đây. Hãy báo người quản lý máy chủ rồi thử lại.",
  "problem.forged": "Máy chủ gửi một thay đổi có chữ ký giả.",
  "problem.withheld": "Máy chủ đã bỏ sót một thay đổi của đồng nghiệp.",
  "problem.forked": "Máy chủ cho thấy lịch sử khác với trước đây.",
  "problem.rollback": "Máy chủ đã quay về trạng thái cũ và mất những gì từng xác nhận.",
  "problem.replayed": "Máy chủ gửi lại một thay đổi cũ.",
  "problem.stranger": "Máy chủ gửi thay đổi của người không ở bàn này.",
  "problem.anotherDesk": "Máy chủ gửi thay đổi của một bàn khác.",
  "problem.roster": "Danh sách thành viên trên máy chủ không khớp.",
  "problem.version":
    "Máy chủ và Sidedesk này khác phiên bản nên không gửi nhận được gì. Công việc của bạn vẫn ở đây và sẽ gửi sau. Hãy cập nhật Sidedesk hoặc nhờ người quản lý máy chủ.",
  "problem.removed":
    "Máy này không còn ở bàn. Những gì ở đây vẫn đọc được nhưng không gửi nhận nữa. Hãy xin chủ bàn lời mời mới.",
  "problem.role":
    "Vai trò của bạn không cho máy này gửi thay đổi. Chúng được giữ ở đây. Hãy hỏi chủ bàn rồi thử lại.",
  "problem.superseded":
    "Một bản Sidedesk khác đang chạy trong trình duyệt này. Không mất gì cả. Hãy đóng rồi mở lại trình duyệt.",
  "problem.diskFull":
    "Máy đã hết chỗ nên không nhận được gì mới. Những gì đã lưu vẫn còn. Hãy dọn bớt: sau đó tự tiếp tục.",
  "problem.closed":
    "Máy chủ đã mất bàn này và chỉ nhận lại khi có khoá của nó. Công việc của bạn vẫn ở đây. Trong cài đặt, hãy nhập lại địa chỉ máy chủ, kết thúc bằng # và khoá.",
  "problem.serverFull":
    "Máy chủ hết chỗ cho bàn này. Thay đổi của bạn được giữ ở đây và tự gửi khi có chỗ. Hãy báo người quản lý máy chủ.",
  "problem.clock":
    "Đồng hồ của máy này sai nên máy chủ từ chối thay đổi. Chúng được giữ ở đây. Hãy chỉnh đồng hồ rồi thử lại.",
  "problem.badServer":
    "Có thứ khác trả lời ở địa chỉ máy chủ, có thể là trang đăng nhập mạng. Công việc của bạn vẫn ở đây và tự gửi khi máy chủ trở lại.",
  "problem.other":
    "Đồng bộ đã ngừng, công việc của bạn vẫn ở đây. Hãy báo người quản lý máy chủ rồi thử lại. ({detail})",
};
