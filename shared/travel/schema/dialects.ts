import { asObject, asText, type Json, type JsonObject } from "../reservation.ts";
import { findMoney } from "../text/money.ts";
import { currencyOf } from "./numbers.ts";
import { isReservation } from "./types.ts";

/** Other names of a property, by the type that has it: old schema.org, Google's and Apple's. */
const NAMES: Record<string, Record<string, string[]>> = {
  Reservation: {
    reservationNumber: ["reservationId", "reservationID", "confirmationNumber", "bookingNumber"],
    underName: ["customer", "passenger"],
    programMembershipUsed: ["programMembership"],
    totalPrice: ["price", "total"],
    priceCurrency: ["currency"],
    modifiedTime: ["modifyTime", "dateModified"],
    provider: [],
  },
  LodgingReservation: {
    checkinTime: ["checkinDate", "checkInDate", "checkInTime"],
    checkoutTime: ["checkoutDate", "checkOutDate", "checkOutTime"],
  },
  RentalCarReservation: {
    pickupTime: ["pickUpTime"],
    dropoffTime: ["dropOffTime"],
    pickupLocation: ["pickUpLocation"],
    dropoffLocation: ["dropOffLocation"],
  },
  TaxiReservation: {
    pickupTime: ["pickUpTime"],
    pickupLocation: ["pickUpLocation"],
    dropoffLocation: ["dropOffLocation"],
  },
  FoodEstablishmentReservation: {
    partySize: ["numberOfGuests"],
    startTime: ["startDate", "reservationTime"],
  },
  EventReservation: {
    seatNumber: ["venueSeat"],
    seatRow: ["venueRow"],
    seatSection: ["venueSection"],
  },
  FlightReservation: {
    airplaneSeat: ["seat", "seatNumber"],
    passengerSequenceNumber: ["boardingSequenceNumber"],
  },
  Flight: {
    airline: ["carrier", "provider", "seller"],
    departureTime: ["departureDate", "departTime"],
    arrivalTime: ["arrivalDate"],
    departureAirport: ["departureLocation"],
    arrivalAirport: ["arrivalLocation"],
  },
  TrainTrip: {
    provider: ["trainCompany"],
    departureStation: ["departStation"],
    departureTime: ["departTime"],
  },
  BusTrip: {
    provider: ["busCompany"],
    departureBusStop: ["departStation", "departureStation", "departureBusStation"],
    arrivalBusStop: ["arrivalStation", "arrivalBusStation"],
    departureTime: ["departTime"],
  },
  BoatTrip: {
    departureTime: ["departTime"],
    departureBoatTerminal: ["departureTerminal", "departStation", "departureStation"],
    arrivalBoatTerminal: ["arrivalTerminal", "arrivalStation"],
  },
  ProgramMembership: { membershipNumber: ["memberNumber"], programName: ["program"] },
  Event: { startDate: ["startTime"], endDate: ["endTime"] },
  TrainStation: {},
  Person: {},
  Ticket: { ticketedSeat: ["seat"] },
};

/** Google's links of a reservation, and the action that each is in schema.org. */
const LINKS: Record<string, string> = {
  cancelReservationUrl: "CancelAction",
  checkinUrl: "CheckInAction",
  ticketDownloadUrl: "DownloadAction",
  modifyReservationUrl: "UpdateAction",
  url: "ViewAction",
};
const PLACES = new Set([
  "Place",
  "Airport",
  "TrainStation",
  "BusStation",
  "BoatTerminal",
  "LodgingBusiness",
  "FoodEstablishment",
  "LocalBusiness",
  "TouristAttraction",
]);
const SEAT_KEYS = ["seatNumber", "seatRow", "seatSection", "seatingType"];

