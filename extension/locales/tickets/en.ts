import type { Message } from "../catalogue.ts";

/** Tickets that are read from files which somebody saved. */
export const tickets = {
  "ticket.attached":
    "{name} may hold a booking. Attachments are not opened from here: save it, then choose or drop the file here.",
  "ticket.choose": "Read a ticket from a file…",
  "ticket.why": "PDF, Wallet pass or calendar file. Read on this device; nothing is sent anywhere.",
  "ticket.drop": "Drop a ticket here to read it",
  "ticket.title": { one: "{n} booking read", other: "{n} bookings read" },
  "ticket.none":
    "No booking was found in {name}. A scanned picture cannot be read: type the booking into the trip.",
  "ticket.damaged": "{name} is damaged, so it could not be read. Download it again and choose it anew.",
  "ticket.unknown": "{name} is of a kind that is not read here. Choose a PDF, a .pkpass or an .ics file.",
  "ticket.tooLarge": "{name} is larger than {size} MB, so it was not read. Choose a smaller file.",
} as const satisfies Record<string, Message>;
