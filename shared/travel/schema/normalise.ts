import { asObject, asText, type Json, type JsonObject, objectsOf } from "../reservation.ts";
import { parseHtml, textOf } from "../structured/html.ts";
import { adaptDialect } from "./dialects.ts";
import { plainLinkedData } from "./linked-data.ts";
import { numberOf } from "./numbers.ts";
import { normaliseTime } from "./times.ts";
import { type Holds, isReservation, TRIP_OF, TYPE_ALIASES, TYPES } from "./types.ts";

const CONTEXT = "http://schema.org";
const MAX_DEPTH = 24;
const MAX_ITEMS = 400;
/** Longer texts are no name, number or token of a ticket. */
const MAX_TEXT = 8_000;

/**
 * Brings JSON-LD as senders write it into the one form that the engine works on: graphs and arrays of types and of
 * trips become single objects, dialects become schema.org's names, unknown types and properties are left out,
 * times and numbers get their form. Cycles and deep nesting end at a fixed depth.
 */
export function normaliseJsonLd(items: readonly unknown[]): JsonObject[] {
  const whole: JsonObject[] = [];
  const visit = (value: unknown, depth: number): void => {
    const item = asObject(value);
    if (!item || depth > 4 || whole.length >= MAX_ITEMS) return;
    if (item["@graph"]) {
      for (const one of listOf(item["@graph"])) visit(one, depth + 1);
      return;
    }
    const types = Array.isArray(item["@type"]) ? item["@type"] : [item["@type"] ?? item.type];
    for (const type of types) {
      const trips =
        Array.isArray(item.reservationFor) && item.reservationFor.length > 0
          ? item.reservationFor
          : [item.reservationFor];
      for (const trip of trips) {
        const one: JsonObject = { ...item, "@type": type as Json };
        if (trip !== undefined) one.reservationFor = trip;
        const normal = normaliseObject(one, undefined, 0);
        if (normal && Object.keys(normal).length > 1) whole.push({ "@context": CONTEXT, ...normal });
      }
    }
    for (const part of partsOf(item)) visit(part, depth + 1);
  };
  for (const item of plainLinkedData(items.slice(0, MAX_ITEMS))) visit(item, 0);
  return whole;
}

/** What several parts of one journey say once for all of them. */
const SHARED = ["reservationNumber", "reservationId", "reservationStatus", "underName", "modifiedTime"];

/** Properties under which a page, a mail or a list holds what it is about, and those under which it names much else. */
const ABOUT = ["about", "mainEntity"];
const HOLDS = ["mentions", "hasPart", "itemListElement", "item", "orderedItem"];

/** The reservations within another one, or within the page, mail or list that is about them. */
function partsOf(item: JsonObject): JsonObject[] {
  const shared = Object.fromEntries(
    SHARED.filter((key) => item[key] !== undefined).map((key) => [key, item[key]]),
  );
  const parts = listOf(item.subReservation).map((part) => ({ ...shared, ...part }));
  if (typeOf(item["@type"], undefined)) return parts;
  const held = HOLDS.flatMap((key) => listOf(item[key])).filter(
    (part) => part["@type"] === "ListItem" || isReservation(typeOf(part["@type"], undefined)),
  );
  return [...parts, ...ABOUT.flatMap((key) => listOf(item[key])), ...held];
}

const listOf = (value: Json | undefined): JsonObject[] => objectsOf(value).slice(0, MAX_ITEMS);

/** Types that say less than the property they stand in: an airline is written as an organisation, a station as a place. */
const BROADER = new Map(
  Object.entries({
    Airline: ["Organization"],
    Airport: ["Place"],
    TrainStation: ["Place"],
    BusStation: ["Place", "TrainStation"],
    BoatTerminal: ["Place"],
    LodgingBusiness: ["Place", "Organization", "LocalBusiness"],
    FoodEstablishment: ["Place", "Organization", "LocalBusiness"],
  }),
);

function typeOf(value: Json | undefined, expected: string | undefined): string | undefined {
  const written = (Array.isArray(value) ? value : [value]).map((one) =>
    (asText(one) ?? "")
      .trim()
      .replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:|as:|Object)/, "")
      .replace(/\/$/, ""),
  );
  for (const name of written) {
    const known = TYPES.has(name) ? name : TYPE_ALIASES.get(name);
    if (known) return expected && BROADER.get(expected)?.includes(known) ? expected : known;
  }
  return written.every((name) => name === "") || expected ? expected : undefined;
}

