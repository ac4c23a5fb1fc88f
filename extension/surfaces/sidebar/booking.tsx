import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Labels } from "../../../shared/records/labels.ts";
import { RESERVATION_FIELDS } from "../../../shared/records/reservation.ts";
import { trip as tripKind } from "../../../shared/records/trip.ts";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { idFor } from "../state/ids.ts";
import { useSurface } from "../state/surface.tsx";
import { addTo, matchingTrip, newTrip, readMail, type ShownBooking } from "./bookings.ts";
import { Journey } from "./journey.tsx";

interface BookingProps {
  readonly text: string;
  readonly from: string | null;
  readonly subject: string | null;
  readonly thread: string | null;
  /** Told whether a booking waits for its button. */
  readonly offering: Signal<boolean>;
  readonly onOpen: (id: string) => void;
}

/** The bookings that the open mail holds, read on this device, and one press to keep them. */
export function Booking({ text, from, subject, thread, offering, onOpen }: BookingProps) {
  const { words, act, now } = useSurface();
  const found = useSignal<readonly ShownBooking[]>([]);
  const reading = useSignal(true);
  const choosing = useSignal(false);
  const added = useSignal<string | null>(null);
  const { rows } = useRows({ kinds: ["trip"], open: true, order: "due" });
  useEffect(() => {
    let current = true;
    added.value = null;
    found.value = [];
    reading.value = true;
    readMail({ text, from, subject })
      .then((bookings) => {
        if (current) found.value = bookings;
      })
      .catch((error: unknown) => console.error("Sidedesk could not read this mail for bookings.", error))
      .finally(() => {
        if (current) reading.value = false;
      });
    return () => {
      current = false;
    };
  }, [text, from, subject]);
  // Until the mail has been read a booking may still come: no other button is filled and then emptied again.
  const offered = reading.value || (found.value.length > 0 && added.value === null);
  useEffect(() => {
    offering.value = offered;
    return () => {
      offering.value = false;
    };
  }, [offered, offering]);
  if (found.value.length === 0) return null;
  const bookings = found.value;
  const match = matchingTrip(rows, bookings);
  const unsure = [...new Set(bookings.flatMap((booking) => booking.unsure))];
  const keep = async (record: string, fresh: boolean) => {
    const actions = fresh ? newTrip(record, bookings, thread) : addTo(record, bookings, thread);
    if (await act(actions, words.say("booking.added"))) added.value = record;
    choosing.value = false;
  };
  const fresh = () => keep(idFor(tripKind, now.value), true);
  return (
    <Section
      card
      title={words.say("booking.title", { n: bookings.length })}
      aside={
        <Chip tone="done" title={words.say("booking.readHereWhy")}>
          {words.say("booking.readHere")}
        </Chip>
      }
    >
      {bookings.map((booking, index) => (
        <Journey key={index} booking={booking} />
      ))}
      {unsure.length > 0 && (
        <p class="small unsure">
          {words.say("booking.unsure", {
            fields: unsure.map((path) => fieldName(path, words.name)).join(", "),
          })}
        </p>
      )}
      {added.value ? (
        <div class="buttons">
          <Chip tone="done">{words.say("booking.added")}</Chip>
          <Button look="plain" onPress={() => added.value && onOpen(added.value)}>
            {words.say("booking.openTrip")}
          </Button>
        </div>
      ) : (
        <div class="buttons">
          <Button look="filled" onPress={() => void (match ? keep(match.id, false) : fresh())}>
            {match ? words.say("booking.addTo", { trip: match.title }) : words.say("booking.newTrip")}
          </Button>
          {rows.length > 0 && (
            <Button look="plain" expanded={choosing.value} onPress={() => (choosing.value = !choosing.value)}>
              {words.say("other")}
            </Button>
          )}
        </div>
      )}
      {choosing.value && (
        <ul class="choices">
          {match && (
            <li>
              <Button look="plain" onPress={() => void fresh()}>
                {words.say("booking.newTrip")}
              </Button>
            </li>
          )}
          {rows
            .filter(({ id }) => id !== match?.id)
            .slice(0, 12)
            .map((row) => (
              <li key={row.id}>
                <Button look="plain" onPress={() => void keep(row.id, false)}>
                  {words.say("booking.addTo", { trip: row.title })}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}

/** What a path of the reservation is called in the form; its last name where the form has no such field. */
function fieldName(path: string, name: (labels: Labels) => string): string {
  const last = path.split(".").at(-1) ?? path;
  const fields = [
    [/^departure(Time|Day)|checkin|pickupTime|startTime/, RESERVATION_FIELDS.startsAt],
    [/^arrivalTime|checkout|dropoffTime|endTime/, RESERVATION_FIELDS.endsAt],
    [/departure|pickupLocation/, RESERVATION_FIELDS.from],
    [/arrival|dropoffLocation/, RESERVATION_FIELDS.to],
    [/reservationNumber/, RESERVATION_FIELDS.reservationNumber],
    [/underName/, RESERVATION_FIELDS.underName],
    [/[sS]eat/, RESERVATION_FIELDS.seat],
  ] as const;
  const found = fields.find(([pattern]) =>
    pattern.test(path.split(".").find((part) => pattern.test(part)) ?? ""),
  );
  return found ? name(found[1].label) : last;
}
