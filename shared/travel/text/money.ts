/** An amount with its ISO 4217 currency. */
export type MoneyToken = { start: number; end: number; amount: number; currency: string };

const SIGNS: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  "¥": "JPY",
  "￥": "JPY",
  元: "CNY",
  円: "JPY",
  "₽": "RUB",
  "₫": "VND",
  đ: "VND",
  zł: "PLN",
  Kč: "CZK",
  "₹": "INR",
  Rs: "INR",
  руб: "RUB",
  "р.": "RUB",
  US$: "USD",
  A$: "AUD",
  C$: "CAD",
  HK$: "HKD",
  NZ$: "NZD",
  R$: "BRL",
  "₺": "TRY",
  "₴": "UAH",
  VNĐ: "VND",
  đồng: "VND",
  Euro: "EUR",
  euro: "EUR",
  Euros: "EUR",
  euros: "EUR",
  EURO: "EUR",
  eiro: "EUR",
};
const CODES =
  "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|ISK|RUB|UAH|GEL|TRY|VND|CNY|RMB|JPY|KRW|INR|THB|SGD|HKD|TWD|AUD|NZD|CAD|MXN|BRL|ARS|CLP|AED|SAR|QAR|ILS|ZAR|PHP|IDR|MYR";
const SIGN =
  "[Ee]uros?(?!\\p{L})|EURO(?!\\p{L})|eiro(?!\\p{L})|đồng|US\\$|A\\$|C\\$|HK\\$|NZ\\$|R\\$|[€£$¥￥₽₫₹₺₴]|zł|Kč|Rs\\.?|руб\\.?|VNĐ|đ(?!\\p{L})|元|円";
const AMOUNT = "\\d{1,3}(?:[ .,'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const AFTER = new RegExp(
  `(?<![\\d.,])(${AMOUNT})(?![\\d.,]\\d)(?:,[-–])? ?(?:(${CODES})(?!\\p{L})|(${SIGN}))`,
  "gu",
);
const AHEAD = new RegExp(`(?<!\\p{L})(?:(${CODES})|(${SIGN})) ?(${AMOUNT})(?!\\d|[.,]\\d)`, "gu");

/** Gives the amounts of a line, by place. Thousands and decimal marks are told apart by their groups. */
export function findMoney(text: string): MoneyToken[] {
  const found: MoneyToken[] = [];
  if (!/\d/.test(text)) return found;
  const add = (
    index: number,
    length: number,
    code: string | undefined,
    sign: string | undefined,
    amount: string,
  ) => {
    const currency = code === "RMB" ? "CNY" : (code ?? SIGNS[(sign ?? "").replace(/\.$/, "")]);
    if (!currency || found.some((one) => index < one.end && index + length > one.start)) return;
    found.push({ start: index, end: index + length, amount: parseAmount(amount), currency });
  };
  for (const m of text.matchAll(AHEAD)) add(m.index, m[0].length, m[1], m[2], m[3] ?? "");
  for (const m of text.matchAll(AFTER)) add(m.index, m[0].length, m[2], m[3], m[1] ?? "");
  return found.sort((a, b) => a.start - b.start);
}

/** Reads "1 234,50", "1,234.50", "1.234" and "999,9". A last group of three digits is thousands. */
function parseAmount(text: string): number {
  const plain = text.replace(/[ '’]/g, "");
  const decimal = /[.,](\d{1,2})$/.exec(plain);
  const whole = (decimal ? plain.slice(0, decimal.index) : plain).replace(/[.,]/g, "");
  return Number(decimal ? `${whole}.${decimal[1]}` : whole);
}
