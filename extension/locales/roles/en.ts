/** What a role leaves out, and when it ends: said where the rest would be offered. */
export const roles = {
  "role.youDecide": "You decide and comment here. Assistants write the rest.",
  "role.youRead": "You read here. Assistants and owners write.",
  "role.youUntil": "Your role ends on {time}.",
  "role.ended":
    "Your time on this desk ended on {time}. What is here can still be read, but nothing comes or goes. If you still need the desk, ask an owner for a new invitation.",
  "invite.byOwner": "An owner of the desk invites colleagues and gives them their roles.",
} as const;
