/** What is said of journeys that one could book, or has not booked yet. */
const OFFERED =
  /(?:nothing|not (?:yet )?(?:been )?|isn't (?:yet )?)(?: is)?(?: yet)? ?booked|prices? (?:may|can|could) change|price (?:alert|drop)|you are watching|(?:finish|complete) your (?:booking|purchase)|still thinking|left something behind|\boption [12ab]\b|fares? from|flights? from (?:EUR|USD|GBP|[€$£])|book (?:now|until|by)|promo(?:tion)? ?code|unverbindlich|noch nichts? (?:fest )?gebucht|jetzt buchen|aktionscode|preisalarm|devis|réservez|offre valable|sin compromiso|oferta|reserva ya|preventivo|prenota (?:ora|subito)|orçamento|reserve já|offerte|boek nu|zarezerwuj|nabídka|rezervujte|piedāvājum|rezervējiet|khuyến mãi|đặt ngay|ещё не (?:забронир|оплач)|распродаж|промокод|предложени|特价|促销|优惠|キャンペーン|セール/iu;

/** What is said of lines and timetables rather than of somebody's journey. */
const DISRUPTED =
  /engineering works?|timetable|strike action|planned works|bauarbeiten|ersatzverkehr|fahrplan(?:änderung|wechsel)|fallen\s.{0,80}aus|(?<!\p{L})grève|perturbations|travaux|huelga|obras en|sciopero|greve|staking|werkzaamheden|dienstregeling|rozk[łl]ad\p{L}* jazdy|výluk|jízdní\p{L}* řád|stávk|kustības sarakst|streik|lịch chạy tàu|расписани[ея]\p{L}* (?:поездов|движения)|забастовк|列车时刻表|停运通知|ダイヤ改正|運休/iu;

/** What is said where a booking came to nothing. */
const FAILED =
  /(?:booking|reservation|order|purchase|payment) (?:has |was |could )(?:been )?not (?:been |be )?(?:made|completed|taken|processed)|could not (?:take|process|complete) (?:the |your )?(?:payment|booking|order)|payment (?:has )?(?:failed|was declined)|zahlung (?:ist )?fehlgeschlagen|konnte nicht (?:abgeschlossen|gebucht)|paiement (?:a été )?refusé|n'a pas (?:été effectuée?|pu être)|pago (?:ha sido )?rechazado|no se ha (?:realizado|podido)|pagamento (?:non riuscito|rifiutato|recusado|falhou)|non è stat[ao] (?:effettuat|completat)|não foi (?:conclu[ií]d|efetuad)|betaling (?:is )?mislukt|is niet (?:gelukt|geboekt)|płatność (?:nie powiodła|odrzucona)|nie (?:została|udało)|platba (?:se nezdařila|byla zamítnuta)|nebyla (?:provedena|dokončena)|maksājums (?:nav|neizdevās)|thanh toán (?:không thành công|thất bại)|оплата не прош|не удалось (?:оплатить|забронировать)|支付失败|预订失败|出票失败|決済(?:に失敗|できませんでした)|予約は(?:まだ)?(?:確定|完了)して(?:おりません|いません)/iu;

/** What is said of seats that are held until somebody buys them. */
const HELD =
  /option (?:expires|is about to|to be ticketed|deadline)|(?:to be|must be|unless|not yet) ticketed|ihre option\b|option läuft|votre option|(?:su|tu) opción (?:vence|caduca)|opzione (?:scade|in scadenza)|optie (?:verloopt|vervalt)|opcja wygasa|opce (?:vyprší|platí do)|опция (?:истекает|действует)|giữ chỗ đến|请(?:在|于).{0,24}前(?:完成)?(?:出票|支付)/iu;

/** What is said where the money of a journey goes back, though not that it was cancelled. */
const REFUNDED =
  /(?:have|has been|been) refunded|refund (?:reference|has been|was) |erstatte[nt] wir|wir erstatten|vous remboursons|votre remboursement|le reembolsamos|su reembolso|le rimborsiamo|il tuo rimborso|o seu reembolso|terugbetaling van|zwrot(?:u)? (?:środków|pieniędzy)|vrácení peněz|naudas atmaks|hoàn tiền (?:cho|thành công)|к возврату|возврат билета|退款成功|已退款|払い戻し(?:が完了|いたしました)/iu;

/** What is said to somebody who waits for a place. */
const WAITING =
  /(?:on the|to the|our) wait(?:ing )?list|on standby|auf (?:der|die|unserer) warteliste|(?:sur|en) (?:la )?liste d['’]attente|(?:en|a) (?:la )?lista de espera|in lista d['’]attesa|na lista de espera|op de wachtlijst|na li(?:stę|ście) (?:rezerwow|oczekuj)|na čekací listin|na pořadník|gaidīšanas sarakst|danh sách chờ|в (?:лист|списк\p{L}) ожидания|候补|キャンセル待ち/iu;

/** What is asked of somebody who has travelled already, or is told to him of a claim he made. */
const PAST =
  /how (?:was|did you (?:like|enjoy)) (?:your|the)|you stayed (?:at|with)|wie war (?:ihre?|dein)|sie (?:haben|waren) .{0,60}(?:übernachtet|gast (?:im|in|bei)|zu gast|geflogen)|bewerten sie|vous avez (?:séjourné|voyagé)|(?:donnez|votre) avis sur votre|que pensez-vous de votre|¿?(?:qué tal|cómo) (?:fue|estuvo|ha ido) (?:su|tu)|com['’]è (?:andat|stat)[ao]|como (?:foi|correu) (?:a |o )?su?a|hoe was (?:je|uw)|(?:był|była|byli) (?:pan|pani|państwo) w|jak minął|jak (?:się )?(?:panu|pani|państwu)|jak (?:se vám|jste byli)|jaký byl váš|kā jums (?:patika|gāja)|(?:đánh giá|cảm nhận) (?:về )?(?:chuyến|kỳ|dịch)|как (?:вам|прошл\p{L}+)|оцените|评价您的|入住体验|出行体验|アンケート|ご宿泊いただき|ご搭乗いただき|(?:your|compensation) claim|claim (?:number|reference)|ihre (?:beschwerde|forderung|reklamation)|entschädigungs|votre réclamation|su reclamación|il (?:tuo|suo) reclamo|sua reclamação|uw (?:klacht|claim)|(?:twoja|pana|pani) reklamacj|vaše reklamac|jūsu (?:sūdzīb|prasīb)|khiếu nại|ваш\p{L}? (?:претензи|жалоб)|投诉编号/iu;

/** What is said where somebody has to choose among journeys first. */
const CHOICE =
  /(?:choose|select|pick) (?:one of|from|your new flight|an alternative|between)|(?:one of )?these alternatives|wählen sie (?:eine[ns]? der|zwischen|aus)|folgende[nr]? alternativen|choisissez (?:l['’]une?|parmi|un autre vol)|elija (?:una|entre)|scegli(?:ere)? (?:una|tra)|escolha (?:uma|entre)|kies (?:een van|uit)|wybierz (?:jed|spośród)|vyberte (?:si )?(?:jed|z)|izvēlieties (?:vienu|no)|(?:vui lòng )?chọn một trong|выберите (?:один|одн|из)|请(?:从|选择)(?:以下|下列)|次の(?:中|便)から|which (?:\p{L}+ )?(?:do|would) you prefer|shall i (?:book|reserve)|soll ich .{0,40}(?:buchen|reservieren)|(?:dois|puis)-je réserver|¿?(?:reservo|cuál prefier)|(?:prenoto|quale prefer)|który (?:lot|hotel|pociąg)? ?(?:wolisz|pan woli)|mám (?:vám )?(?:rezervovat|objednat)|какой .{0,30}(?:предпочита|выбрать)|забронировать ли/iu;

/** What is said of a booking that its buyer began and left. */
const LEFT =
  /still (?:waiting )?in your (?:basket|cart|bag)|your (?:basket|cart)\b|(?:complete|finish|resume) your (?:booking|reservation|purchase|order)|schließen sie ihre (?:buchung|bestellung)|ihr warenkorb|finalisez votre|terminez votre (?:commande|réservation)|votre panier|(?:termina|completa|finaliza) (?:tu|su|la) (?:reserva|compra)|(?:tu|su) (?:carrito|cesta)|(?:completa|concludi|termina) (?:l['’]acquisto|la (?:tua )?prenotazione|l['’]ordine)|(?:tuo|suo) carrello|(?:conclua|finalize) a sua (?:reserva|compra)|seu carrinho|rond (?:je|uw) (?:boeking|bestelling) af|(?:je|uw) winkel(?:mand|wagen)|dokończ (?:rezerwacj|zakup|zamówieni)|twój koszyk|dokončete (?:svou |vaši )?(?:rezervac|objednávk|nákup)|váš košík|pabeidziet (?:rezervāc|pasūtīj|pirkum)|jūsu groz|hoàn tất (?:việc )?đặt|giỏ hàng|заверши(?:те|ть) (?:бронир|оформл|покупк|заказ)|не завершили|ваш\p{L}* корзин|完成(?:您的)?(?:预订|支付)即可|购物车|カート(?:に|内)|お手続きが完了していません/iu;

/** A subject that names a price to begin with is an offer, whatever number stands below it. */
const FROM_PRICE =
  /(?<!\p{L})(?:from|already from|(?:schon )?ab|dès|à partir de|desde|a partir d[aei]|da|vanaf|od|no|от|từ|chỉ từ)\s(?:[€$£]\s?\d|\d[\d .,]{0,12}\s?(?:€|\$|£|zł|Kč|₫|đ|₽|руб|EUR|USD|GBP|PLN|CZK|CHF|VND|RUB))/iu;

/** Where a mail says what it is about: its subject and the lines that it begins with. */
const HEAD = 800;

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
  if (!numbered && (OFFERED.test(spoken) || DISRUPTED.test(spoken))) return true;
  return !cancelled && (FAILED.test(spoken) || HELD.test(spoken) || REFUNDED.test(spoken));
}
