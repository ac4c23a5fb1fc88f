import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { ParsePhone } from "./find-phone.ts";

/**
 * Reads numbers by every country's rules. Load it with `import()`: its metadata is 33 kB compressed, and a line
 * can be read without it until then. ("min" knows possible lengths and patterns; "max" would add 22 kB and know
 * mobile from fixed, which nothing here asks.)
 */
export const parsePhone: ParsePhone = (typed, region) => {
  const number = parsePhoneNumberFromString(
    typed.replace(/^00/, "+"),
    isSupportedCountry(region) ? region : undefined,
  );
  return number?.isPossible() ? { e164: number.number, valid: number.isValid() } : null;
};

/** An E.164 number as it is read aloud, in groups ("+371 26 123 456"); what is none stays as it is. */
export const groupPhone = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
