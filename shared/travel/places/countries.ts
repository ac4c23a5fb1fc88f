/** Languages in which mails write country names. */
const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "cs",
  "lv",
  "vi",
  "ru",
  "zh",
  "ja",
  "sv",
  "da",
  "fi",
];
const ALPHA3: Record<string, string> = {
  DEU: "DE",
  AUT: "AT",
  CHE: "CH",
  FRA: "FR",
  ESP: "ES",
  ITA: "IT",
  PRT: "PT",
  NLD: "NL",
  BEL: "BE",
  POL: "PL",
  CZE: "CZ",
  LVA: "LV",
  LTU: "LT",
  EST: "EE",
  FIN: "FI",
  SWE: "SE",
  DNK: "DK",
  NOR: "NO",
  GBR: "GB",
  IRL: "IE",
  USA: "US",
  CAN: "CA",
  CHN: "CN",
  JPN: "JP",
  VNM: "VN",
  RUS: "RU",
  UKR: "UA",
  TUR: "TR",
  HUN: "HU",
  GRC: "GR",
  ROU: "RO",
  BGR: "BG",
  HRV: "HR",
  SVN: "SI",
  SVK: "SK",
  LUX: "LU",
  IND: "IN",
  KOR: "KR",
};
const OTHER_NAMES: Record<string, string> = {
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "great britain": "GB",
  usa: "US",
  "u.s.a.": "US",
  "united states of america": "US",
  "the netherlands": "NL",
  holland: "NL",
  "czech republic": "CZ",
  "česká republika": "CZ",
  "russian federation": "RU",
  "republic of latvia": "LV",
  turkey: "TR",
  "viet nam": "VN",
  macedonia: "MK",
};

let byName: Map<string, string> | undefined;

/** Every country's name in the languages above, built from what the platform knows at first use. */
function names(): Map<string, string> {
  if (byName) return byName;
  byName = new Map(Object.entries(OTHER_NAMES));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second;
        const name = RETIRED.has(code) ? undefined : display.of(code);
        if (name && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), code);
      }
    }
  }
  return byName;
}
/** Codes that the platform still names for countries that are no more, or that are none. */
const RETIRED = new Set([
  "DD",
  "SU",
  "YU",
  "CS",
  "FX",
  "TP",
  "ZR",
  "BU",
  "AN",
  "NT",
  "UK",
  "EU",
  "EZ",
  "UN",
  "QO",
  "XA",
  "XB",
  "ZZ",
  "AC",
  "CP",
  "DG",
  "EA",
  "IC",
  "TA",
]);

/** Gives the ISO 3166 code of a country as written, by code or by name, or undefined. */
export function countryCode(written: string): string | undefined {
  const text = written.trim();
  if (/^[A-Z]{2}$/.test(text)) return text === "UK" ? "GB" : text;
  if (/^[A-Z]{3}$/.test(text) && ALPHA3[text]) return ALPHA3[text];
  return text.length > 60 ? undefined : names().get(text.toLowerCase());
}

/** Gives a country's English name. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code)
    : code;
}

/** Countries that have a calling code of their own (ITU E.164). */
const CALLING_CODES: Record<string, string> = {
  "30": "GR",
  "31": "NL",
  "32": "BE",
  "33": "FR",
  "34": "ES",
  "36": "HU",
  "40": "RO",
  "41": "CH",
  "43": "AT",
  "44": "GB",
  "45": "DK",
  "46": "SE",
  "47": "NO",
  "48": "PL",
  "49": "DE",
  "52": "MX",
  "55": "BR",
  "60": "MY",
  "61": "AU",
  "62": "ID",
  "63": "PH",
  "64": "NZ",
  "65": "SG",
  "66": "TH",
  "81": "JP",
  "82": "KR",
  "84": "VN",
  "86": "CN",
  "90": "TR",
  "91": "IN",
  "351": "PT",
  "352": "LU",
  "353": "IE",
  "354": "IS",
  "356": "MT",
  "357": "CY",
  "358": "FI",
  "359": "BG",
  "370": "LT",
  "371": "LV",
  "372": "EE",
  "380": "UA",
  "381": "RS",
  "385": "HR",
  "386": "SI",
  "420": "CZ",
  "421": "SK",
  "852": "HK",
  "886": "TW",
  "971": "AE",
};

/** Gives the country of a telephone number in international form, or undefined. */
export function countryOfPhone(number: string): string | undefined {
  const digits = /^(?:\+|00)\s?([\d ]{3,})/.exec(number.trim())?.[1]?.replace(/ /g, "") ?? "";
  return CALLING_CODES[digits.slice(0, 2)] ?? CALLING_CODES[digits.slice(0, 3)];
}
