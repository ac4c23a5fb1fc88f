/** Where colleagues are now, and whether they see where one is. */
export const presence = {
  "presence.open": { one: "{names} has this open", other: "{names} have this open" },
  "presence.writing": { one: "{names} is writing here", other: "{names} are writing here" },
  "presence.shown": "Colleagues see what I have open",
  "presence.shownWhy":
    "Where you have a mail or a record in front of you, colleagues on that desk see your name beside it, and whether you are writing. It is sealed for them and kept nowhere. What they have open is shown to you in any case.",
} as const;
