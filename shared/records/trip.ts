import { defineKind } from "./define.ts";
import { RESERVATION_FIELDS } from "./reservation.ts";

/** A journey of a principal (the common field `principal` is the traveller) with its bookings. */
export const trip = defineKind({
  kind: "trip",
  place: 4,
  document: "monthly",
  label: { en: "Trip", vi: "Chuyến đi", lv: "Brauciens", cs: "Cesta", "zh-CN": "出差", ru: "Поездка" },
  plural: { en: "Trips", vi: "Chuyến đi", lv: "Braucieni", cs: "Cesty", "zh-CN": "出差", ru: "Поездки" },
  fields: {
    title: {
      type: "line",
      label: { en: "Title", vi: "Tên", lv: "Nosaukums", cs: "Název", "zh-CN": "名称", ru: "Название" },
    },
    destination: {
      type: "line",
      suggest: "place",
      label: { en: "Where", vi: "Nơi đến", lv: "Galamērķis", cs: "Kam", "zh-CN": "目的地", ru: "Куда" },
    },
    startsOn: {
      type: "date",
      label: { en: "From", vi: "Từ ngày", lv: "No", cs: "Od", "zh-CN": "开始日期", ru: "Начало" },
    },
    endsOn: {
      type: "date",
      label: { en: "To", vi: "Đến ngày", lv: "Līdz", cs: "Do", "zh-CN": "结束日期", ru: "Конец" },
    },
    note: {
      type: "prose",
      label: { en: "Note", vi: "Ghi chú", lv: "Piezīme", cs: "Poznámka", "zh-CN": "备注", ru: "Заметка" },
    },
  },
  lists: {
    reservations: {
      label: {
        en: "Bookings",
        vi: "Đặt chỗ",
        lv: "Rezervācijas",
        cs: "Rezervace",
        "zh-CN": "预订",
        ru: "Бронирования",
      },
      item: RESERVATION_FIELDS,
      named: ["type", "title", "from"],
      line: ["startsAt", "reservationNumber", "status", "price"],
    },
  },
  states: {
    planned: {
      label: {
        en: "being planned",
        vi: "đang lên kế hoạch",
        lv: "tiek plānots",
        cs: "plánuje se",
        "zh-CN": "筹备中",
        ru: "готовится",
      },
      open: true,
      next: ["booked", "underway", "completed", "cancelled"],
      tone: "attention",
    },
    booked: {
      label: {
        en: "booked",
        vi: "đã đặt",
        lv: "rezervēts",
        cs: "zajištěno",
        "zh-CN": "已订妥",
        ru: "забронирована",
      },
      open: true,
      next: ["underway", "planned", "completed", "cancelled"],
    },
    underway: {
      label: { en: "under way", vi: "đang đi", lv: "ceļā", cs: "na cestě", "zh-CN": "出行中", ru: "в пути" },
      open: true,
      next: ["completed", "booked", "cancelled"],
    },
    completed: {
      label: {
        en: "completed",
        vi: "đã xong",
        lv: "pabeigts",
        cs: "ukončeno",
        "zh-CN": "已完成",
        ru: "завершена",
      },
      open: false,
      next: ["underway", "booked"],
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
      next: ["planned", "booked"],
    },
  },
  initial: "planned",
  row: {
    title: ["title", "destination", "note"],
    under: ["destination", "startsOn", "endsOn"],
    due: "startsOn",
  },
});
