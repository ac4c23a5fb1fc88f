import type { Options } from "./options.ts";

export const options: Options = {
  "options.parts": "Các phần cài đặt",
  "options.back": "Về bàn",
  "options.desk": "Bàn",
  "options.look": "Giao diện",
  "options.shortcuts": "Phím tắt",
  "options.data": "Dữ liệu",
  "options.about": "Giới thiệu",
  "options.noDesk": "Trình duyệt này chưa có bàn nào.",
  "options.begin": "Tạo bàn",

  "desk.rename": "Tên này chỉ đổi trên máy của bạn; đồng nghiệp giữ tên họ đang thấy.",
  "server.checking": "Đang tìm máy chủ ở địa chỉ đó…",
  "server.found": "Có máy chủ Sidedesk trả lời ở địa chỉ đó.",
  "server.later": "Việc này có thể để sau: không có máy chủ mọi thứ vẫn hoạt động.",

  "policy.set": "Do tổ chức của bạn thiết lập",
  "policy.onlyServer": "Tổ chức của bạn chỉ cho phép {server}.",
  "policy.noServer": "Tổ chức của bạn không cho phép máy chủ nào: bàn chỉ ở trên máy này.",
  "failure.policy":
    "Tổ chức của bạn không cho phép việc này. Chưa có gì thay đổi. Hãy hỏi người quản lý trình duyệt của bạn.",
  "problem.policy":
    "Tổ chức của bạn không cho phép máy chủ của bàn này, nên không có gì được gửi hay nhận. Công việc của bạn vẫn được giữ ở đây. Hãy hỏi người quản lý trình duyệt của bạn.",

  "language.why": "Tên gọi, ngày tháng và thông báo theo ngôn ngữ này. Thư vẫn giữ ngôn ngữ của mẫu thư.",

  "principals.why": "Công việc là của ai: tên và màu của họ đứng cạnh mọi việc được làm cho họ.",
  "principals.add": "Thêm lãnh đạo",
  "principals.added": "Đã thêm",
  "principals.unnamed": "Chưa có tên",
  "principals.up": "Chuyển {name} lên",
  "principals.down": "Chuyển {name} xuống",
  "principals.moved": "Đã chuyển",
  "principals.remove": "Gỡ {name}",
  "principals.removed": "Đã gỡ {name}",
  "principals.keeps": "Những việc đã làm cho người này vẫn còn.",

  "templates.why": "Những thư có thể dùng để bắt đầu trả lời. Mọi người trong bàn đều có.",
  "templates.new": "Mẫu thư mới",
  "templates.builtIn": "có sẵn",
  "templates.change": "Sửa “{name}”",
  "templates.restore": "Khôi phục nội dung có sẵn",
  "templates.restored": "Nội dung có sẵn đã trở lại",
  "templates.remove": "Gỡ mẫu thư này",
  "templates.removed": "Đã gỡ mẫu thư",
  "templates.preview": "Xem trước với giá trị mẫu",
  "templates.values": "Những gì có thể điền vào",
  "templates.valuesWhy":
    "Bấm vào một mục để đưa vào nội dung. Phần giữa {begin} và {end} chỉ được viết khi biết giá trị đó.",
  "templates.insert": "Chèn: {name}",
  "templates.line": "Dòng {line}: {advice}",
  "templates.unknown": "Không có giá trị này: {names}. Nó được để trong ngoặc vuông.",
  "templates.sampleSubject": "gia hạn hợp đồng",
  "templates.sampleMessage": "Xin vui lòng gọi lại trước buổi trưa.",

  "shortcuts.why": "Các phím này dùng được ở mọi thẻ. Trình duyệt giữ chúng, nên thay đổi ở đó.",
  "shortcuts.change": "Thay đổi trong trình duyệt",

  "look.theme": "Sáng hay tối",
  "look.auto": "Theo trình duyệt",
  "look.light": "Sáng",
  "look.dark": "Tối",
  "look.accent": "Màu sắc",
  "look.page": "Theo trang bên cạnh",
  "look.density": "Khoảng cách",
  "look.comfortable": "Thoáng",
  "look.dense": "Sát",
  "look.size": "Cỡ chữ",
  "look.usual": "Thường",
  "look.large": "Lớn",
  "look.larger": "Lớn hơn",
  "look.why": "Dành cho trình duyệt này; mọi phần Sidedesk đang mở thay đổi theo ngay.",

  "data.kept": "Lưu trong trình duyệt này",
  "data.where":
    "Bàn, bản nháp và khoá nằm trong cơ sở dữ liệu riêng của trình duyệt này trên máy này, Sidedesk không mã hoá chúng. Nếu bàn có máy chủ, máy chủ giữ các bản sao niêm phong mà nó không đọc được.",
  "data.used": "Đã dùng {used}; trình duyệt cho phép {quota}.",
  "data.persisted": "Trình duyệt giữ dữ liệu cả khi ổ đĩa sắp đầy.",
  "data.notPersisted": "Trình duyệt có thể xoá dữ liệu khi ổ đĩa gần hết chỗ.",
  "data.records": { other: "{n} mục" },
  "data.unsent": { other: "{n} thay đổi chỉ có ở đây" },
  "data.sample": "mẫu",
  "data.export": "Xuất dữ liệu",
  "data.exportWhy":
    "Các tệp mà bạn và chương trình khác đọc được. Chúng không được niêm phong: hãy giữ ở nơi chỉ người phù hợp xem được.",
  "data.everything": "Tất cả (JSON)",
  "data.tasks": "Công việc (iCalendar)",
  "data.trips": "Chuyến đi (iCalendar)",
  "data.contacts": "Danh bạ (vCard)",
  "data.collecting": { other: "Đã gom {n} mục…" },
  "data.saved": "{file} nằm trong mục tải xuống của trình duyệt",
  "data.nothing": "Bàn không có mục nào thuộc loại này",

  "about.version": "Phiên bản {version}",
  "about.licence": "Phần mềm tự do theo giấy phép MIT.",
  "about.silent":
    "Sidedesk không kể với ai về bạn: không thống kê, không báo lỗi. Nó chỉ liên lạc với máy chủ của bàn của bạn. Đặt chỗ, số điện thoại và ngôn ngữ được đọc ngay trên máy này.",
  "about.notices": "Các phần mềm đã dùng và giấy phép của chúng",
  "about.airports": "Dữ liệu sân bay: Open Travel Data, CC BY 4.0, đã rút gọn và sắp xếp lại.",
  "about.security": "Điều gì bảo vệ dữ liệu của bạn, điều gì chưa, và cách báo lỗi (bằng tiếng Anh)",

  "first.title": "Ghi cuộc gọi đầu tiên",
  "first.how": "Viết những gì bạn nghe trong một dòng, ví dụ:",
  "first.example": "Sample Caller +371 26 123 456 gọi lại trước 15:00",
  "first.try": "Dùng ví dụ này",

  "teach.call":
    "Mỗi cuộc gọi trong một dòng, ghi lại ngay khi đang nghe điện thoại. Cuộc gọi cần gọi lại được để mở cho đến lúc đó.",
  "teach.message": "Điều ai đó muốn được chuyển lời. Lời nhắn được để mở cho đến khi đã chuyển.",
  "teach.reply": "Thư bạn và đồng nghiệp cùng viết. Hãy bắt đầu bên cạnh một thư đang mở; bạn tự gửi đi.",
  "teach.trip":
    "Các chuyến đi cùng đặt chỗ. Hãy mở thư có đặt chỗ bên cạnh thanh bên: nó được đọc ở đó, một lần bấm là thêm vào.",
  "teach.task": "Việc cần làm, ai làm và khi nào xong.",
  "teach.contact": "Những người gọi đến và viết thư. Họ được nhận ra theo số điện thoại và địa chỉ.",
};
