import type { ClassificationTexts } from "./classification.ts";

export const classification: ClassificationTexts = {
  "filter.anyClass": "любой гриф",
  "data.privileged": "Вместе с записями под профессиональной тайной",
  "data.savedWithout": {
    one: "{file} — в загрузках браузера; пропущена {n} запись под профессиональной тайной",
    few: "{file} — в загрузках браузера; пропущены {n} записи под профессиональной тайной",
    many: "{file} — в загрузках браузера; пропущено {n} записей под профессиональной тайной",
    other: "{file} — в загрузках браузера; пропущено {n} записи под профессиональной тайной",
  },
};
