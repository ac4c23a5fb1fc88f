export const devices = {
  "problem.badEpoch":
    "{who} đã đặt cho bàn một khoá không khớp với máy này nên không gửi nhận được gì. Công việc của bạn vẫn được giữ ở đây. Hãy nhờ một chủ bàn khác đổi khoá và quyết định {who} có ở lại hay không.",
  "problem.badEpochOwner":
    "{who} đã đặt cho bàn một khoá không khớp với máy này nên không gửi nhận được gì. Không mất gì cả. Hãy đổi khoá; nếu đây không phải là nhầm lẫn, trước hết hãy gỡ {who} khỏi bàn.",
  "failure.paperKey":
    "Đây không đúng là khoá giấy như đã in. Chưa gửi gì đi. Hãy so với trang giấy và sửa lại.",
  "removed.what": "Xuất ra hoặc xoá khỏi máy này",
  "removed.unsent": { other: "{n} thay đổi làm ở đây chưa đến được với mọi người; bản xuất có chúng." },
  "devices.title": "Thiết bị của bạn",
  "devices.why": "Tất cả đều là bạn: một tên, một vai trò, cùng một công việc.",
  "devices.this": "trình duyệt này",
  "devices.since": "từ {time}",
  "devices.unnamed": "Một trình duyệt",
  "devices.count": { other: "{n} thiết bị" },
  "devices.removeTitle": "Gỡ {device} khỏi bàn?",
  "devices.removeWhat":
    "Dành cho thiết bị bị mất hoặc đã cho đi. Từ đó thiết bị không được xem gì mới, và bàn có khoá mới. Những gì đang có trên đó vẫn ở đó; những gì chưa gửi sẽ mất đối với bàn.",
  "devices.removePaper":
    "Khoá giấy của bạn được tạo trên thiết bị này. Nếu giờ có người khác giữ nó, hãy tạo khoá giấy mới: khoá cũ sẽ không mở được gì nữa.",
  "devices.add": "Thêm trình duyệt khác",
  "devices.link": "Dành cho trình duyệt kia của bạn. Dùng được một lần, đến {time}",
  "devices.care":
    "Mở Sidedesk ở đó, chọn “Tham gia bằng liên kết” rồi dán vào. Đừng đưa cho ai: ai mở nó sẽ là bạn ở bàn này.",
  "devices.name": "Tên của thiết bị này",
  "devices.become": "Trình duyệt này sẽ là một thiết bị của {name}.",
  "qr.label": "Mã QR của liên kết",
  "paper.title": "Khoá giấy",
  "paper.why": "Nếu mất mọi thiết bị, một trang giấy in sẽ đưa bạn trở lại bàn này.",
  "paper.whyAlone":
    "Bạn là chủ bàn duy nhất. Nếu mất mọi thiết bị, chỉ trang giấy in này mới giúp bạn vào lại được.",
  "paper.make": "Tạo khoá giấy",
  "paper.again": "Tạo khoá mới",
  "paper.againWhat": "Khoá trước đó sẽ không mở được gì nữa.",
  "paper.madeAt": "Tạo {time} trên: {device}",
  "paper.withdraw": "Thu hồi khoá giấy",
  "paper.withdrawn": "Khoá giấy không mở được gì nữa.",
  "paper.wanted":
    "Nếu mất thiết bị này, bạn cũng mất đường vào bàn. Khoá giấy in ra sẽ đưa bạn trở lại; chỉ mất một phút.",
  "paper.later": "Để sau",
  "paper.page": "Khoá giấy Sidedesk",
  "paper.desk": "Bàn",
  "paper.person": "Dành cho",
  "paper.server": "Máy chủ",
  "paper.fingerprint": "Dấu vân tay",
  "paper.date": "Ngày tạo",
  "paper.characters": "Khoá giấy",
  "paper.what":
    "Với trang này bạn trở lại bàn trên bất kỳ máy tính nào. Ai giữ nó sẽ đọc được cả bàn dưới tên bạn: hãy cất như hộ chiếu, đừng để cạnh máy tính.",
  "paper.step1": "Cài Sidedesk và mở lên.",
  "paper.step2":
    "Chọn “Tôi có khoá giấy”, rồi gõ máy chủ và các ký tự; chữ hoa và dấu gạch không quan trọng.",
  "paper.step3": "So tên bàn và dấu vân tay với trang này.",
  "paper.step4":
    "Sau đó gỡ các thiết bị đã mất, ở mục Thành viên trong cài đặt. Nếu có người khác đã thấy trang này, hãy tạo trang mới.",
  "paper.print": "In",
  "paper.done": "Xong",
  "paper.once": "Chỉ hiện lần này: Sidedesk không giữ bản sao.",
  "restore.choose": "Tôi có khoá giấy",
  "restore.key": "Các ký tự trên trang giấy",
  "restore.groups": "Hãy xem lại nhóm {groups}: không giống bản in.",
  "restore.it": "Khôi phục bàn",
  "restore.back": "Bạn trở lại với tên {name}.",
  "restore.compare": "Hãy so các chữ số này với trang giấy:",
};
