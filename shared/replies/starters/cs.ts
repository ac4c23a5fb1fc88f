import type { Starter } from "./starter.ts";

export const cs: readonly Starter[] = [
  {
    id: "acknowledge",
    name: "Potvrzení přijetí",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nděkujeme za Vaši zprávu{% if subject %} „{{ subject }}“{% endif %}. {{ principal }} ji má k dispozici a odpoví co nejdříve.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "willCallBack",
    name: "Zavoláme zpět",
    subject: "Re: Váš telefonát",
    body: "{{ greeting }}\n\nděkujeme za Váš telefonát{% if date %} dne {{ date }}{% endif %}. {{ principal }} Vám zavolá zpět{% if phone %} na číslo {{ phone }}{% endif %}.\n\nPokud Vám vyhovuje jiný čas nebo číslo, dejte mi prosím vědět.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "meetingRequest",
    name: "Žádost o schůzku",
    subject: "Schůzka: {{ subject }}",
    body: "{{ greeting }}\n\n{{ principal }} by se s Vámi rád(a) sešel (sešla), téma: {{ subject }}. Hodil by se Vám některý z těchto termínů?\n\n–\n–\n–\n\nPokud ne, navrhněte prosím jiný.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "decline",
    name: "Odmítnutí",
    subject: "Re: {{ subject }}",
    body: "{{ greeting }}\n\nděkujeme za pozvání. {{ principal }} je bohužel tentokrát nemůže přijmout{% if subject %} ({{ subject }}){% endif %} a srdečně Vás zdraví.\n\n{{ closing }}\n{{ signature }}",
  },
  {
    id: "forward",
    name: "Předání vzkazu",
    subject: "Vzkaz: {{ caller }}",
    body: "{{ greeting }}\n\nvolal(a) Vám {{ caller }}{% if organization %} ({{ organization }}){% endif %}{% if date %} dne {{ date }}{% endif %}.\n\n{{ message }}{% if phone %}\n\nTelefon: {{ phone }}{% endif %}\n\n{{ closing }}\n{{ signature }}",
  },
];
