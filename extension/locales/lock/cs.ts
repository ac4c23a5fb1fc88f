import type { LockTexts } from "./lock.ts";

export const lock: LockTexts = {
  "lock.title": "Zámek",
  "lock.locked": "Sidedesk je zamčený",
  "lock.wanted":
    "Vaše organizace chce, aby měl Sidedesk zámek. Chcete-li pokračovat, zvolte přístupovou frázi.",
  "lock.passphrase": "Přístupová fráze",
  "lock.show": "Ukázat, co píšu",
  "lock.unlock": "Odemknout",
  "lock.kept": "Co jste měli rozepsané, zůstalo uloženo.",
  "lock.line": "Někdo volá? Zapište si to sem: uloží se to a počká v tomto řádku, než odemknete.",
  "lock.lineKept": "Uloženo. Počká to tu na vás.",
  "lock.retry": "Příliš mnoho chybných pokusů. Další můžete udělat v {time}.",
  "lock.forgot": "Zapomněli jste přístupovou frázi?",
  "lock.forgotWhy":
    "Nikdo vám ji nemůže sdělit ani nastavit jinou. Můžete Sidedesk z tohoto prohlížeče vymazat a připojit se ke stolu novou pozvánkou: pak budete mít zpět vše, co má server stolu. Co je jen v tomto prohlížeči, je ztraceno.",
  "lock.erase": "Vymazat Sidedesk z tohoto prohlížeče",
  "lock.eraseTitle": "Vymazat odsud vše ze Sidedesku?",
  "lock.eraseIt": "Vymazat vše",
  "lock.what":
    "Dokud je Sidedesk zamčený, neukazuje z vašich stolů v tomto prohlížeči nic. Co jste měli rozepsané, zůstává uloženo a práce kolegů dál přichází.",
  "lock.whatNot":
    "Chrání před kolemjdoucími. Disk tohoto počítače nešifruje: to dělá šifrování disku vašeho systému.",
  "lock.beforehand":
    "Když ji zapomenete, nikdo ji neobnoví: museli byste Sidedesk z tohoto prohlížeče vymazat a co je jen v něm, bylo by ztraceno.",
  "lock.set": "Nastavit přístupovou frázi",
  "lock.new": "Nová přístupová fráze",
  "lock.again": "Ještě jednou totéž",
  "lock.rule": "Aspoň {n} znaků. Několik slov se dobře pamatuje a špatně hádá.",
  "lock.differ": "Obě se neshodují.",
  "lock.after": "Zamknout, když se počítače nikdo nedotkl",
  "lock.never": "Jen na můj pokyn",
  "lock.minutes": { one: "{n} minutu", few: "{n} minuty", many: "{n} minuty", other: "{n} minut" },
  "lock.now": "Zamknout hned",
  "lock.current": "Současná přístupová fráze",
  "lock.change": "Změnit přístupovou frázi",
  "lock.changed": "Přístupová fráze byla změněna",
  "lock.remove": "Zrušit zámek",
  "lock.removed": "Sidedesk už nemá zámek",
  "lock.byComputer": "Odemknout tímto počítačem",
  "lock.byComputerTitle": "Odemykání bez psaní",
  "lock.byComputerWhat":
    "Tento počítač vás může poznat svým vlastním zámkem: podle otisku prstu, obličeje nebo PINu. Kdo pak dokáže odemknout počítač, odemkne i Sidedesk. Přístupová fráze platí dál.",
  "lock.byComputerSet": "Ať mě tento počítač pozná",
  "lock.byComputerDone": "Tento počítač teď může Sidedesk odemknout",
  "lock.byComputerOff": "Zase jen přístupová fráze",
  "lock.inTab": "Odemknout tímto počítačem na vlastní kartě",
  "keys.lock": "zamknout Sidedesk",
  "failure.locked": "Sidedesk je zamčený, proto se to neprovedlo. Odemkněte jej a zkuste to znovu.",
  "failure.notRecognised":
    "Počítač vás nepoznal, nebo byl požadavek zrušen. Nic se nezměnilo. Zkuste to znovu, nebo použijte přístupovou frázi.",
  "failure.wrongPassphrase": "To není správná přístupová fráze.",
  "failure.tooSoon": "Příliš mnoho chybných pokusů, proto se nezkoušela. Chvíli počkejte a zkuste to znovu.",
  "failure.shortPassphrase": "Tato přístupová fráze je příliš krátká nebo příliš dlouhá. Nic se nezměnilo.",
};
