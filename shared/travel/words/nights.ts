import { combine } from "./combine.ts";

/** How each language names the first and the last day of a stay, and their hours; `%` stands for what is done then. */
const NIGHTS: readonly (readonly [ways: string, first: string, last: string])[] = [
  [
    "%,% date,% time,% day,% from,% on,% after,% until,% before",
    "check-in,check in,checkin",
    "check-out,check out,checkout",
  ],
  ["%,%datum,%tag,%zeit,% ab,% am,% von,% bis", "anreise,check-in,check-in-", "abreise,check-out,check-out-"],
  ["%,% le,heure de %,% dès,% avant", "arrivée à l'hôtel,check-in", "départ de l'hôtel,check-out,libération"],
  [
    "%,fecha de %,hora de %,día de %,% desde,% a partir de,% hasta",
    "check-in,entrada,ingreso,llegada al hotel",
    "check-out,salida del hotel,checkout",
  ],
  [
    "%,data di %,data %,ora di %,ora %,orario di %,orario %,% dal,% dalle,% dalle ore,% entro",
    "check-in,arrivo in hotel,ingresso",
    "check-out,checkout,partenza dall'hotel",
  ],
  [
    "%,data de %,data do %,data,hora de %,hora do %,horário de %,horário do %,% até",
    "check-in,entrada",
    "check-out,checkout",
  ],
  [
    "%,%datum,%tijd,%-datum,% vanaf,% tot,% op",
    "incheck,inchecken,check-in",
    "uitcheck,uitchecken,check-out",
  ],
  [
    "%,data %,godzina %,% od,% do",
    "zameldowania,zameldowanie,check-in,przyjazd do hotelu,początek pobytu",
    "wymeldowania,wymeldowanie,check-out,wyjazd z hotelu,koniec pobytu",
  ],
  [
    "%,datum %,čas %,den %,% od,% do",
    "check-in,nástup,nástupu na pobyt,nástup na pobyt,začátek pobytu",
    "check-out,konec pobytu,odjezd z hotelu",
  ],
  [
    "%,% datums,% laiks,% diena,% no,% līdz",
    "check-in,reģistrēšanās,iebraukšana,iebraukšanas,ierašanās viesnīcā",
    "check-out,izrakstīšanās,izbraukšana no viesnīcas",
  ],
  ["%,ngày %,giờ %,thời gian %,% từ,% trước,% lúc,% sau", "nhận phòng,check-in", "trả phòng,check-out"],
  [
    "%,дата %,время %,день %,% с,% до",
    "заезда,заезд,заселения,заселение,регистрация заезда",
    "выезда,выезд,выселения,выселение,отъезд,отъезда",
  ],
  ["%,%日期,%时间,%日,办理%,预计%时间", "入住,到店,抵店", "退房,离店"],
  ["%,%日,%日時,%時間,%時刻,%予定日,%予定時刻", "チェックイン,ご宿泊,宿泊,ご到着", "チェックアウト,ご出発"],
];

/** Every such label of the first day, and of the last, lower case, with commas between. */
export const FIRST_NIGHT = NIGHTS.map(([ways, first]) => combine(ways, first)).join(",");
export const LAST_NIGHT = NIGHTS.map(([ways, , last]) => combine(ways, last)).join(",");
