import { computed, effect } from "@preact/signals";
import { knownPeople } from "../../../shared/capture/known-people.ts";
import type { CaptureContext, Reading } from "../../../shared/capture/read-line.ts";
import { countryOfClock, regionsOf } from "../../../shared/capture/regions.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { Surface } from "../state/surface.tsx";
import type { Captured } from "./reading.ts";

/** Lets keys in before the next piece of a long search. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A reading and the fields that it makes. */
export interface Read {
  readonly reading: Reading;
  readonly fields: Reading["fields"];
}

/** Reads a line; `chosen` is the kind that the person set, null leaves it to the words. */
export type ReadTyped = (line: string, chosen: Captured | null) => Promise<Read>;

/**
 * Reads typed lines here on the device, knowing the desk's principals and contacts. The reader is loaded when the
 * first line is typed, the rules for telephone numbers after it: until they are there a line is read without them.
 */
export function openReader({ background, desk, words, now, languages }: Surface): ReadTyped {
  let known: readonly DeskRecord[] = [];
  const current = computed(() => desk.value?.id);
  effect(() => {
    const id = current.value;
    known = [];
    if (!id) return;
    return background.watch(
      { q: "records", desk: id, kinds: ["principal", "contact"], limit: 2000 },
      (records) => {
        known = records;
      },
    );
  });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  let parsePhone: CaptureContext["parsePhone"];
  let country: string | null = null;
  const load = async () => {
    const [line, captured] = await Promise.all([
      import("../../../shared/capture/read-line.ts"),
      import("../../../shared/capture/captured-fields.ts"),
    ]);
    // Without the numbering rules a line is still read: a number then stays as it was typed.
    const phone = await import("../../../shared/capture/parse-phone.ts").catch(() => null);
    parsePhone = phone?.parsePhone;
    // Not waited for: until it is found the countries of the person's languages have to do.
    void countryOfClock(timeZone, pause).then((found) => {
      country = found;
    });
    return { ...line, ...captured };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return async (line, chosen) => {
    loaded ??= load().catch((error: unknown) => {
      // Asked for again with the next line.
      loaded = undefined;
      throw error;
    });
    const { readLine, capturedFields } = await loaded;
    const [region = "", ...otherRegions] = regionsOf(timeZone, [...languages, words.locale.peek()], country);
    const read = readLine(line, {
      locale: words.locale.peek(),
      now: new Date(now.peek()).toISOString(),
      timeZone,
      region,
      otherRegions,
      hint: chosen ?? "call",
      ...knownPeople(known),
      parsePhone,
    });
    const reading = chosen ? { ...read, kind: chosen } : read;
    return { reading, fields: capturedFields(reading) };
  };
}
