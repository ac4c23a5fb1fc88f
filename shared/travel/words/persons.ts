import { combine } from "./combine.ts";

/**
 * How each language announces who travels, stays, drives or comes: ways of naming, and who. `%` stands for the
 * latter, so that "nom du %" and "passager" are "nom du passager".
 */
const PERSONS: readonly (readonly [ways: string, who: string])[] = [
  [
    "%,%s,% name,% names,name of %,main %,lead %",
    "passenger,traveller,traveler,guest,driver,renter,customer,attendee,participant,ticket holder",
  ],
  ["%,%name,haupt%,%in", "passagier,fahrer,mieter,kunde,teilnehmer"],
  ["%,%name", "gast,fahrgast,fluggast"],
  ["%,%s,nom du %,% principal", "passager,voyageur,client,conducteur,participant"],
  ["%,%s,%a,nombre del %,% principal", "pasajero,viajero,huésped,conductor,cliente,titular"],
  [
    "%,nome %,nome del %,% principale",
    "passeggero,viaggiatore,ospite,conducente,cliente,intestatario,titolare",
  ],
  ["%,%s,nome do %,% principal", "passageiro,hóspede,condutor,cliente,titular"],
  ["%,%s,naam %,hoofd%", "passagier,reiziger,gast,bestuurder,huurder,klant"],
  ["imię i nazwisko %", "pasażera,podróżnego,gościa,kierowcy,klienta"],
  ["%,jméno %,jméno a příjmení %", "cestujícího,hosta,řidiče,klienta,zákazníka"],
  ["% vārds", "pasažiera,viesa,vadītāja,klienta"],
  [
    "%",
    "autovadītājs,cestující,dalībnieks,hlavní řidič,host,klient,klients,nomnieks,nájemce,pasažieris,viesis,zákazník,účastník,řidič,арендатор,водитель,гость,клиент,пассажир,участник,お名前,お客様名,jméno a příjmení,заказчик",
  ],
  ["%,tên %,họ tên %", "hành khách,khách hàng,khách,người đặt,người lái,người thuê"],
  ["имя %,фио %", "пассажира,гостя,водителя,клиента,участника,заказчика"],
  [
    "%,%姓名",
    "乘客,旅客,乘机人,乘车人,入住人,住客,客人,驾驶人,驾驶员,租车人,取车人,用车人,预订人,预约人,购票人,乘船人",
  ],
  ["%,%名,ご%,ご%名,%氏名", "搭乗者,乗車人,乗客,宿泊者,予約者,利用者,代表者,運転者,参加者,来店者"],
];

/** Every such label, lower case, with commas between. */
export const PERSON_PHRASES = PERSONS.map(([ways, who]) => combine(ways, who)).join(",");
