import type { JsonObject } from "../reservation.ts";
import { type Document, dayIn } from "../rules/document.ts";
import { findDates } from "../text/dates.ts";
import { VENDORS } from "./index.ts";
import type { TicketShape, Vendor } from "./vendor.ts";

const MAX_CHARACTERS = 100_000;
const MAX_TICKETS = 60;

/** Gives the vendor that a sender's address belongs to: its own, or one of its domain or a part of that. */
export function vendorOf(from: string | undefined): Vendor | undefined {
  const address = (from?.toLowerCase() ?? "").replace(/>\s*$/, "");
  return VENDORS.find((vendor) =>
    vendor.senders?.some(
      (sender) => address.endsWith(sender) && /^(?:|.*[@.<\s])$/.test(address.slice(0, -sender.length)),
    ),
  );
}

/** Reads the tickets that stand in a text in a vendor's fixed form. */
export function readTickets(text: string, document: Document): JsonObject[] {
  const head = text.slice(0, MAX_CHARACTERS);
  return VENDORS.flatMap((vendor) => vendor.tickets ?? [])
    .flatMap((shape) => readShape(head, shape, document))
    .slice(0, MAX_TICKETS);
}

function readShape(text: string, shape: TicketShape, document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  for (const match of text.matchAll(shape.match)) {
    const groups: Record<string, string> = { ...match.groups };
    for (const more of shape.also ?? []) Object.assign(groups, more.exec(text)?.groups);
    const travellers = shape.each ? [...text.matchAll(shape.each)] : [undefined];
    for (const one of travellers.slice(0, MAX_TICKETS)) {
      found.push(
        build(
          shape,
          { ...groups, ...one?.groups },
          document,
          shape.token ? `${shape.token}:${text}` : undefined,
        ),
      );
    }
    if (found.length > MAX_TICKETS) break;
  }
  return found;
}

function build(
  shape: TicketShape,
  groups: Record<string, string>,
  document: Document,
  token: string | undefined,
): JsonObject {
  const reservation: JsonObject = { "@type": shape.type };
  const put = (path: string, value: string) => {
    const keys = path.split(".");
    let at = reservation;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as JsonObject;
    }
    at[keys.at(-1) ?? ""] = value;
  };
  for (const [path, template] of Object.entries(shape.set)) {
    const value = template.replace(/\{(\w+)(\|number)?\}/g, (_, group: string, plain?: string) => {
      const raw = (groups[group] ?? "").trim().replace(/\s+/g, " ");
      const named = shape.names?.[group]?.[raw] ?? raw;
      return plain ? named.replace(/^0+(?=.)/, "") : named;
    });
    if (value.trim() !== "")
      put(path, /departureDay$/.test(path) ? (yearOf(value, document) ?? value) : value.trim());
  }
  if (token) put("reservedTicket.ticketToken", token);
  return reservation;
}

function yearOf(value: string, document: Document): string | undefined {
  const date = findDates(value, "dmy")[0];
  return date && dayIn(document, date);
}
