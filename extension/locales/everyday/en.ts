export const everyday = {
  "row.until": "until {date}",
  "caller.byName": "same name",
  "caller.byNameWhy": "Found by the name alone: it may be somebody else",
} as const;
