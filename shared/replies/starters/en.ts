import type { Starter } from "./starter.ts";

export const en: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "Received, thank you",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nThank you for your message{% if subject %} about “{{ subject }}”{% endif %}. {{ principal }} has received it and will reply as soon as possible.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "Will call you back",
    subject: "Re: your call",
    body: "{{ greeting }}\n\nThank you for your call{% if date %} of {{ date }}{% endif %}. {{ principal }} will call you back{% if phone %} on {{ phone }}{% endif %}.\n\nIf another time or number suits you better, please let me know.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "Asking for a meeting",
    subject: "Meeting: {{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }} would like to meet you about {{ subject }}. Would one of these times suit you?\n\n–\n–\n–\n\nIf none does, please suggest another.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "Declining",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nThank you for your invitation. Unfortunately {{ principal }} cannot accept it this time{% if subject %} ({{ subject }}){% endif %} and sends best wishes.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "Passing on a message",
    subject: "Message from {{ caller }}",
    body: "{{ greeting }}\n\n{{ caller }}{% if organization %} ({{ organization }}){% endif %} called for you{% if date %} on {{ date }}{% endif %}.\n\n{{ message }}{% if phone %}\n\nPhone: {{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
