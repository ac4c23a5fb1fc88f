import type { Labels } from "../records/labels.ts";

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

const NAMES = new Set<string>(Object.values(VARIABLES).flatMap((labels) => Object.values(labels)));

/** What a letter still lacks: the names in brackets that stand where a variable had no value, each once. */
export function gapsIn(text: string): string[] {
  const names = [...text.matchAll(/\[([^[\]\n]{1,40})\]/g)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => NAMES.has(name)))];
}
