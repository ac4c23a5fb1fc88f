import type { Locale } from "../../../shared/records/labels.ts";

/** What the sample desk says, in each language. Everything in it is plainly made up. */
interface SampleTexts {
  readonly desk: string;
  readonly principal: string;
  readonly legal: string;
  readonly contract: string;
  readonly contractNote: string;
  readonly annex: string;
  readonly courier: string;
  readonly parcel: string;
  readonly boardMember: string;
  readonly board: string;
  readonly wantsToSee: string;
  readonly friday: string;
  readonly sendAnnex: string;
  readonly visaLetters: string;
  readonly visaNote: string;
  readonly room: string;
  readonly flowers: string;
  readonly replySubject: string;
  readonly replyBody: string;
  readonly trip: string;
  readonly tripNote: string;
  readonly hotel: string;
}

export const SAMPLE_TEXTS: Readonly<Record<Locale, SampleTexts>> = {
  en: {
    desk: "Sample desk",
    principal: "Principal",
    legal: "Legal",
    contract: "contract renewal",
    contractNote:
      "Asks whether clause 4 can name the arbitration seat. Wants an answer before the board meets.",
    annex: "annex 2",
    courier: "Sample Courier",
    parcel: "a parcel that needs a signature",
    boardMember: "Sample Member of the Board",
    board: "Sample Board",
    wantsToSee: "Would like half an hour before the budget vote.",
    friday: "Friday after lunch",
    sendAnnex: "Send the signed annex to Legal",
    visaLetters: "Send visa letters",
    visaNote: "Two of five are done.",
    room: "Book room 4 for the poll winner",
    flowers: "Flowers for reception",
    replySubject: "Re: Contract renewal",
    replyBody:
      "Dear Ms Caller,\n\nthank you for your letter. The revised terms are agreeable; we would ask that clause 4 name the arbitration seat.\n\nWith kind regards",
    trip: "Riga board trip",
    tripNote: "The flight is still to be booked.",
    hotel: "Sample Hotel Riga",
  },
  vi: {
    desk: "Bàn làm việc mẫu",
    principal: "Lãnh đạo",
    legal: "Pháp chế",
    contract: "gia hạn hợp đồng",
    contractNote: "Hỏi điều 4 có thể ghi rõ nơi trọng tài không. Cần trả lời trước phiên họp hội đồng.",
    annex: "phụ lục 2",
    courier: "Bưu tá Mẫu",
    parcel: "bưu kiện cần ký nhận",
    boardMember: "Thành viên Hội đồng Mẫu",
    board: "Hội đồng Mẫu",
    wantsToSee: "Muốn gặp nửa giờ trước khi biểu quyết ngân sách.",
    friday: "Thứ Sáu, sau giờ trưa",
    sendAnnex: "Gửi phụ lục đã ký cho Pháp chế",
    visaLetters: "Gửi thư xin thị thực",
    visaNote: "Đã xong hai trong năm thư.",
    room: "Đặt phòng 4 cho phương án được chọn",
    flowers: "Hoa cho quầy lễ tân",
    replySubject: "Re: Gia hạn hợp đồng",
    replyBody:
      "Kính gửi bà Caller,\n\ncảm ơn thư của bà. Chúng tôi đồng ý với các điều khoản sửa đổi; đề nghị điều 4 ghi rõ nơi trọng tài.\n\nTrân trọng",
    trip: "Chuyến đi họp hội đồng ở Riga",
    tripNote: "Chưa đặt vé máy bay.",
    hotel: "Khách sạn Mẫu Riga",
  },
  lv: {
    desk: "Parauga galds",
    principal: "Vadītājs",
    legal: "Juridiskā daļa",
    contract: "līguma pagarināšana",
    contractNote: "Jautā, vai 4. punktā var norādīt šķīrējtiesas vietu. Vēlas atbildi pirms valdes sēdes.",
    annex: "2. pielikums",
    courier: "Parauga kurjers",
    parcel: "sūtījums, par kuru jāparakstās",
    boardMember: "Parauga valdes loceklis",
    board: "Parauga valde",
    wantsToSee: "Vēlētos pusstundu pirms balsojuma par budžetu.",
    friday: "piektdien pēc pusdienām",
    sendAnnex: "Nosūtīt parakstīto pielikumu juristiem",
    visaLetters: "Nosūtīt vīzu vēstules",
    visaNote: "Divas no piecām ir gatavas.",
    room: "Rezervēt 4. telpu uzvarējušajam laikam",
    flowers: "Ziedi reģistratūrai",
    replySubject: "Re: Līguma pagarināšana",
    replyBody:
      "Cienījamā Caller kundze,\n\npaldies par vēstuli. Labotie nosacījumi ir pieņemami; lūdzam 4. punktā norādīt šķīrējtiesas vietu.\n\nAr cieņu",
    trip: "Valdes brauciens uz Rīgu",
    tripNote: "Lidojums vēl jārezervē.",
    hotel: "Parauga viesnīca Rīgā",
  },
  cs: {
    desk: "Ukázkový stůl",
    principal: "Vedoucí",
    legal: "Právní oddělení",
    contract: "prodloužení smlouvy",
    contractNote:
      "Ptá se, zda může článek 4 uvést místo rozhodčího řízení. Chce odpověď před zasedáním představenstva.",
    annex: "příloha 2",
    courier: "Ukázkový kurýr",
    parcel: "zásilka k podpisu",
    boardMember: "Ukázkový člen představenstva",
    board: "Ukázkové představenstvo",
    wantsToSee: "Chtěl by půl hodiny před hlasováním o rozpočtu.",
    friday: "v pátek po obědě",
    sendAnnex: "Poslat podepsanou přílohu právníkům",
    visaLetters: "Poslat dopisy k vízům",
    visaNote: "Dva z pěti jsou hotové.",
    room: "Rezervovat místnost 4 pro vítězný termín",
    flowers: "Květiny na recepci",
    replySubject: "Re: Prodloužení smlouvy",
    replyBody:
      "Vážená paní Caller,\n\nděkujeme za Váš dopis. Upravené podmínky jsou přijatelné; prosíme, aby článek 4 uváděl místo rozhodčího řízení.\n\nS pozdravem",
    trip: "Cesta představenstva do Rigy",
    tripNote: "Let je ještě třeba rezervovat.",
    hotel: "Ukázkový hotel Riga",
  },
  "zh-CN": {
    desk: "示例工作台",
    principal: "领导",
    legal: "法务部",
    contract: "合同续签",
    contractNote: "询问第四条能否写明仲裁地点，希望在董事会开会前得到答复。",
    annex: "附件二",
    courier: "示例快递员",
    parcel: "需要签收的包裹",
    boardMember: "示例董事",
    board: "示例董事会",
    wantsToSee: "希望在预算表决前面谈半小时。",
    friday: "星期五午饭后",
    sendAnnex: "把签好的附件发给法务部",
    visaLetters: "寄出签证信函",
    visaNote: "五封中已完成两封。",
    room: "为投票选定的时间预订四号会议室",
    flowers: "前台鲜花",
    replySubject: "Re: 合同续签",
    replyBody:
      "Caller 女士：\n\n感谢您的来信。修改后的条款我们可以接受；请在第四条中写明仲裁地点。\n\n此致\n敬礼",
    trip: "里加董事会出差",
    tripNote: "机票尚未预订。",
    hotel: "里加示例酒店",
  },
  ru: {
    desk: "Пример рабочего стола",
    principal: "Руководитель",
    legal: "Юридический отдел",
    contract: "продление договора",
    contractNote:
      "Спрашивает, можно ли в пункте 4 указать место арбитража. Просит ответить до заседания правления.",
    annex: "приложение 2",
    courier: "Курьер (пример)",
    parcel: "посылка под подпись",
    boardMember: "Член правления (пример)",
    board: "Правление (пример)",
    wantsToSee: "Просит полчаса перед голосованием по бюджету.",
    friday: "в пятницу после обеда",
    sendAnnex: "Отправить юристам подписанное приложение",
    visaLetters: "Отправить визовые письма",
    visaNote: "Готовы два из пяти.",
    room: "Забронировать переговорную 4 на выбранное время",
    flowers: "Цветы на стойку",
    replySubject: "Re: Продление договора",
    replyBody:
      "Уважаемая госпожа Caller!\n\nБлагодарим Вас за письмо. Исправленные условия нас устраивают; просим указать в пункте 4 место арбитража.\n\nС уважением",
    trip: "Поездка правления в Ригу",
    tripNote: "Рейс ещё нужно забронировать.",
    hotel: "Гостиница «Пример», Рига",
  },
};
