/**
 * The airports that a town's name means when nothing else is said, each with the words of other languages for it
 * and its town. An airport that is here comes before another of the same name.
 */
export const MAJOR_AIRPORTS = `
AMS schiphol amsterdamas; ATH athen athènes atenas atene ateny athény atēnas афины 雅典 アテネ; ARN arlanda estocolmo stoccolma sztokholm; ATL hartsfield;
BCN prat barcelone barcellona барселона; BER brandenburg willy brandt berlín berlino berlim berlijn berlīne берлин 柏林 ベルリン; TXL tegel; SXF schönefeld;
BKK suvarnabhumi bangkoka бангкок 曼谷 バンコク; BRU zaventem bruxelles brüssel bruselas brussel bruksela brusel brisele брюссель; BUD budapešť будапешт;
CDG roissy parís parigi париж 巴黎戴高乐 パリ; ORY orly; CPH kastrup københavn kopenhagen copenhague copenaghen kopenhaga kodaň копенгаген; CGN köln bonn cologne;
DUB dublín dublino; DUS düsseldorf; DXB dubái dubaï дубай 迪拜 ドバイ; DOH hamad; EDI édimbourg edimburgo; FCO fiumicino roma rome rom rzym řím рим 罗马 ローマ; CIA ciampino;
FRA rhein frankfurtas francfort francoforte fráncfort franktfurt франкфурт 法兰克福 フランクフルト; GVA genève genf ginebra ginevra genewa ženeva женева;
HAM hamburgo amburgo hambourg гамбург; HEL vantaa helsingfors helsinky хельсинки 赫尔辛基 ヘルシンキ; HKG 香港 hongkong; IST estambul istanbul istanbuł istambul stambuł стамбул 伊斯坦布尔;
SAW sabiha gökçen; JFK kennedy; EWR newark; LGA laguardia; KEF keflavik keflavík reykjavík; KBP boryspil kyiv kiev; KRK balice kraków krakau cracovie cracovia;
LED pulkovo пулково санкт-петербург петербург; LHR heathrow; LGW gatwick; STN stansted; LTN luton; LCY; LIS lisboa lissabon lisbonne lisbona lizbona lisabon лиссабон;
MAD barajas мадрид madryt 马德里; MAN manchester; MXP malpensa milano mailand milán milāna; LIN linate milano mailand milán milāna; BGY orio bergamo; MUC münchen munique múnich monaco monachium mnichov minhene мюнхен 慕尼黑 ミュンヘン; NCE niza nizza nice;
OSL gardermoen осло; PRG praha prag praga prague václav ruzyně прага 布拉格 プラハ; RIX rīga riga рига 里加 リガ; RVN; SVO sheremetyevo шереметьево moskau moscou moscú mosca moskva москва; DME domodedovo домодедово; VKO vnukovo внуково;
STR stuttgart estugarda; TLL tallinn tallinna tallina таллин; VNO vilnius wilno viļņa wilna вильнюс; KUN kaunas; VIE wien schwechat viena vídeň wiedeń vīne bécs вена 维也纳 ウィーン;
WAW chopin warszawa warschau varsovie varsovia varsavia varšava варшава 华沙; ZRH zürich zurich zúrich zurigo zurych curych cīrihe цюрих 苏黎世 チューリッヒ; BSL basel; LUX luxemburg;
HND 羽田 haneda 東京羽田 東京; NRT 成田 narita 東京; KIX 関西 kansai 関空 大阪; ITM 伊丹 itami 大阪; CTS 新千歳 chitose 札幌; FUK 福岡 fukuoka; OKA 那覇 naha;
PEK 北京首都 北京 首都; PKX 北京大兴 大兴 daxing; PVG 浦东 pudong 上海; SHA 虹桥 hongqiao 上海; CAN 白云 广州 guangzhou baiyun; SZX 深圳 shenzhen; CTU 成都双流 chengdu; XIY 西安 xian; HGH 杭州; ICN 仁川 incheon seúl séoul; GMP gimpo;
SGN tân sơn nhất saigon sài gòn hồ chí minh; HAN nội bài hà nội hanoi; DAD đà nẵng; PQC phú quốc; CXR cam ranh nha trang; HPH cát bi hải phòng; HUI phú bài huế; SIN changi singapur singapour 新加坡 シンガポール; KUL; TPE taoyuan 桃園 台北;
DEL indira delhi; BOM chhatrapati mumbai; BLR kempegowda bengaluru; SYD kingsford; MEL tullamarine; LAX angeles; SFO francisco; ORD ohare chicago; IAD dulles; DCA reagan; BOS logan boston; MIA miami; SEA tacoma seattle; DEN denver; DFW worth dallas; YYZ pearson toronto; YUL trudeau montréal; YVR vancouver;
GRU guarulhos paulo; CGH congonhas; GIG galeão; LIM chávez lima; BOG dorado bogotá; EZE ezeiza pistarini; MEX juárez méxico; SCL merino; CUN cancún; OPO porto oporto carneiro; FAO faro; AGP málaga; PMI mallorca; VLC valencia; SVQ sevilla seville; LPA gran canaria; TFS tenerife; ALC alicante; BIO bilbao;
VCE marco polo venezia venedig venise venecia; NAP capodichino napoli neapel naples; FLR peretola firenze florenz florence; BLQ marconi bologna; TRN caselle torino turin; CTA catania; GDN wałęsa gdańsk danzig; WRO wrocław breslau; POZ ławica poznań; KTW katowice; BRQ brno tuřany; BTS bratislava; LJU ljubljana; ZAG zagreb; SOF sofia; OTP otopeni bucharest bucurești;
LYS exupéry lyon; MRS marseille; TLS blagnac toulouse; BOD mérignac bordeaux; NTE nantes; GOT landvetter göteborg; BGO flesland bergen; BLL billund; TRD trondheim; EIN eindhoven; RTM rotterdam; ANR antwerpen; CRL charleroi; HAJ hannover hanover; NUE nürnberg nuremberg; LEJ leipzig; DRS dresden; BRE bremen; SZG salzburg; INN innsbruck; GRZ graz; BHX birmingham; GLA glasgow; BRS bristol; AYT antalya; ESB esenboğa ankara; TLV gurion; CAI cairo kairo; JNB tambo johannesburg; CPT cape`;
