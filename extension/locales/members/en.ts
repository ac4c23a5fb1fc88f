/** Who is on a desk: roles, leaving, invitations that are open, the desk's key. */
export const members = {
  "members.role": "Role of {name}",
  "members.until": "until {time}",
  "ends.label": "When the role ends",
  "ends.of": "When the role of {name} ends",
  "ends.never": "no end",
  "ends.day": "on a day…",
  "ends.roleUntil": "{role}, until {time}",
  "members.remove": "Remove",
  "members.removeName": "Remove {name}",
  "members.removeTitle": "Remove {name} from the desk?",
  "members.removeWhat":
    "This browser is shown nothing new from then on, and the desk gets a new key. What it has read already cannot be taken back; what it has not sent yet is lost to the desk.",
  "members.invites": "Open invitations",
  "members.inviteUntil": "can be used until {time}",
  "members.withdraw": "Withdraw",
  "members.withdrawIt": "Withdraw the invitation for: {role}",
  "members.keyOwed":
    "Somebody came or went, so the desk is to get a new key. An owner’s browser does it by itself as soon as it is connected.",
  "members.renew": "Renew the key",
  "members.renewed": "The desk has a new key.",
  "failure.wrongKey":
    "This browser does not have the desk’s newest key, so this was not done. Connect to the server first, then try again.",
  "problem.oldKey": "The server sent a change under a key that the desk had given up.",
} as const;
