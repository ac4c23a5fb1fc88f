/** Heads of what was booked before a change, and of what is booked now, alone in their line. */
const BEFORE_WORDS =
  /(?:(?:your )?(?:previous|old|original|former|cancelled)(?: (?:flight|booking|itinerary|schedule|details|times?|trip|train|journey|reservation))?s?|was|before|(?:ursprünglich|bisherig|alt|vorherig)\p{L}{0,2}(?: \p{L}{3,16})?|vorher|(?:ancien(?:ne)?|précédent(?:e)?)s?(?: \p{L}{3,16})?|(?:vol|horaire|réservation|train)s? (?:initial|d'origine|précédent)\p{L}{0,2}|(?:vuelo|reserva|horario|tren) (?:anterior|original)|(?:volo|orario|prenotazione|treno) (?:precedente|originale)|precedente|(?:voo|reserva|horário|comboio) (?:anterior|original)|(?:oude|vorige|oorspronkelijke) \p{L}{3,16}|(?:poprzedni|stary)\p{L}{0,3}(?: \p{L}{3,16})?|(?:původní|předchozí)(?: \p{L}{3,16})?|(?:iepriekšēj|līdzšinēj)\p{L}{1,3}(?: \p{L}{3,16})?|(?:chuyến bay|chuyến|lịch trình|thông tin) cũ|(?:прежн|стар|предыдущ)\p{L}{2,3}(?: \p{L}{3,16})?|原航班|原行程|变更前|変更前)/iu;
const AFTER_WORDS =
  /(?:(?:your )?(?:new|updated|changed|current|revised|replacement)(?: (?:flight|booking|itinerary|schedule|details|times?|trip|train|journey|reservation))?s?|now|after|(?:neu|aktuell|geändert)\p{L}{0,2}(?: \p{L}{3,16})?|(?:nouveau|nouvel|nouvelle)s?(?: \p{L}{3,16})?|(?:nuevo|nueva)(?: \p{L}{3,16})?|(?:nuovo|nuova)(?: \p{L}{3,16})?|(?:novo|nova)(?: \p{L}{3,16})?|nieuwe?(?: \p{L}{3,16})?|now\p{L}{1,2}(?: \p{L}{3,16})?|nov(?:ý|á|é)(?: \p{L}{3,16})?|jaun\p{L}{1,3}(?: \p{L}{3,16})?|(?:chuyến bay|chuyến|lịch trình|thông tin) mới|нов\p{L}{2,3}(?: \p{L}{3,16})?|新航班|新行程|变更后|変更後)/iu;

const alone = (words: RegExp) => new RegExp(`^[\\s*#>–-]{0,6}${words.source}\\s?[:：]?\\s*$`, "iu");
const ahead = (words: RegExp) => new RegExp(`^[\\s*#>–-]{0,6}${words.source}\\s?[:：]\\s{0,4}(?=\\S)`, "iu");
const [BEFORE, AFTER] = [alone(BEFORE_WORDS), alone(AFTER_WORDS)];
/** The same before a line of its own: "OLD: DS 418 …", "NEW: DS 418 …". */
const [BEFORE_LINE, AFTER_LINE] = [ahead(BEFORE_WORDS), ahead(AFTER_WORDS)];

const REACH = 14;
/** How many lines an old and a new one, each told in one line, stand apart at most. */
const NEAR = 4;
/** A mail tells of no more changes than this, line by line. */
const MAX_CHANGES = 60;

/**
 * Blanks what a mail about a change says of before, where it has a head of its own and what is booked now has one
 * too: both are told in the same words, and only the second can be travelled with.
 */
export function withoutReplaced(lines: readonly string[]): string[] {
  const kept = [...lines];
  const head = (line: string | undefined, shape: RegExp) =>
    line !== undefined && line.length < 48 && shape.test(line);
  let changes = 0;
  for (let at = 0; at < kept.length; at += 1) {
    if (
      changes < MAX_CHANGES &&
      /\d/.test(kept[at] ?? "") &&
      BEFORE_LINE.test((kept[at] ?? "").slice(0, 80))
    ) {
      changes += 1;
      const first = Math.max(0, at - NEAR);
      const now =
        first +
        kept
          .slice(first, at + NEAR + 1)
          .findIndex((line) => /\d/.test(line) && AFTER_LINE.test(line.slice(0, 80)));
      if (now >= first) {
        kept[at] = "";
        kept[now] = (kept[now] ?? "").replace(AFTER_LINE, "");
      }
      continue;
    }
    if (!head(kept[at], BEFORE)) continue;
    const now = kept.slice(at + 1, at + 1 + REACH).findIndex((line) => head(line, AFTER));
    if (now < 0) {
      // The new ones may have been told first; then what is old ends with the paragraph after its head.
      if (!kept.slice(Math.max(0, at - REACH), at).some((line) => head(line, AFTER))) continue;
      let end = at + 1;
      while (end < kept.length && end < at + REACH && !(kept[end]?.trim() === "" && end > at + 1)) end += 1;
      kept.fill("", at, end);
    } else kept.fill("", at, at + 1 + now);
  }
  return kept;
}
