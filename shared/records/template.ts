import { defineKind } from "./define.ts";
import { LANGUAGES } from "./languages.ts";

/** A letter to start from; subject and body are Liquid with the variables of `shared/replies/variables.ts`. */
export const template = defineKind({
  kind: "template",
  place: 8,
  document: "lasting",
  label: { en: "Template", vi: "Mẫu thư", lv: "Veidne", cs: "Šablona", "zh-CN": "模板", ru: "Шаблон" },
  plural: { en: "Templates", vi: "Mẫu thư", lv: "Veidnes", cs: "Šablony", "zh-CN": "模板", ru: "Шаблоны" },
  commonInForm: ["principal", "classification"],
  fields: {
    name: {
      type: "line",
      label: { en: "Name", vi: "Tên", lv: "Nosaukums", cs: "Název", "zh-CN": "名称", ru: "Название" },
    },
    language: {
      type: "choice",
      options: LANGUAGES,
      label: { en: "Language", vi: "Ngôn ngữ", lv: "Valoda", cs: "Jazyk", "zh-CN": "语言", ru: "Язык" },
    },
    subject: {
      type: "line",
      max: 998,
      label: { en: "Subject", vi: "Tiêu đề", lv: "Temats", cs: "Předmět", "zh-CN": "主题", ru: "Тема" },
    },
    /** The built-in letter (`shared/replies/starters/`) in this language whose place it takes. */
    starter: {
      type: "line",
      max: 40,
      hidden: true,
      search: false,
      label: {
        en: "Built-in letter",
        vi: "Thư có sẵn",
        lv: "Iebūvēta vēstule",
        cs: "Vestavěný dopis",
        "zh-CN": "内置信函",
        ru: "Встроенное письмо",
      },
    },
    body: {
      type: "prose",
      max: 20_000,
      label: { en: "Text", vi: "Nội dung", lv: "Teksts", cs: "Text", "zh-CN": "正文", ru: "Текст" },
    },
  },
  states: {
    active: {
      label: {
        en: "in use",
        vi: "đang dùng",
        lv: "lietošanā",
        cs: "používaná",
        "zh-CN": "使用中",
        ru: "используется",
      },
      open: false,
      next: ["retired"],
    },
    retired: {
      label: {
        en: "retired",
        vi: "ngừng dùng",
        lv: "vairs nelieto",
        cs: "vyřazená",
        "zh-CN": "已停用",
        ru: "не используется",
      },
      open: false,
      next: ["active"],
    },
  },
  initial: "active",
  row: { title: ["name", "subject"], under: ["subject", "body"] },
});
