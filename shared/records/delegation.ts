import { defineKind } from "./define.ts";

/**
 * Authority that a principal, or an owner of the desk for them, hands to an assistant: for whom, to whom, for what, up
 * to which sum, from which day to which. Its terms are set when it is given and never again; it ends by its last day,
 * or is withdrawn. Whether one holds is told by delegation-standing.ts.
 */
export const delegation = defineKind({
  kind: "delegation",
  place: 9,
  document: "lasting",
  elsewhere: true,
  label: {
    en: "Delegation",
    vi: "Uỷ quyền",
    lv: "Pilnvarojums",
    cs: "Pověření",
    "zh-CN": "授权",
    ru: "Поручение",
  },
  plural: {
    en: "Delegations",
    vi: "Uỷ quyền",
    lv: "Pilnvarojumi",
    cs: "Pověření",
    "zh-CN": "授权",
    ru: "Поручения",
  },
  commonInForm: [],
  fields: {
    onBehalfOf: {
      type: "record",
      of: "principal",
      fixed: true,
      label: {
        en: "In whose name",
        vi: "Thay mặt ai",
        lv: "Kura vārdā",
        cs: "Čím jménem",
        "zh-CN": "代表谁",
        ru: "От чьего имени",
      },
    },
    delegate: {
      type: "member",
      fixed: true,
      label: {
        en: "To whom",
        vi: "Cho ai",
        lv: "Kam",
        cs: "Komu",
        "zh-CN": "授予谁",
        ru: "Кому",
      },
    },
    scope: {
      type: "choice",
      fixed: true,
      usual: "all",
      options: {
        all: { en: "everything", vi: "mọi việc", lv: "viss", cs: "vše", "zh-CN": "一切事务", ru: "всё" },
        reply: { en: "letters", vi: "thư từ", lv: "vēstules", cs: "dopisy", "zh-CN": "信函", ru: "письма" },
        trip: { en: "trips", vi: "chuyến đi", lv: "braucieni", cs: "cesty", "zh-CN": "出差", ru: "поездки" },
        task: { en: "tasks", vi: "công việc", lv: "uzdevumi", cs: "úkoly", "zh-CN": "任务", ru: "задачи" },
      },
      label: { en: "For what", vi: "Về việc gì", lv: "Par ko", cs: "K čemu", "zh-CN": "范围", ru: "На что" },
    },
    spendLimit: {
      type: "number",
      currency: "currency",
      fixed: true,
      label: {
        en: "May spend up to",
        vi: "Được chi tối đa",
        lv: "Drīkst tērēt līdz",
        cs: "Smí utratit nejvýš",
        "zh-CN": "支出上限",
        ru: "Может тратить до",
      },
    },
    /** ISO 4217. */
    currency: {
      type: "line",
      fixed: true,
      max: 3,
      search: false,
      label: { en: "Currency", vi: "Tiền tệ", lv: "Valūta", cs: "Měna", "zh-CN": "币种", ru: "Валюта" },
    },
    startsOn: {
      type: "date",
      fixed: true,
      label: { en: "From", vi: "Từ ngày", lv: "No", cs: "Od", "zh-CN": "开始日期", ru: "С" },
    },
    /** The last day on which it holds. */
    endsOn: {
      type: "date",
      fixed: true,
      label: {
        en: "To the end of",
        vi: "Đến hết ngày",
        lv: "Līdz (ieskaitot)",
        cs: "Do konce dne",
        "zh-CN": "截止（含当日）",
        ru: "По (включительно)",
      },
    },
  },
  states: {
    granted: {
      label: { en: "given", vi: "đã trao", lv: "dots", cs: "uděleno", "zh-CN": "已授予", ru: "дано" },
      open: false,
      next: ["revoked"],
    },
    revoked: {
      label: {
        en: "withdrawn",
        vi: "đã thu hồi",
        lv: "atsaukts",
        cs: "odvoláno",
        "zh-CN": "已撤回",
        ru: "отозвано",
      },
      open: false,
      next: [],
    },
  },
  initial: "granted",
  row: { title: ["scope"], under: ["startsOn", "endsOn"] },
});
