export const everyday = {
  "row.until": "until {date}",
  "caller.byName": "same name",
  "caller.byNameWhy": "Found by the name alone: it may be somebody else",
  "aside.put": "Set aside",
  "aside.title": "Set aside",
  "aside.take": "Go on with: {line}",
  "keys.aside": "Set the line aside; with an empty line, go on with it",
  "reply.gaps": "Still to be filled in: {names}",
  "itemHistory.added": "{who} added to {list}: {what}",
  "itemHistory.removed": "{who} took out of {list}: {what}",
  "itemHistory.returned": "{who} put back into {list}: {what}",
} as const;
