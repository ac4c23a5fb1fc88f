import type { Starter } from "./starter.ts";

export const vi: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "Đã nhận thư",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nCảm ơn Quý vị đã gửi thư{% if subject %} về “{{ subject }}”{% endif %}. {{ principal }} đã nhận được và sẽ trả lời trong thời gian sớm nhất.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "Sẽ gọi lại",
    subject: "Re: cuộc gọi của Quý vị",
    body: "{{ greeting }}\n\nCảm ơn Quý vị đã gọi điện{% if date %} ngày {{ date }}{% endif %}. {{ principal }} sẽ gọi lại{% if phone %} theo số {{ phone }}{% endif %}.\n\nNếu có giờ hoặc số khác thuận tiện hơn, xin vui lòng cho tôi biết.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "Đề nghị gặp",
    subject: "Gặp trao đổi: {{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }} mong được gặp Quý vị để trao đổi về {{ subject }}. Quý vị có thể thu xếp vào một trong các thời gian sau không?\n\n–\n–\n–\n\nNếu không tiện, xin Quý vị đề xuất thời gian khác.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "Từ chối",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nCảm ơn lời mời của Quý vị. Rất tiếc lần này {{ principal }} không thể tham dự{% if subject %} ({{ subject }}){% endif %} và xin gửi lời chúc tốt đẹp.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "Chuyển lời nhắn",
    subject: "Lời nhắn của {{ caller }}",
    body: "{{ greeting }}\n\n{{ caller }}{% if organization %} ({{ organization }}){% endif %} đã gọi cho anh/chị{% if date %} ngày {{ date }}{% endif %}.\n\n{{ message }}{% if phone %}\n\nĐiện thoại: {{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
