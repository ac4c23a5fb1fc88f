import type { BookingInput } from "../../../shared/travel/read-booking.ts";
import { airportTable } from "./bookings.ts";

/** Larger files are not read, in megabytes: tickets are far smaller. */
export const MOST_MEGABYTES = 25;

/** Why a file gave no booking. */
type TicketProblem = "none" | "damaged" | "unknown" | "tooLarge";

/** A file that somebody chose, and what may hold bookings in it. */
export interface Ticket {
  readonly name: string;
  readonly inputs: readonly BookingInput[];
  readonly problem: TicketProblem | null;
}

/** Opens a file, here on the device, with the readers that its kind needs. Never throws: what is wrong is told. */
export async function openTicket(file: File, mailDate: string): Promise<Ticket> {
  const without = (problem: TicketProblem): Ticket => ({ name: file.name, inputs: [], problem });
  if (file.size > MOST_MEGABYTES * 1_000_000) return without("tooLarge");
  const [{ fileInputs }, { detectKind }, { onlyReservations, readItems }, { UnreadablePass }, table] =
    await Promise.all([
      import("../../../shared/travel/file-inputs.ts"),
      import("../../../shared/travel/detect.ts"),
      import("../../../shared/travel/read-booking.ts"),
      import("../../../shared/travel/passes/archive.ts"),
      airportTable(),
    ]);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = detectKind(bytes, file.name.toLowerCase());
    // Who has a mail has it open in the webmail; what takes one apart would be a tenth of all that is loaded here.
    if (kind === "mail") return without("unknown");
    // Text has no such byte: it is a picture, or the file of another program.
    if (kind === "text" && bytes.subarray(0, 4096).includes(0)) return without("unknown");
    const inputs = fileInputs(bytes, { mailDate }, kind);
    const found = onlyReservations(readItems(inputs, table), table);
    return { name: file.name, inputs, problem: found.length > 0 ? null : "none" };
  } catch (error) {
    return without(error instanceof UnreadablePass && error.other ? "unknown" : "damaged");
  }
}

/** Whether an attachment may be a ticket, by its name. */
const mayBeTicket = (name: string): boolean => /\.(?:pdf|pkpass|ics)$/i.test(name.trim());

const CALLED =
  /\.(?:pkpass|ics)\s*$|ti[ck]+et|billet|biglietto|bilhete|boletos?|bilet|biļet|jízdenk|letenk|билет|车票|机票|门票|乗車券|航空券|チケット|boarding|board.?karte|itiner|(?<!p)reise|voyage|viaje|viaggio|viagem|podróż|cest[ay]|ceļo|travel|trip|flight|flug|rail|hotel|voucher|booking|buchung|boeking|reserv|réserv|prenotaz|rezerw|rezerv|брон|đặt|vé\b|予約|预订|confirm|bestätig|conferma/iu;

/** Whether it is likely one: contracts and invoices are attached as PDFs far more often. */
export const looksLikeTicket = (name: string): boolean => mayBeTicket(name) && CALLED.test(name);

/** The attachment that is most likely a ticket; null where none may be one. */
export const attachedTicket = (names: readonly string[]): string | null =>
  names.find(looksLikeTicket) ?? names.find(mayBeTicket) ?? null;
