/** What follows from a record: a task, a message; and one typed line as several. */
export const follow = {
  "follow.title": "What follows",
  "follow.task": "Follow-up task",
  "follow.message": "Take a message",
  "follow.from": "From: {title}",
  "again.as": "Also as:",
  "keys.again": "bring back the line saved last",
  "keys.followUp": "make a follow-up task",
  "keys.passOn": "take a message from the call",
} as const;
