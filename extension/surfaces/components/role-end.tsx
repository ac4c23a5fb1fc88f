import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useSurface } from "../state/surface.tsx";
import { dayName, endOfDay, sayDue, toLocalInput } from "../state/times.ts";

/** What a stand-in is mostly asked for: a week, two, a month, a quarter of a year. */
const LENGTHS_IN_DAYS = [7, 14, 30, 90];

interface RoleEndProps {
  /** For who does not see what stands beside it. */
  readonly label: string;
  /** When the role ends, RFC 3339; null for never. */
  readonly until: string | null;
  readonly set: (until: string | null) => void;
}

/** When somebody's role ends: never, after some days, or with a day that is chosen. It lasts to the end of that day here. */
export function RoleEnd({ label, until, set }: RoleEndProps) {
  const { words, now } = useSurface();
  const naming = useSignal(false);
  const byKey = useRef(false);
  const locale = words.formats.value;
  const lastDay = until === null ? "" : toLocalInput(until).slice(0, 10);
  const today = toLocalInput(new Date(now.value).toISOString()).slice(0, 10);
  const choose = (chosen: string) => {
    naming.value = chosen === "day";
    if (chosen === "") set(null);
    else if (/^\d+$/.test(chosen)) set(endOfDay(today, Number(chosen)));
  };
  const name = (day: string, withKey: boolean) => {
    byKey.current = withKey;
    naming.value = false;
    if (day >= today && day !== lastDay) set(endOfDay(day, 0));
  };
  if (naming.value) return <DayInput label={label} day={lastDay} min={today} onNamed={name} />;
  return (
    <select
      class="input narrow"
      aria-label={label}
      value={until ?? ""}
      ref={(list) => {
        if (byKey.current) list?.focus();
        byKey.current = false;
      }}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="" selected={until === null}>
        {words.say("ends.never")}
      </option>
      {until !== null && (
        <option value={until} selected>
          {words.say("members.until", { time: sayDue(lastDay, now.value, locale).text })}
        </option>
      )}
      {LENGTHS_IN_DAYS.map((days) => (
        <option key={days} value={days}>
          {dayName(days, locale)}
        </option>
      ))}
      <option value="day">{words.say("ends.day")}</option>
    </select>
  );
}

interface DayInputProps {
  /** For who does not see what stands beside it. */
  readonly label: string;
  /** The day it begins with, and the first that may be named: `2026-12-03`; the former may be "". */
  readonly day: string;
  readonly min: string;
  /**
   * The day that was named by Enter or by going elsewhere, as it was before by Escape; "" for none.
   * @param byKey the cursor was still here
   */
  readonly onNamed: (day: string, byKey: boolean) => void;
}

/** A native field that stands for a moment, with the cursor in it, for a day to be named. */
function DayInput({ label, day, min, onNamed }: DayInputProps) {
  const named = useRef(false);
  const name = (chosen: string, byKey: boolean) => {
    // A field that goes loses the cursor, which is no second answer.
    if (named.current) return;
    named.current = true;
    onNamed(chosen, byKey);
  };
  return (
    <input
      class="input narrow"
      type="date"
      autocomplete="off"
      aria-label={label}
      min={min}
      defaultValue={day}
      ref={(field) => field?.focus()}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        name(event.key === "Enter" ? event.currentTarget.value : day, true);
      }}
      onBlur={(event) => name(event.currentTarget.value, false)}
    />
  );
}
