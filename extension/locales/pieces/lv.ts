export const pieces = {
  "phone.extension": "{number} iekš. {extension}",
  "combobox.none": "Nekas neatbilst",
  "combobox.found": { zero: "{n} iespēju", one: "{n} iespēja", other: "{n} iespējas" },
  "progress.catchingUp": "Saņem galdu: {done} no {total} izmaiņām",
  "progress.joining": "Pievienojas galdam…",
  "file.choose": "Izvēlēties failu",
  "file.none": "vai nometiet to šeit",
  "file.drop": "Nometiet failu šeit",
};
