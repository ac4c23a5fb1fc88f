/** Month names, their cases and common short forms, in every language that the rules read. */
const MONTHS: string[][] = [
  "january jan januar jänner jän january janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty styczen leden ledna led janvāris janvārī janvāra январь января янв".split(
    " ",
  ),
  "february feb februar februari février fevrier févr fév febrero febbraio febbr fevereiro fev luty lutego lut únor února úno februāris februārī februāra февраль февраля фев февр".split(
    " ",
  ),
  "march mar märz mär maerz mrz mars marzo março marco maart mrt marzec marca březen března bře marts martā marta март марта мар".split(
    " ",
  ),
  "april apr avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub aprīlis aprīlī aprīļa апрель апреля апр".split(
    " ",
  ),
  "may mai mayo maggio mag maio mei maj maja květen května kvě maijs maijā maija май мая".split(" "),
  "june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června čvn jūnijs jūnijā jūnija jūn июнь июня июн".split(
    " ",
  ),
  "july jul juli juillet juil julio luglio lug julho lipiec lipca lip červenec července čvc jūlijs jūlijā jūlija jūl июль июля июл".split(
    " ",
  ),
  "august aug août aout agosto ago agosto augustus sierpień sierpnia sie srpen srpna srp augusts augustā augusta augusti август августа авг".split(
    " ",
  ),
  "september sept sep septembre septiembre settembre set setembro wrzesień września wrz září zář septembris septembrī septembra сентябрь сентября сен сент".split(
    " ",
  ),
  "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź říjen října říj oktobris oktobrī oktobra октябрь октября окт".split(
    " ",
  ),
  "november nov novembre noviembre novembro listopad listopada lis listopadu novembris novembrī novembra ноябрь ноября ноя нояб".split(
    " ",
  ),
  "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru prosinec prosince pro decembris decembrī decembra декабрь декабря дек".split(
    " ",
  ),
];

/** A month's number (1 to 12) by its lower-case name. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** An alternation of all month names, longest first. */
export const MONTH_PATTERN = [...MONTH_BY_NAME.keys()].sort((a, b) => b.length - a.length).join("|");
