export const devices = {
  "problem.badEpoch":
    "{who} dal(a) stolu klíč, který v tomto zařízení nesedí, proto se nic neposílá ani nepřijímá. Vaše práce zůstává zde. Požádejte jiného vlastníka, ať klíč obnoví a rozhodne, zda {who} zůstane.",
  "problem.badEpochOwner":
    "{who} dal(a) stolu klíč, který v tomto zařízení nesedí, proto se nic neposílá ani nepřijímá. Nic se neztratilo. Obnovte klíč; pokud to nebyl omyl, nejprve ze stolu odeberte: {who}.",
  "failure.paperKey":
    "To není papírový klíč, jak byl vytištěn. Nic se neodeslalo. Porovnejte ho s listem a opravte.",
  "removed.what": "Exportovat, nebo odebrat odsud",
  "removed.unsent": {
    one: "{n} zdejší změna se k ostatním nedostala; v exportu je.",
    few: "{n} zdejší změny se k ostatním nedostaly; v exportu jsou.",
    many: "{n} zdejší změny se k ostatním nedostalo; v exportu je.",
    other: "{n} zdejších změn se k ostatním nedostalo; v exportu jsou.",
  },
  "devices.title": "Vaše zařízení",
  "devices.why": "Všechna jste vy: jedno jméno, jedna role, stejná práce.",
  "devices.this": "tento prohlížeč",
  "devices.since": "od {time}",
  "devices.unnamed": "Prohlížeč",
  "devices.count": { one: "{n} zařízení", few: "{n} zařízení", many: "{n} zařízení", other: "{n} zařízení" },
  "devices.removeTitle": "Odebrat ze stolu: {device}?",
  "devices.removeWhat":
    "Pro zařízení ztracené nebo předané dál. Od té chvíle se mu neukáže nic nového a stůl dostane nový klíč. Co je v něm, v něm zůstane; co ještě neodeslalo, je pro stůl ztraceno.",
  "devices.removePaper":
    "Váš papírový klíč vznikl na něm. Má-li zařízení teď někdo jiný, vytvořte nový papírový klíč: starý pak nic neotevře.",
  "devices.add": "Přidat další prohlížeč",
  "devices.link": "Pro váš další prohlížeč. Funguje jednou, do {time}",
  "devices.care":
    "Otevřete tam Sidedesk, zvolte „Přidat se odkazem“ a vložte ho. Nikomu ho nedávejte: kdo ho otevře, jste u tohoto stolu vy.",
  "devices.name": "Název tohoto zařízení",
  "devices.become": "Tento prohlížeč bude jedním ze zařízení uživatele {name}.",
  "qr.label": "QR kód odkazu",
  "paper.title": "Papírový klíč",
  "paper.why": "Přijdete-li o všechna zařízení, vrátí vás k tomuto stolu vytištěný list.",
  "paper.whyAlone":
    "Jste jediným vlastníkem tohoto stolu. Přijdete-li o všechna zařízení, pustí vás zpět jen tento vytištěný list.",
  "paper.make": "Vytvořit papírový klíč",
  "paper.again": "Vytvořit nový",
  "paper.againWhat": "Předchozí pak už nic neotevře.",
  "paper.madeAt": "Vytvořen {time} na: {device}",
  "paper.withdraw": "Odvolat papírový klíč",
  "paper.withdrawn": "Papírový klíč už nic neotevře.",
  "paper.wanted":
    "Ztratí-li se toto zařízení, ztratí se i vaše cesta k tomuto stolu. Vytištěný papírový klíč vás vrátí; zabere to minutu.",
  "paper.later": "Později",
  "paper.page": "Papírový klíč k Sidedesku",
  "paper.desk": "Stůl",
  "paper.person": "Pro",
  "paper.server": "Adresa serveru",
  "paper.fingerprint": "Otisk",
  "paper.date": "Vytvořen",
  "paper.characters": "Papírový klíč",
  "paper.what":
    "S tímto listem se vrátíte ke stolu na kterémkoli počítači. Kdo ho má, čte celý stůl vaším jménem: chraňte ho jako pas a ne vedle počítače.",
  "paper.step1": "Nainstalujte Sidedesk a otevřete ho.",
  "paper.step2":
    "Zvolte „Mám papírový klíč“ a opište server a znaky; na velikosti písmen a pomlčkách nezáleží.",
  "paper.step3": "Porovnejte název stolu a otisk s tímto listem.",
  "paper.step4":
    "Pak v nastavení u členů odeberte ztracená zařízení. Viděl-li tento list někdo jiný, vytvořte nový.",
  "paper.print": "Vytisknout",
  "paper.done": "Hotovo",
  "paper.once": "Ukáže se jen teď: Sidedesk si kopii nenechává.",
  "restore.choose": "Mám papírový klíč",
  "restore.key": "Znaky na listu",
  "restore.groups": "Podívejte se znovu na skupinu {groups}: není jako na výtisku.",
  "restore.it": "Obnovit stůl",
  "restore.back": "Vrátíte se jako {name}.",
  "restore.compare": "Porovnejte tyto číslice s listem:",
};
