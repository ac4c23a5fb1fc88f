import type { DeskRecord } from "../../../shared/records/record.ts";
import { Button } from "../components/button.tsx";
import { useSurface } from "../state/surface.tsx";

/** A trip as a file that calendars read: its days, and each booking at its time. */
export function TripCalendar({ record }: { readonly record: DeskRecord }) {
  const { words, toasts } = useSurface();
  const save = async () => {
    const [{ calendarOf }, { vevents }, { fileName, saveFile }] = await Promise.all([
      import("../options/export-file.ts"),
      import("../../../shared/records/vevent.ts"),
      import("../options/save-file.ts"),
    ]);
    const { title, destination } = record.fields;
    const name = `${fileName(String(title ?? destination ?? ""))}.ics`;
    const text = calendarOf(vevents(record, words.locale.peek()));
    saveFile({ name, type: "text/calendar", text });
    toasts.show({ text: words.say("data.saved", { file: name }) });
  };
  return (
    <Button look="plain" onPress={() => void save()}>
      {words.say("trip.calendar")}
    </Button>
  );
}
