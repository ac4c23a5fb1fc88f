import type { Roles } from "./roles.ts";

export const roles: Roles = {
  "role.youDecide": "Zde rozhodujete a komentujete. Ostatní píší asistenti.",
  "role.youRead": "Zde čtete. Píší asistenti a vlastníci.",
  "role.youUntil": "Vaše role končí: {time}.",
  "role.ended":
    "Váš čas u tohoto stolu skončil: {time}. Co tu je, lze dál číst, ale nic už nepřichází ani neodchází. Pokud stůl ještě potřebujete, požádejte vlastníka o novou pozvánku.",
  "invite.byOwner": "Kolegy zve a role jim dává vlastník stolu.",
};
