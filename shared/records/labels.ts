/** The languages that Sidedesk's people speak, as BCP 47 tags. */
export const LOCALES = ["en", "vi", "lv", "cs", "zh-CN", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

/** One word or short phrase in each of the six languages. */
export type Labels = Readonly<Record<Locale, string>>;
