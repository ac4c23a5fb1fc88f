import { DASHES, type ParsePhone } from "./find-phone.ts";
import { UNSEEN } from "./pad.ts";

/** A number with its extension, however the two are joined: `;ext=45`, "ext. 45", "доб. 45", "· 45". */
const WRITTEN = /^(?<number>\(?\+?[\d(][\d\s().\u00a0/-]*\d)(?:[^\d+]{1,24}?(?<extension>\d{1,8}))?$/u;

/**
 * A number as it would be typed: what is copied from an address book has marks for the direction of writing around it,
 * from a printed page long dashes in it, and a Chinese keyboard writes it wide.
 */
const plainly = (typed: string): string =>
  typed.normalize("NFKC").replace(UNSEEN, "").replace(DASHES, "-").trim();

/**
 * What was typed into a field for a number, as it is stored: E.164 with RFC 3966's `;ext=` where the rules make a
 * number of it, else as it was typed.
 * @param region whose numbers are typed without a country code (ISO 3166-1 alpha-2)
 */
export function storedPhone(typed: string, parse: ParsePhone, region: string): string {
  const { number, extension } = WRITTEN.exec(plainly(typed))?.groups ?? {};
  const parsed = number === undefined ? null : parse(number, region);
  if (!parsed || !(parsed.valid || /^\(?(?:\+|00)/.test(number ?? ""))) return typed.trim();
  return extension === undefined ? parsed.e164 : `${parsed.e164};ext=${extension}`;
}
