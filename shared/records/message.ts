import { defineKind } from "./define.ts";

/** A telephone message, with the boxes of a "while you were out" slip. */
export const message = defineKind({
  kind: "message",
  place: 2,
  document: "monthly",
  label: { en: "Message", vi: "Lời nhắn", lv: "Ziņa", cs: "Vzkaz", "zh-CN": "留言", ru: "Сообщение" },
  plural: { en: "Messages", vi: "Lời nhắn", lv: "Ziņas", cs: "Vzkazy", "zh-CN": "留言", ru: "Сообщения" },
  fields: {
    caller: {
      type: "line",
      suggest: "person",
      label: { en: "From", vi: "Người nhắn", lv: "No kā", cs: "Od koho", "zh-CN": "留言人", ru: "От кого" },
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
    email: {
      type: "email",
      label: { en: "E-mail", vi: "E-mail", lv: "E-pasts", cs: "E-mail", "zh-CN": "邮箱", ru: "Эл. почта" },
    },
    message: {
      type: "prose",
      label: { en: "Message", vi: "Nội dung", lv: "Ziņa", cs: "Vzkaz", "zh-CN": "留言内容", ru: "Текст" },
    },
    telephoned: {
      type: "flag",
      label: {
        en: "Telephoned",
        vi: "Đã gọi điện",
        lv: "Zvanīja",
        cs: "Volal(a)",
        "zh-CN": "来过电话",
        ru: "Звонил(а)",
      },
    },
    returnedYourCall: {
      type: "flag",
      label: {
        en: "Returned your call",
        vi: "Gọi lại cho anh/chị",
        lv: "Atzvanīja Jums",
        cs: "Volal(a) Vám zpět",
        "zh-CN": "已回您的电话",
        ru: "Перезвонил(а) Вам",
      },
    },
    pleaseCall: {
      type: "flag",
      label: {
        en: "Please call",
        vi: "Xin gọi lại",
        lv: "Lūdz piezvanīt",
        cs: "Prosí zavolat",
        "zh-CN": "请回电",
        ru: "Просит позвонить",
      },
    },
    willCallAgain: {
      type: "flag",
      label: {
        en: "Will call again",
        vi: "Sẽ gọi lại sau",
        lv: "Zvanīs vēlreiz",
        cs: "Zavolá znovu",
        "zh-CN": "会再来电",
        ru: "Позвонит ещё раз",
      },
    },
    cameToSeeYou: {
      type: "flag",
      label: {
        en: "Came to see you",
        vi: "Đã đến gặp",
        lv: "Bija ieradies(-usies)",
        cs: "Přišel(a) osobně",
        "zh-CN": "曾来访",
        ru: "Заходил(а)",
      },
    },
    wantsToSeeYou: {
      type: "flag",
      label: {
        en: "Wants to see you",
        vi: "Muốn gặp",
        lv: "Vēlas tikties",
        cs: "Chce se sejít",
        "zh-CN": "希望面谈",
        ru: "Хочет встретиться",
      },
    },
    bestTime: {
      type: "line",
      label: {
        en: "Best time to call",
        vi: "Giờ tiện gọi",
        lv: "Kad labāk zvanīt",
        cs: "Kdy volat",
        "zh-CN": "方便来电时间",
        ru: "Когда удобно звонить",
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
    takenAt: {
      type: "instant",
      label: {
        en: "Taken at",
        vi: "Nhận lúc",
        lv: "Pieņemta",
        cs: "Přijato",
        "zh-CN": "记录时间",
        ru: "Принято",
      },
    },
    takenBy: {
      type: "member",
      label: {
        en: "Taken by",
        vi: "Người nhận",
        lv: "Pieņēma",
        cs: "Přijal(a)",
        "zh-CN": "记录人",
        ru: "Кто принял",
      },
    },
  },
  states: {
    new: {
      label: { en: "new", vi: "mới", lv: "jauna", cs: "nový", "zh-CN": "新", ru: "новое" },
      open: true,
      next: ["delivered", "acknowledged", "done"],
      tone: "attention",
    },
    delivered: {
      label: {
        en: "passed on",
        vi: "đã chuyển",
        lv: "nodota",
        cs: "předáno",
        "zh-CN": "已转达",
        ru: "передано",
      },
      open: true,
      next: ["acknowledged", "done", "new"],
    },
    acknowledged: {
      label: {
        en: "seen",
        vi: "đã xem",
        lv: "izlasīta",
        cs: "vzato na vědomí",
        "zh-CN": "已阅",
        ru: "принято к сведению",
      },
      open: true,
      next: ["done", "delivered"],
    },
    done: {
      label: { en: "done", vi: "xong", lv: "pabeigta", cs: "hotovo", "zh-CN": "完成", ru: "готово" },
      open: false,
      next: ["acknowledged", "new"],
      tone: "done",
    },
  },
  initial: "new",
  row: {
    title: ["caller", "organization", "phone", "message"],
    under: ["organization", "message"],
    due: "callBackBy",
    at: "takenAt",
  },
  person: { name: "caller", organization: "organization", reach: ["phone", "email"] },
});
