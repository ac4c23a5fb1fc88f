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
/** "DEUDE AUTAT": what is looked for, and the country's two letters. */
const pairs = (list: string): Readonly<Record<string, string>> =>
  Object.fromEntries(list.split(" ").map((pair) => [pair.slice(0, -2), pair.slice(-2)]));
const ALPHA3 = pairs(
  "DEUDE AUTAT CHECH FRAFR ESPES ITAIT PRTPT NLDNL BELBE POLPL CZECZ LVALV LTULT ESTEE FINFI SWESE DNKDK NORNO GBRGB IRLIE USAUS CANCA CHNCN JPNJP VNMVN RUSRU UKRUA TURTR HUNHU GRCGR ROURO BGRBG HRVHR SVNSI SVKSK LUXLU INDIN KORKR",
);
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
const CALLING_CODES = pairs(
  "30GR 31NL 32BE 33FR 34ES 36HU 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 52MX 55BR 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 351PT 352LU 353IE 354IS 356MT 357CY 358FI 359BG 370LT 371LV 372EE 380UA 381RS 385HR 386SI 420CZ 421SK 852HK 886TW 971AE",
);

/** Gives the country of a telephone number in international form, or undefined. */
export function countryOfPhone(number: string): string | undefined {
  const digits = /^(?:\+|00)\s?([\d ]{3,})/.exec(number.trim())?.[1]?.replace(/ /g, "") ?? "";
  return CALLING_CODES[digits.slice(0, 2)] ?? CALLING_CODES[digits.slice(0, 3)];
}
