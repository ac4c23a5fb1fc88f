import { defineKind } from "./define.ts";

/** A person or a firm that the desk deals with; field names are vCard 4's (RFC 6350). */
export const contact = defineKind({
  kind: "contact",
  place: 6,
  document: "lasting",
  label: { en: "Contact", vi: "Liên hệ", lv: "Kontakts", cs: "Kontakt", "zh-CN": "联系人", ru: "Контакт" },
  plural: {
    en: "Contacts",
    vi: "Danh bạ",
    lv: "Kontakti",
    cs: "Kontakty",
    "zh-CN": "联系人",
    ru: "Контакты",
  },
  commonInForm: ["classification"],
  fields: {
    fn: {
      type: "line",
      label: { en: "Name", vi: "Họ tên", lv: "Vārds, uzvārds", cs: "Jméno", "zh-CN": "姓名", ru: "Имя" },
    },
    org: {
      type: "line",
      label: {
        en: "Organisation",
        vi: "Tổ chức",
        lv: "Organizācija",
        cs: "Organizace",
        "zh-CN": "单位",
        ru: "Организация",
      },
    },
    title: {
      type: "line",
      label: { en: "Position", vi: "Chức vụ", lv: "Amats", cs: "Funkce", "zh-CN": "职务", ru: "Должность" },
    },
    tel: {
      type: "phone",
      label: { en: "Phone", vi: "Điện thoại", lv: "Tālrunis", cs: "Telefon", "zh-CN": "电话", ru: "Телефон" },
    },
    tel2: {
      type: "phone",
      label: {
        en: "Other phone",
        vi: "Điện thoại khác",
        lv: "Cits tālrunis",
        cs: "Další telefon",
        "zh-CN": "其他电话",
        ru: "Другой телефон",
      },
    },
    email: {
      type: "email",
      label: { en: "E-mail", vi: "E-mail", lv: "E-pasts", cs: "E-mail", "zh-CN": "邮箱", ru: "Эл. почта" },
    },
    /** A BCP 47 tag: a contact may speak any language. */
    lang: {
      type: "line",
      max: 35,
      search: false,
      label: { en: "Language", vi: "Ngôn ngữ", lv: "Valoda", cs: "Jazyk", "zh-CN": "语言", ru: "Язык" },
    },
    /** An IANA time zone name. */
    tz: {
      type: "line",
      max: 60,
      search: false,
      label: {
        en: "Time zone",
        vi: "Múi giờ",
        lv: "Laika josla",
        cs: "Časové pásmo",
        "zh-CN": "时区",
        ru: "Часовой пояс",
      },
    },
    categories: {
      type: "line",
      label: { en: "Groups", vi: "Nhóm", lv: "Grupas", cs: "Skupiny", "zh-CN": "分组", ru: "Группы" },
    },
    note: {
      type: "prose",
      label: { en: "Note", vi: "Ghi chú", lv: "Piezīme", cs: "Poznámka", "zh-CN": "备注", ru: "Заметка" },
    },
  },
  states: {
    active: {
      label: {
        en: "current",
        vi: "đang dùng",
        lv: "aktīvs",
        cs: "aktuální",
        "zh-CN": "有效",
        ru: "действующий",
      },
      open: false,
      next: ["inactive"],
    },
    inactive: {
      label: {
        en: "former",
        vi: "không dùng nữa",
        lv: "neaktīvs",
        cs: "bývalý",
        "zh-CN": "停用",
        ru: "прежний",
      },
      open: false,
      next: ["active"],
    },
  },
  initial: "active",
  row: { title: ["fn", "org", "email", "tel"], under: ["org", "title"] },
  person: { name: "fn", organization: "org", reach: ["tel", "tel2", "email"] },
});
