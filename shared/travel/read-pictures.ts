import { readCodes } from "./passes/barcodes.ts";
import { pdfPictures } from "./pdf/pictures.ts";
import type { BookingInput } from "./read-booking.ts";

const MAX_FILES = 4;

/** Adds to the PDFs of a mail what the codes say that are printed in them as pictures. */
export async function withCodes(inputs: readonly BookingInput[]): Promise<BookingInput[]> {
  const all: BookingInput[] = [];
  let files = 0;
  for (const input of inputs) {
    if (input.kind === "pdf") files += 1;
    all.push(
      input.kind === "pdf" && files <= MAX_FILES
        ? { ...input, codes: await readCodes(pdfPictures(input.bytes)) }
        : input,
    );
  }
  return all;
}
