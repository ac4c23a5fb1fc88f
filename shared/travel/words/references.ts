import { combine } from "./combine.ts";

/**
 * How each language numbers a booking: ways of numbering, and what is numbered. `%` stands for the latter, so that
 * "número de %" and "reserva" are "número de reserva".
 */
const NUMBERED: readonly (readonly [ways: string, things: string])[] = [
  [
    "% number,% no.,% no,% nr,% nr.,% ref,% ref.,% reference,% id,% code,% #",
    "booking,reservation,confirmation,order,trip,itinerary,registration,hotel confirmation,rental,ride,transfer,transaction,collection,ticket collection",
  ],
  [
    "%nummer,%nr.,%nr,%-nr.,%-nr,%-nummer,%code,%-code,%kennung,%referenz,%-referenz,%-id,%zeichen",
    "buchungs,reservierungs,bestätigungs,auftrags,bestell,vorgangs,voucher,gutschein,mietvertrags,vertrags,abhol,reise,anmelde",
  ],
  [
    "número de %,n.º de %,nº de %,n° de %,núm. de %,código de %,referencia de %,localizador de %,id de %,n.º %,nº %",
    "reserva,la reserva,su reserva,tu reserva,confirmación,pedido,localizador,compra,viaje,contrato,orden,expediente,registro",
  ],
  [
    "numéro de %,n° de %,nº de %,n° %,code de %,code %,référence de %,référence %,réf. de %,réf. %,numéro %",
    "réservation,votre réservation,la réservation,confirmation,commande,dossier,voyage,contrat,retrait,course,inscription",
  ],
  [
    "numero di %,numero %,n. di %,n. %,n° %,codice di %,codice %,riferimento %,rif. %",
    "prenotazione,conferma,ordine,viaggio,contratto,voucher,acquisto,pratica,titolo",
  ],
  [
    "número da %,número de %,número do %,n.º da %,n.º de %,n.º do %,nº da %,nº do %,código da %,código de %,código do %,referência da %,referência do %,localizador da %",
    "reserva,sua reserva,confirmação,encomenda,pedido,compra,viagem,contrato,inscrição",
  ],
  [
    "%nummer,%nr.,%nr,%-nummer,%code,%referentie",
    "boekings,reserverings,bevestigings,order,bestel,huur,contract,voucher,reis,rit",
  ],
  [
    "numer %,nr %,kod %,identyfikator %",
    "rezerwacji,potwierdzenia,zamówienia,transakcji,umowy,vouchera,podróży,kursu,zgłoszenia,odbioru",
  ],
  [
    "číslo %,č. %,kód %,id %",
    "rezervace,vaší rezervace,objednávky,potvrzení,jízdenky,vstupenky,voucheru,smlouvy,jízdy,registrace",
  ],
  [
    "% numurs,% nr.,% nr,% kods,% id",
    "rezervācijas,pasūtījuma,apstiprinājuma,brauciena,līguma,vaučera,reģistrācijas,pieteikuma",
  ],
  [
    "mã %,số %,mã số %",
    "đặt chỗ,đặt phòng,đặt vé,đặt bàn,đặt xe,đặt,xác nhận,đơn hàng,đơn,vé,hợp đồng,giao dịch",
  ],
  [
    "номер %,№ %,код %",
    "брони,вашей брони,бронирования,заказа,вашего заказа,подтверждения,ваучера,резерва,резервирования,поездки,договора,регистрации",
  ],
  ["%号,%编号,%号码,%码,%单号", "订单,预订,预定,确认,预约,订房,凭证,取票,行程,订座"],
  [
    "%番号,%コード,%no.,%no,%id",
    "予約,ご予約,確認,受付,お申込,申込,注文,ご注文,お預かり,お預り,お受取,照会,購入",
  ],
  [
    "%",
    "bilhete n.º,bilhete nº,billete n.º,billete nº,billet n°,biglietto n.,auftragsnr.,filekey,file key,buchungsschlüssel",
  ],
];

/** Every label of a booking's number that is put together so, lower case, with commas between. */
export const REFERENCE_PHRASES = NUMBERED.map(([ways, things]) => combine(ways, things)).join(",");
