import type { Trouble } from "./trouble.ts";

export const trouble: Trouble = {
  "problem.anew":
    "{what} Nic z toho se nepřijalo a nic se neztratilo: vaše práce je zde. Pokud byl server obnoven nebo přestěhován, synchronizujte od začátku: co mu chybí, se pošle znovu.",
  "problem.unknownDesk":
    "Server tento stůl nezná, proto se nic neposílá ani nepřijímá. Nic se neztratilo: vaše práce je zde. Zkontrolujte adresu serveru v nastavení. Pokud byl vyprázdněn nebo přestěhován, synchronizujte od začátku: co mu chybí, se pošle znovu.",
  "problem.ownerFirst":
    "Server ztratil část seznamu členů a vrátit ji může jen vlastník stolu. Nic se neztratilo: vaše práce je zde. Požádejte vlastníka, ať synchronizuje od začátku, pak to zkuste znovu.",
  "problem.wrongKey":
    "Klíč v tomto zařízení stůl neotevře, proto nic nepřichází. Co píšete, zůstává zde. Exportujte to v nastavení, stůl tam odeberte a připojte se znovu novou pozvánkou od vlastníka.",
  "problem.refused":
    "Server nepřijímá, co toto zařízení posílá, proto to zůstává zde: nic se neztratilo. Aktualizujte Sidedesk, pak synchronizujte od začátku.",
  "problem.garbled":
    "Server posílá něco, co Sidedesk nepřečte. Nic z toho se nepřijalo a vaše práce je uložena zde. Sidedesk to zkouší sám; pokud to trvá, dejte vědět správci serveru.",
  "problem.pruned":
    "Server uchovává jen nejnovější část tohoto stolu a tento prohlížeč s ní zatím nemůže začít. Vaše práce je uložena zde. Synchronizace bude pokračovat sama, jakmile bude prohlížeč některého kolegy chvíli otevřený.",
  "problem.passing":
    "Synchronizace se teď nedaří. Vaše práce je uložena zde a Sidedesk to zkouší sám. ({detail})",
  "problem.slower":
    "Server žádá, aby tento prohlížeč posílal pomaleji, protože toho bylo odesláno velmi mnoho. Nic se neztratilo: co zde čeká, se postupně odešle samo.",
  "problem.clockApart":
    "Hodiny tohoto počítače a serveru se neshodují. Vaše práce se přesto odesílá, ale časy mohou být chybné a role a pozvánky mohou zdánlivě končit příliš brzy nebo pozdě. Nastavte hodiny a zkuste to znovu.",
  "problem.unsent": {
    one: "Zde čeká na odeslání {n} změna.",
    few: "Zde čekají na odeslání {n} změny.",
    many: "Zde čeká na odeslání {n} změny.",
    other: "Zde čeká na odeslání {n} změn.",
  },
  "sync.anew": "Synchronizovat od začátku",
  "sync.stoppedUnsent": { other: "Synchronizace stojí · {n} k odeslání" },
  "sync.waiting": { other: "{n} k odeslání" },
  "unread.by": {
    one: "{n} změnu ({who}) nešlo přečíst; všechny ostatní jsou zde.",
    few: "{n} změny ({who}) nešlo přečíst; všechny ostatní jsou zde.",
    many: "{n} změny ({who}) nešlo přečíst; všechny ostatní jsou zde.",
    other: "{n} změn ({who}) nešlo přečíst; všechny ostatní jsou zde.",
  },
  "unread.somebody": "kolega",
  "unread.how": "Aktualizujte Sidedesk a synchronizujte od začátku, nebo požádejte o nový zápis.",
  "unread.waiting":
    "Něco zde čeká na dřívější změnu, která nepřišla; vše ostatní je zde. Synchronizujte od začátku; pokud to nepomůže, zeptejte se kolegů, zda mají vše odesláno.",
  "unread.withheld":
    "Některý kolega už má práci, kterou server tomuto prohlížeči nevydal (autor: {who}). Vše ostatní je zde. Pokud tato zpráva do několika minut nezmizí, dejte vědět správci serveru.",
  "lost.gone":
    "V tomto prohlížeči už není: {desks}. Prohlížeč nebo úklidový program odstranil, co zde Sidedesk uchovával.",
  "lost.back":
    "Co bylo odesláno, je na serveru: vraťte se papírovým klíčem nebo pozvánkou. Záložní soubor má i to, co při jeho vytvoření ještě odesláno nebylo.",
  "lost.alone":
    "Server nebyl připojen ({desks}): obnovit to lze jen ze záložního souboru, pokud jste jej vytvořili.",
  "server.change": "Změnit adresu",
  "server.changeWhy": "Pro server, který byl přestěhován. Co novému chybí, se mu pošle.",
  "standing.gone":
    "Sidedesk byl aktualizován. Co jste napsali, zůstalo. Chcete-li pokračovat, načtěte tuto stránku znovu.",
  "standing.silent":
    "Pozadí Sidedesku neodpovídá. Co je uloženo, zůstává uloženo a váš text zůstává v poli. Načtěte tuto stránku znovu; pokud to nepomůže, restartujte prohlížeč.",
  "standing.reload": "Načíst znovu",
  "failure.noStore":
    "Sidedesk nemůže v tomto prohlížeči otevřít své úložiště, proto teď nic neukazuje. Co bylo uloženo, tam stále je. Uvolněte místo nebo restartujte prohlížeč, pak tuto stránku načtěte znovu. ({detail})",
  "failure.roster":
    "Seznam členů na serveru nedrží pohromadě, proto se to neprovedlo. Nic se nezměnilo. Dejte vědět správci serveru.",
  "failure.refused":
    "Server to nepřijal. Nic se nezměnilo a váš text je stále zde. Aktualizujte Sidedesk, pak to zkuste znovu.",
  "failure.ownerFirst":
    "Serveru chybí část seznamu členů, proto se to neprovedlo. Vrátit ji může jen vlastník: požádejte ho, ať to udělá první.",
  "failure.noServer":
    "Tento stůl ještě nemá server, proto nelze nikoho pozvat. Nejdřív ho připojte k serveru.",
  "failure.membersFull": "Seznam členů je plný, proto se to neprovedlo. Nic se nezměnilo.",
  "failure.lastOwner":
    "Stůl má vždy aspoň jednoho vlastníka, proto se to neprovedlo. Nejdřív udělejte vlastníkem někoho jiného.",
};
