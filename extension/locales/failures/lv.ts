import type { Failures } from "./failures.ts";

export const failures: Failures = {
  "failure.quota": "Ierīcē nav vietas. Jūsu teksts vēl ir šeit: atbrīvojiet vietu un mēģiniet vēlreiz.",
  "failure.notAllowed":
    "Jūsu loma pie šī galda to neļauj. Jūsu teksts vēl ir šeit. Vērsieties pie īpašnieka.",
  "failure.gone": "Tā šeit vairs nav. Jūsu teksts ir palicis laukā.",
  "failure.changedSince":
    "Kopš tā laika tas ir mainīts, tāpēc netika atsaukts un paliek, kā ir. Kas to mainīja, redzams vēsturē.",
  "failure.offline":
    "Serveris nav sasniedzams. Jūsu darbs ir saglabāts šeit. Pārbaudiet savienojumu un adresi, tad mēģiniet vēlreiz.",
  "failure.badInvite":
    "Tas nav viss uzaicinājums. Nekas nav mainīts. Nokopējiet saiti no „web+sidedesk:join” līdz beigām un ielīmējiet vēlreiz.",
  "failure.inviteExpired": "Uzaicinājumam beidzies termiņš. Nekas nav mainīts. Palūdziet jaunu.",
  "failure.inviteUsed": "Uzaicinājums jau ir izmantots: katrs der vienreiz. Palūdziet jaunu.",
  "failure.inviteRevoked": "Uzaicinājums ir atsaukts. Nekas nav mainīts. Palūdziet jaunu.",
  "failure.inviteUnknown": "Galds šo uzaicinājumu nepazīst. Nekas nav mainīts. Palūdziet jaunu.",
  "failure.inviteNowhere":
    "Serveris šo galdu nepazīst, tāpēc pievienošanās nav notikusi. Jautājiet tam, kas jūs uzaicināja, vai galda īpašniekam, vai serveris nav pārcelts.",
  "failure.insecure":
    "Uzaicinājums ved uz serveri bez šifrēšanas, tāpēc uz to nekas nav sūtīts. Palūdziet uzaicinājumu ar https adresi.",
  "failure.alreadyHere": "Šis galds jau ir šajā ierīcē. Izvēlieties to galda lapas augšā.",
  "failure.alreadyMember":
    "Šis pārlūks no galda ir noņemts, bet tas, kas tam bija, vēl ir šeit. Iestatījumos eksportējiet vajadzīgo, noņemiet tur galdu un pievienojieties vēlreiz.",
  "failure.badServer":
    "Šajā adresē nav Sidedesk servera. Nekas nav sūtīts. Pārbaudiet adresi un mēģiniet vēlreiz.",
  "failure.badAddress":
    "Tā nav servera adrese. Nekas nav sūtīts. Tā izskatās šādi: https://desk.example.com.",
  "failure.version":
    "Serverim ir cita versija, tāpēc tas nav izdarīts. Jūsu darbs ir saglabāts šeit. Atjauniniet Sidedesk vai lūdziet to servera uzturētājam.",
  "failure.unknownDesk":
    "Serveris šo galdu nepazīst. Jūsu darbs ir saglabāts šeit. Jautājiet servera uzturētājam.",
  "failure.moved":
    "Kolēģi tajā pašā brīdī mainīja dalībnieku sarakstu, tāpēc tas nav izdarīts. Mēģiniet vēlreiz.",
  "failure.serverFull":
    "Serverī nav vietas. Jūsu darbs ir saglabāts šeit. Lūdziet servera uzturētājam vietu un mēģiniet vēlreiz.",
  "failure.closed":
    "Šis serveris pieņem jaunu galdu tikai ar savu atslēgu: adresi, kas beidzas ar # un atslēgu. Nekas nav mainīts. Jautājiet tam, kas uztur serveri.",
  "failure.busy": "Serveris ir pārslogots. Jūsu darbs ir saglabāts šeit. Mēģiniet vēlreiz pēc minūtes.",
  "failure.clock":
    "Šīs ierīces pulkstenis ir nepareizs, tāpēc serveris to noraidīja. Iestatiet pulksteni un mēģiniet vēlreiz.",
  "failure.sample": "Parauga galds paliek šajā ierīcē. Lai dalītos, izveidojiet savu galdu.",
  "failure.interrupted":
    "Sidedesk darbība tika pārtraukta, pirms tas paspēja atbildēt. Lūdzu, pārbaudiet, vai tas ir izdarīts; ja nav, mēģiniet vēlreiz.",
  "failure.invalid": "Tādā veidā to nevar saglabāt. Jūsu teksts vēl ir šeit: pārbaudiet atzīmētos laukus.",
  "failure.other": "Neizdevās, un jūsu teksts vēl ir šeit. Mēģiniet vēlreiz. ({detail})",
  "problem.distrust":
    "{what} Nekas no tā nav pieņemts, un jūsu darbs ir saglabāts šeit. Paziņojiet servera uzturētājam, tad mēģiniet vēlreiz.",
  "problem.forged": "Serveris atsūtīja izmaiņu ar viltotu parakstu.",
  "problem.withheld": "Serveris izlaida kāda kolēģa izmaiņu.",
  "problem.forked": "Serveris rāda citu vēsturi nekā iepriekš.",
  "problem.rollback": "Serveris ir atgriezies vecākā stāvoklī un pazaudējis jau apstiprināto.",
  "problem.replayed": "Serveris vecu izmaiņu atsūtīja otrreiz.",
  "problem.stranger": "Serveris atsūtīja izmaiņu no kāda, kas nav pie šī galda.",
  "problem.anotherDesk": "Serveris atsūtīja cita galda izmaiņu.",
  "problem.roster": "Servera dalībnieku saraksts nav saskanīgs.",
  "problem.version":
    "Serverim un šim Sidedesk ir dažādas versijas, tāpēc nekas netiek sūtīts un saņemts. Jūsu darbs ir šeit un tiks nosūtīts vēlāk. Atjauniniet Sidedesk vai lūdziet to servera uzturētājam.",
  "problem.removed":
    "Šī ierīce vairs nav pie galda. Šeit esošo var lasīt, bet nekas netiek sūtīts un saņemts. Lūdziet īpašniekam jaunu uzaicinājumu.",
  "problem.role":
    "Jūsu loma neļauj šai ierīcei sūtīt izmaiņas. Tās ir saglabātas šeit. Vērsieties pie īpašnieka, tad mēģiniet vēlreiz.",
  "problem.superseded":
    "Šajā pārlūkā darbu pārņēmusi cita Sidedesk kopija. Nekas nav zaudēts. Aizveriet pārlūku un atveriet to no jauna.",
  "problem.diskFull":
    "Ierīcē nav vietas, tāpēc nekas jauns neienāk. Saglabātais paliek. Atbrīvojiet vietu: tad viss turpināsies pats.",
  "problem.closed":
    "Serveris šo galdu ir zaudējis un pieņem to atpakaļ tikai ar savu atslēgu. Jūsu darbs ir saglabāts šeit. Iestatījumos norādiet servera adresi vēlreiz, ar # un atslēgu galā.",
  "problem.serverFull":
    "Serverī šim galdam vairs nav vietas. Jūsu izmaiņas ir šeit un aizies pašas, kad vieta būs. Paziņojiet servera uzturētājam.",
  "problem.clock":
    "Šīs ierīces pulkstenis ir nepareizs, tāpēc serveris noraida izmaiņas. Tās ir saglabātas šeit. Iestatiet pulksteni un mēģiniet vēlreiz.",
  "problem.badServer":
    "Servera adresē atbild kas cits, varbūt tīkla pieteikšanās lapa. Jūsu darbs ir šeit un aizies pats, kad serveris būs atpakaļ.",
  "problem.other":
    "Sinhronizācija ir apturēta, jūsu darbs ir saglabāts šeit. Paziņojiet servera uzturētājam, tad mēģiniet vēlreiz. ({detail})",
};
