import type { Backup } from "./backup.ts";

export const backup: Backup = {
  "backup.title": "Záložní soubor",
  "backup.why":
    "Celý stůl v jednom souboru, chráněný přístupovou frází, kterou si zvolíte. Z něj se stůl obnoví na prázdném počítači. Uchovávejte jej jinde než na tomto počítači.",
  "backup.server":
    "Soubor obsahuje práci, ale nedává přístup na server. Abyste mohli pokračovat s kolegy, potřebujete také papírový klíč nebo pozvánku.",
  "backup.last": "Naposledy vytvořen v tomto prohlížeči: {time}",
  "backup.none": "V tomto prohlížeči zatím žádný vytvořen nebyl.",
  "backup.make": "Vytvořit záložní soubor",
  "backup.beforehand":
    "Kdo má soubor i přístupovou frázi, přečte stůl v dnešní podobě, i záznamy chráněné mlčenlivostí. Bez přístupové fráze soubor nikdo neotevře, ani Sidedesk.",
  "backup.making": "Stůl se pečetí: {n} z {total}",
  "backup.save": "Uložit soubor",
  "backup.saved": "Uloženo: {file}",
  "backup.wanted":
    "Tento stůl je jen v tomto prohlížeči. Přijdete-li o jeho data nebo o počítač, vrátí jej jen záložní soubor.",
  "backup.old": "Poslední záloha tohoto stolu: {time}. Co se udělalo od té doby, je jen v tomto prohlížeči.",
  "fromFile.choose": "Mám záložní soubor",
  "fromFile.file": "Záložní soubor",
  "fromFile.passphrase": "Přístupová fráze souboru",
  "fromFile.open": "Otevřít soubor",
  "fromFile.made": "Vytvořeno: {time}, autor: {person}",
  "fromFile.server":
    "Tento stůl je na serveru {server}. S papírovým klíčem nebo s odkazem, který jste dostali, se na něj vrátíte a získáte, co se od té doby udělalo.",
  "fromFile.key": "Papírový klíč nebo odkaz",
  "fromFile.join": "Obnovit a připojit",
  "fromFile.aloneWhy":
    "Bez nich se stůl vrátí v tehdejší podobě, jen na tomto zařízení: kolegové neuvidí nic z toho, co zde uděláte. Pokud na něm nikdy nikdo jiný nebyl, lze jej později znovu připojit k serveru, jako nový stůl.",
  "fromFile.alone": "Obnovit jen na tomto zařízení",
  "fromFile.progress": "Stůl se obnovuje: {n} z {total}",
  "failure.backupForeign": "Toto není záložní soubor Sidedesku. Nic se nezměnilo. Zvolte jiný soubor.",
  "failure.backupVersion":
    "Tento záložní soubor je z jiné verze Sidedesku. Nic se nezměnilo. Aktualizujte Sidedesk a otevřete jej znovu.",
  "failure.backupCut":
    "Souboru chybí konec: nezkopíroval se celý. Nic se nezměnilo. Zkopírujte jej znovu, nebo zvolte starší.",
  "failure.backupDamaged":
    "Část souboru není taková, jak byla zapsána. Nic se nezměnilo. Zkopírujte jej znovu, nebo zvolte starší.",
  "failure.backupPassphrase":
    "Tato přístupová fráze soubor neotevře. Nic se nezměnilo. Zkontrolujte velká písmena a jazyk klávesnice a zkuste to znovu.",
  "failure.backupKey":
    "Tento stůl má server: zadejte papírový klíč nebo vložte odkaz, anebo jej obnovte jen na tomto zařízení.",
  "failure.backupOtherDesk":
    "Toto vede k jinému stolu, než je v souboru. Nic se nezměnilo. Najděte správný papírový klíč nebo odkaz.",
};
