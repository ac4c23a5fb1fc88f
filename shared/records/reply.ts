import { defineKind } from "./define.ts";
import { LANGUAGES } from "./languages.ts";

/** A letter in the making: written by assistants, decided by the principal, sent by a person from the webmail. */
export const reply = defineKind({
  kind: "reply",
  place: 3,
  document: "monthly",
  label: { en: "Reply", vi: "Thư trả lời", lv: "Atbilde", cs: "Odpověď", "zh-CN": "回信", ru: "Ответ" },
  plural: { en: "Replies", vi: "Thư trả lời", lv: "Atbildes", cs: "Odpovědi", "zh-CN": "回信", ru: "Ответы" },
  fields: {
    to: {
      type: "line",
      max: 4000,
      label: { en: "To", vi: "Tới", lv: "Adresāts", cs: "Komu", "zh-CN": "收件人", ru: "Кому" },
    },
    cc: {
      type: "line",
      max: 4000,
      label: { en: "Cc", vi: "Cc", lv: "Kopija", cs: "Kopie", "zh-CN": "抄送", ru: "Копия" },
    },
    subject: {
      type: "line",
      max: 998,
      label: { en: "Subject", vi: "Tiêu đề", lv: "Temats", cs: "Předmět", "zh-CN": "主题", ru: "Тема" },
    },
    language: {
      type: "choice",
      options: LANGUAGES,
      label: { en: "Language", vi: "Ngôn ngữ", lv: "Valoda", cs: "Jazyk", "zh-CN": "语言", ru: "Язык" },
    },
    template: {
      type: "record",
      of: "template",
      label: { en: "Template", vi: "Mẫu thư", lv: "Veidne", cs: "Šablona", "zh-CN": "模板", ru: "Шаблон" },
    },
    sendBy: {
      type: "instant",
      orDate: true,
      label: {
        en: "Send by",
        vi: "Gửi trước",
        lv: "Nosūtīt līdz",
        cs: "Odeslat do",
        "zh-CN": "发出期限",
        ru: "Отправить до",
      },
    },
    body: {
      type: "prose",
      label: { en: "Text", vi: "Nội dung", lv: "Teksts", cs: "Text", "zh-CN": "正文", ru: "Текст" },
    },
    decisionNote: {
      type: "line",
      max: 2000,
      hidden: true,
      label: {
        en: "Remark on the decision",
        vi: "Ý kiến duyệt",
        lv: "Piezīme pie lēmuma",
        cs: "Poznámka k rozhodnutí",
        "zh-CN": "批示",
        ru: "Замечание к решению",
      },
    },
    decidedBody: {
      type: "line",
      max: 64,
      hidden: true,
      search: false,
      label: {
        en: "Text decided on (SHA-256)",
        vi: "Bản đã duyệt (SHA-256)",
        lv: "Lemtais teksts (SHA-256)",
        cs: "Rozhodnutý text (SHA-256)",
        "zh-CN": "所批文本（SHA-256）",
        ru: "Решённый текст (SHA-256)",
      },
    },
  },
  states: {
    draft: {
      label: { en: "draft", vi: "nháp", lv: "melnraksts", cs: "koncept", "zh-CN": "草稿", ru: "черновик" },
      open: true,
      next: ["inReview", "approved", "inserted", "sent", "dropped"],
    },
    inReview: {
      label: {
        en: "for approval",
        vi: "chờ duyệt",
        lv: "saskaņošanā",
        cs: "ke schválení",
        "zh-CN": "待批",
        ru: "на согласовании",
      },
      open: true,
      next: ["approved", "changesRequested", "draft", "dropped"],
      tone: "attention",
    },
    approved: {
      label: {
        en: "approved",
        vi: "đã duyệt",
        lv: "saskaņota",
        cs: "schváleno",
        "zh-CN": "已批准",
        ru: "согласован",
      },
      open: true,
      next: ["inserted", "sent", "inReview", "draft"],
      tone: "done",
    },
    changesRequested: {
      label: {
        en: "changes wanted",
        vi: "cần sửa",
        lv: "jālabo",
        cs: "k přepracování",
        "zh-CN": "需修改",
        ru: "на доработке",
      },
      open: true,
      next: ["draft", "inReview", "approved", "dropped"],
      tone: "attention",
    },
    inserted: {
      label: {
        en: "in the mailbox",
        vi: "đã đưa vào thư",
        lv: "ielikta vēstulē",
        cs: "vloženo do zprávy",
        "zh-CN": "已插入邮件",
        ru: "вставлен в письмо",
      },
      open: true,
      next: ["sent", "draft", "inReview", "approved"],
    },
    sent: {
      label: { en: "sent", vi: "đã gửi", lv: "nosūtīta", cs: "odesláno", "zh-CN": "已发送", ru: "отправлен" },
      open: false,
      next: ["draft"],
      tone: "done",
    },
    dropped: {
      label: {
        en: "not needed",
        vi: "không cần nữa",
        lv: "nav vajadzīga",
        cs: "není třeba",
        "zh-CN": "不再需要",
        ru: "не нужен",
      },
      open: false,
      next: ["draft"],
    },
  },
  initial: "draft",
  row: { title: ["subject", "to", "body"], under: ["to", "body"], due: "sendBy" },
  person: { reach: ["to"] },
});
