import type { LockTexts } from "./lock.ts";

export const lock: LockTexts = {
  "lock.title": "Slēdzene",
  "lock.locked": "Sidedesk ir aizslēgts",
  "lock.wanted":
    "Jūsu organizācija prasa, lai Sidedesk būtu slēdzene. Lai turpinātu, izvēlieties paroles frāzi.",
  "lock.passphrase": "Paroles frāze",
  "lock.show": "Rādīt, ko rakstu",
  "lock.unlock": "Atslēgt",
  "lock.kept": "Iesāktais teksts ir saglabāts.",
  "lock.line": "Kāds zvana? Pierakstiet šeit: tas tiek saglabāts un gaida šajā rindā, līdz atslēgsiet.",
  "lock.lineKept": "Saglabāts. Tas gaida jūs šeit.",
  "lock.retry": "Pārāk daudz kļūdu. Var mēģināt vēlreiz plkst. {time}.",
  "lock.forgot": "Aizmirsāt paroles frāzi?",
  "lock.forgotWhy":
    "Neviens nevar to pateikt vai nomainīt. Varat izdzēst Sidedesk no šī pārlūka un pievienoties galdam ar jaunu uzaicinājumu: tad atgūsiet to, ko glabā galda serveris. Tas, kas ir tikai šajā pārlūkā, zudīs.",
  "lock.erase": "Izdzēst Sidedesk no šī pārlūka",
  "lock.eraseTitle": "Izdzēst šeit visu Sidedesk saturu?",
  "lock.eraseIt": "Izdzēst visu",
  "lock.what":
    "Kamēr Sidedesk ir aizslēgts, šajā pārlūkā no jūsu galdiem neko neredz. Iesāktais teksts ir saglabāts, un kolēģu darbs turpina pienākt.",
  "lock.whatNot":
    "Tas pasargā no garāmgājējiem. Šī datora disku tas nešifrē: to dara jūsu sistēmas diska šifrēšana.",
  "lock.beforehand":
    "Ja to aizmirsīsiet, neviens to nevarēs atjaunot: Sidedesk būs jāizdzēš no šī pārlūka, un tas, kas ir tikai šajā pārlūkā, zudīs.",
  "lock.set": "Iestatīt paroles frāzi",
  "lock.new": "Jaunā paroles frāze",
  "lock.again": "Tā pati vēlreiz",
  "lock.rule": "Vismaz {n} zīmes. Vairākus vārdus viegli atcerēties un grūti uzminēt.",
  "lock.differ": "Abas nav vienādas.",
  "lock.after": "Aizslēgt, ja datoram neviens nav pieskāries",
  "lock.never": "Tikai tad, kad aizslēdzu es",
  "lock.minutes": { zero: "{n} minūtes", one: "{n} minūti", other: "{n} minūtes" },
  "lock.now": "Aizslēgt tagad",
  "lock.current": "Pašreizējā paroles frāze",
  "lock.change": "Mainīt paroles frāzi",
  "lock.changed": "Paroles frāze ir nomainīta",
  "lock.remove": "Noņemt slēdzeni",
  "lock.removed": "Sidedesk vairs nav slēdzenes",
  "lock.byComputer": "Atslēgt ar šo datoru",
  "lock.byComputerTitle": "Atslēgt bez rakstīšanas",
  "lock.byComputerWhat":
    "Šis dators var jūs pazīt pēc sava slēdža: pirksta nospieduma, sejas vai PIN. Tad ikviens, kas var atslēgt datoru, var atslēgt arī Sidedesk. Paroles frāze darbojas tāpat kā līdz šim.",
  "lock.byComputerSet": "Lai šis dators mani pazīst",
  "lock.byComputerDone": "Tagad šis dators var atslēgt Sidedesk",
  "lock.byComputerOff": "Atkal tikai paroles frāze",
  "lock.inTab": "Atslēgt ar šo datoru atsevišķā cilnē",
  "keys.lock": "aizslēgt Sidedesk",
  "failure.locked": "Sidedesk ir aizslēgts, tāpēc tas netika izdarīts. Atslēdziet un mēģiniet vēlreiz.",
  "failure.notRecognised":
    "Dators jūs nepazina, vai arī tas tika atcelts. Nekas nav mainīts. Mēģiniet vēlreiz vai lietojiet paroles frāzi.",
  "failure.wrongPassphrase": "Šī nav īstā paroles frāze.",
  "failure.tooSoon": "Pārāk daudz kļūdu, tāpēc tā netika pārbaudīta. Brīdi pagaidiet un mēģiniet vēlreiz.",
  "failure.shortPassphrase": "Šī paroles frāze ir par īsu vai par garu. Nekas netika mainīts.",
};
