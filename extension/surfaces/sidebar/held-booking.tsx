import { RESERVATION_FIELDS } from "../../../shared/records/reservation.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { sayValue } from "../components/value.ts";
import { KeyMark } from "../keys/marks.tsx";
import { useSurface } from "../state/surface.tsx";
import type { ShownBooking } from "./bookings.ts";
import type { Holding } from "./held.ts";

interface HeldProps {
  readonly booking: ShownBooking;
  readonly holding: Holding;
  /** Its button is the view's next action. */
  readonly filled: boolean;
  readonly onOpen: (id: string) => void;
}

/** What a trip has of a booking: the same, or what differs and one press to take it over. */
export function Held({ booking, holding, filled, onOpen }: HeldProps) {
  const { words, act, now, rights } = useSurface();
  if (holding.state === "new")
    return booking.summary.cancelled ? <p class="small quiet">{words.say("booking.cancelledNew")}</p> : null;
  const { record } = holding.trip;
  const trip = summarise(record).title || words.say("value.record");
  const open = (
    <Button look="plain" onPress={() => onOpen(record.id)}>
      {words.say("booking.openTrip")}
    </Button>
  );
  if (holding.state !== "changed")
    return (
      <div class="buttons">
        <Chip tone={holding.state === "same" ? "done" : "neutral"}>
          {words.say(holding.state === "same" ? "booking.held" : "booking.older", { trip })}
        </Chip>
        {open}
      </div>
    );
  const names = { words, now: now.value, members: [], principals: [] };
  return (
    <>
      <div class="banner boxed differs">
        <p>
          <strong>{words.say("booking.differs", { trip })}</strong>
        </p>
        <ul class="small">
          {holding.changes.map(({ field, before, after }) => (
            <li key={field}>
              {words.say("booking.change", {
                field: words.name(RESERVATION_FIELDS[field].label),
                before: sayValue(RESERVATION_FIELDS[field], before, names),
                after: sayValue(RESERVATION_FIELDS[field], after, names),
              })}
            </li>
          ))}
        </ul>
      </div>
      <div class="buttons">
        {rights.value.write && (
          <Button
            {...(filled ? { look: "filled" as const } : {})}
            onPress={() => void act(holding.update, words.say("booking.updated"))}
          >
            {words.say("booking.update")} {filled && <KeyMark of="booking.take" />}
          </Button>
        )}
        {open}
      </div>
    </>
  );
}
