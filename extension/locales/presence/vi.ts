import type { Presence } from "./presence.ts";

export const presence: Presence = {
  "presence.open": { other: "{names} đang mở mục này" },
  "presence.writing": { other: "{names} đang viết ở đây" },
  "presence.shown": "Đồng nghiệp thấy tôi đang mở gì",
  "presence.shownWhy":
    "Khi bạn đang mở một thư hoặc một mục, đồng nghiệp trên bàn đó thấy tên bạn bên cạnh, và biết bạn có đang viết hay không. Thông tin này được niêm phong cho riêng họ và không lưu lại ở đâu. Bạn luôn thấy những gì họ đang mở.",
};
