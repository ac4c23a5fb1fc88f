import { combine } from "./combine.ts";
import type { Field } from "./labels.ts";

/**
 * How each language names the places and hours of leaving, arriving, fetching and giving back: ways of naming, and
 * what happens there. `%` stands for the latter, so that "hora de %" and "salida" are "hora de salida".
 */
const NAMED: readonly (readonly [
  ways: string,
  leave: string,
  arrive: string,
  fetch: string,
  back: string,
])[] = [
  [
    "% time,% location,% place,% point,% city,% airport,% station,% port,% stop,% address,% branch,% date & time,% date and time,% from,% at",
    "departure",
    "arrival,destination",
    "pick-up,pick up,pickup,collection,rental",
    "drop-off,drop off,dropoff,return",
  ],
  [
    "%ort,%sort,%zeit,%szeit,%bahnhof,%sbahnhof,%flughafen,%sflughafen,%hafen,%shafen,%haltestelle,%shaltestelle,%station,%termin,%datum,%adresse,%punkt,% um,% in,% am,% von,% ab",
    "abfahrt,abflug,einstieg,start",
    "ankunft,ausstieg,ziel",
    "abhol,abholung,übernahme,anmiet,anmietung",
    "rückgabe,abgabe",
  ],
  [
    "heure de %,heure d'%,heure %,lieu de %,lieu d'%,ville de %,ville d'%,aéroport de %,aéroport d'%,gare de %,gare d'%,port de %,port d'%,arrêt de %,agence de %,adresse de %,adresse d'%,point de %,date et heure de %",
    "départ",
    "arrivée,destination",
    "prise en charge,retrait",
    "restitution,retour,dépose",
  ],
  [
    "hora de %,hora %,lugar de %,ciudad de %,aeropuerto de %,estación de %,parada de %,puerto de %,punto de %,oficina de %,dirección de %,fecha y hora de %",
    "salida,origen",
    "llegada,destino",
    "recogida",
    "devolución",
  ],
  [
    "ora di %,ora %,orario di %,orario %,luogo di %,luogo %,città di %,aeroporto di %,stazione di %,fermata di %,porto di %,punto di %,indirizzo di %,ufficio di %,data e ora di %,data e ora %",
    "partenza",
    "arrivo,destinazione",
    "ritiro,prelievo",
    "riconsegna,consegna",
  ],
  [
    "hora de %,hora da %,horário de %,horário da %,local de %,cidade de %,aeroporto de %,estação de %,paragem de %,porto de %,terminal de %,ponto de %,morada de %,endereço de %,balcão de %,data e hora de %",
    "partida,saída,origem,embarque",
    "chegada,destino,desembarque",
    "levantamento,recolha,retirada",
    "devolução,entrega",
  ],
  [
    "%tijd,%plaats,%station,%luchthaven,%haven,%halte,%locatie,%punt,%adres,%moment",
    "vertrek,opstap",
    "aankomst,uitstap,bestemmings",
    "ophaal,afhaal",
    "inlever,terugbreng,afzet",
  ],
  [
    "godzina %,godz. %,miejsce %,stacja %,lotnisko %,przystanek %,port %,punkt %,adres %,data i godzina %",
    "odjazdu,wylotu,wyjazdu",
    "przyjazdu,przylotu",
    "odbioru,podstawienia",
    "zwrotu",
  ],
  [
    "čas %,místo %,stanice %,zastávka %,letiště %,přístav %,adresa %,datum a čas %,datum a hodina %",
    "odjezdu,odletu,nástupu",
    "příjezdu,příletu,výstupu",
    "vyzvednutí,převzetí,přistavení",
    "vrácení",
  ],
  [
    "% laiks,% vieta,% stacija,% lidosta,% osta,% pietura,% adrese,% datums un laiks",
    "izbraukšanas,atiešanas,izlidošanas",
    "ierašanās,pienākšanas,ielidošanas",
    "saņemšanas,paņemšanas",
    "nodošanas,atgriešanas",
  ],
  [
    "giờ %,nơi %,điểm %,ga %,bến %,cảng %,sân bay %,địa điểm %,địa chỉ %,thời gian %,ngày giờ %",
    "đi,khởi hành,xuất phát,cất cánh",
    "đến,hạ cánh",
    "đón,đón khách,nhận xe",
    "trả,trả khách,trả xe",
  ],
  [
    "время %,место %,станция %,аэропорт %,пункт %,город %,порт %,адрес %,дата и время %",
    "отправления,вылета,отъезда",
    "прибытия,прилета,прилёта,назначения",
    "получения,подачи,посадки",
    "возврата,высадки",
  ],
  [
    "%时间,%时刻,%日期,%地点,%城市,%机场,%站,%地,%港,%门店,%网点,%地址",
    "出发,起飞,始发",
    "到达,抵达,目的",
    "取车,上车",
    "还车,下车",
  ],
  [
    "%時刻,%時間,%日時,%地,%駅,%空港,%港,%バス停,%場所,%店舗,%営業所,%住所",
    "出発,乗車,搭乗,乗船",
    "到着,降車,下船",
    "貸出,受取,お迎え",
    "返却,お送り",
  ],
];

const SIDES: readonly Field[] = ["departure", "arrival", "pickup", "dropoff"];

/** Every such label that is put together so, lower case, by what it announces. */
export const SIDE_PHRASES: Partial<Record<Field, string>> = Object.fromEntries(
  SIDES.map((field, side) => [
    field,
    NAMED.map(([ways, ...things]) => combine(ways, things[side])).join(","),
  ]),
);
