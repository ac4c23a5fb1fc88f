export const devices = {
  "problem.badEpoch":
    "{who} galdam iedeva atslēgu, kas šajā ierīcē neder, tāpēc nekas netiek sūtīts un saņemts. Jūsu darbs ir saglabāts šeit. Lūdziet citam īpašniekam atjaunot atslēgu un izlemt, vai {who} paliek.",
  "problem.badEpochOwner":
    "{who} galdam iedeva atslēgu, kas šajā ierīcē neder, tāpēc nekas netiek sūtīts un saņemts. Nekas nav zudis. Atjaunojiet atslēgu; ja tā nebija kļūda, vispirms noņemiet dalībnieku: {who}.",
  "failure.paperKey":
    "Tā nav papīra atslēga, kā tā izdrukāta. Nekas netika nosūtīts. Salīdziniet ar lapu un izlabojiet.",
  "removed.what": "Eksportēt vai noņemt no šejienes",
  "removed.unsent": {
    zero: "{n} šeit veiktās izmaiņas nav nonākušas pie pārējiem; eksportā tās ir.",
    one: "{n} šeit veiktā izmaiņa nav nonākusi pie pārējiem; eksportā tā ir.",
    other: "{n} šeit veiktās izmaiņas nav nonākušas pie pārējiem; eksportā tās ir.",
  },
  "devices.title": "Jūsu ierīces",
  "devices.why": "Tās visas esat jūs: viens vārds, viena loma, tas pats darbs.",
  "devices.this": "šis pārlūks",
  "devices.since": "kopš {time}",
  "devices.unnamed": "Pārlūks",
  "devices.count": { zero: "{n} ierīču", one: "{n} ierīce", other: "{n} ierīces" },
  "devices.removeTitle": "Noņemt ierīci: {device}?",
  "devices.removeWhat":
    "Pazaudētai vai atdotai ierīcei. Kopš tā brīža tā neredz nekā jauna, un galds saņem jaunu atslēgu. Tas, kas ierīcē ir, tajā paliek; tas, kas vēl nav nosūtīts, galdam ir zudis.",
  "devices.removePaper":
    "Jūsu papīra atslēga tika izveidota šajā ierīcē. Ja tā tagad ir pie kāda cita, izveidojiet jaunu papīra atslēgu: vecā vairs neko neatvērs.",
  "devices.add": "Pievienot vēl vienu pārlūku",
  "devices.link": "Jūsu otram pārlūkam. Der vienu reizi, līdz {time}",
  "devices.care":
    "Atveriet tur Sidedesk, izvēlieties „Pievienoties ar saiti” un ielīmējiet to. Nedodiet nevienam: kas to atver, tas pie šī galda esat jūs.",
  "devices.name": "Šīs ierīces nosaukums",
  "devices.become": "Šis pārlūks kļūs par vienu no ierīcēm, kuru īpašnieks ir {name}.",
  "qr.label": "Saites kvadrātkods",
  "paper.title": "Papīra atslēga",
  "paper.why": "Ja visas jūsu ierīces ir zudušas, izdrukāta lapa ļauj atgriezties pie šī galda.",
  "paper.whyAlone":
    "Jūs esat vienīgais šī galda īpašnieks. Ja visas jūsu ierīces ir zudušas, atpakaļ jūs var ielaist tikai šī izdrukātā lapa.",
  "paper.make": "Izveidot papīra atslēgu",
  "paper.again": "Izveidot jaunu",
  "paper.againWhat": "Iepriekšējā tad vairs neko neatver.",
  "paper.madeAt": "Izveidota {time}, ierīcē: {device}",
  "paper.withdraw": "Atsaukt papīra atslēgu",
  "paper.withdrawn": "Papīra atslēga vairs neko neatver.",
  "paper.wanted":
    "Ja šī ierīce pazūd, zūd arī jūsu ceļš pie šī galda. Izdrukāta papīra atslēga ļauj atgriezties; tas aizņem minūti.",
  "paper.later": "Vēlāk",
  "paper.page": "Sidedesk papīra atslēga",
  "paper.desk": "Galds",
  "paper.person": "Kam",
  "paper.server": "Serveris",
  "paper.fingerprint": "Nospiedums",
  "paper.date": "Izveidota",
  "paper.characters": "Papīra atslēga",
  "paper.what":
    "Ar šo lapu jūs atgriezīsieties pie galda jebkurā datorā. Kam tā ir, tas lasa visu galdu jūsu vārdā: glabājiet to kā pasi un ne pie datora.",
  "paper.step1": "Uzstādiet un atveriet Sidedesk.",
  "paper.step2":
    "Izvēlieties „Man ir papīra atslēga” un ierakstiet serveri un zīmes; lielie burti un domuzīmes nav svarīgas.",
  "paper.step3": "Salīdziniet galda nosaukumu un nospiedumu ar šo lapu.",
  "paper.step4":
    "Tad iestatījumu sadaļā par dalībniekiem noņemiet zudušās ierīces. Ja šo lapu redzējis kāds cits, izveidojiet jaunu.",
  "paper.print": "Drukāt",
  "paper.done": "Gatavs",
  "paper.once": "Tā tiek parādīta tikai tagad: Sidedesk kopiju neglabā.",
  "restore.choose": "Man ir papīra atslēga",
  "restore.key": "Zīmes uz lapas",
  "restore.groups": "Paskatieties vēlreiz uz grupu {groups}: tā nav kā izdrukā.",
  "restore.it": "Atjaunot galdu",
  "restore.back": "Jūs atgriežaties kā {name}.",
  "restore.compare": "Salīdziniet šos ciparus ar lapu:",
};
