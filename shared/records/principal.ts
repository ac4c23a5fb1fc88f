import { defineKind } from "./define.ts";
import { LANGUAGES } from "./languages.ts";

/** Somebody (or a board) that the assistants work for. */
export const principal = defineKind({
  kind: "principal",
  place: 7,
  document: "lasting",
  label: {
    en: "Principal",
    vi: "Lãnh đạo",
    lv: "Vadītājs",
    cs: "Vedoucí",
    "zh-CN": "领导",
    ru: "Руководитель",
  },
  plural: {
    en: "Principals",
    vi: "Lãnh đạo",
    lv: "Vadītāji",
    cs: "Vedoucí",
    "zh-CN": "领导",
    ru: "Руководители",
  },
  commonInForm: ["classification"],
  fields: {
    fn: {
      type: "line",
      label: { en: "Name", vi: "Họ tên", lv: "Vārds, uzvārds", cs: "Jméno", "zh-CN": "姓名", ru: "Имя" },
    },
    email: {
      type: "email",
      label: { en: "E-mail", vi: "E-mail", lv: "E-pasts", cs: "E-mail", "zh-CN": "邮箱", ru: "Эл. почта" },
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
    locale: {
      type: "choice",
      options: LANGUAGES,
      label: {
        en: "Writes in",
        vi: "Viết bằng",
        lv: "Raksta",
        cs: "Píše",
        "zh-CN": "书写语言",
        ru: "Пишет на",
      },
    },
    /** A colour token of the surfaces; none of them is a colour that means something (amber, red, green). */
    colour: {
      type: "choice",
      options: {
        indigo: { en: "indigo", vi: "chàm", lv: "indigo", cs: "indigová", "zh-CN": "靛蓝", ru: "индиго" },
        teal: {
          en: "teal",
          vi: "xanh mòng két",
          lv: "zilganzaļa",
          cs: "modrozelená",
          "zh-CN": "青色",
          ru: "бирюзовый",
        },
        violet: { en: "violet", vi: "tím", lv: "violeta", cs: "fialová", "zh-CN": "紫色", ru: "фиолетовый" },
        rose: { en: "rose", vi: "hồng", lv: "rozā", cs: "růžová", "zh-CN": "玫红", ru: "розовый" },
        brown: { en: "brown", vi: "nâu", lv: "brūna", cs: "hnědá", "zh-CN": "棕色", ru: "коричневый" },
        slate: { en: "slate", vi: "xám đá", lv: "pelēka", cs: "šedá", "zh-CN": "灰蓝", ru: "серый" },
      },
      label: { en: "Colour", vi: "Màu", lv: "Krāsa", cs: "Barva", "zh-CN": "颜色", ru: "Цвет" },
    },
    /** Where the desk's people have put it among the others; those without one stand last, by name. */
    order: {
      type: "number",
      hidden: true,
      label: { en: "Order", vi: "Thứ tự", lv: "Secība", cs: "Pořadí", "zh-CN": "顺序", ru: "Порядок" },
    },
    signature: {
      type: "prose",
      search: false,
      label: { en: "Signature", vi: "Chữ ký", lv: "Paraksts", cs: "Podpis", "zh-CN": "签名", ru: "Подпись" },
    },
  },
  states: {
    active: {
      label: {
        en: "available",
        vi: "có mặt",
        lv: "pieejams",
        cs: "k dispozici",
        "zh-CN": "在岗",
        ru: "на месте",
      },
      open: false,
      next: ["away"],
    },
    away: {
      label: {
        en: "away",
        vi: "đi vắng",
        lv: "prombūtnē",
        cs: "nepřítomen",
        "zh-CN": "外出",
        ru: "отсутствует",
      },
      open: false,
      next: ["active"],
      tone: "attention",
    },
  },
  initial: "active",
  row: { title: ["fn", "email"], under: ["email"] },
});
