/** Makes a number of what was typed: E.164 in `region` (ISO 3166-1 alpha-2), or null where no such number can be. */
export type ParsePhone = (
  typed: string,
  region: string,
) => { readonly e164: string; readonly valid: boolean } | null;

export interface FoundPhone {
  readonly start: number;
  readonly end: number;
  /** E.164 with RFC 3966 `;ext=`; as typed where it cannot be made E.164. */
  readonly value: string;
  readonly unsure: boolean;
}

const CANDIDATE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,/-])(?:\+|00)?\(?\d(?:[\s().\u00a0/-]{0,2}\d){5,16}(?=x\d{2,6}(?!\d)|(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}]))/gu;

/** The hyphens and dashes of printed numbers, a minus sign among them. */
export const DASHES = /[\u2010-\u2015\u2212]/g;
/** "2026-2027": two years, not a number that somebody in a country of eight digits has. */
const YEARS = /^(?:19|20)\d\d\s?[/-]\s?(?:19|20)\d\d$/;

const digits = (text: string) => text.replace(/\D+/g, "");

/** `+371 26…` and `00371 26…` say their country; anything else needs the region's rules to be E.164. */
function withoutRules(typed: string): string | null {
  const international = /^(?:\+|00)/.test(typed) ? digits(typed).replace(/^00/, "") : "";
  return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null;
}

/** Begins as a number that is dialled within its country: with the digit that leads out of town, or its area in brackets. */
const dialled = (typed: string) => digits(typed).length >= 8 && /^(?:0|8[\s(-]|\()/.test(typed);

/** A number, or else what follows the "(8)" before it, which leads out of a house or a town. */
function parseDialled(typed: string, region: string, parse: ParsePhone): ReturnType<ParsePhone> {
  const whole = parse(typed, region);
  const [out = ""] = /^\([089]\)\s*/.exec(typed) ?? [];
  const within = out !== "" && !whole?.valid ? parse(typed.slice(out.length), region) : null;
  return within?.valid ? within : whole;
}

/** The number in a candidate: all of it or, where that is none, less of its end ("26123456 12" has a stray 12). */
function numberIn(
  typed: string,
  region: string,
  parse: ParsePhone,
): { length: number; value: string; valid: boolean } | null {
  let possible: { length: number; value: string; valid: boolean } | null = null;
  for (
    let end = typed.length;
    digits(typed.slice(0, end)).length >= 6;
    end = typed.slice(0, end).search(/[\s().\u00a0/-]+[\d]*$/)
  ) {
    if (end <= 0) break;
    const parsed = parseDialled(typed.slice(0, end), region, parse);
    if (parsed?.valid) return { length: end, value: parsed.e164, valid: true };
    if (parsed) possible ??= { length: end, value: parsed.e164, valid: false };
  }
  return possible;
}

/** The number that a country among these has, else the one that it could have. */
function guess(regions: readonly string[], typed: string, parse: ParsePhone) {
  const numbers = regions.flatMap((region) => numberIn(typed, region, parse) ?? []);
  return numbers.find(({ valid }) => valid) ?? (dialled(typed) ? numbers[0] : undefined);
}

/**
 * The first telephone number in a text, with its extension.
 *
 * Without `parse` (it is heavy and may load later) a number that says its country is E.164 already, and a
 * national one of at least seven digits stays as typed and is marked unsure.
 * @param text what is already understood is `\0`
 * @param regions whose numbers are typed without a country code, likeliest first; all but the first are guesses
 * @param extension matches an extension at `lastIndex`, its digits as the first group
 * @param said whether the words before a place say that a number follows ("tel.")
 */
export function findPhone(
  text: string,
  [region = "", ...others]: readonly string[],
  extension: RegExp,
  said: (before: string) => number,
  parse: ParsePhone | undefined,
): FoundPhone | null {
  for (const match of text.replace(DASHES, "-").matchAll(CANDIDATE)) {
    const typed = match[0];
    const before = said(text.slice(Math.max(0, match.index - 20), match.index));
    const international = /^(?:\+|00)/.test(typed);
    const explicit = before > 0 || international;
    if (!explicit && YEARS.test(typed)) continue;
    const parsed = parse ? numberIn(typed, region, parse) : null;
    const plain = withoutRules(typed);
    const likely =
      parse && !parsed?.valid && !international ? guess([region, ...others], typed, parse) : undefined;
    const read = likely ?? (parsed?.valid || explicit ? parsed : null);
    let found = read && { length: read.length, value: read.value, unsure: !parsed?.valid };
    if (!found && plain) found = { length: typed.length, value: plain, unsure: parse !== undefined };
    const enough = digits(typed).length >= 7 && !/^\d{4}-/.test(typed);
    if (!found && (explicit || (!parse && enough)))
      found = { length: typed.length, value: typed.trim(), unsure: true };
    if (!found) continue;
    const end = match.index + found.length;
    extension.lastIndex = end;
    const ext = extension.exec(text);
    return {
      start: match.index - before,
      end: ext ? extension.lastIndex : end,
      value:
        ext?.[1] && found.value.startsWith("+")
          ? `${found.value};ext=${ext[1]}`
          : ext
            ? `${found.value}${ext[0]}`
            : found.value,
      unsure: found.unsure,
    };
  }
  return null;
}
