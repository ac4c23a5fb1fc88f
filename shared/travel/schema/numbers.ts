import { asText, type Json } from "../reservation.ts";
import { findMoney } from "../text/money.ts";

/** Reads a number as senders write it: "1234.50", "1.234,50", "1,234.50", "1 234,50", with a currency before or behind. */
export function numberOf(value: Json): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  const text =
    asText(value)
      ?.trim()
      .slice(0, 60)
      .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "")
      .replace(/^[^\d+-]{1,5}(?=\d)|[^\d]{1,12}$/g, "") ?? "";
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d+,\d{1,2}$/.test(text))
    return Number(text.replace(/\./g, "").replace(",", "."));
  return /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(text) ? Number(text.replace(/,/g, "")) : undefined;
}

/** Gives a currency as ISO 4217 names it, from its code in any case or its sign; another word stays as it is. */
export function currencyOf(written: string): string {
  const text = written.trim();
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  return findMoney(`1 ${text.slice(0, 10)}`)[0]?.currency ?? text;
}
