import type { Line } from "./line.ts";

const caller = "Nguyễn Mẫu";
const organization = "Công ty Đường sắt Mẫu";
const phone = "+84901234567";
const callBack = { status: "callBack" };

export const vi: readonly Line[] = [
  {
    line: "Nguyễn Mẫu, Công ty Đường sắt Mẫu, 090 123 4567 máy lẻ 12, gặp A về hợp đồng, gọi lại trước 15h30 gấp",
    fields: {
      caller,
      organization,
      phone: `${phone};ext=12`,
      principal: "A",
      subject: "hợp đồng",
      ...callBack,
      callBackBy: "2026-11-23T13:30:00Z",
      urgent: true,
    },
  },
  { line: "Nguyễn Mẫu", fields: { caller } },
  { line: "Người gọi: Nguyễn Mẫu", fields: { caller } },
  {
    line: "Người gọi mẫu 090 123 4567 về hợp đồng",
    fields: { caller: "Người gọi mẫu", phone, subject: "hợp đồng" },
  },
  { line: "Nguyễn Mẫu bên Công ty Đường sắt Mẫu", fields: { caller, organization } },
  { line: "Nguyễn Mẫu sđt 0901234567", fields: { caller, phone } },
  { line: "Nguyễn Mẫu +84 90 123 4567", fields: { caller, phone } },
  { line: "Nguyễn Mẫu vừa gọi về hoá đơn", fields: { caller, direction: "inbound", subject: "hoá đơn" } },
  {
    line: "nguyen mau vua goi ve hoa don",
    fields: { caller: "nguyen mau", direction: "inbound", subject: "hoa don" },
    unsure: ["caller"],
  },
  {
    line: "Nguyễn Mẫu đã gọi lúc 9h15",
    fields: { caller, direction: "inbound", startedAt: "2026-11-23T07:15:00Z" },
  },
  { line: "Nguyễn Mẫu, gọi lại ngày mai", fields: { caller, ...callBack, callBackBy: "2026-11-24" } },
  {
    line: "Nguyễn Mẫu, gọi lại sáng mai",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T10:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Nguyễn Mẫu, gọi lại lúc 3 giờ chiều",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại lúc 3 giờ rưỡi chiều",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:30:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại trước 15h",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Nguyễn Mẫu, goi lai truoc 15h30",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:30:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại trước 3 giờ",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
    unsure: ["callBackBy"],
  },
  { line: "Nguyễn Mẫu, gọi lại thứ sáu", fields: { caller, ...callBack, callBackBy: "2026-11-27" } },
  {
    line: "Nguyễn Mẫu, gọi lại thứ 6 lúc 10:00",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T08:00:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại trong 30 phút",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T08:30:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại sau 2 tiếng",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T10:00:00Z" },
  },
  {
    line: "Nguyễn Mẫu, gọi lại ngày 3/12",
    fields: { caller, ...callBack, callBackBy: "2026-12-03" },
    unsure: ["callBackBy"],
  },
  { line: "Nguyễn Mẫu, gọi lại ngày 3 tháng 12", fields: { caller, ...callBack, callBackBy: "2026-12-03" } },
  {
    line: "Nguyễn Mẫu, gọi lại chiều nay",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T15:00:00Z" },
    unsure: ["callBackBy"],
  },
  { line: "Nguyễn Mẫu muốn gặp anh A", fields: { caller, principal: "A" } },
  {
    line: "Nguyễn Mẫu, gọi lại lúc 11 giờ trưa mai",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T09:00:00Z" },
  },
  { line: "Nguyễn Thị Mai", fields: { caller: "Nguyễn Thị Mai" } },
  {
    line: "chị Mai, gọi lại Mai 9h",
    fields: { caller: "chị Mai", ...callBack, callBackBy: "2026-11-24T07:00:00Z" },
  },
  { line: "Nguyễn Mẫu, không gấp", fields: { caller }, rest: "không gấp" },
  { line: "Nguyễn Mẫu, sẽ gọi lại sau", fields: { caller }, rest: "sẽ gọi lại sau" },
  {
    line: "lời nhắn cho A: Nguyễn Mẫu, ghé qua, sẽ gọi lại",
    kind: "message",
    fields: { principal: "A", caller, cameToSeeYou: true, willCallAgain: true },
  },
  { line: "báo cho A xe đã tới", kind: "message", fields: { principal: "A" }, rest: "xe đã tới" },
  {
    line: "Nguyễn Mẫu vừa gọi, xin gọi lại 0901234567 về ngân sách",
    hint: "message",
    fields: { caller, telephoned: true, pleaseCall: true, phone, message: "ngân sách" },
  },
  {
    line: "cần làm: gửi biên bản trước thứ sáu, gấp",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "gửi biên bản",
  },
  {
    line: "đặt bàn 3 người lúc 19h ngày mai",
    hint: "task",
    fields: { due: "2026-11-24T17:00:00Z" },
    rest: "đặt bàn 3 người",
  },
  {
    line: "Gửi hợp đồng lúc 3 rưỡi chiều",
    hint: "task",
    fields: { due: "2026-11-23T13:30:00Z" },
    rest: "Gửi hợp đồng",
  },
  {
    line: "Gửi hợp đồng lúc 3 giờ kém 15 chiều",
    hint: "task",
    fields: { due: "2026-11-23T12:45:00Z" },
    rest: "Gửi hợp đồng",
  },
  { line: "Chi 3 rưỡi triệu", hint: "task", fields: {}, rest: "Chi 3 rưỡi triệu" },
  { line: "Gửi hợp đồng sau hai ngày", hint: "task", fields: { due: "2026-11-25" }, rest: "Gửi hợp đồng" },
];
