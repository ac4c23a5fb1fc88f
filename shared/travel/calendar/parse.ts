/** A property of iCalendar (RFC 5545): its parameters and its value, unescaped when it is text. */
export type CalendarProperty = { name: string; parameters: Record<string, string>; value: string };
export type CalendarEvent = { properties: CalendarProperty[] };

const MAX_CHARACTERS = 2_000_000;
const MAX_EVENTS = 200;

/** Gives the events of a calendar. Lines are unfolded; what is no property line is skipped. */
export function parseCalendar(source: string): CalendarEvent[] {
  const lines = source
    .slice(0, MAX_CHARACTERS)
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
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
  return { name: head[1].toUpperCase(), parameters, value: unescapeText(line.slice(head[0].length)) };
}

const unescapeText = (value: string) =>
  value.replace(/\\([nN,;\\:"])/g, (_, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );

/** Gives the first value of a property of an event. */
export function propertyOf(event: CalendarEvent, name: string): CalendarProperty | undefined {
  return event.properties.find((one) => one.name === name);
}
