import type { Labels, Locale } from "./labels.ts";

/** The names of the languages that a letter can be written in, as options of a `choice` field. */
export const LANGUAGES: Readonly<Record<Locale, Labels>> = {
  en: { en: "English", vi: "Tiếng Anh", lv: "Angļu", cs: "Angličtina", "zh-CN": "英语", ru: "Английский" },
  vi: {
    en: "Vietnamese",
    vi: "Tiếng Việt",
    lv: "Vjetnamiešu",
    cs: "Vietnamština",
    "zh-CN": "越南语",
    ru: "Вьетнамский",
  },
  lv: {
    en: "Latvian",
    vi: "Tiếng Latvia",
    lv: "Latviešu",
    cs: "Lotyština",
    "zh-CN": "拉脱维亚语",
    ru: "Латышский",
  },
  cs: { en: "Czech", vi: "Tiếng Séc", lv: "Čehu", cs: "Čeština", "zh-CN": "捷克语", ru: "Чешский" },
  "zh-CN": {
    en: "Chinese (simplified)",
    vi: "Tiếng Trung (giản thể)",
    lv: "Ķīniešu (vienkāršotā)",
    cs: "Čínština (zjednodušená)",
    "zh-CN": "简体中文",
    ru: "Китайский (упрощённый)",
  },
  ru: { en: "Russian", vi: "Tiếng Nga", lv: "Krievu", cs: "Ruština", "zh-CN": "俄语", ru: "Русский" },
};
