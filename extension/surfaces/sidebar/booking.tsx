import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { againstLimit, limitOf } from "../../../shared/documents/spending.ts";
import { trip as tripKind } from "../../../shared/records/trip.ts";
import type { Row } from "../../port/surface.ts";
import { Banner } from "../components/banner.tsx";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { useRows } from "../components/record-list.tsx";
import { Section } from "../components/section.tsx";
import { saySpending } from "../delegation/delegations.ts";
import { KeyMark } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { idFor } from "../state/ids.ts";
import { useRecords } from "../state/records.ts";
import { useSurface } from "../state/surface.tsx";
import {
  addTo,
  dayOf,
  itemOf,
  matchingTrip,
  newTrip,
  readMail,
  type ShownBooking,
  tripsToLookInto,
} from "./bookings.ts";
import { type Holding, holdingOf } from "./held.ts";
import { Held } from "./held-booking.tsx";
import { Journey } from "./journey.tsx";
import { TicketProblems } from "./read-ticket.tsx";
import { openTicket, type Ticket } from "./tickets.ts";

interface BookingProps {
  readonly text: string;
  readonly from: string | null;
  readonly subject: string | null;
  /** When the mail was sent, as the page shows it. */
  readonly date: string | null;
  readonly thread: string | null;
  /** Tickets that belong to it, as files. */
  readonly files: readonly File[];
  /** Told whether a booking waits for its button. */
  readonly offering: Signal<boolean>;
  /** Called when it is there, or is known not to come. */
  readonly onSettled: () => void;
  readonly onOpen: (id: string) => void;
}

interface HeldBooking {
  readonly booking: ShownBooking;
  readonly holding: Holding;
}

