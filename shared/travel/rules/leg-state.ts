import type { DateToken } from "../text/dates.ts";
import type { TimeToken } from "../text/times.ts";
import type { ColumnHeader } from "./columns.ts";

/** One end of a ride. */
export type Stop = {
  name?: string;
  iata?: string;
  /** The code stood without brackets, so it may be no code. */
  bare?: boolean;
  date?: DateToken;
  time?: TimeToken;
  platform?: string;
  terminal?: string;
  gate?: string;
  /** The place stands beside its time or its own label, so a passing mention does not replace it. */
  firm?: boolean;
  /** The place stood in a line of its own above or below an hour: one in the hour's own line is surer. */
  apart?: boolean;
};

/** One ride: from a stop to a stop, with the number of what runs there. */
export type Leg = {
  dep: Stop;
  arr: Stop;
  flight?: { carrier: string; number: string };
  train?: string;
  vehicle?: string;
  ship?: string;
  operator?: string;
  seat?: string;
  coach?: string;
  boarding?: TimeToken;
  firstLine: number;
  lastLine: number;
  /** The line in which the place of departure stands. */
  headLine?: number;
};

export type Side = "dep" | "arr";
/** Where the reading of a document's rides stands. */
export type LegState = {
  legs: Leg[];
  leg: Leg;
  date: DateToken | undefined;
  /** The side that a label announced last, and in which line. */
  mode: Side | undefined;
  modeLine: number;
  header: ColumnHeader | undefined;
  headerLine: number;
  /** The side whose time was read last, and in which line. */
  lastSide: Side | undefined;
  lastTimeLine: number;
};

/** A ride of which nothing is known yet but where its telling begins. */
export const newLeg = (line: number): Leg => ({ dep: {}, arr: {}, firstLine: line, lastLine: line });

/** Closes the current ride and begins the next; a ride without anything is begun anew. */
export function turnLeg(state: LegState, line: number): void {
  const { leg } = state;
  const told = leg.dep.time !== undefined || leg.arr.time !== undefined;
  if (told) state.legs.push(leg);
  state.leg = newLeg(line);
  // What had no hour was no ride; a number that this line began with is the next one's.
  if (!told && leg.lastLine === line) {
    if (leg.flight) state.leg.flight = leg.flight;
    if (leg.train) state.leg.train = leg.train;
  }
  state.mode = undefined;
  state.lastSide = undefined;
}
