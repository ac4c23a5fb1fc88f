/** Names of the days of the week and their short forms, in every language that the rules read. */
const WEEKDAYS: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mo di mi do fr sa so " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom " +
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex " +
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz pn cz nd ndz " +
    "pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena " +
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön cn"
  ).split(" "),
);

/** Tells whether a text is a day of the week and nothing else, or a small word that stands before one. */
export function isWeekday(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s.,()]+/)
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.every(
      (word) =>
        WEEKDAYS.has(word) ||
        /^(?:on|am|le|el|il|op|dne|dnia|w|v|в|во|thứ|hai|ba|tư|năm|sáu|bảy|the|den|星期.|周.|\S曜日?|[月火水木金土日])$/.test(
          word,
        ),
    )
  );
}
