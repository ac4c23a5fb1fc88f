import type { Line } from "./line.ts";

const caller = "Parauga Zvanītājs";
const organization = "SIA Paraugs";
const phone = "+37126123456";
const callBack = { status: "callBack" };

export const lv: readonly Line[] = [
  {
    line: "Parauga Zvanītājs (8) 26123456 par līgumu",
    fields: { caller, phone, subject: "līgumu" },
  },
  {
    line: "Parauga Zvanītājs no SIA Paraugs, 26 123 456, priekš A par līgumu, lūdz atzvanīt līdz plkst. 15.00 steidzami",
    fields: {
      caller,
      organization,
      phone,
      principal: "A",
      subject: "līgumu",
      ...callBack,
      callBackBy: "2026-11-23T13:00:00Z",
      urgent: true,
    },
  },
  { line: "Parauga Zvanītājs", fields: { caller } },
  { line: "Parauga Zvanītājs, SIA Paraugs", fields: { caller, organization } },
  { line: "SIA Paraugs, Parauga Zvanītājs", fields: { caller, organization } },
  { line: "Parauga Zvanītājs tālr. 26123456", fields: { caller, phone } },
  { line: "Parauga Zvanītājs, 67 123 456 iekš. 12", fields: { caller, phone: "+37167123456;ext=12" } },
  {
    line: "Parauga Zvanītājs zvanīja par rēķinu",
    fields: { caller, direction: "inbound", subject: "rēķinu" },
  },
  {
    line: "parauga zvanitajs zvanija par rekinu",
    fields: { caller: "parauga zvanitajs", direction: "inbound", subject: "rekinu" },
    unsure: ["caller"],
  },
  { line: "Parauga Zvanītājs, atzvanīt rīt", fields: { caller, ...callBack, callBackBy: "2026-11-24" } },
  {
    line: "Parauga Zvanītājs, jāatzvana rīt plkst. 9.00",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T07:00:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt piektdien",
    fields: { caller, ...callBack, callBackBy: "2026-11-27" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt līdz piektdienai 12:00",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T10:00:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt līdz 15",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt plkst. 3",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Parauga Zvanītājs, atzvanīt pēc 2 stundām",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T10:00:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt pēc stundas",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T09:00:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt 3. decembrī",
    fields: { caller, ...callBack, callBackBy: "2026-12-03" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt 3.12. plkst. 14.30",
    fields: { caller, ...callBack, callBackBy: "2026-12-03T12:30:00Z" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt 03.12.2026.",
    fields: { caller, ...callBack, callBackBy: "2026-12-03" },
  },
  {
    line: "Parauga Zvanītājs, atzvanīt parīt no rīta",
    fields: { caller, ...callBack, callBackBy: "2026-11-25T10:00:00Z" },
    unsure: ["callBackBy"],
  },
  { line: "Parauga Zvanītājs, meklēja Vadītāju", fields: { caller, principal: "L" }, unsure: ["principal"] },
  { line: "Parauga Zvanītājs, nav steidzami", fields: { caller }, rest: "nav steidzami" },
  { line: "Parauga Zvanītājs, zvanīs vēlreiz", fields: { caller }, rest: "zvanīs vēlreiz" },
  {
    line: "ziņa priekš A: Parauga Zvanītājs, vēlas tikties, zvanīs vēlreiz",
    kind: "message",
    fields: { principal: "A", caller, wantsToSeeYou: true, willCallAgain: true },
  },
  {
    line: "pateikt A, ka mašīna gaida",
    hint: "call",
    kind: "message",
    fields: { principal: "A" },
    rest: "mašīna gaida",
  },
  {
    line: "Parauga Zvanītājs zvanīja, lūdz atzvanīt 26123456 par budžetu",
    hint: "message",
    fields: { caller, telephoned: true, pleaseCall: true, phone, message: "budžetu" },
  },
  {
    line: "uzdevums: nosūtīt protokolu līdz piektdienai steidzami",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "nosūtīt protokolu",
  },
  {
    line: "jāizdara pārskats priekš A rīt",
    kind: "task",
    fields: { principal: "A", due: "2026-11-24" },
    rest: "pārskats",
  },
  { line: "zvans no Parauga Zvanītājs 26123456", fields: { caller, phone } },
  {
    line: "Parauga Zvanītāja, atzvanīt pustrijos",
    fields: { caller: "Parauga Zvanītāja", status: "callBack", callBackBy: "2026-11-23T12:30:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Nosūtīt līgumu pēc divām dienām",
    hint: "task",
    fields: { due: "2026-11-25" },
    rest: "Nosūtīt līgumu",
  },
  {
    line: "Nosūtīt līgumu pēc nedēļas",
    hint: "task",
    fields: { due: "2026-11-30" },
    rest: "Nosūtīt līgumu",
    unsure: ["due"],
  },
  { line: "Pasūtīt pusdienas", hint: "task", fields: {}, rest: "Pasūtīt pusdienas" },
];
