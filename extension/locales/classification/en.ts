/** What a record’s class does to lists and exports; the classes’ own names are with the field. */
export const classification = {
  "filter.anyClass": "any class",
  "data.privileged": "With privileged records too",
  "data.savedWithout": {
    one: "{file} is with the browser’s downloads; {n} privileged record was left out",
    other: "{file} is with the browser’s downloads; {n} privileged records were left out",
  },
} as const;
