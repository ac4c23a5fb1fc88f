/** What the components say of themselves. */
export const pieces = {
  "phone.extension": "{number} ext. {extension}",
  "combobox.none": "Nothing fits",
  "combobox.found": { one: "{n} choice", other: "{n} choices" },
  "progress.catchingUp": "Fetching the desk: {done} of {total} changes",
  "progress.joining": "Joining the desk…",
  "file.choose": "Choose a file",
  "file.none": "or drop it here",
  "file.drop": "Drop the file here",
} as const;