/** Gives an object with the names of schema.org for what its sender calls otherwise; what is set already stays. */
export function adaptDialect(type: string, source: JsonObject): JsonObject {
  const item: JsonObject = Object.fromEntries(Object.entries(source).filter(([key]) => key !== "__proto__"));
  for (const names of [NAMES[type], isReservation(type) ? NAMES.Reservation : undefined]) {
    for (const [name, others] of Object.entries(names ?? {})) {
      for (const other of others)
        if (isMissing(item[name]) && !isMissing(item[other])) item[name] = item[other];
    }
  }
  if (isReservation(type)) adaptReservation(type, item);
  if (PLACES.has(type) && isMissing(item.geo) && !isMissing(item.latitude) && !isMissing(item.longitude)) {
    item.geo = { "@type": "GeoCoordinates", latitude: item.latitude, longitude: item.longitude };
  }
  if (type === "Flight") adaptFlight(item);
  return item;
}

const isMissing = (value: Json | undefined) => value === undefined || value === null || value === "";

function adaptReservation(type: string, item: JsonObject): void {
  const actions: Json[] = Array.isArray(item.potentialAction)
    ? [...item.potentialAction]
    : item.potentialAction
      ? [item.potentialAction]
      : [];
  for (const [name, action] of Object.entries(LINKS)) {
    const target = asText(item[name]);
    if (target && /^https?:\/\//.test(target)) actions.push({ "@type": action, target });
  }
  const kept = actions.filter((one) => !/ConfirmAction$/.test(String(asObject(one)?.["@type"])));
  // A link that shows the booking says nothing more when it is also the one that changes or cancels it.
  const view = asText(item.url);
  item.potentialAction = view
    ? kept.filter(
        (one) =>
          asText(asObject(one)?.target) !== view ||
          /ViewAction|CheckIn|Download/.test(String(asObject(one)?.["@type"])),
      )
    : kept;
  const ticket: JsonObject = { ...(asObject(item.reservedTicket) ?? {}) };
  if (isMissing(ticket.ticketNumber) && !isMissing(item.ticketNumber))
    ticket.ticketNumber = item.ticketNumber;
  if (isMissing(ticket.ticketToken) && !isMissing(item.ticketToken)) ticket.ticketToken = item.ticketToken;
  if (type !== "FlightReservation" && isMissing(ticket.ticketedSeat)) {
    if (isMissing(item.seatNumber) && !isMissing(item.seat)) item.seatNumber = item.seat;
    const seat = Object.fromEntries(
      SEAT_KEYS.filter((key) => !isMissing(item[key])).map((key) => [key, item[key]]),
    );
    if (Object.keys(seat).length > 0) ticket.ticketedSeat = { "@type": "Seat", ...seat };
  }
  if (Object.keys(ticket).some((key) => key !== "@type"))
    item.reservedTicket = { "@type": "Ticket", ...ticket };
  if (isMissing(item.underName) && ticket.underName) item.underName = ticket.underName;
  const member = asObject(item.programMembershipUsed);
  if (
    member &&
    !["memberNumber", "membershipNumber", "program", "programName"].some((key) => !isMissing(member[key]))
  )
    item.programMembershipUsed = undefined;
  const price = asObject(Array.isArray(item.totalPrice) ? item.totalPrice[0] : item.totalPrice);
  if (price) {
    item.priceCurrency ??= price.currency ?? price.priceCurrency;
    item.totalPrice = price.value ?? price.price;
  }
  const currency = asText(item.priceCurrency);
  if (currency) item.priceCurrency = currencyOf(currency);
  if (isMissing(item.priceCurrency))
    item.priceCurrency = findMoney((asText(item.totalPrice) ?? "").slice(0, 40))[0]?.currency;
}

function adaptFlight(item: JsonObject): void {
  const number = asText(item.flightNumber)?.trim().toUpperCase();
  const whole = number ? /^([A-Z][A-Z\d]|\d[A-Z])[\s-]{0,2}(\d{1,4}[A-Z]?)$/.exec(number) : null;
  if (whole) {
    item.flightNumber = whole[2];
    const airline = asObject(item.airline);
    if (isMissing(airline?.iataCode))
      item.airline = {
        "@type": "Airline",
        ...(airline ?? (asText(item.airline) ? { name: item.airline } : {})),
        iataCode: whole[1],
      };
  }
}
