import type { Starter } from "./starter.ts";

export const lv: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "Saņēmām, paldies",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nPaldies par Jūsu vēstuli{% if subject %} “{{ subject }}”{% endif %}. {{ principal }} to ir saņēmis(-usi) un atbildēs, cik drīz vien iespējams.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "Atzvanīsim",
    subject: "Re: Jūsu zvans",
    body: "{{ greeting }}\n\nPaldies par Jūsu zvanu{% if date %} ({{ date }}){% endif %}. {{ principal }} Jums atzvanīs{% if phone %} uz numuru {{ phone }}{% endif %}.\n\nJa Jums ērtāks cits laiks vai numurs, lūdzu, dodiet ziņu.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "Lūgums tikties",
    subject: "Tikšanās: {{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }} vēlētos ar Jums tikties par tematu: {{ subject }}. Vai Jums derētu kāds no šiem laikiem?\n\n–\n–\n–\n\nJa neviens neder, lūdzu, piedāvājiet citu.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "Atteikums",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nPaldies par uzaicinājumu. Diemžēl {{ principal }} šoreiz nevarēs to pieņemt{% if subject %} ({{ subject }}){% endif %} un vēl Jums visu labu.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "Ziņas nodošana",
    subject: "Ziņa no: {{ caller }}",
    body: "{{ greeting }}\n\nJums zvanīja {{ caller }}{% if organization %} ({{ organization }}){% endif %}{% if date %}, {{ date }}{% endif %}.\n\n{{ message }}{% if phone %}\n\nTālrunis: {{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
