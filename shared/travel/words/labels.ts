import { FIRST_NIGHT, LAST_NIGHT } from "./nights.ts";
import { PERSON_PHRASES } from "./persons.ts";
import { REFERENCE_PHRASES } from "./references.ts";
import { SIDE_PHRASES } from "./sides.ts";

/** What a label in a confirmation announces. */
export type Field =
  | "departure"
  | "arrival"
  | "date"
  | "reference"
  | "ticketNumber"
  | "passenger"
  | "seat"
  | "coach"
  | "platform"
  | "gate"
  | "terminal"
  | "class"
  | "flight"
  | "train"
  | "bus"
  | "ferry"
  | "carrier"
  | "checkin"
  | "checkout"
  | "stay"
  | "property"
  | "address"
  | "phone"
  | "price"
  | "pickup"
  | "dropoff"
  | "vehicle"
  | "party"
  | "event"
  | "venue"
  | "givenName"
  | "familyName"
  | "boarding"
  | "start"
  | "end"
  | "stop"
  | "route"
  | "ignoreTime";

/**
 * The words of each field, lower case, languages mixed: a mail often mixes them itself. Order within a field
 * does not matter; where two labels overlap the longer one wins.
 */
const PHRASES: Record<Field, string> = {
  departure:
    "abfahrt,abflug,abreiseort,atiet,atiešana,au départ de,avgang,avgång,avgångstid,avgår,avreise,avresa,avreseort,boarding station,da,dep,dep.,depart,depart de,depart from,departing,departs,departure,departure date,départ,einstieg,giờ xuất bến,hinfahrt ab,izbraukšana,izlidošana,khởi hành,leave,leaves,leaving,nástup,nástupní stanice,odj.,odjazd,odjezd,odkud,odlet,origem,origen,origin,outbound departure,partenza,partenza da,partida,sale,salida,salida de,saída,scheduled departure,skąd,stacja początkowa,station de départ,take-off,vertrek,vertrek van,vertrekt,výchozí stanice,wyjazd,wylot,đi từ,вылет,откуда,отправление,乘车站,出发,出発,发站,发车时间,始发,発,起点,起飞",
  arrival:
    "aankomst,ankommer,ankomst,ankomstort,ankomsttid,ankunft,arr,arr.,arrival,arrival date,arrive,arrives,arriving,arrivo,arrivée,ausstieg,bestemming,cel podróży,chegada,cíl,cíl cesty,cílová stanice,destination,destinazione,destino,dokąd,galamērķis,galastacija,hạ cánh,ielidošana,ierašanās,kam,landing,lands,llega,llegada,miejsce docelowe,pienāk,pienākšana,przyjazd,przylot,přij.,příj.,příjezd,přílet,reiseziel,scheduled arrival,stacja docelowa,stacja końcowa,station d'arrivée,výstup,ziel,đến nơi,куда,прибытие,прилет,прилёт,到港时间,到着,到站,到达,到達地,抵达,着,终点,终点站,降落,降落机场",
  date: "ceļojuma datums,dag,data,data da viagem,data del viaggio,data di viaggio,data podróży,date,date du voyage,date of journey,date of travel,datum,datum cesty,datum und uhrzeit,datums,day,den,dia,diena,dzień,día,fecha,fecha de viaje,giorno,jour,le,ngày,ngày khởi hành,ngày đi,reisdatum,reisedatum,tag,travel date,дата,дата вылета,дата отправления,дата поездки,день,ご利用日,乗車日,乘车日期,出行日期,搭乗日,日付,日期",
  reference:
    "pratica,agency reference,airline booking reference,airline reference,auftrag,bestelling,bestellung,boeking,boekingnr.,bokningskod,bokningsnr,bokningsnummer,bokningsreferens,booking,booking confirmation,booking locator,bookingnummer,buchung,carrera,code,codice,codice pnr,commande,confirmation,corsa,course,código,dossier,dossiernummer,encomenda,fahrtnummer,file,file number,job,job no.,job number,job ref,kod,kod biletu,kods,kód,kód transakce,localizador,locator,mietnummer,mã,numero d'ordine,numéro,numéro de billet électronique,objednávce,objednávka,objednávku,objednávky,order,ordine,pasūtījuma,pasūtījums,pasūtījumu,pedido,pedido n.º,pnr,pnr no,pnr no.,pnr number,prenotazione,record locator,ref,ref.,reference,reference number,referencia,referência,reserva,reserva confirmada,reservation,reservation locator,reservering,reservierung,rezervace,rezervace č.,rezervaci,rezervaci číslo,rezervační kód,rezervācija,rezervācijai,rezervācijas,rezervāciju,rezerwacja,rezerwacji,rezerwację,réf,réf.,référence,référence du dossier,réservation,transfer,vorgang,voucher,voucher no.,voucher number,zamówienia,zamówienie,zamówieniu,đơn hàng,брони,бронирование,бронирование №,бронирования,бронь,ваучер,заказ,заказ №,заказа,заказу,код,номер,номер билета и заказа,お問い合わせ番号,予約確認番号,入住凭证号,取车码,引換番号,整理番号,订单,预订参考号,预订确认号",
  ticketNumber:
    "bilet,billet,biglietto,bilhete,billete,boleto,fahrkarte,fahrschein,jízdenka,letenka,vstupenka,biļete,билет,vé,online-ticket,handyticket,e-billet,e-biljett,n° do bilhete,nº do bilhete,n.º do bilhete,nº del billete,n. biglietto,n° biglietto,bilet nr,biletnummer,biletu,billet n°,biļete nr.,biļetes,biļetes nr,biļetes nr.,biļetes numurs,code du billet,codice biglietto,código del billete,e-ticket,e-ticket number,e-ticket-nummer,electronic ticket,elektronická jízdenka č.,eticket number,eチケット番号,fahrkarte nr.,jízdenka č.,jízdenka číslo,jízdenku,jízdenky,letenky,nr biletu,numer biletu,numero biglietto,numero del biglietto,numéro d'e-billet,numéro de billet,n° de billet,n° e-billet,nº de billete,número de billete,número de boleto,número do bilhete,số vé,số vé điện tử,ticket,ticket code,ticket no,ticket no.,ticket nr.,ticket number,ticket n°,ticket-code,ticketcode,ticketnummer,vstupenky,vé số,číslo jízdenky,číslo letenky,билет №,номер билета,номер электронного билета,电子客票号,票号,航空券番号",
  passenger:
    "erwachsener,asistente,comensal,deelnemer,delegate,hirer,rider,partecipante,participante,titulaire,出行人,参会人,持票人,imię i nazwisko,diner,a nombre de,a nome di,adult,adulte,adulte 1,adulto,au nom,au nom de,auf den namen,booked for,booking name,conductrice,em nome de,förare,galvenais vadītājs,gast/gäste,gebucht für,gość,guests name,gäst,główny kierowca,hauptfahrerin,họ tên,họ và tên,itinerary for,jméno,khách đặt,kierowca,kierowca główny,kierująca,kundin,lead name,mitreisende,na jméno,na nazwisko,naam,najemca,name,name on booking,name on reservation,nom,nombre,nome,nome completo,nome dell'ospite,nominativo,op naam,op naam van,pasajera,pasażer,pasażerka,pasażerowie,pasažiere,pasažieri,passageira,passagerare,passagiere,passagère,passeggera,passeggeri,podróżna,podróżny,prepared for,reisende,reisende person,reisende(r),reisende/r,reisender,reiseplan,reiseplan für,reizigster,resenär,reservation for,reservation name,reserved for,reserved under,titular de la reserva,travelling,trip for,tài xế,uczestnik,under the name,uz vārda,vadītājs,viaggiatrice,viajera,viešņa,voyageuse,vārds,vārds uzvārds,řidička,гость (гости),на имя,основной водитель,пассажир 1,пассажир(ы),пассажирка,пассажиры,ф.и.о.,фио,お申込者,ご予約名,姓名,宿泊代表者,宿泊代表者名,氏名,运转者",
  seat: "asiento,asientos,assento,butaca,chỗ,chỗ ngồi,ghế,lugar,miejsca,miejsce,místo,n° de place,pl.,place,place assise,plats,platz,plaza,plätze,posti,posto,posto a sedere,seat,seat no,seat no.,seat number,seats,sedadla,sedadlo,sedile,sittplats,sitz,sitzplatz,sitzplatznummer,sitzplätze,siège,stoel,stoelnummer,sēdvieta,số chỗ,số ghế,vieta,zitplaats,места,место,お座席,席位,座位,座位号,座席,座席番号",
  coach:
    "car,carriage,carrozza,carruagem,coach,coche,rijtuig,toa,toa số,toa tàu,vagn,vagons,voiture,vůz,wagen,wagon,wagon nr,wg.,вагон,号車,車両,车厢",
  platform:
    "andén,bahnsteig,bin.,binario,bstg.,ceļš,gl,gl.,gleis,ke ga,kol.,kolej,linha,nást.,nástupiště,peron,perons,perron,plataforma,platf.,platform,platforma,quai,spoor,spor,spår,sân ga,tor,track,voie,vía,перрон,платформа,путь,のりば,ホーム,检票口,番線,站台",
  givenName: "first name,given name,imię,křestní jméno,primer nombre,prénom,voornaam,vorname,имя,名",
  familyName:
    "achternaam,apelido,apellido,apellidos,cognome,familienname,family name,họ,last name,nachname,nazwisko,nom de famille,příjmení,sobrenome,surname,uzvārds,фамилия,姓",
  gate: "bramka,brána,cửa,cửa ra máy bay,flugsteig,gate,gate nr,izeja,porta,porte,puerta,uscita,vārti,выход,ゲート,搭乗口,登机口",
  terminal: "aérogare,nhà ga,terminal,terminale,terminál,termināls,терминал,ターミナル,航站楼",
  class:
    "buchungsklasse,cabin,cabin class,cabina,clase,class,classe,classe de voyage,fare class,hạng,hạng ghế,hạng vé,klasa,klass,klasse,reiseklasse,reisklasse,travel class,třída,класс,класс обслуживания,クラス,舱位",
  flight:
    "chuyến bay,flight,flight no,flight no.,flight number,flug,flugnummer,flyg,flygnummer,let,lidojuma numurs,lidojums,lot,nr lotu,numer lotu,numero di volo,numero volo,numéro de vol,n° de vol,número de voo,número de vuelo,número do voo,reisa numurs,reiss,số chuyến bay,số hiệu chuyến bay,vlucht,vluchtnummer,vol,volo,voo,vuelo,číslo letu,номер рейса,рейс,フライト,フライト番号,便,便名,航班,航班号",
  train:
    "comboio,fahrt,mác tàu,mã tàu,nr pociągu,numer pociągu,numero treno,numéro de train,número de tren,número do comboio,pociąg,produkte,số hiệu tàu,số tàu,train,train n,train name,train no,train no.,train number,train n°,trein,treinnummer,tren,treno,treno n.,tàu,tåg,tågnummer,vilciena nr.,vilciena numurs,vilciens,vlak,zug,zug-nr.,zugnummer,číslo vlaku,номер поезда,поезд,поезд №,列車,列車名,列車番号,列车,列车号,车次",
  bus: "autobus,autobuss,autobús,autocar,autocarro,autokar,bus,bus line,bus no,bus number,buslinie,busnummer,coach service,ligne,lijn,line,linea,linia,linie,linka,línea,numer autobusu,spoj,tuyến,xe khách,ônibus,автобус,バス,巴士,汽车",
  ferry:
    "barco,bateau,buque,fartyg,ferry,fähre,färja,kuģis,loď,nave,navio,navire,phà,prom,prāmis,sailing,schiff,schip,ship,statek,traghetto,trajekt,tàu cao tốc,veerboot,vessel,överfart,паром,судно,フェリー,渡轮,船名,轮船",
  carrier:
    "aerolínea,airline,airline name,aviokompānija,betreiber,bus company,carrier,compagnia,compagnia aerea,compagnie,compagnie aérienne,companhia,companhia aérea,compañía,dopravce,durchgeführt von,effectué par,fluggesellschaft,flygbolag,hãng bay,hãng hàng không,hãng xe,letecká společnost,linia lotnicza,luchtvaartmaatschappij,nhà xe,operado pela,operado por,operated by,operating airline,operato da,operator,opéré par,przewoźnik,pārvadātājs,train company,uitgevoerd door,авиакомпания,перевозчик,承运人,航空会社,航空公司,运营商,運航会社",
  checkin:
    "宿泊開始日,ubytování od,aankomstdatum,ankomstdag,ankunftstag,arrivée le,data de chegada,data di arrivo,data przyjazdu,date d'arrivée,datum příjezdu,doba hotelowa,doba hotelowa od,einchecken,fecha de llegada,ierašanās datums,incheckning,meldezeit,ngày đến,registro,zakwaterowanie od,お泊まり日,入住时间从,到着予定日,到着日,到達日",
  checkout:
    "odhlášení,宿泊終了日,auschecken,data de partida,data de saída,data di partenza,data wyjazdu,date de départ,datum odjezdu,départ le,fecha de salida,izbraukšanas datums,utcheckning,vertrekdatum,ご出立日,出発予定日,出発日,离店日期为",
  stay: "aufenthalt,buchungszeitraum,date del soggiorno,dates,dates du séjour,dates of stay,doba pobytu,estada,estadia,estancia,fechas,lưu trú,mietzeitraum,okres pobytu,periode,periodo,periodo del soggiorno,periods,período,período de estancia,pobyt,période,période du séjour,reisezeitraum,soggiorno,stay,stay dates,séjour,termin pobytu,termín,termín pobytu,thời gian lưu trú,uzturēšanās,verblijf,vistelse,your stay,zeitraum,даты,даты проживания,период проживания,проживание,住宿日期,入离日期,宿泊期間,滞在期間",
  property:
    "your booked house,accommodatie,accommodation,albergo,alloggio,alojamento,alojamiento,boende,chỗ nghỉ,chỗ ở,establecimiento,hospedagem,hotel,hotel name,hotell,hotelname,hébergement,hôtel,khách sạn,logement,naam hotel,naktsmītne,nazwa hotelu,nazwa obiektu,nom de l'hôtel,nombre del hotel,nome do hotel,nome hotel,název hotelu,nơi ở,obiekt,objekt,property,property name,propriedade,struttura,tên khách sạn,ubytování,unterkunft,viesnīca,viesnīcas nosaukums,you are staying at,établissement,гостиница,название отеля,объект размещения,отель,お宿,ご宿泊先,ホテル,ホテル名,住宿,宿名,宿泊先,宿泊施設,施設名,旅館,旅館名,酒店,酒店名称",
  address:
    "address,adres,adresa,adrese,adress,adresse,anschrift,dirección,endereço,hotel address,indirizzo,lage,localização,location,morada,property address,ubicación,địa chỉ,адрес,住所,地址,所在地,酒店地址",
  phone:
    "phone,phone number,sđt,tel,tel.,tel/fax,telefon,telefone,telefonnummer,telefono,telefoon,telephone,teléfono,téléphone,tālrunis,điện thoại,тел.,телефон,电话,电话号码,電話,電話番号",
  price:
    "amount due,amount paid,apmaksāts,bedrag,beløp,betaald,betrag,biļetes cena,celkem,celková cena,cena,cena biletu,cena całkowita,cena celkem,cena jízdenky,cena kopā,cena letenky,charged,cost,do zapłaty,eindbedrag,endpreis,endsumme,estimated total,fahrpreis,fare,flugpreis,gesamt,gesamtbetrag,gesamtkosten,gesamtpreis,gesamtsumme,giá,giá vé,grand total,importe,importe total,importo,importo totale,in totaal,insgesamt,kopsumma,kopā,kopējā cena,kopējā summa,kosten,kwota,kwota do zapłaty,mietpreis,montant,montant total,opłata,precio,precio del billete,precio total,preis,prezzo,prezzo del biglietto,prezzo pagato,prezzo totale,preço,preço total,price,prijs,prix,prix du billet,prix payé,prix total,razem,reisepreis,suma,summa,summe,thành tiền,ticket fare,totaal,totaalbedrag,totaalprijs,total,total amount,total charge,total cost,total fare,total pagado,total paid,total payé,total price,total sum,total à payer,totalbelopp,totalbeløb,totale,totalpris,totalt,trip total,tổng cộng,tổng giá,tổng số tiền,tổng tiền,valor,valor total,vous avez payé,you paid,zahlbetrag,zaplaceno,zapłacono,částka,łączna kwota,łącznie,всего,итого,к оплате,общая стоимость,стоимость,стоимость билета,стоимость поездки,сумма,цена,お支払い総額,お支払い金額,お支払総額,お支払額,ご請求金額,ご請求額,付款金额,合計,合計料金,合計金額,合计,实付,实付金额,应付,总价,总计,总计金额,总金额,支付金额,支払金額,料金,料金合計,票价,総額,総額（税込）,订单总价,订单总额,订单金额,费用合计,運賃,金额",
  pickup:
    "abholung,afhaaldatum,afhalen,afhentning,agence de départ,anmietung,auto saņemšana,collect,collection,entrega del vehículo,hentes,henting,hämtning,indirizzo di partenza,levantamento,mietbeginn,mietort,mietstation,nhận xe,odbiór,odbiór samochodu,ophaaldatum,ophalen,pick up,pick-up,pick-up date,pickup,pickup date,pickup-dato,podstawienie,prelievo,presa in carico,prise du véhicule,prise en charge,převzetí,přistavení,recogida,recolha,rental start,retirada,retrait,ritiro,ritiro auto,saņemšana,startlocatie,upphämtning,vehicle collection,vyzvednutí,übernahme,đón khách,выдача,дата подачи,подача,получение,получение автомобиля,お迎え,ご乗車場所,ご出発店舗,乗車場所,出発店舗,取车,受取,接机时间,接送时间,提车,提车地点,提车时间,用车时间,貸出,貸渡,貸渡日時",
  dropoff:
    "abgabe,adres docelowy,adresse de destination,atgriešana,bestemmingsadres,consegna,cílová adresa,destination address,devolución,devolução,dirección de destino,drop off,drop-off,drop-off date,dropoff,dropoff date,eindadres,entrega,fahrtziel,fahrziel,galamērķa adrese,indirizzo di destinazione,inleverdatum,inleveren,mietende,nodošana,rental end,restitution,restituzione,retour,retour du véhicule,return,return date,returning,riconsegna,rückgabe,terugbrengen,trả xe,vehicle return,vrácení,zieladresse,zielort,zwrot,återlämning,адрес назначения,возврат,место назначения,сдача,お送り先,お降り場所,ご返却店舗,ご返却日時,帰着店舗,目的地住所,返却,返却店,返却日,还车,送达地点,降車場所",
  vehicle:
    "auto,auto klase,auto klases,auto/klasse,autoklasse,automašīna,automobil,automobilis,autotype,bil,biltyp,car category,car class,car group,car type,carro,categoria,categoria auto,categoría,categoría del vehículo,catégorie,catégorie de véhicule,fahrzeug,fahrzeuggruppe,fahrzeugkategorie,fahrzeugklasse,fahrzeugtyp,fordon,groupe,grupa,grupo,gruppe,gruppo,gruppo auto,hạng xe,kategorie,kategorie vozu,kategorija,klasa samochodu,loại xe,mietwagen,mietwagenkategorie,model,modelis,modell,modello,modelo,modèle,mẫu xe,pojazd,samochód,skupina,třída vozu,vehicle,vehicle type,vehículo,veicolo,veículo,viatura,voertuig,voertuigklasse,vozidlo,véhicule,wagenklasse,wagentyp,xe,авто,автомобиль,класс автомобиля,машина,модель,クラス・車種,車両クラス,車名,車種,車種クラス,车型,车型组别,车辆,车辆类型,预订车型",
  party:
    "aantal personen,antal gäster,antal personer,anzahl gäste,anzahl personen,comensales,coperti,couverts,covers,gasten,goście,guests,gäste,hosté,liczba osób,nombre de personnes,number of guests,numero di persone,número de personas,número de pessoas,osob,osoby,ospiti,party size,people,personas,persone,personen,personnes,persons,personu skaits,pessoas,počet osob,số khách,số lượng khách,số người,viesi,viesu skaits,гостей,гости,количество гостей,количество персон,ご人数,ご利用人数,予約人数,人数,用餐人数",
  event:
    "akce,ausstellung,buổi diễn,chương trình,concert,concerto,concierto,espectáculo,espetáculo,evenemang,evenement,event,event name,evento,exhibition,exposición,exposition,exposição,film,föreställning,führung,guided tour,izrāde,izstāde,koncert,koncerts,konzert,match,mecz,mostra,movie,oper,opera,opéra,partido,partita,pasākums,performance,představení,rondleiding,show,spectacle,spektakl,spettacolo,spiel,sự kiện,tentoonstelling,triển lãm,veranstaltung,visita guiada,visita guidata,visite guidée,voorstelling,vorstellung,výstava,wydarzenie,wystawa,zápas,événement,выставка,концерт,мероприятие,событие,спектакль,イベント,イベント名,公演,公演名,展覧会,展览,活动,活动名称,演出",
  venue:
    "dove,dónde,gdzie,kde,lieu,local,local do evento,locatie,lokal,lokale,lugar del evento,luogo,miejsce wydarzenia,místo konání,nhà hàng,norise,norises vieta,onde,ort,plaats,place of event,recinto,restaurace,restauracja,restaurang,restaurant,restaurante,restorāns,ristorante,salle,sede,spielort,venue,veranstaltungsort,waar,where,wo,địa điểm,где,место проведения,площадка,ресторан,レストラン,会場,地点,场馆,場所,店名,店舗名,餐厅",
  boarding:
    "boarding,boarding time,boardingzeit,embarque,embarquement,giờ lên máy bay,iekāpšana,imbarco,instappen,lên máy bay,nástup do letadla,ombordstigning,wejście na pokład,время посадки,посадка,搭乗時刻,搭乗時間,登机时间",
  start:
    "aanvang,begin,beginn,beginnt,begins,bắt đầu,chuyến,comienzo,cuándo,data e hora,data e ora,data i godzina,date & time,date and time,date et heure,datum a čas,datum en tijd,début,fecha y hora,giờ,godzina,heure,hora,inicio,inizio,início,kdy,khi nào,kiedy,laiks,ora,początek,quand,quando,rozpoczęcie,start,starts,sākums,thời gian,thời gian đón,tid,tijd,time,uhrzeit,wann,wanneer,when,začátek,zeit,čas,время,дата и время,когда,начало,ご来店日時,开始,开始时间,日時,时间,時刻,時間,演出时间,用餐时间,開始,開始時間,開演",
  end: "beigas,einde,end,ende,ends,fim,fin,fine,konec,koniec,kết thúc,slut,termina,окончание,終了,終演,结束,结束时间",
  route:
    "ritorno,vuelta,regreso,volta,powrót,cesta tam,cesta zpět,zpět,atpakaļceļš,chiều đi,chiều về,去程,回程,返程,往路,復路,aller,andata,atpakaļ,cesta,chặng bay,connection,crossing,ferry route,heenreis,hinfahrt,hinreise,hành trình,ida,inbound,itinéraire,journey,lộ trình,maršruts,outbound,outward,overtocht,parcours,percorso,percurso,reisestrecke,relace,relacja,route,ruta,rückfahrt,rückreise,strecke,sträcka,terugreis,traject,trajet,trajeto,trasa,trasę,tratta,traversata,traversée,travesía,trayecto,turp,verbindung,überfahrt,маршрут,направление,обратно,туда,区間,区间,経路,行程,路线",
  stop: "arrêt,bahnhof,bến,estación,estação,fermata,ga,gare,halt,halte,haltestelle,hållplats,parada,paragem,pietura,przystanek,stacija,stacja,stanice,station,station/transfer,stazione,stop,trạm,zastávka,zastávka/přestup,остановка,станция,车站,駅",
  ignoreTime:
    "afgiftedatum,annulation,annulation gratuite,annulering,anulowanie,atcelšana,ausgestellt,ausgestellt am,be at,bestelldatum,boarding closes,boekingsdatum,booked on,booking date,breakfast,buchungsdatum,cancel before,cancel by,cancelación,cancelación gratuita,cancelamento,cancelamento gratuito,cancellation,cancellazione,cancellazione gratuita,ceļā,check-in by,check-in closes,check-in deadline,check-in opens,connection time,created,czas lotu,czas podróży,czas przejazdu,data da compra,data da reserva,data de emissão,data di acquisto,data di emissione,data di prenotazione,data prenotazione,data rezerwacji,data wystawienia,data zakupu,date booked,date d'achat,date d'émission,date de commande,date de réservation,date of booking,date of issue,datum nákupu,departure terminal,datum platby,datum rezervace,dauer,doba jízdy,doba letu,doors,doors open,duración,duración del viaje,durata,duration,duração,durée,durée du trajet,duur,einlass,emesso,emesso il,emitido,emitido em,enviado,envoyé,fahrtdauer,fecha de compra,fecha de emisión,fecha de reserva,flight time,flugdauer,free cancellation until,gate closes,gates close,geboekt op,gebucht am,gesendet,gratis annuleren,gültig ab,gültigkeit,hủy miễn phí,ilgums,inviato,invoice date,issue date,issued,issued on,izsniegts,kostenlose stornierung bis,layover,ngày phát hành,ngày thanh toán,ngày xuất vé,ngày đặt,nosūtīts,odesláno,opening hours,order date,ordered on,paid on,payment date,pirkuma datums,platnost,printed,purchase date,purchased on,reception,rechnungsdatum,reisduur,reisedauer,rezervācijas datums,réservé le,sent,stornierung,thời gian bay,thời lượng,transfer time,travel time,umsteigezeit,valid,valid from,valid until,validité,verzonden,wystawiono,wysłano,zrušení,émis le,бесплатная отмена,в пути,время в пути,дата бронирования,дата заказа,дата оформления,дата покупки,оплачено,отмена,отправлено,お申込日,キャンセル,下单时间,予約日,付款时间,免费取消,出票日期,取消,开票日期,所要時間,时长,注文日,発行日,購入日,開場,预订日期,飛行時間,飞行时间",
};

/** Short words that are labels only where a colon, a column's end or a time follows. */
const SHORT: Partial<Record<Field, string>> = {
  departure: "from,von,ab,de,desde,van,od,z,no,från,từ,đi,из,с,从,z/de/von,von/from,fra",
  arrival:
    "to,nach,an,à,vers,a,hasta,para,naar,do,na,uz,līdz,till,đến,tới,в,到,至,cel,->nach,do/a/nach,nach/to,til",
};

export type LabelWord = { phrase: string; field: Field; short: boolean };

function entries(source: Partial<Record<Field, string>>, short: boolean): LabelWord[] {
  return Object.entries(source).flatMap(([field, list]) =>
    list.split(",").map((phrase): LabelWord => ({ phrase, field: field as Field, short })),
  );
}

/** Every label, longest first; the first meaning of a phrase wins. */
export const LABELS: readonly LabelWord[] = [
  ...entries(PHRASES, false),
  ...entries({ reference: REFERENCE_PHRASES, ...SIDE_PHRASES }, false),
  ...entries({ checkin: FIRST_NIGHT, checkout: LAST_NIGHT, passenger: PERSON_PHRASES }, false),
  ...entries(SHORT, true),
].sort((a, b) => b.phrase.length - a.phrase.length);