/** The bookings that the open mail holds, read on this device, what the desk has of them, and one press to keep them. */
export function Booking({
  text,
  from,
  subject,
  date,
  thread,
  files,
  offering,
  onSettled,
  onOpen,
}: BookingProps) {
  const { words, act, now, rights } = useSurface();
  const found = useSignal<readonly ShownBooking[]>([]);
  const tickets = useSignal<readonly Ticket[]>([]);
  const reading = useSignal(true);
  const added = useSignal<string | null>(null);
  const open = useRows({ kinds: ["trip"], open: true, order: "due" });
  const bookings = found.value;
  const reference = bookings.find(({ summary }) => summary.reference)?.summary.reference;
  const byReference = useRows(reference ? { kinds: ["trip"], search: reference } : null);
  const ids = tripsToLookInto(bookings, open.rows, reference ? byReference.rows : []);
  const trips = useRecords(added.value && !ids.includes(added.value) ? [...ids, added.value] : ids);
  useEffect(() => {
    let current = true;
    added.value = null;
    reading.value = true;
    Promise.all(files.map((file) => openTicket(file, dayOf(date, now.peek()))))
      .then(async (opened) => {
        const inputs = opened.flatMap((ticket) => ticket.inputs);
        const read = await readMail({ text, from, subject, date }, now.peek(), inputs);
        if (!current) return;
        tickets.value = opened;
        found.value = read;
      })
      .catch((error: unknown) => console.error("Sidedesk could not read this mail for bookings.", error))
      .finally(() => {
        if (current) reading.value = false;
      });
    return () => {
      current = false;
    };
  }, [text, from, subject, date, files]);
  // Until every trip was looked into, a booking may turn out to be there already: nothing is offered before.
  const known = trips !== null && open.settled && byReference.settled;
  const last = useRef<readonly HeldBooking[]>([]);
  if (known)
    last.current = bookings.map((booking) => ({ booking, holding: holdingOf(booking, trips, thread) }));
  // While a trip is looked into anew, what stands there stays, and cannot be pressed.
  const held = last.current;
  const fresh = held.filter(({ booking, holding }) => holding.state === "new" && !booking.summary.cancelled);
  const waits = fresh.length > 0 || held.some(({ holding }) => holding.state === "changed");
  const offered = reading.value || waits;
  useEffect(() => {
    offering.value = offered;
    return () => {
      offering.value = false;
    };
  }, [offered, offering]);
  const settled = !reading.value && (known || bookings.length === 0);
  useLayoutEffect(() => {
    if (settled) onSettled();
  }, [settled]);
  const match = matchingTrip(
    open.rows,
    fresh.map(({ booking }) => booking),
  );
  const into = trips?.find(({ record }) => record.id === match?.id);
  const items = Object.fromEntries(fresh.map(({ booking }, place) => [`${place}`, itemOf(booking, null)]));
  const beyond =
    into?.acting &&
    saySpending(
      againstLimit(into.acting, { ...into.record.lists.reservations, ...items }),
      limitOf(into.acting),
      words,
    );
  const keep = async (record: string | null) => {
    const kept = fresh.map(({ booking }) => booking);
    const into = record ?? idFor(tripKind, now.value);
    const actions = record ? addTo(record, kept, thread) : newTrip(into, kept, thread);
    if (await act(actions, words.say("booking.added"))) added.value = into;
  };
  const firstChanged = held.findIndex(({ holding }) => holding.state === "changed");
  useKeys({
    "booking.take": () => {
      if (!rights.value.write || !known) return false;
      const changed = held[firstChanged]?.holding;
      if (fresh.length > 0) return keep(match?.id ?? null);
      return changed?.state === "changed" && act(changed.update, words.say("booking.updated"));
    },
  });
  const problems = <TicketProblems tickets={tickets.value} />;
  if (held.length === 0) return problems;
  const read = tickets.value.some(({ problem }) => problem === null);
  const title = bookings.length === 1 && !read ? "booking.one" : read ? "ticket.title" : "booking.title";
  return (
    <>
      {problems}
      <Section
        card
        title={words.say(title, { n: bookings.length })}
        aside={
          <Chip tone="done" title={words.say("booking.readHereWhy")}>
            {words.say("booking.readHere")}
          </Chip>
        }
      >
        {held.map(({ booking, holding }, index) => (
          <div class="booking" key={index}>
            <Journey booking={booking} />
            <Held
              booking={booking}
              holding={holding}
              filled={fresh.length === 0 && index === firstChanged}
              onOpen={onOpen}
            />
          </div>
        ))}
        {beyond && fresh.length > 0 && <Banner boxed>{beyond}</Banner>}
        {fresh.length > 0 && rights.value.write && (
          <AddTo trips={open.rows} match={match} ready={known} onKeep={(record) => void keep(record)} />
        )}
      </Section>
    </>
  );
}

interface AddToProps {
  readonly trips: readonly Row[];
  readonly match: Row | null;
  /** Whether every trip has been looked into. */
  readonly ready: boolean;
  /** Null makes a new trip. */
  readonly onKeep: (trip: string | null) => void;
}

const MOST = 12;

/** The likely trip on one filled button, the others behind "Other…". */
function AddTo({ trips, match, ready, onKeep }: AddToProps) {
  const { words } = useSurface();
  const choosing = useSignal(false);
  const keep = (trip: string | null) => {
    choosing.value = false;
    onKeep(trip);
  };
  return (
    <>
      <div class="buttons">
        <Button look="filled" disabled={!ready} onPress={() => keep(match?.id ?? null)}>
          {match ? words.say("booking.addTo", { trip: match.title }) : words.say("booking.newTrip")}{" "}
          <KeyMark of="booking.take" />
        </Button>
        {trips.length > 0 && (
          <Button look="plain" expanded={choosing.value} onPress={() => (choosing.value = !choosing.value)}>
            {words.say("other")}
          </Button>
        )}
      </div>
      {choosing.value && (
        <ul class="choices">
          {match && (
            <li>
              <Button look="plain" onPress={() => keep(null)}>
                {words.say("booking.newTrip")}
              </Button>
            </li>
          )}
          {trips
            .filter(({ id }) => id !== match?.id)
            .slice(0, MOST)
            .map((row) => (
              <li key={row.id}>
                <Button look="plain" onPress={() => keep(row.id)}>
                  {words.say("booking.addTo", { trip: row.title })}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
