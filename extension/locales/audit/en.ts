/** The log of what was done in somebody's name. */
export const audit = {
  "audit.title": "In the name of {name}",
  "audit.why":
    "Who did what for {name}. The browser that does something signs it; nobody can change an entry or take one out unnoticed.",
  "audit.show": "Show the log",
  "audit.none": "Nothing has been signed here yet.",
  "audit.new": "new",
  "audit.signed": "signed",
  "audit.byDelegation": "by authority from {who}",
  "audit.unproven": "names an authority that the log does not show",
  "audit.late": "dated after this person’s time on the desk",
  "audit.holds": {
    one: "{n} entry, signed; nothing is missing.",
    other: "{n} entries, each one signed; none is missing between them.",
  },
  "audit.leftOut":
    "After {n} sound entries one is missing. What follows is not shown. Try again when this desk is in sync.",
  "audit.broken":
    "After {n} sound entries there is one that is not what was signed. What follows is not shown. Tell the desk’s owner.",
  "audit.unsigned": {
    one: "{n} change is not in the log: it is older, or a version without a log made it.",
    other: "{n} changes are not in the log: they are older, or a version without a log made them.",
  },
  "audit.end": "End mark: {mark}",
  "audit.endWhy":
    "Everybody on the desk sees the same mark once in sync. A file that was cut off at its end has another.",
  "audit.all": "Show all",
  "audit.words": "Words in the file",
  "audit.words.none": "None: who, when, which fields",
  "audit.words.open": "All but confidential and privileged",
  "audit.words.all": "All of them",
  "audit.save": "Save as a file",
  "audit.saved": "Saved: {file}. Anybody can check it without the desk, with “npm run audit”.",
} as const;
