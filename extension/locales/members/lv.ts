import type { Members } from "./members.ts";

export const members: Members = {
  "members.role": "Loma: {name}",
  "members.until": "līdz {time}",
  "ends.label": "Kad loma beidzas",
  "ends.of": "Kad loma beidzas: {name}",
  "ends.never": "bez termiņa",
  "ends.day": "noteiktā dienā…",
  "ends.roleUntil": "{role}, līdz {time}",
  "members.remove": "Noņemt",
  "members.removeName": "Noņemt: {name}",
  "members.removeTitle": "Noņemt dalībnieku: {name}?",
  "members.removeWhat":
    "Kopš tā brīža šis pārlūks neredz nekā jauna, un galds saņem jaunu atslēgu. To, kas jau izlasīts, atņemt nevar; tas, kas vēl nav nosūtīts, galdam ir zudis.",
  "members.invites": "Neizmantotie uzaicinājumi",
  "members.inviteUntil": "izmantojams līdz {time}",
  "members.withdraw": "Atsaukt",
  "members.withdrawIt": "Atsaukt uzaicinājumu lomai: {role}",
  "members.keyOwed":
    "Kāds ir pievienojies vai aizgājis, tāpēc galdam vajadzīga jauna atslēga. Īpašnieka pārlūks to izdara pats, tiklīdz ir savienojums.",
  "members.renew": "Atjaunot atslēgu",
  "members.renewed": "Galdam ir jauna atslēga.",
  "failure.wrongKey":
    "Šim pārlūkam nav galda jaunākās atslēgas, tāpēc tas netika izdarīts. Vispirms izveidojiet savienojumu ar serveri, tad mēģiniet vēlreiz.",
  "problem.oldKey": "Serveris atsūtīja izmaiņu ar atslēgu, no kuras galds bija atteicies.",
};
