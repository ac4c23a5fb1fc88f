import airportData from "../../shared/travel/places/airports.data.json" with { type: "json" };
import { openAirports } from "../../shared/travel/places/airports.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";

type Mail = { readonly text: string; readonly html: boolean; readonly mailDate: string };

declare global {
  /** Reads every mail in turn; gives the milliseconds of each. */
  var readAll: (mails: readonly Mail[]) => number[];
}

const airports = openAirports(airportData);

globalThis.readAll = (mails) =>
  mails.map(({ text, html, mailDate }) => {
    const started = performance.now();
    if (html) readBookings({ kind: "html", html: text, mailDate }, airports);
    else readBookings({ kind: "visible-text", text, mailDate }, airports);
    return performance.now() - started;
  });
