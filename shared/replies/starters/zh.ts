import type { Starter } from "./starter.ts";

export const zh: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "来信收悉",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\n来信{% if subject %}（{{ subject }}）{% endif %}已收到，谢谢。{{ principal }}会尽快给您答复。\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "将会回电",
    subject: "Re: 您的来电",
    body: "{{ greeting }}\n\n感谢您{% if date %}于{{ date }}{% endif %}来电。{{ principal }}会给您回电{% if phone %}（{{ phone }}）{% endif %}。\n\n如其他时间或号码更方便，请告知。\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "约请会面",
    subject: "会面：{{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }}希望就{{ subject }}与您会面。以下时间是否方便？\n\n–\n–\n–\n\n如均不方便，请另提时间。\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "婉拒",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\n感谢您的邀请。很遗憾，{{ principal }}此次无法应邀{% if subject %}（{{ subject }}）{% endif %}，谨致问候。\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "转达留言",
    subject: "{{ caller }}的留言",
    body: "{{ greeting }}\n\n{{ caller }}{% if organization %}（{{ organization }}）{% endif %}{% if date %}于{{ date }}{% endif %}来电找您。\n\n{{ message }}{% if phone %}\n\n电话：{{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
