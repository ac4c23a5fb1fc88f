import type { Labels } from "../../../shared/records/labels.ts";

/** What the browser's own menus and its address bar say; the surfaces' texts are in extension/locales. */
export const TEXTS = {
  logCall: {
    en: "Log call",
    vi: "Ghi cuộc gọi",
    lv: "Pierakstīt zvanu",
    cs: "Zapsat hovor",
    "zh-CN": "记录来电",
    ru: "Записать звонок",
  },
  newTask: {
    en: "New task",
    vi: "Việc mới",
    lv: "Jauns uzdevums",
    cs: "Nový úkol",
    "zh-CN": "新建任务",
    ru: "Новая задача",
  },
  typeLine: {
    en: "Sidedesk: type what happened, and press Enter to save it",
    vi: "Sidedesk: gõ việc vừa xảy ra rồi nhấn Enter để lưu",
    lv: "Sidedesk: ierakstiet, kas noticis, un nospiediet Enter, lai saglabātu",
    cs: "Sidedesk: napište, co se stalo, a uložte klávesou Enter",
    "zh-CN": "Sidedesk：输入发生的事，按回车键保存",
    ru: "Sidedesk: напишите, что произошло, и нажмите Enter, чтобы сохранить",
  },
  readOnly: {
    en: "Sidedesk: your role on this desk is to read; nothing is saved",
    vi: "Sidedesk: ở bàn này bạn chỉ đọc; sẽ không lưu gì",
    lv: "Sidedesk: pie šī galda jūs tikai lasāt; nekas netiks saglabāts",
    cs: "Sidedesk: u tohoto stolu jen čtete; nic se neuloží",
    "zh-CN": "Sidedesk：您在此工作台仅可阅读，内容不会保存",
    ru: "Sidedesk: за этим столом вы только читаете; ничего не сохранится",
  },
} as const satisfies Record<string, Labels>;
