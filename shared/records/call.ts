import { defineKind } from "./define.ts";

/** A telephone call, as a call log has it (direction, who, when, for whom, about what, how it ended). */
export const call = defineKind({
  kind: "call",
  place: 1,
  document: "monthly",
  label: { en: "Call", vi: "Cuộc gọi", lv: "Zvans", cs: "Hovor", "zh-CN": "来电", ru: "Звонок" },
  plural: { en: "Calls", vi: "Cuộc gọi", lv: "Zvani", cs: "Hovory", "zh-CN": "通话", ru: "Звонки" },
  fields: {
    caller: {
      type: "line",
      suggest: "person",
      label: {
        en: "Caller",
        vi: "Người gọi",
        lv: "Zvanītājs",
        cs: "Volající",
        "zh-CN": "来电人",
        ru: "Кто звонит",
      },
    },
    organization: {
      type: "line",
      suggest: "organization",
      label: {
        en: "Organisation",
        vi: "Tổ chức",
        lv: "Organizācija",
        cs: "Organizace",
        "zh-CN": "单位",
        ru: "Организация",
      },
    },
    phone: {
      type: "phone",
      label: { en: "Phone", vi: "Điện thoại", lv: "Tālrunis", cs: "Telefon", "zh-CN": "电话", ru: "Телефон" },
    },
    direction: {
      type: "choice",
      options: {
        inbound: {
          en: "Incoming",
          vi: "Gọi đến",
          lv: "Ienākošs",
          cs: "Příchozí",
          "zh-CN": "呼入",
          ru: "Входящий",
        },
        outbound: {
          en: "Outgoing",
          vi: "Gọi đi",
          lv: "Izejošs",
          cs: "Odchozí",
          "zh-CN": "呼出",
          ru: "Исходящий",
        },
      },
      label: {
        en: "Direction",
        vi: "Chiều gọi",
        lv: "Virziens",
        cs: "Směr",
        "zh-CN": "方向",
        ru: "Направление",
      },
    },
    subject: {
      type: "line",
      label: { en: "About", vi: "Về việc", lv: "Par ko", cs: "Věc", "zh-CN": "事由", ru: "О чём" },
    },
    note: {
      type: "prose",
      label: { en: "Note", vi: "Ghi chú", lv: "Piezīme", cs: "Poznámka", "zh-CN": "备注", ru: "Заметка" },
    },
    startedAt: {
      type: "instant",
      label: { en: "Started", vi: "Bắt đầu", lv: "Sākums", cs: "Začátek", "zh-CN": "开始", ru: "Начало" },
    },
    durationSeconds: {
      type: "number",
      hidden: true,
      label: {
        en: "Duration (s)",
        vi: "Thời lượng (s)",
        lv: "Ilgums (s)",
        cs: "Délka (s)",
        "zh-CN": "时长（秒）",
        ru: "Длительность (с)",
      },
    },
    callBackBy: {
      type: "instant",
      orDate: true,
      label: {
        en: "Call back by",
        vi: "Gọi lại trước",
        lv: "Atzvanīt līdz",
        cs: "Zavolat zpět do",
        "zh-CN": "回电期限",
        ru: "Перезвонить до",
      },
    },
  },
  states: {
    callBack: {
      label: {
        en: "call back",
        vi: "gọi lại",
        lv: "jāatzvana",
        cs: "zavolat zpět",
        "zh-CN": "待回电",
        ru: "перезвонить",
      },
      open: true,
      next: ["connected", "noAnswer", "done"],
      tone: "attention",
    },
    noAnswer: {
      label: {
        en: "no answer",
        vi: "không trả lời",
        lv: "neatbild",
        cs: "nebere",
        "zh-CN": "无人接听",
        ru: "не отвечает",
      },
      open: true,
      next: ["connected", "callBack", "done"],
      tone: "attention",
    },
    connected: {
      label: {
        en: "spoken",
        vi: "đã nói chuyện",
        lv: "runāts",
        cs: "hovořeno",
        "zh-CN": "已通话",
        ru: "поговорили",
      },
      open: false,
      next: ["callBack", "done"],
    },
    done: {
      label: { en: "done", vi: "xong", lv: "pabeigts", cs: "hotovo", "zh-CN": "完成", ru: "готово" },
      open: false,
      next: ["callBack"],
      tone: "done",
    },
  },
  initial: "connected",
  row: {
    title: ["caller", "phone", "subject"],
    under: ["organization", "subject"],
    due: "callBackBy",
    at: "startedAt",
  },
  person: { name: "caller", organization: "organization", reach: ["phone"] },
});
