import { countryCode } from "../places/countries.ts";
import type { JsonObject } from "../reservation.ts";
import type { Document } from "./document.ts";

/** What stands below a house's name: where it is and how to reach it. */
export type HouseDetails = { address?: JsonObject; telephone?: string; email?: string };

const TOWN =
  /^(?:([A-Z]{1,2})[- ])?(\d{3} \d{2}|\d{4,6}|\d{4} [A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|LV-\d{4})\s+(\p{Lu}[\p{L} .'()/-]{1,40})$/u;
const TOWN_FIRST = /^(\p{Lu}[\p{L} .'-]{1,40}?),?\s+((?:LV-)?\d{4,6}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/u;
const PHONE = /^(?:(?:tel|phone|telefon|tél|тел)\p{L}{0,6}\.?\s?:?\s?)?(\+?\d[\d ()./-]{6,20}\d)$/iu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,30}){1,4}/;

/** Takes a town and its postal code apart, which are written together; a country's letters stand before some codes. */
export function townAndCode(
  text: string,
): { postalCode: string; addressLocality: string; country?: string } | undefined {
  const [, country, code, town] = TOWN.exec(text) ?? [];
  if (code && town) return { postalCode: code, addressLocality: town, ...(country ? { country } : {}) };
  const [, before, behind] = TOWN_FIRST.exec(text) ?? [];
  return before && behind ? { postalCode: behind, addressLocality: before } : undefined;
}

/** Reads an address that is written in one line, apart by commas, or in several. */
export function parseAddress(parts: readonly string[]): JsonObject | undefined {
  const address: JsonObject = { "@type": "PostalAddress" };
  const rest: string[] = [];
  for (const part of parts) {
    const country = part.length > 3 || /^[A-Z]{2,3}$/.test(part) ? countryCode(part) : undefined;
    const [town, other] = [TOWN.exec(part), TOWN_FIRST.exec(part)];
    if (country && !address.addressCountry) address.addressCountry = country;
    else if (town && !address.postalCode)
      Object.assign(address, {
        postalCode: town[2],
        addressLocality: town[3],
        ...(town[1] ? { addressCountry: town[1] } : {}),
      });
    else if (other && !address.postalCode)
      Object.assign(address, { postalCode: other[2], addressLocality: other[1] });
    else rest.push(part);
  }
  const street = rest.filter((part) => /\d/.test(part) || rest.length === 1)[0] ?? rest[0];
  if (street) address.streetAddress = street;
  const locality = rest.find((part) => part !== street);
  if (locality && !address.addressLocality) address.addressLocality = locality;
  return Object.keys(address).length > 1 ? address : undefined;
}

/** Gives what the lines right below a house's name say of it. */
export function detailsBelow(document: Document, name: string): HouseDetails {
  for (const [index, line] of document.lines.entries()) {
    const cell = line.cells.find((one) => line.text.slice(one.start, one.end).endsWith(name));
    if (!cell || line.cells.at(-1) !== cell) continue;
    const parts: string[] = [];
    const details: HouseDetails = {};
    for (const below of document.lines.slice(index + 1, index + 7)) {
      const text = below.text.trim();
      const phone = PHONE.exec(text)?.[1];
      const email = EMAIL.exec(text)?.[0];
      if (phone) details.telephone ??= phone;
      else if (email) details.email ??= email;
      else if (
        details.telephone ||
        text.length > 60 ||
        below.tokens.some(
          (token) =>
            token.kind === "date" || token.kind === "money" || (token.kind === "label" && token.label.opens),
        )
      )
        break;
      else parts.push(text.replace(/,$/, ""));
    }
    const inline = parts.length === 1 ? (parts[0] ?? "").split(/,\s+/) : parts;
    const address = inline.some((part) => TOWN.test(part) || TOWN_FIRST.test(part))
      ? parseAddress(inline.slice(0, 4))
      : undefined;
    if (address || details.telephone) return { ...details, ...(address ? { address } : {}) };
  }
  return {};
}
