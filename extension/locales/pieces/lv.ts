export const pieces = {
  "combobox.none": "Nekas neatbilst",
  "combobox.found": { zero: "{n} iespēju", one: "{n} iespēja", other: "{n} iespējas" },
  "progress.catchingUp": "Saņem galdu: {done} no {total} izmaiņām",
  "progress.joining": "Pievienojas galdam…",
};
