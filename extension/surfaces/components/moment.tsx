import { useState } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { fromLocalInput, toLocalInput } from "../state/times.ts";

interface MomentProps {
  readonly id: string;
  readonly class: string;
  readonly value: string | null;
  /** The day alone is enough. */
  readonly orDate: boolean;
  readonly set: (value: string | null) => void;
}

/** A day and an hour; a day alone where the field takes one, else the working day's first hour. */
export function MomentInput({ id, value, orDate, set, ...attributes }: MomentProps) {
  const { words } = useSurface();
  const local = value === null ? "" : value.length === 10 ? value : toLocalInput(value);
  const [draft, setDraft] = useState({ of: local, day: local.slice(0, 10), hour: local.slice(11) });
  const { day, hour } = draft.of === local ? draft : { day: local.slice(0, 10), hour: local.slice(11) };
  const decide = (nextDay: string, nextHour: string) => {
    setDraft({ of: local, day: nextDay, hour: nextHour });
    if (nextDay === "") set(null);
    else if (nextHour === "" && orDate) set(nextDay);
    else set(fromLocalInput(`${nextDay}T${nextHour || "09:00"}`));
  };
  return (
    <span class="moment">
      <input
        {...attributes}
        id={id}
        type="date"
        value={day}
        onChange={(event) => decide(event.currentTarget.value, hour)}
      />
      <input
        class="input"
        type="time"
        aria-label={words.say("field.hour")}
        value={hour}
        onChange={(event) => decide(day, event.currentTarget.value)}
      />
    </span>
  );
}
