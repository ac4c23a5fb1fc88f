export const pieces = {
  "phone.extension": "{number} доб. {extension}",
  "combobox.none": "Ничего не подходит",
  "combobox.found": { one: "{n} вариант", few: "{n} варианта", many: "{n} вариантов", other: "{n} варианта" },
  "progress.catchingUp": "Загружается стол: {done} из {total} изменений",
  "progress.joining": "Присоединяемся к столу…",
  "file.choose": "Выбрать файл",
  "file.none": "или перетащите его сюда",
  "file.drop": "Отпустите файл здесь",
};
