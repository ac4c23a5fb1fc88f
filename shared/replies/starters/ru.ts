import type { Starter } from "./starter.ts";

export const ru: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "Письмо получено",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nБлагодарим за письмо{% if subject %} «{{ subject }}»{% endif %}. {{ principal }} получил(а) его и ответит в ближайшее время.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "Мы перезвоним",
    subject: "Re: Ваш звонок",
    body: "{{ greeting }}\n\nБлагодарим за звонок{% if date %} ({{ date }}){% endif %}. {{ principal }} Вам перезвонит{% if phone %} по номеру {{ phone }}{% endif %}.\n\nЕсли Вам удобнее другое время или другой номер, пожалуйста, сообщите.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "Просьба о встрече",
    subject: "Встреча: {{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }} хотел(а) бы встретиться с Вами. Тема: {{ subject }}. Подойдёт ли Вам что-нибудь из предложенного?\n\n–\n–\n–\n\nЕсли нет, пожалуйста, предложите другое.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "Отказ",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nБлагодарим за приглашение. К сожалению, {{ principal }} на этот раз не сможет его принять{% if subject %} ({{ subject }}){% endif %} и шлёт наилучшие пожелания.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "Передать сообщение",
    subject: "Сообщение: {{ caller }}",
    body: "{{ greeting }}\n\nВам звонил(а) {{ caller }}{% if organization %} ({{ organization }}){% endif %}{% if date %}, {{ date }}{% endif %}.\n\n{{ message }}{% if phone %}\n\nТелефон: {{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
