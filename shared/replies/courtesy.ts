import type { Labels, Locale } from "../records/labels.ts";

const GREETINGS: Readonly<Record<Locale, { named: (name: string) => string; unnamed: string }>> = {
  en: { named: (name) => `Dear ${name},`, unnamed: "Dear Sir or Madam," },
  vi: { named: (name) => `Kính gửi ${name},`, unnamed: "Kính gửi Quý vị," },
  lv: { named: (name) => `Labdien, ${name}!`, unnamed: "Labdien!" },
  // Czech would want the vocative, which cannot be made from a name alone.
  cs: { named: () => "Dobrý den,", unnamed: "Dobrý den," },
  "zh-CN": { named: (name) => `尊敬的${name}：`, unnamed: "您好！" },
  ru: { named: (name) => `Здравствуйте, ${name}!`, unnamed: "Здравствуйте!" },
};

const CLOSINGS: Labels = {
  en: "Kind regards,",
  vi: "Trân trọng,",
  lv: "Ar cieņu",
  cs: "S pozdravem",
  "zh-CN": "此致\n敬礼",
  ru: "С уважением,",
};

/** The first line of a letter in its language; without a name, one that fits anybody. */
export function greeting(locale: Locale, name?: string): string {
  const { named, unnamed } = GREETINGS[locale];
  return name?.trim() ? named(name.trim()) : unnamed;
}

/** The line before the signature. */
export function closing(locale: Locale): string {
  return CLOSINGS[locale];
}

/** A day as a letter in this language writes it. */
export function letterDate(at: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "long", timeZone }).format(
    new Date(at),
  );
}
