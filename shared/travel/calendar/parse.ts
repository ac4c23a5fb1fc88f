import { decodeText } from "../text/decode.ts";

/** A property of iCalendar (RFC 5545): its parameters and its value, unescaped when it is text. */
export type CalendarProperty = { name: string; parameters: Record<string, string>; value: string };
export type CalendarEvent = { properties: CalendarProperty[] };

const MAX_CHARACTERS = 2_000_000;
const MAX_EVENTS = 200;

/**
 * Gives the text of a calendar file. Its lines are unfolded first, as bytes: a fold may stand within a letter
 * (RFC 5545, 3.1).
 */
export function calendarText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return decodeText(bytes);
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const wide = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
    const next = bytes[at + wide];
    if ((wide === 2 || bytes[at] === 0x0a) && (next === 0x20 || next === 0x09)) at += wide;
    else {
      whole[length] = bytes[at] ?? 0;
      length += 1;
    }
  }
  return decodeText(whole.subarray(0, length)).replace(/^\ufeff/, "");
}

/** Gives the events of a calendar. Lines are unfolded; what is no property line is skipped. */
export function parseCalendar(source: string): CalendarEvent[] {
  const lines = source
    .slice(0, MAX_CHARACTERS)
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r\n|\n|\r/);
  const events: CalendarEvent[] = [];
  let event: CalendarEvent | undefined;
  let inner = 0;
  for (const line of lines) {
    const begin = /^(BEGIN|END):(\S+)/i.exec(line);
    if (begin) {
      const opens = begin[1]?.toUpperCase() === "BEGIN";
      if (begin[2]?.toUpperCase() === "VEVENT") {
        if (opens && events.length < MAX_EVENTS) {
          event = { properties: [] };
          events.push(event);
        } else event = undefined;
        inner = 0;
      } else if (event) inner += opens ? 1 : -1;
      continue;
    }
    const property = event && inner === 0 ? parseProperty(line) : undefined;
    if (event && property) event.properties.push(property);
  }
  return events;
}

function parseProperty(line: string): CalendarProperty | undefined {
  const head = /^([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}=(?:"[^"]{0,200}"|[^";:]{0,200})){0,12}):/.exec(
    line,
  );
  if (!head?.[1]) return undefined;
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of (head[2] ?? "").split(";").slice(1)) {
    const at = pair.indexOf("=");
    parameters[pair.slice(0, at).toUpperCase()] = pair.slice(at + 1).replace(/^"|"$/g, "");
  }
  const written = line.slice(head[0].length);
  const value = /^quoted-printable$/i.test(parameters.ENCODING ?? "") ? decodeQuoted(written) : written;
  return { name: head[1].toUpperCase(), parameters, value: unescapeText(value) };
}

/** Calendars of before RFC 5545 (vCalendar 1.0) write what is not ASCII so. */
const decodeQuoted = (value: string) =>
  value.replace(/(?:=[0-9A-F]{2})+/gi, (run) =>
    decodeText(Uint8Array.from(run.slice(1).split("="), (hex) => Number.parseInt(hex, 16))),
  );

const unescapeText = (value: string) =>
  value.replace(/\\([nN,;\\:"])/g, (_, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );

/** Gives the first value of a property of an event. */
export function propertyOf(event: CalendarEvent, name: string): CalendarProperty | undefined {
  return event.properties.find((one) => one.name === name);
}
