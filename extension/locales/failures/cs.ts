import type { Failures } from "./failures.ts";

export const failures: Failures = {
  "failure.quota": "V zařízení není místo. Váš text tu stále je: uvolněte místo a zkuste to znovu.",
  "failure.notAllowed":
    "Vaše role u tohoto stolu to nedovoluje. Váš text tu stále je. Obraťte se na vlastníka.",
  "failure.gone": "Už to tu není. Váš text zůstal v poli.",
  "failure.changedSince":
    "Mezitím se to změnilo, proto se nic nevzalo zpět a zůstává to, jak je. Kdo to změnil, ukazuje historie.",
  "failure.offline":
    "Server není dostupný. Vaše práce je uložena zde. Zkontrolujte spojení i adresu a zkuste to znovu.",
  "failure.badInvite":
    "To není celá pozvánka. Nic se nezměnilo. Zkopírujte odkaz od „web+sidedesk:join“ až do konce a vložte ho znovu.",
  "failure.inviteExpired": "Platnost pozvánky vypršela. Nic se nezměnilo. Požádejte o novou.",
  "failure.inviteUsed": "Pozvánka už byla použita: každá platí jednou. Požádejte o novou.",
  "failure.inviteRevoked": "Pozvánka byla odvolána. Nic se nezměnilo. Požádejte o novou.",
  "failure.inviteUnknown": "Stůl tuto pozvánku nezná. Nic se nezměnilo. Požádejte o novou.",
  "failure.inviteNowhere":
    "Server tento stůl nezná, proto připojení neproběhlo. Zeptejte se toho, kdo vás pozval, nebo vlastníka stolu, zda se server nepřestěhoval.",
  "failure.insecure":
    "Pozvánka vede na server bez šifrování, proto se tam nic neposlalo. Požádejte o pozvánku na adresu https.",
  "failure.alreadyHere": "Tento stůl už v zařízení je. Vyberte ho nahoře na stránce stolu.",
  "failure.alreadyMember":
    "Tento prohlížeč byl od stolu odebrán, ale co měl, je stále zde. V nastavení exportujte, co potřebujete, stůl tam odeberte a připojte se znovu.",
  "failure.badServer":
    "Na této adrese není server Sidedesku. Nic se neposlalo. Zkontrolujte adresu a zkuste to znovu.",
  "failure.badAddress": "To není adresa serveru. Nic se neposlalo. Vypadá takto: https://desk.example.com.",
  "failure.version":
    "Server má jinou verzi, proto se to neprovedlo. Vaše práce je uložena zde. Aktualizujte Sidedesk nebo o to požádejte správce serveru.",
  "failure.unknownDesk": "Server tento stůl nezná. Vaše práce je uložena zde. Zeptejte se správce serveru.",
  "failure.moved": "Kolegové ve stejné chvíli změnili seznam členů, proto se to neprovedlo. Zkuste to znovu.",
  "failure.serverFull":
    "Na serveru není místo. Vaše práce je uložena zde. Požádejte správce serveru o místo a zkuste to znovu.",
  "failure.closed":
    "Tento server přijme nový stůl jen se svým klíčem: s adresou, která končí znakem # a klíčem. Nic se nezměnilo. Zeptejte se správce serveru.",
  "failure.busy": "Server je přetížený. Vaše práce je uložena zde. Zkuste to znovu za minutu.",
  "failure.clock":
    "Hodiny tohoto zařízení jdou špatně, proto to server odmítl. Nastavte je a zkuste to znovu.",
  "failure.sample": "Ukázkový stůl zůstává v tomto zařízení. Chcete-li sdílet, založte vlastní stůl.",
  "failure.interrupted":
    "Sidedesk byl přerušen, než stačil odpovědět. Podívejte se, zda se to provedlo; pokud ne, zkuste to znovu.",
  "failure.invalid": "Takto to nelze uložit. Váš text tu stále je: podívejte se na označená pole.",
  "failure.other": "Nepodařilo se to a váš text tu stále je. Zkuste to znovu. ({detail})",
  "problem.distrust":
    "{what} Nic z toho se nepřijalo a vaše práce je uložena zde. Dejte vědět správci serveru, pak to zkuste znovu.",
  "problem.forged": "Server poslal změnu s falešným podpisem.",
  "problem.withheld": "Server vynechal změnu některého kolegy.",
  "problem.forked": "Server ukazuje jinou historii než dříve.",
  "problem.rollback": "Server se vrátil do staršího stavu a ztratil, co už potvrdil.",
  "problem.replayed": "Server poslal starou změnu podruhé.",
  "problem.stranger": "Server poslal změnu od někoho, kdo u tohoto stolu není.",
  "problem.anotherDesk": "Server poslal změnu z jiného stolu.",
  "problem.roster": "Seznam členů na serveru nesouhlasí.",
  "problem.version":
    "Server a tento Sidedesk mají různé verze, proto se nic neposílá ani nepřijímá. Vaše práce je zde a odešle se později. Aktualizujte Sidedesk nebo o to požádejte správce serveru.",
  "problem.removed":
    "Toto zařízení už u stolu není. Co je zde, lze číst, ale nic se neposílá ani nepřijímá. Požádejte vlastníka o novou pozvánku.",
  "problem.role":
    "Vaše role nedovoluje tomuto zařízení posílat změny. Jsou uloženy zde. Obraťte se na vlastníka, pak to zkuste znovu.",
  "problem.superseded":
    "V tomto prohlížeči převzala práci jiná kopie Sidedesku. Nic se neztratilo. Zavřete prohlížeč a otevřete ho znovu.",
  "problem.diskFull":
    "V zařízení není místo, proto nic nového nepřichází. Co je uloženo, zůstává. Uvolněte místo: pak to bude pokračovat samo.",
  "problem.closed":
    "Server tento stůl ztratil a vezme ho zpět jen se svým klíčem. Vaše práce je uložena zde. V nastavení zadejte adresu serveru znovu, na konci se znakem # a klíčem.",
  "problem.serverFull":
    "Na serveru už pro tento stůl není místo. Vaše změny jsou zde a odejdou samy, až místo bude. Dejte vědět správci serveru.",
  "problem.clock":
    "Hodiny tohoto zařízení jdou špatně, proto server změny odmítá. Jsou uloženy zde. Nastavte hodiny a zkuste to znovu.",
  "problem.badServer":
    "Na adrese serveru odpovídá něco jiného, snad přihlašovací stránka sítě. Vaše práce je zde a odejde sama, až bude server zpět.",
  "problem.other":
    "Synchronizace se zastavila, vaše práce je uložena zde. Dejte vědět správci serveru, pak to zkuste znovu. ({detail})",
};
