import type { Message } from "../catalogue.ts";

/** Bookings that were read in the open mail, and what trips hold of them. */
export const booking = {
  "booking.one": "Booking in this mail",
  "booking.title": { one: "{n} booking in this mail", other: "{n} bookings in this mail" },
  "booking.readHere": "read here",
  "booking.readHereWhy": "Read on this device. Nothing was sent anywhere.",
  "booking.addTo": "Add to {trip}",
  "booking.newTrip": "New trip",
  "booking.added": "Added to the trip",
  "booking.openTrip": "Open the trip",
  "booking.reference": "Ref {number}",
  "booking.seat": "seat {seat}",
  "booking.for": "for {name}",
  "booking.cancelled": "Cancelled",
  "booking.held": "On {trip} already",
  "booking.older": "{trip} was changed since this mail",
  "booking.differs": "This mail says otherwise than {trip}",
  "booking.change": "{field}: {before} → {after}",
  "booking.update": "Update the trip",
  "booking.updated": "Trip updated",
  "booking.cancelledNew": "It is on no trip, so there is nothing to change.",
} as const satisfies Record<string, Message>;
