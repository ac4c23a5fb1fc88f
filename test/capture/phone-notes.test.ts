import { describe, expect, it } from "vitest";
import { parsePhone } from "../../shared/capture/parse-phone.ts";
import { readLine } from "../../shared/capture/read-line.ts";
import type { Locale } from "../../shared/records/labels.ts";

const REGIONS: Readonly<Record<Locale, string>> = {
  en: "GB",
  lv: "LV",
  cs: "CZ",
  vi: "VN",
  "zh-CN": "CN",
  ru: "RU",
};

/** Notes as they are written at the telephone, with what is read of each; `?` marks what is a guess. */
const NOTES: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  en: [
    [
      "message for Principal A from Sample Caller 020 7946 0018: the papers are late, please call him before 4",
      "message: principal=A | caller=Sample Caller | phone=+442079460018 | pleaseCall=true | callBackBy?=2026-11-23T14:00:00Z | rest=the papers are late",
    ],
    [
      "msg Principal A: Sample Caller from Example Bank called, will call again at 3",
      "message: principal=A | caller=Sample Caller | organization=Example Bank | telephoned=true | willCallAgain=true | rest=will call again at 3",
    ],
    [
      "todo book flight to Riga 3 Dec return 6 Dec for Principal A",
      "task: due?=2026-12-03 | principal=A | rest=book flight to Riga 3 Dec return 6 Dec",
    ],
    [
      "Sample Caller from Example Bank called, wants to move the Thursday meeting, call back 07700 900123 before 3pm",
      "call: caller=Sample Caller | organization=Example Bank | direction=inbound | status=callBack | phone?=+447700900123 | callBackBy=2026-11-23T13:00:00Z | rest=wants to move the Thursday meeting",
    ],
    [
      "Sample Caller: flight to Oslo moved to 14:20 tomorrow, call back 07700 900123 asap",
      "call: caller=Sample Caller | callBackBy?=2026-11-24T12:20:00Z | status=callBack | phone?=+447700900123 | urgent=true | rest=flight to Oslo moved to 14:20 tomorrow",
    ],
    [
      "Called Sample Caller 020 7946 0018, no answer",
      "call: direction?=outbound | caller=Sample Caller | phone=+442079460018 | rest=no answer",
    ],
    ["msg for Principal A: the driver comes at 9:15", "message: principal=A | rest=the driver comes at 9:15"],
    [
      "the meeting with Legal is moved, Sample Caller 020 7946 0018",
      "call: caller=Sample Caller | phone=+442079460018 | rest=the meeting with Legal is moved",
    ],
    [
      "SIA Paraugs accounting, Sample Caller 020 7946 0018, a question about invoice 4471",
      "call: organization=SIA Paraugs accounting | caller=Sample Caller | phone=+442079460018 | subject=a question about invoice 4471",
    ],
    [
      "Sample Caller 020 7946 0018 re invoice 4471 cb before 3",
      "call: caller=Sample Caller | phone=+442079460018 | subject=invoice 4471 | status=callBack | callBackBy?=2026-11-23T13:00:00Z",
    ],
    [
      "020 7946 0018 Sample Caller Example Holdings Ltd for Principal A wants a call back this afternoon",
      "call: phone=+442079460018 | organization?=Sample Caller Example Holdings Ltd | principal=A | status=callBack | callBackBy?=2026-11-23T15:00:00Z",
    ],
    [
      "Ms Caller from Example Bank rang re the loan papers, please ring her back on 07700 900123 by 4pm",
      "call: caller=Ms Caller | organization=Example Bank | direction=inbound | subject=the loan papers | status=callBack | phone?=+447700900123 | callBackBy=2026-11-23T14:00:00Z",
    ],
    [
      "For Principal B: Sample Caller (Example Press) re interview, deadline Wednesday noon",
      "call: principal=B | caller=Sample Caller | organization=Example Press | subject=interview | callBackBy?=2026-11-25T10:00:00Z | status=callBack",
    ],
    [
      "Sample Caller's office, 07700 900 123, can Principal A do Thursday 10am instead of 11?",
      "call: caller=Sample Caller's office | phone?=+447700900123 | callBackBy?=2026-11-26T08:00:00Z | status=callBack | rest=can Principal A do Thursday 10am instead of 11",
    ],
    [
      "re lease - Sample Caller - 07700 900123 - urgent",
      "call: subject=lease | caller=Sample Caller | phone?=+447700900123 | urgent=true",
    ],
    [
      "Sample Caller here, needs the signed copy by tomorrow 9:30",
      "call: caller=Sample Caller | callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=here, needs the signed copy",
    ],
    [
      "Missed call from Sample Caller 07700 900123 at 14:05",
      "call: caller=Sample Caller | phone?=+447700900123 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    [
      "Tell Principal B that Sample Caller will be 20 minutes late",
      "message: principal=B | rest=Sample Caller will be 20 minutes late",
    ],
    [
      "Dr. Caller, Example Clinic, results are in, ring back 07700 900123 next Tuesday morning",
      "call: caller=Dr. Caller | organization=Example Clinic | status=callBack | phone?=+447700900123 | callBackBy?=2026-12-01T10:00:00Z | rest=results are in",
    ],
  ],
  lv: [
    [
      "nodot Parauga Vadītājai: zvanīja no skolas, lūdz atzvanīt 26 999 888",
      "message: principal?=L | telephoned=true | organization?=skolas | pleaseCall=true | phone=+37126999888",
    ],
    [
      "ziņa Parauga Vadītājai: šoferis būs plkst. 9.15",
      "message: principal?=L | rest=šoferis būs plkst. 9.15",
    ],
    [
      "Parauga Zvanītājs, 26 123 456, sūdzība par piegādi, atzvanīt pirmdien",
      "call: caller=Parauga Zvanītājs | phone=+37126123456 | subject=sūdzība par piegādi | status=callBack | callBackBy?=2026-11-30",
    ],
    [
      "Parauga Zvanītāja 26123456 par rēķinu 4471, atzvanīt līdz trijiem",
      "call: caller=Parauga Zvanītāja | phone=+37126123456 | subject=rēķinu 4471 | status=callBack | callBackBy?=2026-11-23T13:00:00Z",
    ],
    [
      "26 123 456 Parauga Zvanītāja SIA Paraugs Parauga Vadītājai, lūdz atzvanīt šodien pēc 16.00",
      "call: phone=+37126123456 | caller=Parauga Zvanītāja | organization=SIA Paraugs Parauga Vadītājai | status=callBack | callBackBy=2026-11-23 | rest=pēc 16.00",
    ],
    [
      "Zvanītāja k-dze no AS Paraugbanka zvanīja par kredītu, jāatzvana uz 29 123 456 līdz plkst. 16",
      "call: caller=Zvanītāja k-dze | organization=AS Paraugbanka | direction=inbound | subject=kredītu | status=callBack | phone=+37129123456 | callBackBy=2026-11-23T14:00:00Z",
    ],
    [
      "Parauga Vadītājai: Parauga Zvanītājs (Parauga Ziņas) par interviju, termiņš trešdien 12.00",
      "call: principal?=L | caller=Parauga Zvanītājs | organization=Parauga Ziņas | subject=interviju | callBackBy?=2026-11-25T10:00:00Z | status=callBack",
    ],
    [
      "Parauga Zvanītājs, vai Principal A varētu ceturtdien plkst. 10.00?",
      "call: caller=Parauga Zvanītājs | callBackBy?=2026-11-26T08:00:00Z | status=callBack | rest=vai Principal A varētu ceturtdien plkst. 10.00",
    ],
    [
      "par nomu - Parauga Zvanītājs - 26123456 - steidzami",
      "call: subject=nomu | caller=Parauga Zvanītājs | phone=+37126123456 | urgent=true",
    ],
    [
      "Parauga Zvanītājs lūdz parakstīto līgumu līdz rītdienas 9.30",
      "call: caller=Parauga Zvanītājs | callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=lūdz parakstīto līgumu",
    ],
    [
      "Neatbildēts zvans no Parauga Zvanītājs 26123456 plkst. 14.05",
      "call: caller=Parauga Zvanītājs | phone=+37126123456 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    [
      "Pateikt Principal B, ka Parauga Zvanītājs kavēsies 20 minūtes",
      "message: principal=B | rest=Parauga Zvanītājs kavēsies 20 minūtes",
    ],
    [
      "Zvanīja Parauga Zvanītājs, SIA Paraugs, meklēja Parauga Vadītāju, zvanīs vēlreiz pēcpusdienā",
      "call: direction=inbound | caller=Parauga Zvanītājs | organization=SIA Paraugs | principal?=L | callBackBy?=2026-11-23T15:00:00Z | status=callBack | rest=zvanīs vēlreiz pēcpusdienā",
    ],
  ],
  cs: [
    [
      "Ing. Vzorový Volající, Vzor, a.s., 211 041 111, faktura č. 2026/118",
      "call: caller=Ing. Vzorový Volající | organization=Vzor, a.s. | phone=+420211041111 | rest=faktura č. 2026/118",
    ],
    [
      "úkol koupit jízdenky do Brna na 5. prosince, vlak v 8:10",
      "task: due?=2026-12-05 | rest=koupit jízdenky do Brna na 5. prosince, vlak v 8:10",
    ],
    [
      "Volala paní Volající z firmy Vzor s.r.o., 602 123 456, dotaz ohledně faktury",
      "call: direction=inbound | caller=paní Volající | organization=Vzor s.r.o. | phone=+420602123456 | subject=dotaz ohledně faktury",
    ],
    [
      "jednání přesunuto na úterý 14:00, Vzorový Volající 602 123 456",
      "call: callBackBy?=2026-11-24T12:00:00Z | caller=Vzorový Volající | phone=+420602123456 | status=callBack | rest=jednání přesunuto na úterý 14:00",
    ],
    [
      "Vzorová Volající 601 123 456 ohledně faktury 4471, zavolat zpět do tří",
      "call: caller=Vzorová Volající | phone=+420601123456 | subject=faktury 4471 | status=callBack | callBackBy?=2026-11-23T13:00:00Z",
    ],
    [
      "601 123 456 Vzorový Volající Vzor s.r.o. pro Principal A, prosí o zavolání dnes odpoledne",
      "call: phone=+420601123456 | organization?=Vzorový Volající Vzor s.r.o. | principal=A | status=callBack | callBackBy?=2026-11-23T15:00:00Z",
    ],
    [
      "Paní Vzorová z Ukázkové banky volala kvůli úvěru, zavolat zpět na 601 123 456 do 16 h",
      "call: caller=Paní Vzorová | organization=Ukázkové banky | direction=inbound | subject=úvěru | status=callBack | phone=+420601123456 | callBackBy=2026-11-23T14:00:00Z",
    ],
    [
      "Pro Principal B: Vzorový Volající (Vzorové noviny) ohledně rozhovoru, termín středa poledne",
      "call: principal=B | caller=Vzorový Volající | organization=Vzorové noviny | subject=rozhovoru | callBackBy?=2026-11-25T10:00:00Z | status=callBack",
    ],
    [
      "Vzorový Volající, může Principal A ve čtvrtek v 10 místo v 11?",
      "call: caller=Vzorový Volající | callBackBy?=2026-11-26 | status=callBack | rest=může Principal A ve čtvrtek v 10 místo v 11",
    ],
    [
      "ohledně nájmu - Vzorový Volající - 601 123 456 - spěchá",
      "call: subject=nájmu | caller=Vzorový Volající | phone=+420601123456 | urgent=true",
    ],
    [
      "Vzorový Volající potřebuje podepsanou smlouvu do zítřka 9:30",
      "call: caller=Vzorový Volající | callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=potřebuje podepsanou smlouvu",
    ],
    [
      "Zmeškaný hovor od Vzorový Volající 601123456 ve 14:05",
      "call: caller=Vzorový Volající | phone=+420601123456 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    [
      "Vyřídit Principal B, že se Vzorový Volající zpozdí o 20 minut",
      "message: principal=B | rest=se Vzorový Volající zpozdí o 20 minut",
    ],
    [
      "Volal Ing. Vzorový, Vzor a.s., sháněl Karla Příkladného, zavolá znovu zítra ráno",
      "call: direction=inbound | caller=Ing. Vzorový | organization=Vzor a.s. | principal?=K | callBackBy?=2026-11-24T10:00:00Z | status=callBack | rest=zavolá znovu zítra ráno",
    ],
  ],
  vi: [
    ["cuộc gọi nhỡ từ chị Mai 0987 654 321", "call: caller=chị Mai | phone=+84987654321"],
    [
      "ông Nguyễn Văn Mẫu, công ty Mẫu, 0912 345 678, xin gọi lại",
      "call: caller=ông Nguyễn Văn Mẫu | organization=công ty Mẫu | phone=+84912345678 | status=callBack",
    ],
    ["nhắn cho Principal A: xe đón lúc 6h sáng mai", "message: principal=A | rest=xe đón lúc 6h sáng mai"],
    [
      "Nguyễn Văn Mẫu 0912 345 678 về hoá đơn 4471, gọi lại trước 3 giờ chiều",
      "call: caller=Nguyễn Văn Mẫu | phone=+84912345678 | subject=hoá đơn 4471 | status=callBack | callBackBy=2026-11-23T13:00:00Z",
    ],
    [
      "0912345678 chị Mẫu Công ty TNHH Ví Dụ gặp Principal A, nhờ gọi lại chiều nay",
      "call: phone=+84912345678 | caller=chị Mẫu | organization=Công ty TNHH Ví Dụ | principal=A | status=callBack | callBackBy?=2026-11-23T15:00:00Z",
    ],
    [
      "Anh Mẫu bên Ngân hàng Ví Dụ gọi về khoản vay, gọi lại số 0912 345 678 trước 16h",
      "call: caller=Anh Mẫu | organization=Ngân hàng Ví Dụ | direction=inbound | subject=khoản vay | status=callBack | phone=+84912345678 | callBackBy=2026-11-23T14:00:00Z",
    ],
    [
      "Cho Principal B: Nguyễn Văn Mẫu (Báo Ví Dụ) về phỏng vấn, hạn trưa thứ Tư",
      "call: principal=B | caller=Nguyễn Văn Mẫu | organization=Báo Ví Dụ | subject=phỏng vấn | callBackBy?=2026-11-25T10:00:00Z | status=callBack",
    ],
    [
      "Nguyễn Văn Mẫu hỏi Principal A thứ Năm 10h được không",
      "call: caller=Nguyễn Văn Mẫu | callBackBy?=2026-11-26T08:00:00Z | status=callBack | rest=hỏi Principal A thứ Năm 10h được không",
    ],
    [
      "về thuê nhà - Nguyễn Văn Mẫu - 0912345678 - gấp",
      "call: subject=thuê nhà | caller=Nguyễn Văn Mẫu | phone=+84912345678 | urgent=true",
    ],
    [
      "Nguyễn Văn Mẫu cần bản đã ký trước 9h30 sáng mai",
      "call: caller=Nguyễn Văn Mẫu | callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=cần bản đã ký",
    ],
    [
      "Cuộc gọi nhỡ từ Nguyễn Văn Mẫu 0912345678 lúc 14h05",
      "call: caller=Nguyễn Văn Mẫu | phone=+84912345678 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    [
      "Nhắn Principal B là Nguyễn Văn Mẫu đến muộn 20 phút",
      "message: principal=B | rest=Nguyễn Văn Mẫu đến muộn 20 phút",
    ],
    [
      "Bác sĩ Mẫu, Phòng khám Ví Dụ, có kết quả, gọi lại sáng thứ Ba tuần sau",
      "call: caller=Bác sĩ Mẫu | organization=Phòng khám Ví Dụ | status=callBack | callBackBy?=2026-12-01T10:00:00Z | rest=có kết quả",
    ],
  ],
  "zh-CN": [
    ["未接来电 13912345678 三次", "call: phone=+8613912345678 | rest=三次"],
    ["给李样本留言：司机九点到", "message: principal=Z | rest=司机九点到"],
    [
      "紧急 请明天上午10点回电 样例先生 13800138000",
      "call: urgent=true | callBackBy=2026-11-24T08:00:00Z | status=callBack | caller=样例先生 | phone=+8613800138000",
    ],
    [
      "样例先生来电，想把周三的会改到周五下午两点",
      "call: caller=样例先生 | direction=inbound | callBackBy?=2026-11-27T12:00:00Z | status=callBack | rest=想把周三的会改到周五下午两点",
    ],
    [
      "王样例 13800138000 关于4471号发票，下午3点前回电",
      "call: caller=王样例 | phone=+8613800138000 | subject=4471号发票 | callBackBy=2026-11-23T13:00:00Z | status=callBack",
    ],
    [
      "13800138000 示例科技有限公司 王样例 找Principal A，请今天下午回电",
      "call: phone=+8613800138000 | organization=示例科技有限公司 | caller=王样例 | principal=A | callBackBy?=2026-11-23T15:00:00Z | status=callBack",
    ],
    [
      "示例银行的王女士来电谈贷款，请在16点前回电 010-62345678",
      "call: organization=示例银行 | caller=王女士 | direction=inbound | callBackBy=2026-11-23T14:00:00Z | status=callBack | phone=+861062345678 | rest=谈贷款",
    ],
    [
      "给Principal B：王样例（示例日报）采访的事，截止周三中午",
      "call: principal=B | caller=王样例 | organization=示例日报 | callBackBy?=2026-11-25T10:00:00Z | status=callBack | rest=采访的事",
    ],
    [
      "王样例问李样本周四上午10点行不行",
      "call: caller?=王样例问李样 | callBackBy?=2026-11-26T08:00:00Z | status=callBack | rest=本周四上午10点行不行",
    ],
    [
      "关于租约 王样例 13800138000 加急",
      "call: subject=租约 | caller=王样例 | phone=+8613800138000 | urgent=true",
    ],
    [
      "王样例要签好的合同，明早9点半前",
      "call: callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=王样例要签好的合同",
    ],
    [
      "未接来电 王样例 138 0013 8000 14:05",
      "call: caller=王样例 | phone=+8613800138000 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    ["转告Principal B，王样例会迟到20分钟", "message: principal=B | rest=王样例会迟到20分钟"],
    [
      "王医生，示例诊所，结果出来了，下周二上午回电",
      "call: caller=王医生 | organization=示例诊所 | callBackBy?=2026-12-01T10:00:00Z | status=callBack | rest=结果出来了",
    ],
  ],
  ru: [
    ["передать Вере Примеровой: машина будет в 9:15", "message: principal?=R | rest=машина будет в 9:15"],
    [
      "Звонили из посольства насчёт визы, срочно",
      "call: direction=inbound | organization=посольства | subject=визы | urgent=true",
    ],
    [
      "Иван Образцов просит перенести встречу с четверга на пятницу 11:00",
      "call: caller=Иван Образцов | callBackBy?=2026-11-26 | status=callBack | rest=просит перенести встречу с четверга на пятницу 11:00",
    ],
    [
      "Иван Образцов 8 916 123-45-67 по счёту 4471, перезвонить до трёх",
      "call: caller=Иван Образцов | phone=+79161234567 | subject=счёту 4471 | status=callBack | callBackBy?=2026-11-23T13:00:00Z",
    ],
    [
      "89161234567 Иван Образцов ООО Образец для Principal A, просит перезвонить сегодня после обеда",
      "call: phone=+79161234567 | caller=Иван Образцов | organization=ООО Образец | principal=A | status=callBack | callBackBy?=2026-11-23T15:00:00Z",
    ],
    [
      "Госпожа Образцова из Образец-банка звонила насчёт кредита, перезвонить на 8 (495) 123-45-67 до 16",
      "call: caller=Госпожа Образцова | organization=Образец-банка | direction=inbound | subject=кредита | status=callBack | phone=+74951234567 | callBackBy=2026-11-23T14:00:00Z",
    ],
    [
      "Для Principal B: Иван Образцов (газета Образец) насчёт интервью, срок среда полдень",
      "call: principal=B | caller=Иван Образцов | organization=газета Образец | subject=интервью | callBackBy?=2026-11-25T10:00:00Z | status=callBack",
    ],
    [
      "Иван Образцов, сможет ли Principal A в четверг в 10 вместо 11?",
      "call: caller=Иван Образцов | callBackBy?=2026-11-26 | status=callBack | rest=сможет ли Principal A в четверг в 10 вместо 11",
    ],
    [
      "насчёт аренды - Иван Образцов - +7 916 123 45 67 - срочно",
      "call: subject=аренды | caller=Иван Образцов | phone=+79161234567 | urgent=true",
    ],
    [
      "Иван Образцов ждёт подписанный договор до завтра 9:30",
      "call: caller=Иван Образцов | callBackBy?=2026-11-24T07:30:00Z | status=callBack | rest=ждёт подписанный договор",
    ],
    [
      "Пропущенный звонок от Иван Образцов 8-916-123-45-67 в 14:05",
      "call: caller=Иван Образцов | phone=+79161234567 | callBackBy?=2026-11-23T12:05:00Z | status=callBack",
    ],
    [
      "Передать Principal B, что Иван Образцов опоздает на 20 минут",
      "message: principal=B | rest=Иван Образцов опоздает на 20 минут",
    ],
    [
      "Звонил д-р Образцов, клиника Образец, спрашивал Веру Примерову, перезвонит завтра утром",
      "call: direction=inbound | caller=д-р Образцов | organization=клиника Образец | principal?=R | callBackBy?=2026-11-24T10:00:00Z | status=callBack | rest=перезвонит завтра утром",
    ],
  ],
};

const principals = [
  { id: "A", name: "Principal A" },
  { id: "B", name: "Principal B" },
  { id: "L", name: "Parauga Vadītāja" },
  { id: "K", name: "Karel Příkladný" },
  { id: "R", name: "Вера Примерова" },
  { id: "Z", name: "李样本" },
];

function read(line: string, locale: Locale): string {
  const { kind, fields, chips, rest } = readLine(line, {
    locale,
    now: "2026-11-23T08:00:00Z",
    timeZone: "Europe/Riga",
    region: REGIONS[locale],
    hint: "call",
    principals,
    parsePhone,
  });
  const unsure = new Set(chips.filter((chip) => chip.unsure).map(({ field }) => field));
  const said = Object.entries(fields).map(
    ([name, value]) => `${name}${unsure.has(name) ? "?" : ""}=${value}`,
  );
  return `${kind}: ${[...said, ...(rest ? [`rest=${rest}`] : [])].join(" | ")}`;
}

describe.each(Object.entries(NOTES))("a note at the telephone in %s", (locale, notes) => {
  it.each(notes)("%s", (line, expected) => {
    expect(read(line, locale as Locale)).toBe(expected);
  });
});
