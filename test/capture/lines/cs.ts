import type { Line } from "./line.ts";

const caller = "Jan Vzor";
const organization = "Vzor s.r.o.";
const phone = "+420601123456";
const callBack = { status: "callBack" };

export const cs: readonly Line[] = [
  {
    line: "Jan Vzor, Vzor s.r.o., 601 123 456 linka 5, pro A ohledně smlouvy, zavolat zpět zítra ve 3, spěchá",
    fields: {
      caller,
      organization,
      phone: `${phone};ext=5`,
      principal: "A",
      subject: "smlouvy",
      ...callBack,
      callBackBy: "2026-11-24T13:00:00Z",
      urgent: true,
    },
    unsure: ["callBackBy"],
  },
  { line: "Jan Vzor", fields: { caller } },
  { line: "Jan Vzor z Vzor s.r.o.", fields: { caller, organization } },
  { line: "Jan Vzor, tel. 601123456", fields: { caller, phone } },
  { line: "Jan Vzor +420 601 123 456 klapka 12", fields: { caller, phone: `${phone};ext=12` } },
  { line: "Jan Vzor volal kvůli faktuře", fields: { caller, direction: "inbound", subject: "faktuře" } },
  {
    line: "jan vzor volal kvuli fakture",
    fields: { caller: "jan vzor", direction: "inbound", subject: "fakture" },
    unsure: ["caller"],
  },
  {
    line: "Jan Vzor volal v 9:15",
    fields: { caller, direction: "inbound", startedAt: "2026-11-23T07:15:00Z" },
  },
  { line: "Jan Vzor, prosí zavolat zpět", fields: { caller, ...callBack } },
  { line: "Jan Vzor, zavolat zitra", fields: { caller, ...callBack, callBackBy: "2026-11-24" } },
  {
    line: "Jan Vzor, zavolat zpět do 15:00",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Jan Vzor, zavolat zpět do 15 hod.",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  {
    line: "Jan Vzor, zavolat zpět ve 3 odpoledne",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
  },
  { line: "Jan Vzor, zavolat zpět v pátek", fields: { caller, ...callBack, callBackBy: "2026-11-27" } },
  {
    line: "Jan Vzor, zavolat zpět ve středu v 10",
    fields: { caller, ...callBack, callBackBy: "2026-11-25T08:00:00Z" },
  },
  {
    line: "Jan Vzor, zavolat zpět do pátku 12.00",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T10:00:00Z" },
  },
  {
    line: "Jan Vzor, zavolat zpět za hodinu",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T09:00:00Z" },
  },
  { line: "Jan Vzor, zavolat zpět 3. prosince", fields: { caller, ...callBack, callBackBy: "2026-12-03" } },
  {
    line: "Jan Vzor, zavolat zpět 3.12. v 14.30",
    fields: { caller, ...callBack, callBackBy: "2026-12-03T12:30:00Z" },
  },
  {
    line: "Jan Vzor, zavolat zpět před polednem",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T10:00:00Z" },
  },
  { line: "Jan Vzor pro pana Příkladného", fields: { caller, principal: "K" }, unsure: ["principal"] },
  { line: "Jan Vzor, nespěchá", fields: { caller }, rest: "nespěchá" },
  { line: "Jan Vzor, zavolá znovu", fields: { caller }, rest: "zavolá znovu" },
  {
    line: "vzkaz pro A: Jan Vzor, chce se sejít, zavolá znovu",
    kind: "message",
    fields: { principal: "A", caller, wantsToSeeYou: true, willCallAgain: true },
  },
  { line: "vyřídit A, že auto čeká", kind: "message", fields: { principal: "A" }, rest: "auto čeká" },
  {
    line: "Jan Vzor volal, prosí zavolat 601 123 456 ohledně rozpočtu",
    hint: "message",
    fields: { caller, telephoned: true, pleaseCall: true, phone, message: "rozpočtu" },
  },
  {
    line: "úkol: poslat zápis do pátku, spěchá",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "poslat zápis",
  },
  {
    line: "objednat stůl na 3 osoby zítra v 19:00",
    hint: "task",
    fields: { due: "2026-11-24T17:00:00Z" },
    rest: "objednat stůl na 3 osoby",
  },
  { line: "zmeškaný hovor od Jan Vzor 601123456", fields: { caller, phone } },
  {
    line: "Poslat smlouvu v půl třetí",
    hint: "task",
    fields: { due: "2026-11-23T12:30:00Z" },
    rest: "Poslat smlouvu",
    unsure: ["due"],
  },
  { line: "Sraz zítra v půl 8 ráno", hint: "task", fields: { due: "2026-11-24T05:30:00Z" }, rest: "Sraz" },
  {
    line: "Poslat smlouvu ve čtvrt na tři",
    hint: "task",
    fields: { due: "2026-11-23T12:15:00Z" },
    rest: "Poslat smlouvu",
    unsure: ["due"],
  },
  { line: "Poslat smlouvu za dva dny", hint: "task", fields: { due: "2026-11-25" }, rest: "Poslat smlouvu" },
  {
    line: "Poslat smlouvu za půl hodiny",
    hint: "task",
    fields: { due: "2026-11-23T08:30:00Z" },
    rest: "Poslat smlouvu",
  },
];
