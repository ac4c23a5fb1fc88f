import { DayAndHour } from "./moment.tsx";

const WALL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether a text is a day, or a day with its hour, in ISO 8601. */
export const isWallClock = (text: string): boolean => WALL.test(text);

/**
 * A wall-clock time with another day or hour. Its offset stays with its day: on another day the place may have
 * changed its clocks, and what is not known is not written.
 */
export function atWallClock(before: string | null, day: string, hour: string): string | null {
  if (day === "") return null;
  if (hour === "") return day;
  const [, was = "", , offset = ""] = WALL.exec(before ?? "") ?? [];
  return `${day}T${hour}:00${day === was ? offset : ""}`;
}

interface WallClockProps {
  readonly id: string;
  readonly class: string;
  readonly value: string | null;
  readonly set: (value: string | null) => void;
}

/** The clock of the place where something begins or ends: shown and set as it is there, never moved to another zone. */
export function WallClockInput({ value, set, ...attributes }: WallClockProps) {
  const [, day = "", hour = ""] = WALL.exec(value ?? "") ?? [];
  return (
    <DayAndHour
      {...attributes}
      local={hour ? `${day}T${hour}` : day}
      decide={(nextDay, nextHour) => set(atWallClock(value, nextDay, nextHour))}
    />
  );
}
