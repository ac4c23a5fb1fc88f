import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { DeskInfo } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Section } from "../components/section.tsx";
import { useSurface } from "../state/surface.tsx";
import type { ExportFormat } from "./export-file.ts";
import { saveFile } from "./save-file.ts";

const FORMATS = [
  ["json", "data.everything"],
  ["tasks", "data.tasks"],
  ["trips", "data.trips"],
  ["contacts", "data.contacts"],
] as const satisfies readonly (readonly [ExportFormat, string])[];

/** The desk as files that people and other programs read; collected piece by piece, put into the browser's downloads. */
export function ExportSection({ desk }: { readonly desk: DeskInfo }) {
  const { words, ask, toasts, clock } = useSurface();
  const collected = useSignal<number | null>(null);
  const privileged = useSignal(false);
  const id = useId();
  const collect = async (): Promise<readonly DeskRecord[] | null> => {
    const all: DeskRecord[] = [];
    collected.value = 0;
    for (;;) {
      const after = all.at(-1)?.id ?? null;
      const page = await ask({ call: "exportRecords", desk: desk.id, after });
      if (!page) return null;
      all.push(...page);
      collected.value = all.length;
      if (page.length === 0) return all;
    }
  };
  const save = async (format: ExportFormat) => {
    const [records, { exportFile }] = await Promise.all([collect(), import("./export-file.ts")]);
    collected.value = null;
    if (!records) return;
    const now = new Date(clock()).toISOString();
    const made = exportFile(format, {
      desk,
      records,
      privileged: privileged.peek(),
      locale: words.locale.peek(),
      now,
    });
    if (made.count === 0) return toasts.show({ text: words.say("data.nothing") });
    saveFile(made);
    toasts.show({
      text:
        made.leftOut === 0
          ? words.say("data.saved", { file: made.name })
          : words.say("data.savedWithout", { file: made.name, n: made.leftOut }),
    });
  };
  return (
    <Section card title={words.say("data.export")}>
      <p>{words.say("data.exportWhy")}</p>
      <div class="field flag">
        <label for={id}>{words.say("data.privileged")}</label>
        <input
          id={id}
          type="checkbox"
          checked={privileged.value}
          onChange={(event) => {
            privileged.value = event.currentTarget.checked;
          }}
        />
      </div>
      <div class="buttons">
        {FORMATS.map(([format, label]) => (
          <Button key={format} disabled={collected.value !== null} onPress={() => void save(format)}>
            {words.say(label)}
          </Button>
        ))}
      </div>
      <p class="small quiet" role="status">
        {collected.value !== null && words.say("data.collecting", { n: collected.value })}
      </p>
    </Section>
  );
}
