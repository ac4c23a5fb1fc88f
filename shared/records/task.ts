import { defineKind } from "./define.ts";

/** Something to do: a VTODO of RFC 5545 (3.6.2), with its names; the states are its STATUS values. */
export const task = defineKind({
  kind: "task",
  place: 5,
  document: "monthly",
  label: { en: "Task", vi: "Việc", lv: "Uzdevums", cs: "Úkol", "zh-CN": "任务", ru: "Задача" },
  plural: { en: "Tasks", vi: "Công việc", lv: "Uzdevumi", cs: "Úkoly", "zh-CN": "任务", ru: "Задачи" },
  fields: {
    summary: {
      type: "line",
      label: {
        en: "What",
        vi: "Việc cần làm",
        lv: "Kas jādara",
        cs: "Co udělat",
        "zh-CN": "事项",
        ru: "Что сделать",
      },
    },
    due: {
      type: "instant",
      orDate: true,
      label: { en: "Due", vi: "Hạn", lv: "Termiņš", cs: "Termín", "zh-CN": "截止", ru: "Срок" },
    },
    /** RFC 5545 PRIORITY: 1 is the highest, 9 the lowest. */
    priority: {
      type: "choice",
      options: {
        "1": { en: "high", vi: "cao", lv: "augsta", cs: "vysoká", "zh-CN": "高", ru: "высокий" },
        "5": { en: "normal", vi: "thường", lv: "parasta", cs: "běžná", "zh-CN": "普通", ru: "обычный" },
        "9": { en: "low", vi: "thấp", lv: "zema", cs: "nízká", "zh-CN": "低", ru: "низкий" },
      },
      label: {
        en: "Priority",
        vi: "Ưu tiên",
        lv: "Prioritāte",
        cs: "Priorita",
        "zh-CN": "优先级",
        ru: "Приоритет",
      },
    },
    note: {
      type: "prose",
      label: { en: "Note", vi: "Ghi chú", lv: "Piezīme", cs: "Poznámka", "zh-CN": "备注", ru: "Заметка" },
    },
    /** RFC 5545 RELATED-TO: the record (a call, a message, a trip) that this came from. */
    relatedTo: {
      type: "record",
      of: "any",
      hidden: true,
      search: false,
      label: {
        en: "Belongs to",
        vi: "Liên quan đến",
        lv: "Saistīts ar",
        cs: "Souvisí s",
        "zh-CN": "关联",
        ru: "Относится к",
      },
    },
  },
  states: {
    needsAction: {
      label: { en: "to do", vi: "cần làm", lv: "jādara", cs: "k vyřízení", "zh-CN": "待办", ru: "сделать" },
      open: true,
      next: ["inProcess", "completed", "cancelled"],
      tone: "attention",
    },
    inProcess: {
      label: {
        en: "in progress",
        vi: "đang làm",
        lv: "darbā",
        cs: "řeší se",
        "zh-CN": "进行中",
        ru: "в работе",
      },
      open: true,
      next: ["completed", "needsAction", "cancelled"],
    },
    completed: {
      label: { en: "done", vi: "xong", lv: "pabeigts", cs: "hotovo", "zh-CN": "完成", ru: "готово" },
      open: false,
      next: ["needsAction", "inProcess"],
      tone: "done",
    },
    cancelled: {
      label: {
        en: "cancelled",
        vi: "đã huỷ",
        lv: "atcelts",
        cs: "zrušeno",
        "zh-CN": "已取消",
        ru: "отменена",
      },
      open: false,
      next: ["needsAction"],
    },
  },
  initial: "needsAction",
  row: { title: ["summary", "note"], under: ["note"], due: "due" },
});
