import { useState } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { fromLocalInput, toLocalInput } from "../state/times.ts";
import { useSaidDate } from "./said-date.ts";

interface DayAndHourProps {
  readonly id: string;
  readonly class: string;
  readonly "aria-describedby"?: string | undefined;
  /** `2026-12-03`, `2026-12-03T10:15` or "". */
  readonly local: string;
  readonly decide: (day: string, hour: string) => void;
}

/** Two native fields, for a day and for an hour. What is half chosen stays until it is whole. */
export function DayAndHour({ id, local, decide, ...attributes }: DayAndHourProps) {
  const { words } = useSurface();
  const [draft, setDraft] = useState({ of: local, day: local.slice(0, 10), hour: local.slice(11) });
  const { day, hour } = draft.of === local ? draft : { day: local.slice(0, 10), hour: local.slice(11) };
  const said = useSaidDate(hour ? `${day}T${hour}` : day);
  const saidId = `${id}-said`;
  const change = (nextDay: string, nextHour: string) => {
    setDraft({ of: local, day: nextDay, hour: nextHour });
    decide(nextDay, nextHour);
  };
  return (
    <span class="moment">
      <input
        {...attributes}
        aria-describedby={
          [attributes["aria-describedby"], said && saidId].filter(Boolean).join(" ") || undefined
        }
        id={id}
        type="date"
        autocomplete="off"
        value={day}
        onChange={(event) => change(event.currentTarget.value, hour)}
      />
      <input
        class="input"
        type="time"
        autocomplete="off"
        aria-label={words.say("field.hour")}
        value={hour}
        onChange={(event) => change(day, event.currentTarget.value)}
      />
      {said && (
        <span class="said-date small quiet" id={saidId}>
          {said}
        </span>
      )}
    </span>
  );
}

interface MomentProps {
  readonly id: string;
  readonly class: string;
  readonly value: string | null;
  /** The day alone is enough. */
  readonly orDate: boolean;
  readonly set: (value: string | null) => void;
}

/** A day and an hour; a day alone where the field takes one, else the working day's first hour. */
export function MomentInput({ value, orDate, set, ...attributes }: MomentProps) {
  const decide = (day: string, hour: string) => {
    if (day === "") set(null);
    else if (hour === "" && orDate) set(day);
    else set(fromLocalInput(`${day}T${hour || "09:00"}`));
  };
  const local = value === null ? "" : value.length === 10 ? value : toLocalInput(value);
  return <DayAndHour {...attributes} local={local} decide={decide} />;
}
