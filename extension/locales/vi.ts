import { audit } from "./audit/vi.ts";
import { backup } from "./backup/vi.ts";
import { booking } from "./booking/vi.ts";
import type { Catalogue } from "./catalogue.ts";
import { classification } from "./classification/vi.ts";
import { delegation } from "./delegation/vi.ts";
import { devices } from "./devices/vi.ts";
import { everyday } from "./everyday/vi.ts";
import { failures } from "./failures/vi.ts";
import { follow } from "./follow/vi.ts";
import { keys } from "./keys/vi.ts";
import { lists } from "./lists/vi.ts";
import { lock } from "./lock/vi.ts";
import { members } from "./members/vi.ts";
import { options } from "./options/vi.ts";
import { pieces } from "./pieces/vi.ts";
import { presence } from "./presence/vi.ts";
import { roles } from "./roles/vi.ts";
import { tickets } from "./tickets/vi.ts";
import { trouble } from "./trouble/vi.ts";

export const vi: Catalogue = {
  ...failures,
  ...lists,
  ...options,
  ...everyday,
  ...classification,
  ...audit,
  ...backup,
  ...delegation,
  ...lock,
  ...members,
  ...pieces,
  ...presence,
  ...roles,
  ...trouble,
  ...keys,
  ...follow,
  ...devices,
  ...tickets,
  ...booking,

  save: "Lưu",
  undo: "Hoàn tác",
  undone: "Đã hoàn tác",
  close: "Đóng",
  cancel: "Huỷ",
  back: "Quay lại",
  other: "Khác…",

  "sync.allSent": "Đã gửi hết",
  "sync.local": "Trên máy này",
  "sync.connecting": "Đang kết nối",
  "sync.sending": { other: "Đang gửi · {n}" },
  "sync.catchingUp": { other: "Đang tải về · {n}" },
  "sync.offline": "Ngoại tuyến",
  "sync.offlineUnsent": { other: "Ngoại tuyến · còn {n} cần gửi" },
  "sync.stopped": "Đã ngừng đồng bộ",
  "sync.again": "Thử lại",
  "sync.now": "Đồng bộ ngay",

  "capture.line": "Chuyện gì vừa xảy ra, trong một dòng",
  "capture.hint": "Tên, công ty, số điện thoại, cho ai, về việc gì, hạn khi nào",
  "capture.first": "Hãy ghi ngay: nội dung được giữ đến khi bạn có bàn.",
  "capture.short": "Ghi cuộc gọi, lời nhắn, việc…",
  "capture.kind": "Lưu thành",
  "capture.understood": "Hiểu được từ dòng này",
  "capture.unsure": "{field}: phỏng đoán, vui lòng xem lại",
  "capture.textHint": "Họ nói gì, theo đúng lời họ",
  "capture.kept": "Tự giữ khi bạn gõ",
  "capture.keeping": "Đang giữ…",
  "capture.more": "Thêm trường",
  "capture.saved": "Đã lưu",

  "caller.known": "Người gọi quen",
  "caller.calls": { other: "{n} cuộc gọi" },
  "caller.callsLast": { other: "{n} cuộc gọi, gần nhất {time}" },
  "caller.open": "Đang mở: {title}",

  "sample.banner": "Bàn mẫu: mọi thứ ở đây đều không có thật",
  "sample.remove": "Xoá hẳn",

  "onboarding.title": "Chào mừng đến với Sidedesk",
  "onboarding.promise":
    "Cuộc gọi, thư trả lời và chuyến đi ngay cạnh hộp thư. Tất cả ở trên máy này cho đến khi bạn chia sẻ, và khi đó chỉ đồng nghiệp của bạn đọc được.",
  "onboarding.create": "Bàn mới",
  "onboarding.join": "Tham gia bằng liên kết",
  "onboarding.deskName": "Tên bàn",
  "onboarding.deskHint": "Văn phòng hội đồng",
  "onboarding.yourName": "Tên của bạn, như đồng nghiệp nhìn thấy",
  "onboarding.you": "Tôi",
  "onboarding.createIt": "Tạo bàn",
  "onboarding.joinIt": "Tham gia",
  "onboarding.link": "Liên kết mời",
  "onboarding.where": "trên {server}",
  "onboarding.until": "có hiệu lực đến {time}",
  "onboarding.compare": "Hãy so các chữ số này với người đã mời bạn:",
  "onboarding.sampleWhy": "Chỉ muốn xem thử? Bàn mẫu cho thấy một ngày làm việc. Gỡ bỏ bằng một lần bấm.",
  "onboarding.sample": "Thử bàn mẫu",

  "tab.all": "Các phần của bàn",
  "tab.mail": "Thư này",
  "tab.queue": "Hàng chờ",
  "tab.today": "Hôm nay",

  "row.claim": "Nhận việc",
  "row.claimed": "Việc này giờ là của bạn",
  "row.released": "Đã trả lại hàng chờ",
  "row.assigned": "{name} đang giữ. Nhận lấy hoặc trả lại",
  "assign.nobody": "Chưa ai nhận",
  "assign.given": "Đã giao cho {name}",
  "row.conflict": "hai quyết định",
  "row.late": "trễ {time}",
  "row.urgent": "khẩn",
  "row.done": "Xong: {title}",
  "row.ticked": "Xong",

  "list.more": { other: "Xem thêm {n}" },
  "list.tooMany": { other: "Tất cả {n}. Hãy tìm kiếm để thấy phần còn lại." },
  "list.unclaimed": "của tôi và chưa ai nhận",
  "list.filters": "Bộ lọc",
  "list.search": "Tìm kiếm",
  "list.new": "Mới",
  "list.created": "Đã tạo",

  "empty.queue": "Không có gì đang chờ bạn",
  "empty.kind": "Ở đây chưa có gì",
  "empty.today": "Hôm nay không có gì đến hạn",
  "empty.inQueue": { other: "{n} mục trong hàng chờ" },
  "empty.withKey":
    "{keys} ở bất kỳ thẻ nào ghi cuộc gọi trong một dòng: “Sample Caller +371 26 123 456 gọi lại trước 15:00”.",
  "empty.withButton":
    "Nút Sidedesk của trình duyệt ghi cuộc gọi trong một dòng: “Sample Caller +371 26 123 456 gọi lại trước 15:00”.",
  "empty.beside": "Trong Gmail và Outlook, bàn nằm cạnh thư.",
  "empty.how":
    "Gõ một dòng như “Sample Caller +371 26 123 456 gọi lại trước 15:00” ở chỗ ghi cuộc gọi: nó sẽ hiện ở đây.",
  "empty.search": "Không tìm thấy",
  "empty.searchHow": "Tìm trong tên, số điện thoại, chủ đề và ghi chú. Gõ ít chữ hơn sẽ thấy nhiều hơn.",

  "record.gone": "Mục này không còn ở đây",
  "record.unknownKind":
    "Mục này do phiên bản Sidedesk mới hơn tạo ra. Hãy cập nhật để mở; không có gì bị mất.",
  "record.nowIs": "Bây giờ: {state}",
  "record.delete": "Xoá",
  "record.deleted": "Đã xoá",

  "form.more": { other: "Thêm {n} trường" },
  "field.hour": "Giờ",
  "field.status": "Trạng thái",
  "fault.wrong-type": "Giá trị này không hợp ở đây.",
  "fault.too-long": "Dài quá.",
  "fault.not-one-line": "Ở đây chỉ được một dòng.",
  "fault.not-allowed": "Có vẻ chưa đúng. Ví dụ: name@example.com",
  "fault.not-a-date": "Đây không phải ngày.",
  "value.none": "trống",
  "value.yes": "có",
  "value.no": "không",
  "value.record": "một mục",

  "item.add": "Thêm",
  "item.none": "Chưa có gì.",
  "item.new": "Mục mới",
  "item.remove": "Bỏ",
  "item.removed": "Đã bỏ",

  "member.me": "{name} (bạn)",
  "member.you": "Bạn",
  "member.unknown": "Ai đó",
  "member.removed": "đã rời",
  "role.owner": "Chủ bàn",
  "role.assistant": "Trợ lý",
  "role.principal": "Lãnh đạo",
  "role.viewer": "Người xem",
  "role.ownerCan": "Làm được mọi việc và quyết định ai ở trong bàn.",
  "role.assistantCan": "Đọc và viết mọi thứ trong bàn.",
  "role.principalCan": "Đọc, quyết định và góp ý.",
  "role.viewerCan": "Chỉ đọc.",

  "history.title": "Lịch sử",
  "history.created": "{who} đã tạo {kind} này",
  "history.set": "{who} đặt {field} là {after}",
  "history.changed": "{who} đổi {field} từ {before} thành {after}",
  "history.cleared": "{who} xoá {field} (trước là {before})",
  "history.wrote": "{who} viết vào {field}: “{text}”",
  "history.cut": "{who} rút ngắn {field}",
  "history.list": "{who} thay đổi {list}",
  "history.deleted": "{who} đã xoá mục này",
  "history.restored": "{who} đã khôi phục mục này",
  "history.other": "{who} thay đổi {field}",

  "conflict.title": "Hai quyết định cùng lúc",
  "conflict.keep": "Giữ cái này",
  "conflict.settled": "Đã quyết",

  "sidebar.close": "Đóng thanh bên",
  "desk.open": "Mở toàn bộ bàn",

  "mail.noPage": "Không có thư bên cạnh",
  "mail.noPageHow": "Mở Gmail hoặc Outlook trong thẻ này rồi mở một thư. Trong lúc đó, hãy nhập bằng tay:",
  "mail.noneOpen": "Hãy mở một thư",
  "mail.noneOpenHow":
    "Khi đó bạn sẽ thấy ai viết, các đặt chỗ và thư trả lời. Không có thư thì nhập bằng tay:",
  "mail.unreadable": "Không đọc được trang này",
  "mail.unreadableHow": "Có thể hộp thư đã đổi giao diện. Chúng tôi không đoán. Bạn có thể nhập bằng tay:",
  "mail.writer": "Người viết",
  "mail.call": "Gọi",
  "mail.firstTime": "Chưa có cuộc gọi nào",
  "mail.records": "Gắn với thư này",
  "mail.noRecords": "Chưa có gì.",
  "mail.noThreadId": "Trang không cho biết đây là thư nào, nên chưa gắn gì vào được.",
  "mail.addTask": "Thêm việc",
  "mail.logCall": "Ghi cuộc gọi",
  "mail.takeMessage": "Nhận lời nhắn",
  "mail.newTask": "Việc mới",

  "reply.title": "Thư trả lời",
  "reply.hint": "Đồng nghiệp thấy khi bạn đang viết",
  "reply.begun": "Đã bắt đầu bản nháp",
  "reply.empty": "Viết thư trả lời",
  "reply.insert": "Đưa vào thư",
  "reply.status": "Phê duyệt và trạng thái",
  "insert.done": "Đã có trong thư. Hãy đọc lại rồi tự gửi.",
  "insert.opensReply": "Mở ô trả lời của thư này và đặt văn bản vào đó. Bạn tự gửi.",
  "insert.intoBox": "Văn bản vào đầu ô trả lời đang mở. Bạn tự gửi.",
  "insert.no-page": "Ở đây không có trang thư. Mở thư trong Gmail hoặc Outlook rồi thử lại.",
  "insert.no-compose-box": "Ô trả lời không mở được. Hãy bấm Trả lời ở thư rồi bấm lại ở đây.",
  "insert.which": "Cuộc trao đổi này có nhiều thư. Trước hết bấm Trả lời ở đúng thư, rồi bấm lại ở đây.",
  "insert.ambiguous": "Có nhiều ô trả lời đang mở. Đóng những ô thừa rồi bấm lại ở đây.",
  "insert.refused": "Trang thư không nhận văn bản. Hãy chép từ đây rồi dán vào đó.",

  "nav.label": "Bàn",
  "nav.menu": "Trình đơn",
  "nav.desk": "Chọn bàn",
  "nav.allDesks": "Tất cả các bàn",
  "nav.members": "Thành viên",
  "nav.late": { other: "{n} trễ" },
  "nav.principals": "Tất cả lãnh đạo",
  "nav.addPrincipal": "Thêm lãnh đạo",
  "nav.settings": "Bàn và cài đặt",

  "invite.needsServer": "Để mời đồng nghiệp, trước hết hãy nối bàn này với máy chủ.",
  "invite.role": "Vai trò",
  "invite.make": "Mời đồng nghiệp",
  "invite.link": "Liên kết dùng được một lần, đến {time}",
  "invite.copy": "Chép liên kết",
  "invite.copied": "Đã chép liên kết",
  "invite.care": "Hãy gửi sao cho chỉ người nhận đọc được: ai mở trước sẽ vào bàn.",

  "server.title": "Máy chủ đồng bộ",
  "server.why":
    "Bàn này chỉ có trên máy này. Máy chủ giúp chia sẻ với đồng nghiệp; nó chỉ thấy dữ liệu đã niêm phong.",
  "server.url": "Địa chỉ máy chủ",
  "server.connect": "Kết nối",
  "fingerprint.why": "Dấu vân tay của bàn này. Đồng nghiệp phải thấy cùng các chữ số:",

  "setAside.title": "Chưa thực hiện được",
  "setAside.why":
    "Những việc này không thực hiện được. Không việc nào khác bị chậm. Hãy đọc, và làm lại nếu vẫn cần.",
  "setAside.banner": { other: "{n} thay đổi không thực hiện được" },
  "setAside.show": "Xem",
  "setAside.dismiss": "Đã đọc",

  "language.title": "Ngôn ngữ",
  "language.browser": "Theo trình duyệt",

  "desks.title": "Các bàn trên máy này",
  "desks.another": "Thêm bàn",
  "desks.remove": "Gỡ {desk} khỏi máy này",
  "desks.removeTitle": "Gỡ {desk}?",
  "desks.removeShared": "Bàn sẽ rời khỏi máy này. Đồng nghiệp vẫn còn, nhưng phần chưa gửi sẽ mất.",
  "desks.removeLocal": "Bàn chỉ có trên máy này: tất cả sẽ mất hẳn.",
  "desks.removeIt": "Gỡ bỏ",
};
