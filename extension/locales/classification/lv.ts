import type { ClassificationTexts } from "./classification.ts";

export const classification: ClassificationTexts = {
  "filter.anyClass": "jebkura klase",
  "data.privileged": "Arī ierakstus ar profesionālo noslēpumu",
  "data.savedWithout": {
    zero: "{file} ir pārlūka lejupielādēs; izlaisti {n} ieraksti ar profesionālo noslēpumu",
    one: "{file} ir pārlūka lejupielādēs; izlaists {n} ieraksts ar profesionālo noslēpumu",
    other: "{file} ir pārlūka lejupielādēs; izlaisti {n} ieraksti ar profesionālo noslēpumu",
  },
};
