/** How letters begin in each language, titles included, up to the name of who is written to. */
const GREETINGS =
  "dear|hello|hi|good (?:morning|afternoon|evening|day)|sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|moin|grüezi|servus|bonjour|bonsoir|cher|chère|¡?hola|(?:muy )?(?:estimad|querid|apreciad)[oa](?:\\/a)?|buenos días|buenas tardes|buongiorno|buonasera|ciao|gentile|egregi[oa]|salve|olá|(?:prezad|car)[oa](?:\\(a\\))?|exm[oa]\\.?|bom dia|boa tarde|beste|geachte|hoi|dag|goedendag|dzień dobry|cześć|witaj|witamy|szanown[ya]|drog[ia]|dobrý den|dobré ráno|vážen[ýá]|mil[ýá]|ahoj|labdien|cienījam[aāo]\\p{L}{0,2}|godāt[aāo]\\p{L}{0,2}|sveik[ais]{0,2}|čau|(?:xin )?(?:kính )?(?:gửi|chào)|уважаем(?:ый|ая)|здравствуйте|добрый (?:день|вечер)|привет|hej|hei|tere|labas|bună|merhaba|szia|kedves|tisztelt|shalom";
const TITLES =
  "mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|fr|hr|monsieur|madame|mademoiselle|mme|mlle|m|señor|señora|sr|sra|srta|don|doña|signor|signora|signore|sig|sig\\.ra|dott|dott\\.ssa|dott\\.re|senhor|senhora|exmo|exma|meneer|mevrouw|heer|dhr|mevr|mw|pan|pani|panie|pane|paní|kungs|kundze|quý khách|quý bà|anh|chị|ông|bà|господин|госпожа|г-н|г-жа";

const NAME =
  "\\p{Lu}[\\p{L}'’.-]*(?:\\s(?:(?:van|von|de|der|den|da|di|du|le|la|el|al|bin|y|e|zu)\\s){0,2}\\p{Lu}[\\p{L}'’.-]*){1,4}";

/** "Dear Ms Sample Caller,": a line that greets somebody by the whole name. */
export const SALUTATION = new RegExp(
  `^[\\s>*]{0,4}(?:${GREETINGS})(?:[\\s,.]{1,3}(?:${TITLES})(?!\\p{L})\\.?){0,3}[\\s,]{1,3}(?<name>${NAME})(?=\\s{0,2}(?:[,!:;，：！–-]|$))`,
  "iu",
);
/** "尊敬的李示例先生：", "見本 花子 様": the same where the title stands behind the name. */
export const EASTERN_SALUTATION =
  /^\s{0,4}(?:(?:尊敬的|亲爱的|您好[，,]?)\s?)(?<polite>\p{Script=Han}{2,4}?)\s?(?:先生|女士|小姐|(?=[，,：:！!]))(?!用户|客户|旅客|会员)|^\s{0,4}(?<honoured>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,8}(?:[ 　][\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,8})?)\s{0,2}様\s{0,2}$/u;
