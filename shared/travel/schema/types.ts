/** What a property holds: `text`, `number`, `time`, `day`, `url`, `status`, `any`, or the name of a type below. */
export type Holds = "text" | "number" | "time" | "day" | "url" | "status" | (string & {});

const THING =
  "name text, description text, image url, url url, potentialAction Action[], subjectOf texts, identifier text";
const PLACE = `${THING}, address PostalAddress, geo GeoCoordinates, telephone text`;
const ORGANIZATION = `${PLACE}, email text, logo url`;
const RESERVATION =
  "reservationNumber text, reservationStatus status, reservationFor Trip, reservedTicket Ticket, underName Person, url url, potentialAction Action[], subjectOf texts, modifiedTime time, provider Organization, programMembershipUsed ProgramMembership, totalPrice number, priceCurrency text, description text, pkpassPassTypeIdentifier text, pkpassSerialNumber text, bookingAgent Drop";
const TRIP =
  "departureTime time, arrivalTime time, departureDay day, departurePlatform text, arrivalPlatform text, provider Organization";

const SOURCE: Record<string, string> = {
  FlightReservation: `${RESERVATION}, airplaneSeat text, boardingGroup text, passengerSequenceNumber text, securityScreening Drop`,
  TrainReservation: RESERVATION,
  BusReservation: RESERVATION,
  BoatReservation: RESERVATION,
  LodgingReservation: `${RESERVATION}, checkinTime time, checkoutTime time`,
  RentalCarReservation: `${RESERVATION}, pickupTime time, dropoffTime time, pickupLocation Place, dropoffLocation Place`,
  TaxiReservation: `${RESERVATION}, pickupTime time, pickupLocation Place, dropoffLocation Place, dropoffTime time`,
  FoodEstablishmentReservation: `${RESERVATION}, startTime time, endTime time, partySize number`,
  EventReservation: RESERVATION,
  TouristAttractionVisit: "touristAttraction TouristAttraction, arrivalTime time, departureTime time",
  Flight:
    "flightNumber text, airline Airline, departureAirport Airport, departureGate text, departureTerminal text, departureTime time, departureDay day, arrivalAirport Airport, arrivalTerminal text, arrivalTime time, boardingTime time",
  TrainTrip: `${TRIP}, departureStation TrainStation, arrivalStation TrainStation, trainName text, trainNumber text`,
  BusTrip: `${TRIP}, departureBusStop BusStation, arrivalBusStop BusStation, busName text, busNumber text`,
  BoatTrip:
    "name text, departureTime time, arrivalTime time, departureBoatTerminal BoatTerminal, arrivalBoatTerminal BoatTerminal, provider Organization",
  RentalCar: "name text, model text, rentalCompany Organization, brand Brand",
  Taxi: "name text",
  Brand: "name text",
  Event: `${THING}, startDate time, endDate time, doorTime time, location Place`,
  LodgingBusiness: ORGANIZATION,
  FoodEstablishment: ORGANIZATION,
  LocalBusiness: ORGANIZATION,
  Organization: ORGANIZATION,
  Airline: `${ORGANIZATION}, iataCode text`,
  Airport: `${PLACE}, iataCode text`,
  TrainStation: PLACE,
  BusStation: PLACE,
  BoatTerminal: PLACE,
  TouristAttraction: PLACE,
  Place: PLACE,
  Person: "name text, familyName text, givenName text, email text",
  PostalAddress:
    "streetAddress text, addressLocality text, postalCode text, addressRegion text, addressCountry text",
  GeoCoordinates: "latitude number, longitude number",
  Ticket:
    "name text, ticketNumber text, ticketToken text, ticketedSeat Seat, validFrom time, validUntil time",
  Seat: "seatNumber text, seatRow text, seatSection text, seatingType text",
  ProgramMembership: "programName text, membershipNumber text, member Person, token text",
  CancelAction: "target url",
  CheckInAction: "target url",
  DownloadAction: "target url",
  UpdateAction: "target url",
  ViewAction: "target url",
  ReserveAction: "target url",
  JoinAction: "target url",
  TrackAction: "target url",
};

/** The properties of every type that the engine keeps, by type and name. What is not here is dropped. */
export const TYPES: ReadonlyMap<string, ReadonlyMap<string, Holds>> = new Map(
  Object.entries(SOURCE).map(([type, list]) => [
    type,
    new Map(
      list
        .split(", ")
        .map((pair) => pair.split(" ") as [string, Holds])
        .filter(([, holds]) => holds !== "Drop"),
    ),
  ]),
);

/** Narrower schema.org types that are read as one of {@link TYPES}, and old names of types. */
const ALIASES: Record<string, string> = {
  LodgingBusiness:
    "Hotel Hostel Motel BedAndBreakfast Resort SkiResort Campground VacationRental Apartment House Accommodation",
  FoodEstablishment:
    "Restaurant Bakery BarOrPub Brewery CafeOrCoffeeShop Distillery FastFoodRestaurant IceCreamShop Winery Cafe",
  Event:
    "BusinessEvent ChildrensEvent ComedyEvent CourseInstance DanceEvent DeliveryEvent EducationEvent EventSeries ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent PublicationEvent SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent VisualArtsEvent MusicFestival ConferenceEvent",
  Place:
    "EventVenue CivicStructure MusicVenue StadiumOrArena PerformingArtsTheater MovieTheater Museum Park City Residence TaxiStand",
  Organization:
    "Corporation Company NGO GovernmentOrganization EducationalOrganization OnlineBusiness SportsOrganization",
  LocalBusiness: "AutoRental TravelAgency Store EntertainmentBusiness",
  BusStation: "BusStop",
  Airline: "",
  BoatReservation: "FerryReservation",
  BoatTrip: "FerryTrip",
  UpdateAction: "EditAction",
  RentalCar: "Car Vehicle",
  TouristAttraction: "LandmarksOrHistoricalBuildings",
};
export const TYPE_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([type, names]) =>
    names
      .split(" ")
      .filter(Boolean)
      .map((name): [string, string] => [name, type]),
  ),
);

/** Trips by the reservation that they belong to: an untyped `reservationFor` is read as this. */
export const TRIP_OF: Readonly<Record<string, string>> = {
  FlightReservation: "Flight",
  TrainReservation: "TrainTrip",
  BusReservation: "BusTrip",
  BoatReservation: "BoatTrip",
  LodgingReservation: "LodgingBusiness",
  RentalCarReservation: "RentalCar",
  TaxiReservation: "Taxi",
  FoodEstablishmentReservation: "FoodEstablishment",
  EventReservation: "Event",
};

export const isReservation = (type: unknown): boolean =>
  typeof type === "string" && Object.hasOwn(TRIP_OF, type);
