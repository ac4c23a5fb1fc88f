import { REFERENCE_PHRASES } from "./references.ts";

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
    "abfahrtsbahnhof,startbahnhof,station de départ,estación de salida,estación de origen,stazione di partenza,estação de partida,estação de origem,vertrekstation,stacja odjazdu,stacja początkowa,stacja wyjazdu,miejsce wyjazdu,stanice odjezdu,výchozí stanice,nástupní stanice,čas odjezdu,izbraukšanas vieta,izbraukšanas laiks,izbraukšanas stacija,atiešanas laiks,出発日時,bến đi,giờ xuất bến,departure,departing,departs,depart,dep.,dep,depart from,departure time,departure date,departure airport,departure station,scheduled departure,leaves,leaving,leave,take-off,outbound departure,boarding station,origin,abflug,abfahrt,abflugzeit,abfahrtszeit,abreise ab,hinfahrt ab,départ,depart de,au départ de,heure de départ,gare de départ,salida,salida de,hora de salida,origen,partenza,partenza da,ora di partenza,da,partida,saída,origem,hora de partida,vertrek,vertrektijd,vertrek van,vertrekt,wyjazd,odjazd,wylot,godzina odjazdu,godzina wylotu,skąd,odjezd,odj.,odlet,nástup,izlido­šana,izlidošana,izlidošanas laiks,atiešana,izbraukšana,atiet,avgång,avresa,avgår,khởi hành,giờ khởi hành,nơi đi,điểm đi,đi từ,ga đi,giờ đi,отправление,вылет,время вылета,время отправления,откуда,станция отправления,出发,出发时间,起飞,出发地,出发站,始发站,起飞时间,出发机场,出発,出発地,出発時刻,出発空港,出発駅,発",
  arrival:
    "zielbahnhof,ankunftsbahnhof,station d'arrivée,estación de llegada,estación de destino,stazione di arrivo,estação de chegada,estação de destino,aankomststation,stacja przyjazdu,stacja końcowa,stacja docelowa,miejsce przyjazdu,stanice příjezdu,cílová stanice,čas příjezdu,ierašanās vieta,ierašanās laiks,ierašanās stacija,pienākšanas laiks,到着日時,cíl,cíl cesty,cel podróży,miejsce docelowe,bến đến,arrival,arriving,arrives,arrive,arr.,arr,arrival time,arrival date,arrival airport,arrival station,scheduled arrival,destination,lands,landing,ankunft,ankunftszeit,ankunftsort,ziel,arrivée,heure d'arrivée,gare d'arrivée,llegada,hora de llegada,destino,arrivo,ora di arrivo,destinazione,chegada,hora de chegada,aankomst,aankomsttijd,bestemming,przyjazd,przylot,godzina przyjazdu,godzina przylotu,dokąd,příjezd,přij.,příj.,přílet,výstup,ielidošana,ierašanās,pienākšana,pienāk,galamērķis,ankomst,ankommer,đến nơi,giờ đến,nơi đến,điểm đến,ga đến,hạ cánh,прибытие,прилёт,прилет,время прибытия,время прилета,куда,станция прибытия,到达,到达时间,抵达,到达地,目的地,到达站,终点站,降落,抵达时间,到达机场,到着,到着地,到着時刻,到着空港,到着駅,着",
  date: "giorno,día,dia,jour,tag,dag,dzień,den,diena,день,date,travel date,date of travel,day,date of journey,datum,reisedatum,datum und uhrzeit,date du voyage,le,fecha,fecha de viaje,data,data del viaggio,data di viaggio,data da viagem,reisdatum,data podróży,datum cesty,datums,ceļojuma datums,ngày,ngày đi,ngày khởi hành,дата,дата поездки,дата вылета,дата отправления,日期,出行日期,乘车日期,日付,搭乗日,乗車日,ご利用日",
  reference:
    "course,transfer,corsa,carrera,job,zamówienia,zamówieniu,rezerwacji,objednávky,objednávku,objednávce,rezervācijas,rezervācijai,pasūtījuma,pasūtījumu,заказа,заказу,брони,бронирования,job number,job no.,job ref,encomenda,locator,booking locator,reservation locator,agency reference,itinerary reference,booking,reservation,voucher number,voucher no.,voucher,file,file number,vorgang,vorgangs-nr.,buchung,reservierung,auftrag,bestellung,buchungs-id,numéro,référence dossier,commande,dossier,numéro de billet électronique,réservation,reserva,reserva confirmada,pedido,número de pedido,prenotazione,ordine,numero ordine,numero d'ordine,pedido n.º,n.º da reserva,boeking,reservering,bestelling,bestelnummer,rezerwacja,rezerwację,zamówienie,nr zamówienia,kod biletu,rezervace,rezervaci,rezervaci číslo,objednávka,rezervace č.,rezervācija,rezervāciju,pasūtījums,pasūtījuma nr.,kods,đơn hàng,mã chuyến đi,бронь,бронирование,заказ,номер билета и заказа,订单号码,确认码,订单,ご予約no,整理番号,booking reference,booking ref,booking ref.,reference number,reservation code,booking code,booking number,booking no,booking no.,booking id,booking confirmation,confirmation number,confirmation no,confirmation no.,confirmation code,confirmation #,confirmation,reservation number,reservation no,reservation no.,reservation id,reservation reference,record locator,airline reference,airline booking reference,pnr,pnr no,pnr no.,pnr number,order number,order no,order no.,order id,order reference,order,itinerary number,itinerary no,reference,ref,ref.,your reference,trip id,rental agreement number,buchungsnummer,buchungscode,buchungsreferenz,buchungs-nr.,buchungsnr.,buchungsnr,reservierungsnummer,reservierungscode,reservierungsnr.,auftragsnummer,bestätigungsnummer,bestellnummer,vorgangsnummer,référence de réservation,numéro de réservation,référence de votre réservation,n° de réservation,dossier voyage,référence de dossier,numéro de confirmation,code de réservation,référence du dossier,numéro de dossier,référence,numéro de commande,localizador,código de reserva,número de reserva,referencia de reserva,número de confirmación,nº de reserva,referencia,número de localizador,n.º de reserva,codice di prenotazione,codice prenotazione,numero di prenotazione,numero prenotazione,numero di conferma,riferimento prenotazione,n. prenotazione,codice conferma,codice pnr,código da reserva,número da reserva,referência da reserva,localizador da reserva,referência,boekingsnummer,reserveringsnummer,boekingscode,boekingsreferentie,bevestigingsnummer,reserveringscode,ordernummer,numer rezerwacji,kod rezerwacji,nr rezerwacji,numer potwierdzenia,numer zamówienia,číslo rezervace,kód rezervace,rezervační kód,číslo objednávky,kód transakce,číslo potvrzení,rezervācijas numurs,rezervācijas kods,rezervācijas nr.,rezervācijas nr,pasūtījuma numurs,apstiprinājuma numurs,bokningsreferens,bokningsnummer,bokningskod,din bokningsreferens,mã đặt chỗ,mã đặt phòng,mã đặt vé,mã xác nhận,số xác nhận,mã đơn hàng,mã đặt bàn,mã đặt xe,mã vé,номер бронирования,номер брони,код бронирования,код брони,номер заказа,номер подтверждения,бронирование №,заказ №,预订编号,预订号,订单号,订单编号,确认号,确认编号,订座编号,预订参考号,预订确认号,取票号,予約番号,確認番号,予約確認番号,ご予約番号,受付番号,注文番号",
  ticketNumber:
    "ticketcode,ticket-code,ticket code,code du billet,código del billete,codice biglietto,biletu,jízdenky,jízdenku,vstupenky,letenky,biļetes,biļetes nr.,biļetes nr,biļete nr.,jízdenka č.,jízdenka číslo,билет №,vé số,billet n°,fahrkarte nr.,ticket nr.,ticket n°,ticket number,ticket no,ticket no.,e-ticket number,e-ticket,eticket number,electronic ticket,ticket,ticketnummer,e-ticket-nummer,n° e-billet,numéro de billet,numéro d'e-billet,n° de billet,número de billete,número de boleto,nº de billete,numero biglietto,numero del biglietto,número do bilhete,biletnummer,numer biletu,nr biletu,bilet nr,číslo jízdenky,číslo letenky,elektronická jízdenka č.,biļetes numurs,số vé,số vé điện tử,номер билета,номер электронного билета,票号,电子客票号,航空券番号,eチケット番号",
  passenger:
    "erwachsener,erwachsene,adult,adulte,adulto,volwassene,dorosły,dospělý,pieaugušais,взрослый,conductor principal,conducteur principal,conducente principale,condutor principal,hoofdbestuurder,główny kierowca,kierowca główny,hlavní řidič,galvenais vadītājs,основной водитель,au nom de,auf den namen,a nome di,em nome de,op naam van,na nazwisko,na jméno,uz vārda,ご予約名,reisende person,mitreisende,pasajera,viajera,passageira,passagère,voyageuse,passeggera,viaggiatrice,reizigster,pasażerka,podróżna,pasažiere,viešņa,пассажирка,itinerary for,trip for,prepared for,reiseplan für,reiseplan,lead driver,passenger,passengers,passenger name,passenger(s),traveller,traveler,travellers,travelers,traveller name,traveler name,guest,guest name,guests name,name of guest,lead guest,primary guest,main guest,lead passenger,booked for,reservation name,booking name,name,under the name,reserved for,reservation for,driver,driver name,main driver,renter,customer,customer name,attendee,ticket holder,reserved under,name on booking,name on reservation,passagier,passagiere,reisender,reisende,fahrgast,gast,gastname,name des gastes,gebucht für,fahrer,teilnehmer,hauptfahrer,passager,passagers,voyageur,voyageurs,nom du voyageur,nom du passager,nom du client,nom,client,conducteur,pasajero,pasajeros,viajero,nombre del pasajero,nombre,huésped,nombre del huésped,conductor,cliente,titular,a nombre de,titular de la reserva,passeggero,passeggeri,nome passeggero,viaggiatore,ospite,nome,intestatario,nome dell'ospite,conducente,passageiro,passageiros,hóspede,nome do passageiro,nome do hóspede,condutor,reiziger,reizigers,naam,naam passagier,naam gast,bestuurder,pasażer,pasażerowie,podróżny,imię i nazwisko,gość,kierowca,cestující,jméno,jméno cestujícího,host,hosta,jméno hosta,řidič,pasažieris,pasažieri,pasažiera vārds,viesis,viesa vārds,vārds,vārds uzvārds,vadītājs,resenär,passagerare,gäst,hành khách,tên hành khách,tên khách,khách hàng,tên khách hàng,họ tên,họ và tên,khách,người đặt,tài xế,пассажир,пассажиры,имя пассажира,гость,имя гостя,фио,на имя,водитель,клиент,乘客,旅客,乘客姓名,旅客姓名,客人姓名,入住人,住客姓名,住客,姓名,乘机人,乘车人,驾驶员,搭乗者,搭乗者名,お名前,氏名,ご予約者,予約者,予約者名,宿泊者,宿泊者名,ご宿泊者,乗客,お客様名,運転者",
  seat: "seat,seats,seat number,seat no,seat no.,sitz,sitzplatz,sitzplätze,plätze,sitzplatznummer,platz,pl.,siège,place,place assise,n° de place,asiento,asientos,plaza,butaca,posto,posti,sedile,posto a sedere,assento,lugar,stoel,zitplaats,stoelnummer,miejsce,miejsca,sedadlo,sedadla,místo,vůz/sedadla,coach/seats,sēdvieta,vieta,sittplats,plats,ghế,số ghế,chỗ,chỗ ngồi,số chỗ,место,места,座位,座位号,席位,座席,座席番号,お座席",
  coach:
    "coach,car,carriage,wagon,wg.,wagen,voiture,coche,carrozza,carruagem,rijtuig,wagon nr,vůz,vagons,vagn,toa,toa số,toa tàu,вагон,车厢,車両,号車",
  platform:
    "bahnsteig,bstg.,platform,platf.,track,gleis,voie,quai,vía,andén,binario,plataforma,linha,spoor,perron,peron,tor,nástupiště,nást.,kolej,platforma,perons,ceļš,spår,spor,peron,ke ga,sân ga,путь,платформа,перрон,站台,检票口,ホーム,番線,のりば",
  givenName: "first name,given name,vorname,prénom,primer nombre,voornaam,imię,křestní jméno,имя,名",
  familyName:
    "last name,family name,surname,nachname,familienname,nom de famille,apellido,apellidos,cognome,apelido,sobrenome,achternaam,nazwisko,příjmení,uzvārds,фамилия,họ,姓",
  gate: "gate,flugsteig,porte,puerta,porta,uscita,gate nr,bramka,brána,vārti,izeja,cửa,cửa ra máy bay,выход,登机口,搭乗口,ゲート",
  terminal: "terminal,terminál,terminale,termināls,aérogare,nhà ga,терминал,航站楼,ターミナル",
  class:
    "class,mode of transport,cabin,cabin class,travel class,fare class,klasse,reiseklasse,buchungsklasse,classe,classe de voyage,clase,cabina,reisklasse,klasa,třída,klass,hạng,hạng ghế,hạng vé,класс,класс обслуживания,舱位,クラス",
  flight:
    "flight,flight number,flight no,flight no.,flug,flugnummer,vol,n° de vol,numéro de vol,vuelo,número de vuelo,volo,numero volo,numero di volo,voo,número do voo,número de voo,vlucht,vluchtnummer,lot,numer lotu,nr lotu,let,číslo letu,lidojums,reiss,reisa numurs,lidojuma numurs,flyg,flygnummer,chuyến bay,số hiệu chuyến bay,số chuyến bay,рейс,номер рейса,航班,航班号,便名,便,フライト,フライト番号",
  train:
    "mã tàu,train,train no,train no.,train number,train n°,train name,zug,zugnummer,zug-nr.,numéro de train,train n,tren,número de tren,treno,numero treno,treno n.,comboio,número do comboio,trein,treinnummer,pociąg,numer pociągu,nr pociągu,vlak,číslo vlaku,vilciens,vilciena nr.,vilciena numurs,tåg,tågnummer,tàu,số tàu,số hiệu tàu,mác tàu,поезд,номер поезда,поезд №,车次,列车,列车号,列車,列車名,列車番号,fahrt,fahrt/reservierung,produkte,fahrt/produkte",
  bus: "bus,bus line,bus number,bus no,coach service,autobus,autobús,ônibus,autocarro,autocar,numer autobusu,autokar,autobuss,xe khách,автобус,巴士,汽车,バス,busnummer,buslinie,linie,ligne,line,línea,linea,linha,lijn,linia,linka,spoj,tuyến",
  ferry:
    "ferry,vessel,ship,fähre,schiff,navire,bateau,buque,barco,traghetto,nave,navio,veerboot,schip,prom,statek,trajekt,loď,prāmis,kuģis,färja,fartyg,phà,tàu cao tốc,паром,судно,渡轮,轮船,フェリー,船名,sailing,överfart",
  carrier:
    "operated by,train company,bus company,airline,carrier,operator,operating airline,durchgeführt von,fluggesellschaft,airline name,betreiber,compagnie,opéré par,effectué par,compagnie aérienne,aerolínea,operado por,compañía,compagnia,compagnia aerea,operato da,companhia,companhia aérea,operado pela,luchtvaartmaatschappij,uitgevoerd door,przewoźnik,linia lotnicza,dopravce,letecká společnost,aviokompānija,pārvadātājs,flygbolag,hãng hàng không,hãng xe,nhà xe,hãng bay,авиакомпания,перевозчик,航空公司,承运人,运营商,航空会社,運航会社",
  checkin:
    "ubytování od,meldezeit,zakwaterowanie od,doba hotelowa od,check-in,check in,checkin,check-in date,arrival date,check-in time,anreise,anreisetag,anreisedatum,anreise am,einchecken,arrivée le,date d'arrivée,arrivée à l'hôtel,entrada,fecha de entrada,llegada al hotel,registro,fecha de llegada,data di arrivo,data de entrada,data de chegada,inchecken,aankomstdatum,incheckdatum,zameldowanie,data zameldowania,przyjazd do hotelu,data przyjazdu,příjezd do hotelu,datum příjezdu,nástup na pobyt,reģistrēšanās,ierašanās datums,iebraukšana,incheckning,nhận phòng,ngày nhận phòng,ngày đến,giờ nhận phòng,заезд,дата заезда,регистрация заезда,入住,入住日期,入住时间,チェックイン,チェックイン日,ご到着日,宿泊日,到着日",
  checkout:
    "odhlášení,vykvaterowanie,check-out,check out,checkout,check-out date,departure date,check-out time,abreise,abreisetag,abreisedatum,abreise am,auschecken,départ le,date de départ,départ de l'hôtel,salida del hotel,fecha de salida,data di partenza,data de saída,data de partida,uitchecken,vertrekdatum,uitcheckdatum,wymeldowanie,data wymeldowania,data wyjazdu,odjezd z hotelu,datum odjezdu,konec pobytu,izrakstīšanās,izbraukšanas datums,utcheckning,trả phòng,ngày trả phòng,giờ trả phòng,выезд,дата выезда,отъезд,退房,离店,退房日期,离店日期,退房时间,チェックアウト,チェックアウト日,ご出発日,出発日",
  stay: "zeitraum,mietzeitraum,buchungszeitraum,période,période du séjour,período,período de estancia,periodo,periodo del soggiorno,periode,okres pobytu,termín,doba pobytu,periods,период проживания,даты проживания,thời gian lưu trú,stay,your stay,dates,stay dates,dates of stay,aufenthalt,ihr aufenthalt,reisezeitraum,séjour,votre séjour,dates du séjour,estancia,su estancia,fechas,soggiorno,il tuo soggiorno,date del soggiorno,estadia,estada,verblijf,uw verblijf,pobyt,termin pobytu,termín pobytu,uzturēšanās,vistelse,lưu trú,thời gian lưu trú,проживание,даты проживания,даты,住宿日期,入离日期,滞在期間,宿泊期間",
  property:
    "objekt,mietobjekt,logement,hotel,hotel name,property,property name,accommodation,your hotel,your booked house,your accommodation,you are staying at,hotelname,unterkunft,ihr hotel,ihre unterkunft,hôtel,votre hôtel,hébergement,établissement,nom de l'hôtel,alojamiento,su hotel,nombre del hotel,establecimiento,albergo,struttura,il tuo hotel,alloggio,nome hotel,alojamento,hospedagem,propriedade,nome do hotel,accommodatie,naam hotel,obiekt,nazwa obiektu,nazwa hotelu,ubytování,název hotelu,hotell,viesnīca,naktsmītne,viesnīcas nosaukums,boende,khách sạn,tên khách sạn,chỗ nghỉ,chỗ ở,nơi ở,отель,гостиница,объект размещения,название отеля,酒店,酒店名称,住宿,ホテル,ホテル名,宿泊施設,宿泊先,施設名,旅館",
  address:
    "address,hotel address,property address,location,adresse,anschrift,lage,dirección,ubicación,indirizzo,endereço,morada,localização,adres,adresa,adrese,adress,địa chỉ,адрес,地址,酒店地址,住所,所在地",
  phone:
    "phone,telephone,tel,tel.,phone number,telefon,telefonnummer,téléphone,teléfono,telefono,telefone,telefoon,tālrunis,điện thoại,sđt,телефон,тел.,电话,电话号码,電話,電話番号,tel/fax",
  price:
    "mietpreis,mietpreis gesamt,reisepreis,flugpreis,fahrpreis,prix payé,prix du billet,precio del billete,prezzo del biglietto,prezzo pagato,cena letenky,cena jízdenky,cena biletu,biļetes cena,kwota do zapłaty,стоимость билета,стоимость поездки,gesamt,insgesamt,betaald,in totaal,vous avez payé,you paid,total,total price,grand total,total amount,total cost,total sum,amount paid,total paid,price,amount due,total charge,total fare,fare,trip total,estimated total,ticket fare,gesamtpreis,gesamtbetrag,gesamtsumme,summe,preis,betrag,endpreis,prix total,montant total,montant,prix,total payé,total à payer,precio total,importe total,importe,precio,total pagado,prezzo totale,importo totale,totale,prezzo,importo,preço total,valor total,valor,preço,totaalprijs,totaalbedrag,totaal,prijs,bedrag,cena całkowita,razem,do zapłaty,suma,cena,kwota,łączna kwota,cena celkem,celkem,celková cena,kopā,kopējā cena,kopējā summa,cena kopā,summa,totalpris,totalt,tổng cộng,tổng tiền,tổng giá,giá vé,giá,thành tiền,tổng số tiền,итого,сумма,стоимость,общая стоимость,цена,к оплате,总价,总金额,合计,总计,金额,票价,合計,合計金額,料金,お支払い金額,総額,運賃",
  pickup:
    "ora prelievo,ora di prelievo,prelievo,hora de recogida,heure de prise en charge,ophaaltijd,godzina odbioru,čas vyzvednutí,saņemšanas laiks,取车门店,取车网点,agence de départ,abholstation,oficina de recogida,ufficio di ritiro,貸出日時,貸渡日時,受取日時,お迎え日時,abholadresse,pick-up address,pickup address,adresse de prise en charge,dirección de recogida,indirizzo di ritiro,indirizzo di partenza,ophaaladres,adres odbioru,adresa vyzvednutí,saņemšanas adrese,địa chỉ đón,địa điểm đón,pick-up,pick up,pickup,pickup location,pickup point,pickup date,pickup time,pick-up location,pick-up date,pick-up time,pick-up point,collection,vehicle collection,rental start,collect,abholung,abholort,abholzeit,anmietung,mietbeginn,anmietstation,prise en charge,retrait,prise du véhicule,lieu de prise en charge,départ de location,recogida,lugar de recogida,entrega del vehículo,ritiro,luogo di ritiro,presa in carico,ritiro auto,retirada,levantamento,local de retirada,ophalen,ophaallocatie,ophaalmoment,odbiór,miejsce odbioru,odbiór samochodu,vyzvednutí,místo vyzvednutí,saņemšana,saņemšanas vieta,auto saņemšana,upphämtning,hämtning,nhận xe,điểm đón,nơi đón,giờ đón,đón khách,địa điểm nhận xe,получение,место получения,получение автомобиля,подача,место подачи,дата подачи,время подачи,адрес подачи,取车,取车地点,取车时间,上车地点,接送时间,用车时间,貸出,受取,出発店舗,貸渡,お迎え,乗車場所,お迎え場所,乗車地",
  dropoff:
    "还车门店,还车网点,agence de retour,oficina de devolución,ufficio di riconsegna,返却日時,返却日,zieladresse,drop-off address,dropoff address,destination address,adresse de destination,dirección de destino,indirizzo di destinazione,bestemmingsadres,afzetadres,adres docelowy,cílová adresa,galamērķa adrese,địa chỉ trả,địa điểm trả,адрес назначения,drop-off,drop off,dropoff,dropoff location,dropoff date,dropoff time,drop-off location,drop-off date,drop-off time,return,return location,return date,vehicle return,rental end,dropoff point,rückgabe,rückgabeort,rückgabezeit,mietende,abgabe,rückgabestation,zielort,restitution,retour,lieu de restitution,retour du véhicule,devolución,lugar de devolución,entrega,riconsegna,luogo di riconsegna,consegna,restituzione,devolução,local de devolução,inleveren,inleverlocatie,terugbrengen,zwrot,miejsce zwrotu,vrácení,místo vrácení,nodošana,nodošanas vieta,atgriešana,återlämning,trả xe,điểm trả,nơi trả,địa điểm trả xe,возврат,место возврата,место назначения,还车,还车地点,还车时间,下车地点,返却,返却店舗,返却場所,降車場所,お送り先,降車地",
  vehicle:
    "viatura,fahrzeuggruppe,fahrzeugkategorie,mietwagenkategorie,categoría del vehículo,catégorie de véhicule,categoria auto,gruppo auto,voertuigklasse,klasa samochodu,třída vozu,kategorie vozu,auto klase,auto klases,класс автомобиля,hạng xe,grupo,gruppe,groupe,gruppo,grupa,skupina,categoría,categoria,kategorie,kategorija,modell,model,modelo,modèle,modello,mẫu xe,车辆,vehicle,car group,car class,car type,vehicle type,car category,fahrzeug,fahrzeugklasse,véhicule,catégorie,vehículo,veicolo,veículo,voertuig,pojazd,samochód,vozidlo,automašīna,auto,fordon,loại xe,автомобиль,модель,车型,車種,車両クラス",
  party:
    "party size,number of guests,guests,covers,people,persons,personen,anzahl personen,gäste,anzahl gäste,nombre de personnes,personnes,couverts,comensales,personas,número de personas,persone,coperti,numero di persone,ospiti,pessoas,número de pessoas,aantal personen,gasten,liczba osób,osoby,goście,počet osob,osob,hosté,personu skaits,viesu skaits,viesi,antal gäster,antal personer,số khách,số người,số lượng khách,количество гостей,гостей,гости,количество персон,人数,用餐人数,予約人数,ご利用人数,ご人数",
  event:
    "exhibition,ausstellung,exposition,exposición,mostra,exposição,tentoonstelling,wystawa,výstava,izstāde,triển lãm,выставка,展览,展覧会,film,movie,match,spiel,partido,partita,mecz,zápas,opera,oper,opéra,guided tour,führung,visite guidée,visita guiada,visita guidata,rondleiding,event,event name,show,concert,performance,veranstaltung,konzert,vorstellung,événement,spectacle,evento,espectáculo,concierto,spettacolo,concerto,espetáculo,evenement,voorstelling,wydarzenie,koncert,spektakl,akce,představení,pasākums,koncerts,izrāde,evenemang,föreställning,sự kiện,buổi diễn,chương trình,мероприятие,концерт,спектакль,событие,活动,演出,活动名称,公演,イベント,イベント名,公演名",
  venue:
    "venue,where,place of event,dove,gdzie,kde,dónde,onde,waar,wo,где,norise,lugar,veranstaltungsort,ort,spielort,restaurant,restaurante,ristorante,restaurang,lieu,salle,lugar del evento,recinto,luogo,sede,local,local do evento,locatie,plaats,miejsce wydarzenia,restauracja,lokal,místo konání,restaurace,norises vieta,restorāns,plats för evenemanget,lokale,địa điểm,nhà hàng,место проведения,площадка,ресторан,地点,场馆,餐厅,会場,場所,レストラン,店名,店舗名",
  boarding:
    "boarding,boarding time,boardingzeit,embarquement,embarque,imbarco,instappen,wejście na pokład,nástup do letadla,iekāpšana,ombordstigning,lên máy bay,giờ lên máy bay,посадка,время посадки,登机时间,搭乗時刻,搭乗時間",
  start:
    "quando,kiedy,kdy,cuándo,quand,wann,wanneer,когда,khi nào,date et heure,datum a čas,fecha y hora,data e ora,data e hora,datum en tijd,data i godzina,дата и время,thời gian đón,chuyến,start,starts,begins,beginn,beginnt,début,inicio,comienzo,inizio,início,aanvang,begin,początek,rozpoczęcie,začátek,sākums,bắt đầu,thời gian,начало,开始时间,开始,演出时间,用餐时间,開演,開始,開始時間,日時,ご来店日時,when,date and time,time,uhrzeit,zeit,heure,hora,ora,tijd,godzina,čas,laiks,tid,giờ,время,时间,時間,時刻,date & time",
  end: "end,ends,ende,fin,termina,fine,fim,einde,koniec,konec,beigas,slut,kết thúc,окончание,结束时间,结束,終演,終了",
  route:
    "überfahrt,traversée,travesía,traversata,crossing,overtocht,ferry route,tuyến,hinfahrt,rückfahrt,hinreise,rückreise,relacja,relace,heenreis,terugreis,aller,andata,ida,outward,outbound,inbound,туда,обратно,turp,atpakaļ,route,journey,connection,strecke,verbindung,reisestrecke,trajet,parcours,itinéraire,trayecto,ruta,tratta,percorso,percurso,trajeto,traject,trasa,trasę,cesta,maršruts,sträcka,hành trình,lộ trình,chặng bay,маршрут,направление,路线,行程,区间,区間,経路",
  stop: "stop,halt,arrêt,parada,fermata,paragem,halte,przystanek,zastávka,zastávka/přestup,station/transfer,station,stanice,pietura,hållplats,trạm,bến,остановка,станция,bahnhof,gare,estación,stazione,estação,stacja,stacija,ga,车站,駅,haltestelle",
  ignoreTime:
    "date of booking,date of change,booked on,booking date,date booked,issued,issue date,date of issue,issued on,payment date,paid on,order date,ordered on,purchased on,purchase date,check-in opens,check-in closes,check-in deadline,bag drop closes,gate closes,gates close,doors,doors open,boarding closes,free cancellation until,cancel before,cancel by,cancellation,cancellation deadline,duration,journey time,travel time,flight time,last check-in,check-in by,be at,arrive at the gate,valid until,valid from,valid,opening hours,reception,printed,date printed,breakfast,sent,connection time,layover,transfer time,gültig ab,gültigkeit,gebucht am,buchungsdatum,ausgestellt am,ausgestellt,bestelldatum,kostenlose stornierung bis,stornierung,dauer,reisedauer,flugdauer,fahrtdauer,einlass,rechnungsdatum,gesendet,umsteigezeit,réservé le,date de réservation,émis le,date d'achat,annulation,annulation gratuite,durée,validité,envoyé,ouverture des portes,date d'émission,date de commande,fecha de reserva,emitido,cancelación,cancelación gratuita,duración,fecha de compra,fecha de emisión,enviado,apertura de puertas,data di prenotazione,data prenotazione,emesso il,emesso,cancellazione,cancellazione gratuita,durata,data di acquisto,inviato,data di emissione,apertura porte,data da reserva,emitido em,cancelamento,cancelamento gratuito,duração,data da compra,data de emissão,boekingsdatum,geboekt op,annulering,gratis annuleren,reisduur,duur,verzonden,datum van boeking,afgiftedatum,data rezerwacji,data zakupu,wystawiono,bezpłatne anulowanie,anulowanie,czas podróży,czas lotu,data wystawienia,czas przejazdu,wysłano,datum rezervace,datum vystavení,datum platby,datum vystavení/datum platby,zrušení,bezplatné zrušení,doba jízdy,doba letu,platnost,odesláno,datum nákupu,rezervācijas datums,pirkuma datums,izsniegts,bezmaksas atcelšana,atcelšana,ilgums,ceļā,nosūtīts,avbokning,restid,avbokning utan avgift,bokningsdatum,ngày đặt,ngày xuất vé,ngày thanh toán,hủy miễn phí,thời gian bay,thời lượng,ngày phát hành,дата бронирования,дата покупки,дата оформления,бесплатная отмена,отмена,в пути,время в пути,отправлено,дата заказа,оплачено,预订日期,下单时间,出票日期,付款时间,免费取消,取消,飞行时间,时长,开票日期,予約日,購入日,発行日,キャンセル,所要時間,飛行時間,お申込日,開場,注文日,created,invoice date,varighed,rejsetid,total travel time,durée du trajet,duración del viaje,departure terminal,txn id",
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
    list
      .split(",")
      .map((phrase): LabelWord => ({ phrase: phrase.replace(/\u00ad/g, ""), field: field as Field, short })),
  );
}

/** Every label, longest first; the first meaning of a phrase wins. */
export const LABELS: readonly LabelWord[] = [
  ...entries(PHRASES, false),
  ...entries({ reference: REFERENCE_PHRASES.join(",") }, false),
  ...entries(SHORT, true),
].sort((a, b) => b.phrase.length - a.phrase.length);
