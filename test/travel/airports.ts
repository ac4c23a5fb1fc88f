import airportData from "../../shared/travel/places/airports.data.json" with { type: "json" };
import { openAirports } from "../../shared/travel/places/airports.ts";

/** The whole airport table, opened once for all tests of a file. */
export const airports = openAirports(airportData);
