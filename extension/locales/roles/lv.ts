import type { Roles } from "./roles.ts";

export const roles: Roles = {
  "role.youDecide": "Šeit jūs lemjat un komentējat. Pārējo raksta asistenti.",
  "role.youRead": "Šeit jūs lasāt. Raksta asistenti un īpašnieki.",
  "role.youUntil": "Jūsu loma beidzas: {time}.",
  "role.ended":
    "Jūsu laiks pie šī galda ir beidzies: {time}. Šeit esošo joprojām var lasīt, bet nekas vairs netiek ne saņemts, ne sūtīts. Ja galds jums vēl vajadzīgs, lūdziet īpašniekam jaunu uzaicinājumu.",
  "invite.byOwner": "Kolēģus uzaicina un lomas piešķir galda īpašnieks.",
};
