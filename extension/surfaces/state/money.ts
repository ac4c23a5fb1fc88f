import type { Money } from "../../../shared/documents/spending.ts";

/**
 * A sum as a region writes it; one in no currency that there is as a plain number.
 * @param locale BCP 47
 */
export function sayMoney({ amount, currency }: Money, locale: string): string {
  const style = /^[A-Z]{3}$/.test(currency) ? ({ style: "currency", currency } as const) : {};
  return new Intl.NumberFormat(locale, style).format(amount);
}
