/** A time of day found in a line, in 24 hours; `nextDay` is how many days later the text says it is. */
export type TimeToken = { start: number; end: number; hour: number; minute: number; nextDay?: number };

const CLOCK =
  /(?<![\d:.,/+-])(\d{1,2})(?::|[hH] ?|時|时|点|點)(\d{2})(?:[:](\d{2}))?(分)?(?![\d:]|\s?(?:hrs?|hours?|Std|m|min|mins|minut\p{L}*|мин)(?!\p{L}))(?:\s?([ap])\.?\s?m\b\.?)?/giu;
const HOUR =
  /(?<![\d:.,/+-])(\d{1,2}) ?(?:([ap])\.?m\b\.?|([hH])(?![\p{L}\d]|\s?\d{1,2}\s?m)|(時|时|点|點)(半)?(?!\d)|(?:Uhr)(?!\p{L}))/giu;
const DOTTED =
  /(?:(?<=(?:\bkl\.?|\bum|\bat|\bo|\bplkst\.?|\bgodz\.?|\balle|\bore|\bв|\bklo) ?)|(?<![\d.,:/€£$¥]|[€£$¥] |(?:EUR|USD|GBP|CHF|PLN|CZK) ))([01]?\d|2[0-3])\.([0-5]\d)(?= ?(?:Uhr|uur|hod|hrs|h\b)|$|\s*[–-]|\s{2,}|\s(?!EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON)[A-Z(])/gu;
/** "0855" is an hour behind an airport's code or a word for leaving and arriving, or before one for hours. */
const FIGURES =
  /(?<=\([A-Z]{3}\)\s{1,12}|(?<!\p{L})(?:dep|arr|departs?|departure|arrives?|arrival|abflug|ankunft|départ|arrivée)\.?[:\s]{1,12})([01]\d|2[0-3])([0-5]\d)(?![\d.:/-])|(?<![\d.,:/+-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hrs|hours|Uhr)(?!\p{L}))/giu;
/** "alle ore 14.00,": behind a word for an hour whatever follows, but no sum. */
const DOTTED_BEHIND =
  /(?<=(?<!\p{L})(?:um|at|om|plkst\.?|godz\.?|alle|dalle|ore|klo|kl\.?)\s)([01]?\d|2[0-3])\.([0-5]\d)(?![\d.]|\s?(?:[€£$%]|EUR|USD|GBP|CHF|PLN|Kč|zł))/giu;
const HOUR_WORD = /^\s?(?:Uhr|uur|hod\.?|godz\.?|horas|heures)(?!\p{L})/u;
const HALF_DAY = /(上午|早上|凌晨|下午|晚上|中午|午前|午後|sáng|chiều|tối)\s?$/u;
const HALF_DAY_AFTER = /^\s?(sáng|chiều|tối)/u;

/** "14 hodin", "las 20 horas": whole hours in words, behind a word for when; alone they are how long something takes. */
const WHOLE =
  /(?<=(?<!\p{L})(?:od|do|ve?|à|dès|avant|(?:a|de) las|às|om|vanaf|tot|o|с|до|в|lúc|từ|trước|sau|no|līdz) )([01]?\d|2[0-3]) (?:hod(?:in\p{L}{0,2}|\.)?|heures?|horas|uur|godzin\p{L}{0,2}|часов|giờ)(?!\p{L}| \d)/giu;
const NEXT_BEFORE = /[翌次](?:日|朝)?\s?$/u;
const NEXT_DAY =
  /^,?\s?\(?(?:the )?(?:next day|following day|(?:am )?(?:nächsten|folge)\s?tage?s?|lendemain|le lendemain|día siguiente|al día siguiente|(?:il )?giorno (?:dopo|successivo|seguente)|(?:do )?dia seguinte|(?:de )?volgende dag|następn\p{L}* d\p{L}*|(?:následující|další|příští) den|nākam\p{L}* dien\p{L}*|hôm sau|ngày hôm sau|(?:на )?следующий день|次日|翌日)(?!\p{L})/iu;
/** "02JUL  1305  1440": figures behind a day that airlines write in one word. */
const COMPACT = /(?<![\p{L}\d])\d{2}[A-Z]{3}(?:\d{2}){0,2}(?![\p{L}\d])/u;
const COMPACT_HOUR = /(?<![\p{L}\d.:/-])([01]\d|2[0-3])([0-5]\d)(?![\p{L}\d.:/-])/gu;

/** Gives the times of day in a line, by place. Durations such as "2:30 h" are not times. */
export function findTimes(text: string): TimeToken[] {
  const found: TimeToken[] = [];
  if (!/\d/.test(text)) return found;
  const add = (match: RegExpMatchArray, hour: number, minute: number, half: string | undefined) => {
    const start = match.index ?? 0;
    let end = start + match[0].length;
    const word =
      HALF_DAY.exec(text.slice(Math.max(0, start - 6), start))?.[1] ??
      HALF_DAY_AFTER.exec(text.slice(end, end + 8))?.[1];
    const late = half ? /p/i.test(half) : word !== undefined && /下午|晚上|午後|chiều|tối|中午/u.test(word);
    const early = half ? /a/i.test(half) : word !== undefined && !late;
    let h = hour;
    if (late && h < 12) h += 12;
    if (early && h === 12) h = 0;
    const day = h === 24 && minute === 0 ? 1 : 0;
    if (day) h = 0;
    if (h > 23 || minute > 59 || (validity && h === 0 && minute === 0)) return;
    if (found.some((token) => start < token.end && end > token.start)) return;
    end += HOUR_WORD.exec(text.slice(end, end + 10))?.[0].length ?? 0;
    const plus =
      /^\s?\(?\+\s?(\d)(?:\s?(?:day|days|Tag|Tage|jour|día|giorno|dia|dag|d|den|dzień|diena|день|天|日))?\)?(?!\d)/iu.exec(
        text.slice(end, end + 12),
      );
    if (plus) end += plus[0].length;
    const next =
      NEXT_BEFORE.test(text.slice(Math.max(0, start - 4), start)) || NEXT_DAY.test(text.slice(end, end + 26));
    const nextDay = day + (plus ? Number(plus[1]) : next ? 1 : 0);
    found.push({ start, end, hour: h, minute, ...(nextDay ? { nextDay } : {}) });
  };
  // "00:00 … 24:00" is how long a ticket is valid.
  const validity = /(?<!\d)24:00(?!\d)/.test(text) && /(?<!\d)0?0:00(?!\d)/.test(text);
  for (const m of text.matchAll(CLOCK)) {
    // "2:30 h" is how long something takes, "21:00 h" and "09:00 h" are hours of the day.
    if (/^\d:/.test(m[0]) && /^\s?h(?!\p{L})/iu.test(text.slice(m.index + m[0].length))) continue;
    // With seconds it is the moment of printing or paying, not of travelling.
    if (!m[3] || Number(m[3]) === 0) add(m, Number(m[1]), Number(m[2]), m[5]);
  }
  for (const m of text.matchAll(HOUR)) add(m, Number(m[1]), m[5] ? 30 : 0, m[2]);
  for (const m of text.matchAll(DOTTED)) add(m, Number(m[1]), Number(m[2]), undefined);
  for (const m of text.matchAll(DOTTED_BEHIND)) add(m, Number(m[1]), Number(m[2]), undefined);
  for (const m of text.matchAll(FIGURES)) add(m, Number(m[1] ?? m[3]), Number(m[2] ?? m[4]), undefined);
  for (const m of text.matchAll(WHOLE)) add(m, Number(m[1]), 0, undefined);
  const compact = COMPACT.exec(text);
  if (compact)
    for (const m of text.matchAll(COMPACT_HOUR))
      if (m.index > compact.index) add(m, Number(m[1]), Number(m[2]), undefined);
  return found.sort((a, b) => a.start - b.start);
}
