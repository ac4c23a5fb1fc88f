import type { Members } from "./members.ts";

export const members: Members = {
  "members.role": "Role: {name}",
  "members.until": "do {time}",
  "ends.label": "Kdy role končí",
  "ends.of": "Kdy role končí: {name}",
  "ends.never": "bez konce",
  "ends.day": "v určitý den…",
  "ends.roleUntil": "{role}, do {time}",
  "members.remove": "Odebrat",
  "members.removeName": "Odebrat: {name}",
  "members.removeTitle": "Odebrat ze stolu: {name}?",
  "members.removeWhat":
    "Od té chvíle se tomuto prohlížeči neukáže nic nového a stůl dostane nový klíč. Co už přečetl, nelze vzít zpět; co ještě neodeslal, je pro stůl ztraceno.",
  "members.invites": "Nevyužité pozvánky",
  "members.inviteUntil": "lze použít do {time}",
  "members.withdraw": "Odvolat",
  "members.withdrawIt": "Odvolat pozvánku pro roli: {role}",
  "members.keyOwed":
    "Někdo přišel nebo odešel, stůl proto má dostat nový klíč. Prohlížeč vlastníka to udělá sám, jakmile se připojí.",
  "members.renew": "Obnovit klíč",
  "members.renewed": "Stůl má nový klíč.",
  "failure.wrongKey":
    "Tento prohlížeč nemá nejnovější klíč stolu, proto se to neprovedlo. Nejprve se připojte k serveru, pak to zkuste znovu.",
  "problem.oldKey": "Server poslal změnu pod klíčem, kterého se stůl už vzdal.",
};
