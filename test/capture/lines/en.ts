import type { Line } from "./line.ts";

const caller = "Sample Caller";
const organization = "Baltic Sample Rail";
const phone = "+37126123456";
const callBack = { status: "callBack" };

export const en: readonly Line[] = [
  {
    line: "Sample Caller, Baltic Sample Rail, +371 26 123 456 ext 45 for A re contract renewal, call back before 3pm urgent",
    fields: {
      caller,
      organization,
      phone: `${phone};ext=45`,
      principal: "A",
      subject: "contract renewal",
      ...callBack,
      callBackBy: "2026-11-23T13:00:00Z",
      urgent: true,
    },
  },
  { line: "Sample Caller", fields: { caller } },
  { line: "sample caller", fields: { caller: "sample caller" }, unsure: ["caller"] },
  { line: "26123456", fields: { phone } },
  { line: "00371 26123456 Sample Caller", fields: { caller, phone } },
  { line: "Sample Caller from Baltic Sample Rail", fields: { caller, organization } },
  { line: "Sample Caller (Baltic Sample Rail) tel. 26 123 456", fields: { caller, organization, phone } },
  {
    line: "Sample Caller - Baltic Sample Rail - 26-123-456 x 7",
    fields: { caller, organization, phone: `${phone};ext=7` },
  },
  {
    line: "Sample Caller called about the invoice",
    fields: { caller, direction: "inbound", subject: "the invoice" },
  },
  {
    line: "Sample Caller rang at 9:15 re visa",
    fields: { caller, direction: "inbound", startedAt: "2026-11-23T07:15:00Z", subject: "visa" },
  },
  {
    line: "Sample Caller, pls call back tomorrow",
    fields: { caller, ...callBack, callBackBy: "2026-11-24" },
  },
  {
    line: "Sample Caller call back tomorrow at 9",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T07:00:00Z" },
  },
  {
    line: "Sample Caller, call back by 3",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T13:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Sample Caller call back before 9am",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T07:00:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Sample Caller call back by Friday 15:00",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T13:00:00Z" },
  },
  {
    line: "Sample Caller call back on Fri, 3pm",
    fields: { caller, ...callBack, callBackBy: "2026-11-27T13:00:00Z" },
  },
  {
    line: "Sample Caller, call back in 2 hours",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T10:00:00Z" },
  },
  {
    line: "Sample Caller, call back 3 Dec 14:30",
    fields: { caller, ...callBack, callBackBy: "2026-12-03T12:30:00Z" },
  },
  { line: "Sample Caller, call back 2026-12-03", fields: { caller, ...callBack, callBackBy: "2026-12-03" } },
  {
    line: "Sample Caller, call back tomorrow afternoon",
    fields: { caller, ...callBack, callBackBy: "2026-11-24T15:00:00Z" },
    unsure: ["callBackBy"],
  },
  { line: "Sample Caller for Mr A, asap", fields: { caller, principal: "A", urgent: true } },
  {
    line: "Sample Caller, for Principal B, not urgent",
    fields: { caller, principal: "B" },
    rest: "not urgent",
  },
  { line: "Sample Caller for Nobody", fields: { caller }, rest: "for Nobody" },
  {
    line: "Sample Caller, asks to move the Thursday lunch to another restaurant",
    fields: { caller },
    rest: "asks to move the Thursday lunch to another restaurant",
  },
  {
    line: "Sample Caller, invoice 2026-00451 for 3 people",
    fields: { caller },
    rest: "invoice 2026-00451 for 3 people",
  },
  {
    line: "msg for A: Sample Caller came by, will call again",
    kind: "message",
    fields: { principal: "A", caller, cameToSeeYou: true, willCallAgain: true },
  },
  {
    line: "tell A the car is downstairs",
    kind: "message",
    fields: { principal: "A" },
    rest: "the car is downstairs",
  },
  {
    line: "Sample Caller a.sample@example.com returned your call",
    hint: "message",
    fields: { caller, email: "a.sample@example.com", returnedYourCall: true },
  },
  {
    line: "Sample Caller called, wants to see you re budget, please call 26123456",
    hint: "message",
    fields: { caller, telephoned: true, wantsToSeeYou: true, message: "budget", pleaseCall: true, phone },
  },
  {
    line: "todo send the minutes to Baltic Sample Rail by Friday urgent",
    kind: "task",
    fields: { due: "2026-11-27", urgent: true },
    rest: "send the minutes to Baltic Sample Rail",
  },
  {
    line: "call Sample Caller 26123456 tomorrow for A",
    hint: "task",
    fields: { due: "2026-11-24", principal: "A" },
    rest: "call Sample Caller 26123456",
  },
  {
    line: "remind me to book a table for 3 people on 12 December",
    kind: "task",
    fields: { due: "2026-12-12" },
    rest: "book a table for 3 people",
  },
  { line: "missed call from Sample Caller 26123456", fields: { caller, phone } },
  {
    line: "Sample Caller 26123456 x12 about the invoice",
    fields: { caller, phone: "+37126123456;ext=12", subject: "the invoice" },
  },
  {
    line: "Sample Caller +371 26123456x4512",
    fields: { caller, phone: "+37126123456;ext=4512" },
  },
  { line: "Sample Caller 26123456;ext=7", fields: { caller, phone: "+37126123456;ext=7" } },
  { line: "Sample Caller 26123456 x2", fields: { caller, phone }, rest: "x2" },
  { line: "Sample Caller for Principal", fields: { caller }, rest: "for Principal" },
  { line: "Sample Caller, order 12345678", fields: { caller }, rest: "order 12345678" },
  {
    line: "Sample Caller, call back at 11pm",
    fields: { caller, ...callBack, callBackBy: "2026-11-23T21:00:00Z" },
  },
  { line: "Sun Sample re visa", fields: { caller: "Sun Sample", subject: "visa" } },
  {
    line: "Sun Sample call back by Sun",
    fields: { caller: "Sun Sample", ...callBack, callBackBy: "2026-11-29" },
  },
  { line: "", fields: {} },
  { line: ",,, ; ", fields: {} },
  {
    line: "Sample Caller call back in two hours",
    fields: { caller, status: "callBack", callBackBy: "2026-11-23T10:00:00Z" },
  },
  {
    line: "Sample Caller, call back at half past three",
    fields: { caller, status: "callBack", callBackBy: "2026-11-23T13:30:00Z" },
    unsure: ["callBackBy"],
  },
  {
    line: "Sample Caller, call back by quarter to 4 this afternoon",
    fields: { caller, status: "callBack", callBackBy: "2026-11-23T13:45:00Z" },
  },
  {
    line: "Sample Caller, call back at 3pm EST",
    fields: { caller, status: "callBack", callBackBy: "2026-11-23T20:00:00Z" },
  },
  {
    line: "Sample Caller, Principal A, re lease",
    fields: { caller, principal: "A", subject: "lease" },
    unsure: ["principal"],
  },
  {
    line: "Sample Caller, Principal Adams, re lease",
    fields: { caller, organization: "Principal Adams", subject: "lease" },
  },
  {
    line: "Chase the contract in 2 weeks",
    hint: "task",
    fields: { due: "2026-12-07" },
    rest: "Chase the contract",
  },
  { line: "Ring in half an hour", hint: "task", fields: { due: "2026-11-23T08:30:00Z" }, rest: "Ring" },
  { line: "Sort the half past due bills", hint: "task", fields: {}, rest: "Sort the half past due bills" },
  {
    line: "Pay the invoice by 5/12/26",
    hint: "task",
    fields: { due: "2026-12-05" },
    rest: "Pay the invoice",
    unsure: ["due"],
  },
  { line: "File 12/11/45 in the archive", hint: "task", fields: {}, rest: "File 12/11/45 in the archive" },
];
