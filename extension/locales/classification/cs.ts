import type { ClassificationTexts } from "./classification.ts";

export const classification: ClassificationTexts = {
  "filter.anyClass": "jakákoli klasifikace",
  "data.privileged": "I záznamy chráněné mlčenlivostí",
  "data.savedWithout": {
    one: "{file} je mezi staženými soubory; vynechán {n} záznam chráněný mlčenlivostí",
    few: "{file} je mezi staženými soubory; vynechány {n} záznamy chráněné mlčenlivostí",
    many: "{file} je mezi staženými soubory; vynecháno {n} záznamu chráněného mlčenlivostí",
    other: "{file} je mezi staženými soubory; vynecháno {n} záznamů chráněných mlčenlivostí",
  },
};
