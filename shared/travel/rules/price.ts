import type { MoneyToken } from "../text/money.ts";
import type { Document } from "./document.ts";

const WHOLE =
  /total|gesamt|summe|итого|всего|合計|合计|总|總|celkem|całkowita|razem|kopā|kopējā|tổng|totaal|montant|importe|к оплате|uiteind|charged|paid/iu;
const PART =
  /tax|steuer|mwst|vat|(?<!registration |conference )fee|(?<!teilnahme|tagungs)gebühr|per night|pro nacht|par nuit|por noche|налог|税|discount|rabatt|deposit|kaution|anzahlung|subtotal|zwischensumme|per person|refund|erstatt|rembours|reembols|rimbors|terugbetal|zwrot|atmaks|hoàn|возврат|退款|払戻/iu;

/** "inkl. MwSt.": a tax that a sum includes makes it no part of it. */
const INCLUDED =
  /(?:inkl|incl|including|includes|incluid[oa]s?|y compris|compris|inclus[aeo]?|w tym|vč|včetně|ieskaitot|в т\. ?ч)\.?:? (?:(?:the|de|la|le|of) )?(?:\d{1,2} ?% ?)?\p{L}{2,10}\.?/giu;

/** Gives what the booking costs in all: the amount behind a word for a total, else behind a word for a price. */
export function totalPrice(document: Document): MoneyToken | undefined {
  let priced: MoneyToken | undefined;
  for (const [index, line] of document.lines.entries()) {
    const labels = line.tokens.filter((token) => token.kind === "label" && token.label.field === "price");
    // "Fare 61.98 EUR  Taxes 14.00 EUR  Total 75.98 EUR"
    const label = labels.find((token) => WHOLE.test(line.text.slice(token.start, token.end))) ?? labels[0];
    if (!label) continue;
    const phrase = line.text.slice(label.start, label.end);
    // "119 EUR per night, total 238 EUR": what is said of the sum before it is not said of this one.
    const said = line.text.slice(0, label.end).replace(INCLUDED, "");
    if (PART.test(said.slice(Math.max(said.lastIndexOf(", "), said.lastIndexOf("  ")) + 1))) continue;
    const sums = line.tokens.filter((token) => token.kind === "money" && token.start >= label.start);
    // "2 x 105,00 € = 210,00 €"
    const money = sums.find((token) => /=\s*$/.test(line.text.slice(0, token.start))) ?? sums[0];
    const next = document.lines[index + 1]?.tokens;
    const below =
      money ??
      (label.kind === "label" && label.label.opens && next?.[0]?.kind === "money" ? next[0] : undefined);
    if (below?.kind !== "money") continue;
    if (WHOLE.test(phrase)) return inCountry(below.money, document);
    priced ??= below.money;
  }
  const all = document.lines.flatMap((line) =>
    line.tokens.flatMap((token) =>
      token.kind === "money" && !PART.test(line.text.replace(INCLUDED, "")) ? [token.money] : [],
    ),
  );
  const only = all.length === 1 ? all[0] : undefined;
  const price = priced ?? only;
  return price && inCountry(price, document);
}

/** The sign ¥ is both China's and Japan's; in Chinese text, which has no kana, it is China's. */
function inCountry(money: MoneyToken, document: Document): MoneyToken {
  const chinese =
    money.currency === "JPY" &&
    /\p{Script=Han}/u.test(document.text) &&
    !/[\u3040-\u30ff]/u.test(document.text);
  return chinese ? { ...money, currency: "CNY" } : money;
}