function normaliseObject(
  source: JsonObject,
  expected: string | undefined,
  depth: number,
): JsonObject | undefined {
  const type = typeOf(source["@type"] ?? source.type, expected);
  const properties = type ? TYPES.get(type) : undefined;
  if (!type || !properties || depth > MAX_DEPTH) return undefined;
  const adapted = adaptDialect(type, source);
  const item: JsonObject = { "@type": type };
  for (const [name, holds] of properties) {
    const value = adapted[name];
    if (value === undefined || value === null) continue;
    const wanted = holds === "Trip" ? TRIP_OF[type] : holds;
    const normal = wanted ? normaliseValue(value, wanted, depth) : undefined;
    if (normal !== undefined) item[name] = normal;
  }
  if (isReservation(type)) item.reservationStatus ??= `${CONTEXT}/ReservationConfirmed`;
  return item;
}

function normaliseValue(value: Json, holds: Holds, depth: number): Json | undefined {
  if (holds === "Action[]") {
    const actions = (Array.isArray(value) ? value : [value]).slice(0, 40).flatMap((one) => {
      const action = asObject(one);
      const normal = action && normaliseObject(action, undefined, depth + 1);
      return normal && String(normal["@type"]).endsWith("Action") && normal.target ? [normal] : [];
    });
    return actions.length > 0 ? sortActions(actions) : undefined;
  }
  if (holds === "texts")
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  if (holds === "url") return urlOf(value);
  const single = Array.isArray(value) ? value.find((one) => one !== null && one !== "") : value;
  if (single === undefined || single === null) return undefined;
  switch (holds) {
    case "text":
      if (typeof single === "string")
        return single.trim() === "" ? "" : withoutEntities(single.slice(0, MAX_TEXT));
      return typeof single === "number"
        ? String(single)
        : (asText(asObject(single)?.name) ?? asText(asObject(single)?.value))?.slice(0, MAX_TEXT);
    case "number":
      return numberOf(asObject(single)?.value ?? single);
    case "time":
    case "day":
      return timeOf(single, holds === "day");
    case "status":
      return statusOf(single);
    default:
  }
  const object = asObject(single);
  if (object) return normaliseObject(object, holds, depth + 1);
  const text = asText(single)?.slice(0, MAX_TEXT);
  if (!text) return undefined;
  if (holds === "PostalAddress") return { "@type": holds, streetAddress: text };
  if (holds === "Seat") return { "@type": holds, seatNumber: text };
  return TYPES.get(holds)?.has("name") ? { "@type": holds, name: text } : undefined;
}

/** JSON has no entities; who writes it out of a page's template leaves them in. */
const withoutEntities = (text: string) =>
  /&(?:#\w{2,6}|[a-z]{2,8});/i.test(text) && !text.includes("<") ? textOf(parseHtml(text)) : text;

function timeOf(value: Json, dayOnly: boolean): Json | undefined {
  const object = asObject(value);
  if (object && object["@type"] === "QDateTime") {
    const [at, timezone] = [asText(object["@value"]), asText(object.timezone)];
    return at && timezone
      ? { "@type": "QDateTime", "@value": normaliseTime(at) ?? at, timezone }
      : (at && normaliseTime(at)) || undefined;
  }
  const time = normaliseTime(asText(object?.["@value"]) ?? asText(value) ?? "");
  return dayOnly ? time?.slice(0, 10) : time;
}

function urlOf(value: Json): string | undefined {
  const all = (Array.isArray(value) ? value : [value]).slice(0, 20);
  // A template of an entry point is what one can open; it comes before bare links of other applications.
  const template = all
    .map((one) => asText(asObject(one)?.urlTemplate))
    .find((one) => one && /^https?:/.test(one));
  if (template) return template;
  const urls = all.map(
    (one) =>
      asText(one) ??
      asText(asObject(one)?.url) ??
      asText(asObject(one)?.href) ??
      asText(asObject(one)?.["@id"]),
  );
  const objects = all.some((one) => asObject(one));
  return urls.find((one) => one !== undefined && (!objects || /^https?:/.test(one)));
}

/** `http://schema.org/ReservationCancelled` and the like, from any spelling of it. */
function statusOf(value: Json): string {
  const object = asObject(value);
  const name = String(object?.["@id"] ?? object?.name ?? value)
    .slice(0, 200)
    .replace(/^.*[/#:.]/, "")
    .replace(/^Reservation/i, "")
    .toLowerCase();
  if (/^cancell?ed/.test(name)) return `${CONTEXT}/ReservationCancelled`;
  if (/^(?:hold|onhold)/.test(name)) return `${CONTEXT}/ReservationHold`;
  if (/^pending/.test(name)) return `${CONTEXT}/ReservationPending`;
  return `${CONTEXT}/ReservationConfirmed`;
}

function sortActions(actions: JsonObject[]): JsonObject[] {
  const key = (action: JsonObject) => `${String(action["@type"])} ${String(action.target)}`;
  const unique = new Map(actions.map((action) => [key(action), action]));
  return [...unique.values()].sort((a, b) => (String(a["@type"]) < String(b["@type"]) ? -1 : 1));
}
