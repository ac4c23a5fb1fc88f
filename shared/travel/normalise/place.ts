import type { AirportTable } from "../places/airports.ts";
import { countryCode, countryOfPhone } from "../places/countries.ts";
import { inZone } from "../places/zones.ts";
import { asObject, asText, type Json, type JsonObject, objectAt, timeText } from "../reservation.ts";
import { townAndCode } from "../rules/address.ts";

/** Brings a place's address into form (country as ISO 3166, names without loose blanks) and gives its zone where it is known. */
export function completePlace(
  place: JsonObject | undefined,
  airports: AirportTable | undefined,
): string | undefined {
  if (!place) return undefined;
  const name = asText(place.name);
  if (name) place.name = name.trim();
  const address = asObject(place.address);
  if (address) {
    for (const key of ["streetAddress", "addressLocality", "postalCode", "addressRegion"]) {
      const value = asText(address[key]);
      if (value) address[key] = value.trim();
    }
    const town = townAndCode(asText(address.addressLocality) ?? "");
    if (town && (!asText(address.postalCode) || address.postalCode === town.postalCode)) {
      address.postalCode = town.postalCode;
      address.addressLocality = town.addressLocality;
      if (town.country) address.addressCountry ??= town.country;
    }
    const country = asText(address.addressCountry);
    if (country)
      address.addressCountry = countryCode(country) ?? countryCode(country.toUpperCase()) ?? country;
    else if (address.postalCode) address.addressCountry = countryOfPhone(asText(place.telephone) ?? "");
    if (Object.keys(address).every((key) => key === "@type")) place.address = undefined;
  }
  const geo = asObject(place.geo);
  const [latitude, longitude] = [geo?.latitude, geo?.longitude];
  if (
    geo &&
    !(
      typeof latitude === "number" &&
      typeof longitude === "number" &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 &&
      (latitude || longitude)
    )
  ) {
    place.geo = undefined;
  }
  const country = asText(objectAt(place, "address")?.addressCountry);
  if (asObject(place.geo) && airports) {
    const found = airports.around(Number(latitude), Number(longitude));
    if (found.country && !country)
      place.address = {
        "@type": "PostalAddress",
        ...(asObject(place.address) ?? {}),
        addressCountry: found.country,
      };
    if (found.zone) return found.zone;
  }
  return country && airports ? airports.zoneOfCountry(country) : undefined;
}

/** Gives a time in a zone when there is one; a time that has its zone already, and a day alone, stay as they are. */
export function zoned(time: Json | undefined, zone: string | undefined): Json | undefined {
  if (!zone || asObject(time)) return time;
  const text = timeText(time);
  return text && text.length > 10 ? (inZone(text, zone) ?? time) : time;
}
