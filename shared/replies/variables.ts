import type { Labels, Locale } from "../records/labels.ts";
import { closing, greeting, letterDate } from "./courtesy.ts";

/** What a template may name, each with what a person reads where its value is missing. */
export const VARIABLES = {
  greeting: {
    en: "greeting",
    vi: "lời chào",
    lv: "uzruna",
    cs: "oslovení",
    "zh-CN": "称呼",
    ru: "обращение",
  },
  recipient: {
    en: "recipient",
    vi: "người nhận",
    lv: "adresāts",
    cs: "příjemce",
    "zh-CN": "收件人",
    ru: "адресат",
  },
  principal: {
    en: "principal",
    vi: "lãnh đạo",
    lv: "vadītājs",
    cs: "nadřízený",
    "zh-CN": "领导",
    ru: "руководитель",
  },
  subject: { en: "subject", vi: "chủ đề", lv: "temats", cs: "předmět", "zh-CN": "主题", ru: "тема" },
  date: { en: "date", vi: "ngày", lv: "datums", cs: "datum", "zh-CN": "日期", ru: "дата" },
  caller: {
    en: "caller",
    vi: "người gọi",
    lv: "zvanītājs",
    cs: "volající",
    "zh-CN": "来电人",
    ru: "кто звонил",
  },
  organization: {
    en: "organisation",
    vi: "tổ chức",
    lv: "organizācija",
    cs: "organizace",
    "zh-CN": "单位",
    ru: "организация",
  },
  phone: { en: "phone", vi: "điện thoại", lv: "tālrunis", cs: "telefon", "zh-CN": "电话", ru: "телефон" },
  message: { en: "message", vi: "lời nhắn", lv: "ziņa", cs: "vzkaz", "zh-CN": "留言", ru: "сообщение" },
  assistant: {
    en: "your name",
    vi: "tên bạn",
    lv: "jūsu vārds",
    cs: "vaše jméno",
    "zh-CN": "您的姓名",
    ru: "ваше имя",
  },
  closing: { en: "closing", vi: "lời kết", lv: "nobeigums", cs: "závěr", "zh-CN": "结语", ru: "заключение" },
  signature: { en: "signature", vi: "chữ ký", lv: "paraksts", cs: "podpis", "zh-CN": "签名", ru: "подпись" },
} as const satisfies Record<string, Labels>;
type VariableName = keyof typeof VARIABLES;
export type ReplyVariables = Readonly<Partial<Record<VariableName, string>>>;

/** What is known when a letter is begun. */
export interface LetterFacts {
  /** RFC 3339 instant. */
  readonly now: string;
  readonly timeZone: string;
  readonly recipient?: string;
  readonly principal?: string;
  readonly signature?: string;
  readonly subject?: string;
  readonly caller?: string;
  readonly organization?: string;
  readonly phone?: string;
  readonly message?: string;
  readonly assistant?: string;
}

/** The variables of a letter in a language: the facts, and the courtesies and the date that follow from them. */
export function replyVariables({ now, timeZone, ...facts }: LetterFacts, locale: Locale): ReplyVariables {
  return {
    ...facts,
    greeting: greeting(locale, facts.recipient),
    closing: closing(locale),
    date: letterDate(now, locale, timeZone),
  };
}
