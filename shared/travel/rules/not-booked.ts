/** What is said of journeys that one could book, or has not booked yet. */
const OFFERED =
  /(?:nothing|not (?:yet )?(?:been )?|isn't (?:yet )?)(?: is)?(?: yet)? ?booked|prices? (?:may|can|could) change|you are watching|still thinking|footprint|your year in|ihr reisejahr|jahresrückblick|\bbid (?:from|now|reference)|\boption [12ab]\b|fares? from|book (?:now|until|by)|promo(?:tion)? ?code|unverbindlich|noch nichts? (?:fest )?gebucht|jetzt buchen|devis|réservez|oferta|preventivo|orçamento|offerte|boek nu|nabídka|piedāvājum|khuyến mãi|đặt ngay|ещё не (?:забронир|оплач)|распродаж|промокод|предложени|特价|促销|优惠|キャンペーン|セール/iu;

/** What is said of lines and timetables rather than of somebody's journey. */
const DISRUPTED =
  /engineering works?|timetable|strike action|planned works|bauarbeiten|ersatzverkehr|fahrplan(?:änderung|wechsel)|fallen\s.{0,80}aus|(?<!\p{L})grève|perturbations|travaux|huelga|obras en|sciopero|greve|staking|werkzaamheden|dienstregeling|rozk[łl]ad\p{L}* jazdy|výluk|jízdní\p{L}* řád|stávk|kustības sarakst|streik|lịch chạy tàu|расписани[ея]\p{L}* (?:поездов|движения)|забастовк|列车时刻表|停运通知|ダイヤ改正|運休/iu;

/** What is said where a booking came to nothing. */
const FAILED =
  /(?:booking|reservation|order|purchase|payment) (?:has |was |could )(?:been )?not (?:been |be )?(?:made|completed|taken|processed)|could not (?:take|process|complete) (?:the |your )?(?:payment|booking|order)|payment (?:has )?(?:failed|was declined)|zahlung (?:ist )?fehlgeschlagen|konnte nicht (?:abgeschlossen|gebucht)|paiement (?:a été )?refusé|n'a pas (?:été effectuée?|pu être)|pago (?:ha sido )?rechazado|no se ha (?:realizado|podido)|pagamento (?:non riuscito|rifiutato|recusado|falhou)|non è stat[ao] (?:effettuat|completat)|não foi (?:conclu[ií]d|efetuad)|betaling (?:is )?mislukt|is niet (?:gelukt|geboekt)|płatność (?:nie powiodła|odrzucona)|nie (?:została|udało)|platba (?:se nezdařila|byla zamítnuta)|nebyla (?:provedena|dokončena)|maksājums (?:nav|neizdevās)|thanh toán (?:không thành công|thất bại)|оплата не прош|не удалось (?:оплатить|забронировать)|支付失败|预订失败|出票失败|決済(?:に失敗|できませんでした)|予約は(?:まだ)?(?:確定|完了)して(?:おりません|いません)/iu;

/** What is said where there is no room. */
const FULL =
  /fully booked|no (?:rooms?|availability) (?:left|free|available)?|ausgebucht|kein (?:freies )?zimmer|(?:est|sommes) complets?|(?:sin|sem) disponib|no (?:tiene|hay|tenemos) disponib|al completo|não (?:há|temos) (?:vagas|disponib)|volgeboekt|nie ma(?:my)? wolnych|brak (?:wolnych )?miejsc|plně obsazen|nav brīv|hết (?:phòng|chỗ)|нет свободн|свободных .{0,20} нет|满房|已满|満[室席]|お受けできません/iu;

/** What is said of seats that are held until somebody buys them. */
const HELD =
  /option (?:expires|is about to|to be ticketed|deadline)|(?:to be|must be|unless|not yet) ticketed|ihre option\b|option läuft|votre option|(?:su|tu) opción (?:vence|caduca)|opzione (?:scade|in scadenza)|optie (?:verloopt|vervalt)|opcja wygasa|opce (?:vyprší|platí do)|опция (?:истекает|действует)|giữ chỗ đến|请(?:在|于).{0,24}前(?:完成)?(?:出票|支付)/iu;

/** What is said where the money of a journey goes back, though not that it was cancelled. */
const REFUNDED =
  /(?:have|has been|been) refunded|refund (?:reference|has been|was) |deposit .{0,12}(?:been released|on its way)|kaution wurde|erstatte[nt] wir|wir erstatten|vous remboursons|votre remboursement|le reembolsamos|su reembolso|le rimborsiamo|il tuo rimborso|o seu reembolso|terugbetaling van|zwrot(?:u)? (?:środków|pieniędzy)|vrácení peněz|naudas atmaks|hoàn tiền (?:cho|thành công)|к возврату|возврат билета|退款成功|已退款|払い戻し(?:が完了|いたしました)/iu;

/** What is said to somebody who waits for a place. */
const WAITING =
  /(?:on the|to the|our) wait(?:ing )?list|on standby|auf (?:der|die|unserer) warteliste|(?:sur|en) (?:la )?liste d['’]attente|(?:en|a) (?:la )?lista de espera|in lista d['’]attesa|na lista de espera|op de wachtlijst|na li(?:stę|ście) (?:rezerwow|oczekuj)|na čekací listin|na pořadník|gaidīšanas sarakst|danh sách chờ|в (?:лист|списк\p{L}) ожидания|候补|キャンセル待ち/iu;

/** What is asked of somebody who has travelled already, or is told to him of a claim he made. */
const PAST =
  /how (?:was|did you (?:like|enjoy)) (?:your|the)|you stayed (?:at|with)|wie war (?:ihre?|dein)|sie (?:haben|waren) .{0,60}(?:übernachtet|gast (?:im|in|bei)|zu gast|geflogen)|vous avez (?:séjourné|voyagé)|(?:donnez|votre) avis sur votre|que pensez-vous de votre|¿?(?:qué tal|cómo) (?:fue|estuvo|ha ido) (?:su|tu)|com['’]è (?:andat|stat)[ao]|como (?:foi|correu) (?:a |o )?su?a|hoe was (?:je|uw)|(?:był|była|byli) (?:pan|pani|państwo) w|jak minął|jak (?:się )?(?:panu|pani|państwu)|jak (?:se vám|jste byli)|jaký byl váš|kā jums (?:patika|gāja)|как (?:вам|прошл\p{L}+)|评价您的|入住体验|出行体验|ご宿泊いただき|ご搭乗いただき|(?:ha[is]?|ti sei|si è) (?:soggiornato|alojado)|te alojaste|se alojó|hospedou-se|ficou hospedad|verbleef|przebywał|pobýval|uzturējāties|kỳ nghỉ .{0,12}thế nào|(?:вы )?останавливались|入住过|baggage report|left behind|(?:your|compensation) claim|claim (?:number|reference)|ihre (?:beschwerde|forderung|reklamation)|entschädigungs|votre réclamation|su reclamación|il (?:tuo|suo) reclamo|sua reclamação|uw (?:klacht|claim)|(?:twoja|pana|pani) reklamacj|vaše reklamac|jūsu (?:sūdzīb|prasīb)|khiếu nại|ваш\p{L}? (?:претензи|жалоб)|投诉编号/iu;

/** What is said where somebody has to choose among journeys first. */
const CHOICE =
  /(?:choose|select|pick) (?:one of|from|your new flight|an alternative|between)|(?:one of )?these alternatives|wählen sie (?:eine[ns]? der|zwischen|aus)|folgende[nr]? alternativen|choisissez (?:l['’]une?|parmi|un autre vol)|elija (?:una|entre)|scegli(?:ere)? (?:una|tra)|escolha (?:uma|entre)|kies (?:een van|uit)|wybierz (?:jed|spośród)|vyberte (?:si )?(?:jed|z)|izvēlieties (?:vienu|no)|(?:vui lòng )?chọn một trong|выберите (?:один|одн|из)|请(?:从|选择)(?:以下|下列)|次の(?:中|便)から|which (?:\p{L}+ )?(?:do|would) you prefer|shall i (?:book|reserve)|soll ich .{0,40}(?:buchen|reservieren)|(?:dois|puis)-je réserver|¿?(?:reservo|cuál prefier)|(?:prenoto|quale prefer)|który (?:lot|hotel|pociąg)? ?(?:wolisz|pan woli)|mám (?:vám )?(?:rezervovat|objednat)|какой .{0,30}(?:предпочита|выбрать)|забронировать ли/iu;

/** What is said of a booking that its buyer began and left. */
const LEFT =
  /basket|(?:your|the) cart(?!\p{L})|(?:complete|finish|resume) your (?:booking|reservation|purchase|order)|warenkorb|schließen sie ihre|panier|finalisez|terminez votre|carrito|(?:tu|su) cesta|(?:termina|completa|finaliza) (?:tu|su|la) (?:reserva|compra)|carrello|(?:completa|concludi|termina) l[a'’]|carrinho|(?:conclua|finalize) a? ?sua|winkel(?:mand|wagen)|rond (?:je|uw)|koszyk|dokończ|košík|dokončete|groz[aā]|pabeidziet|giỏ hàng|hoàn tất (?:việc )?đặt|корзин|заверши(?:те|ть)|не завершили|购物车|完成(?:您的)?(?:预订|支付)即可|カート(?:に|内)|お手続きが完了していません/iu;

/** What is said of prices that somebody watches. */
const WATCHED =
  /(?:fare|price)s?[ -](?:alert|watch|track|drop|guard)|alert (?:number|settings)|manage your alerts|preis(?:alarm|wecker|wächter|agent)|alerte[ -](?:prix|tarif|vol)|alerta de (?:precio|tarifa|vuelo|preço)|avviso (?:di )?prezzo|allerta prezz|prijs(?:alert|alarm|daling)|alert(?:u)? cenow|obserwowan|hlída[čc]|cenu? (?:let\p{L}*)?,? kterou sledujete|cenas? (?:brīdinājum|izmaiņ\p{L}* brīd)|cảnh báo giá|giá (?:vé )?(?:đã )?giảm|отслежива|цен[аы] снизил|价格(?:提醒|变动)|降价|価格(?:アラート|通知)|値下が/iu;

/** What is asked of guests afterwards, where a mail begins: to rate, to review, to share. */
const REVIEW =
  /(?<!\p{L})(?:rat(?:e|ing) (?:your|our|us|this)|(?:a|your|guest) review|reviews|feedback|your (?:opinion|experience)|survey|questionnaire|tell (?:us|others)|what did you think|(?:write|share|post) .{0,12}review|bewert\p{L}*|rezension|umfrage|(?:ihre|deine) meinung|geschmeckt|(?:votre|un|vos) avis|commentaire|enquête|partagez|passé un agréable|reseña|opini[oóã]\p{L}*|encuesta|valor[ae] (?:tu|su|la)|recension\p{L}*|raccontac|sondaggio|questionario|valuta|giudica|piaciut[oa]|avali(?:e|ar|ação)|(?:conte|diga)-nos|inquérito|beoorde\p{L}*|(?:je|uw) mening|oce[ńn]\p{L}{0,3}|ankiet\p{L}*|podziel\p{L}* się|ohodno\p{L}*|hodnocení|dotazník|recenz\p{L}*|podělte se|novērt\p{L}*|atsauksm\p{L}*|aptauj\p{L}*|dalieties|đánh giá|nhận xét|khảo sát|chia sẻ|оцен\p{L}{1,4}|отзыв\p{L}*|опрос\p{L}{0,2}|поделитесь)(?!\p{L})|评价|点评|问卷|满意度|口コミ|レビュー|ご感想|アンケート/iu;

/** What is said where somebody must agree first, or only thinks of going. */
const PLANNED =
  /approval (?:needed|required|request)|(?:waits?|waiting|pending|for)(?: for)? (?:your )?approval|approve or|to be approved|genehmigung (?:erf|nötig)|(?:bitte|zur) (?:genehmig|freig[ae])|approbation|(?:attente de|à) valid|approuver|aproba(?:ción|r o)|autorización (?:nec|req|pend)|approvazione|approvare|aprova(?:ção|r ou)|goedkeur|akceptacj|zatwierdz|schvál(?:en|it)|saskaņojum|gaida (?:jūsu )?apstiprin|duyệt|согласован|согласуйте|утвержд|审批|承認|(?:itinerary|trip|travel) (?:idea|suggestion|proposal)|(?:or similar|i found|i could book).{0,200}(?:\?|go ahead)|(?:should i|say if i should|shall i|want me to) (?:go ahead|book|reserve)|passt das|dann würde ich|(?:ça|cela) vous convient|te (?:parece|va) bien|va bene così|akkoord\?|pasuje\?|vyhovuje\?|подойд[её]т\?|(?:可以|行)吗[?？]|よろしいでしょうか/iu;

/** What may be used for a journey, or asks for one, and is none: vouchers, letters for a visa, cover. */
const OTHERWISE =
  /(?<!\p{L})(?:gift (?:card|voucher|certificate)|(?:reise|geschenk|hotel|wert)?gutschein(?:nummer|code)?(?! eingelöst)|(?:bon|chèque|carte|coffret) cadeau|(?:vale|cheque|bono|tarjeta) (?:de )?regalo|buono regalo|gift box|(?:vale|cartão)[ -](?:presente|oferta)|cadeau(?:bon|kaart)|(?:bon|voucher|karta) (?:podarunkow|upominkow)\p{L}*|dárkov\p{L} (?:poukaz|voucher|karta)|dāvanu (?:karte|kupon)\p{L}*|(?:thẻ|phiếu) quà|подарочн\p{L}* (?:сертификат|карт|ваучер)|礼品卡|礼券|ギフト(?:券|カード)|商品券|letter of invitation|invitation letter|einladungsschreiben|lettre d['’]invitation|carta de invitación|lettera d['’]invito|carta[ -]convite|uitnodigingsbrief|list zapraszający|zvací dopis|ielūguma vēstul\p{L}|thư mời|(?:письмо-)?приглашение (?:для|на въезд|на визу)|邀请函|招へい|visa (?:application|appointment|centre|center|letter)|visumantrag|demande de visa|solicitud de visa\p{L}*|domanda di visto|pedido de visto|visumaanvraag|wniosek (?:o wizę|wizowy)|žádost o vízum|vīzas pieteikum\p{L}*|(?:đơn xin|hồ sơ) (?:visa|thị thực)|(?:заявлени\p{L}|анкета) на визу|визов\p{L} (?:центр|анкет)\p{L}*|签证|appointments?|ビザ申請|travel authori[sz]ation|insurance policy|policy number|versicherungs(?:schein|nummer|police)|police d['’]assurance|contrat d['’]assurance|póliza|polizza|apólice|polis(?:nummer|a|y)|pojistn\p{L}+ smlouv\p{L}|apdrošināšanas polis\p{L}|hợp đồng bảo hiểm|страхов\p{L}+ полис|保单|保険証券)(?!\p{L})/iu;

/** What is said of a request that nobody has accepted yet, or that was refused. */
const ASKED =
  /request (?:received|was declined|has been declined|is pending)|(?:has|have) \d+ hours to (?:accept|respond|reply)|(?:we will|will be) (?:check|get back|reply)\p{L}* .{0,30}(?:availability|hours)|anfrage .{0,40}(?:eing|erh)|prüfen (?:wir )?die verfügbarkeit|demande .{0,30}(?:bien été reçue|reçu)|vous répondra sous|(?:hemos )?recibido (?:tu|su) solicitud|(?:todavía|aún) no está confirmad|(?:abbiamo )?ricevuto (?:la tua|la sua) richiesta|non è ancora confermat|recebemos (?:o seu|a sua) (?:pedido|solicitação) de|ainda não está confirmad|aanvraag .{0,30}ontvangen|nog niet (?:bevestigd|definitief)|(?:otrzymaliśmy|przyjęliśmy) (?:twoje|pani|pana|państwa) zapytani|jeszcze nie(?:potwierdz| jest potwierdz)|(?:přijali|obdrželi) jsme vaši poptávk|zatím není potvrzen|pieprasījums .{0,20}saņemts|vēl nav apstiprināt|yêu cầu .{0,30}(?:đã được tiếp nhận|đang chờ)|chưa (?:được )?xác nhận|(?:запрос|заявка) .{0,20}(?:получен|на рассмотрении)|ещё не подтвержд|(?:等待|待)(?:商家|房东|酒店)?确认|申请已(?:提交|收到)|仮予約|リクエストを受け付け/iu;

/** What is said of miles and points for journeys that are over, and of flights that went wrong. */
const OVER =
  /(?:miles|points)\b.{0,40} added|credited|(?:meilen|punkte)(?:konto|stand|gutschrift)|gutgeschrieben|crédités|relevé de (?:points|miles)|(?:puntos|millas|avios) (?:abonad|acumulad)|accreditat|(?:pontos|milhas) creditad|bijgeschreven|naliczon|dopisan|připsán|přičten|ieskaitīt|(?:dặm|điểm) (?:đã )?(?:được )?(?:cộng|tích lũy)|начислен|(?:累积|累计|入账)(?:里程|积分)|(?:マイル|ポイント)が?(?:積算|付与|加算)|was delayed by|what happened on|you may be (?:owed|entitled)|verspätet(?:e sich| war)|a été retardé de|sufrió un retraso|ha subito un ritardo|teve um atraso|had vertraging|miał[ao]? opóźni|opóźniony o|zpožděn|kavējās|bị (?:trễ|hoãn) .{0,20}giờ|был задержан на/iu;

/** What somebody says of a journey that is booked; where no number is given, one of these must be. */
const BOOKED =
  /book(?:ed|ing)|confirm|reserv|réserv|e-?ticket|your (?:e-)?ticket|itinerar|receipt|boarding|check(?:ed)?[ -]?in|passenger|travell?er|(?:your|my|our) (?:upcoming )?(?:flight|trip|journey|train|ferry|travel)|gebucht|buchung|bestätig|fahrschein|fahrkarte|reiseplan|(?:ihr|dein)\p{L}{0,2} (?:flug|reise|fahrt|zug)|passag|reisende|bordkarte|billet|votre (?:vol|voyage|train|trajet)|voyageur|compra|(?:su|tu) (?:vuelo|viaje|tren)|pasajero|viajero|prenotaz|conferm|bigliett|(?:tuo|suo|vostro) (?:volo|viaggio|treno)|passegg|bilhete|(?:sua|tua) viagem|(?:seu|teu) voo|boeking|bevestig|reiziger|(?:je|uw) (?:vlucht|reis|trein)|rezerw|bilet|potwierdz|pasażer|(?:twój|pana|pani) lot|podróż|rezerv|jízdenk|letenk|potvrz|cestující|biļe|apstiprin|pasažier|jūsu (?:lidojum|reis|brauc|ceļoj)|đặt|(?<!\p{L})vé(?!\p{L})|hành khách|xác nhận|брон|билет|пассажир|подтвержд|квитанц|ваш\p{L}* (?:рейс|поезд|поездк)|预[订定]|订单|机票|车票|出票|乘机|乘客|旅客|登机|行程|予約|搭乗|航空券|乗車|eチケット|きっぷ|bokning|biljett|resenär|bekräft|bestilling/iu;

/** A subject that names a price to begin with is an offer, whatever number stands below it. */
const FROM_PRICE =
  /(?<!\p{L})(?:from|already from|(?:schon )?ab|dès|à partir de|desde|a partir d[aei]|da|vanaf|od|no|от|từ|chỉ từ)\s(?:[€$£]\s?\d|\d[\d .,]{0,12}\s?(?:€|\$|£|zł|Kč|₫|đ|₽|руб|EUR|USD|GBP|PLN|CZK|CHF|VND|RUB))/iu;

/** A subject that tells everybody what is new. */
const NEWS = /make an offer|press release|new route|новый рейс|新航线|新規就航/iu;

/** A subject that is an invoice's: what was booked is over, or was confirmed in a mail of its own. */
const INVOICE =
  /^(?:(?:your|ihre|votre|su|la|il|sua|uw|vaše|ваш\p{L}*) )?(?:invoice|rechnung|facture|fa(?:c?t|tt)ura|factuur|faktura|rēķins|hóa đơn|сч[её]т|发票|領収書)(?!\p{L})(?!.*(?:book|buch|réserv|reserv|prenot|confirm|bestätig|rezerw|rezerv|брон|预订|予約|ticket))/iu;

/** Where a mail says what it is about: its subject and the lines that it begins with. */
const HEAD = 800;
/** The subject and what a mail says first of all. */
const FIRST = 320;

/**
 * Tells whether a text speaks of a journey that nobody has booked: an offer, a timetable, a payment that failed, a
 * refund. An offer may be named in a real booking too, so a booking's number outweighs it.
 */
export function isNotBooked(spoken: string, numbered: boolean, cancelled: boolean): boolean {
  const head = spoken.slice(0, HEAD);
  if (FROM_PRICE.test(head.slice(0, Math.max(0, head.indexOf("\n"))))) return true;
  if (
    WAITING.test(head) ||
    (!cancelled && LEFT.test(head)) ||
    (!cancelled && (PAST.test(head) || CHOICE.test(head)))
  )
    return true;
  const first = spoken.slice(0, FIRST);
  if (!cancelled && INVOICE.test(first)) return true;
  if (
    WATCHED.test(head) ||
    NEWS.test(spoken.slice(0, spoken.indexOf("\n"))) ||
    OTHERWISE.test(first) ||
    ASKED.test(head)
  )
    return true;
  if (!cancelled && (REVIEW.test(first) || PLANNED.test(head) || OVER.test(head))) return true;
  if (!BOOKED.test(spoken) && (!numbered || FROM_PRICE.test(spoken))) return true;
  if (!numbered && (OFFERED.test(spoken) || DISRUPTED.test(spoken) || FROM_PRICE.test(spoken))) return true;
  return !cancelled && (FAILED.test(spoken) || FULL.test(head) || HELD.test(spoken) || REFUNDED.test(spoken));
}
