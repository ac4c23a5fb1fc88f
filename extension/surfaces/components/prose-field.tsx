import { useId } from "preact/hooks";
import { classOf, mayAppear } from "../../../shared/records/classification.ts";
import type { FormField } from "../../../shared/records/form.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { useSurface } from "../state/surface.tsx";
import { useProse } from "../state/use-prose.ts";
import { UNKEPT } from "./unkept.ts";

/** What is confidential is not spelled: some browsers have their makers' computers look through what is typed. */
export const SAID_TO_NOBODY = { spellcheck: false } as const;

interface ProseFieldProps {
  readonly record: DeskRecord;
  readonly field: FormField;
  readonly rows?: number;
  readonly placeholder?: string;
  /** What stands around it names it already. */
  readonly unlabelled?: boolean;
  /** Given the text area, for who needs what is on screen now: the record is a moment behind it. */
  readonly shown?: { current: HTMLTextAreaElement | null };
}

/** A text of a record that several people may write at once: kept as it is typed, others' words appear in place. */
export function ProseField(props: ProseFieldProps) {
  const { words, rights } = useSurface();
  if (rights.value.comment) return <ProseArea {...props} />;
  const { record, field, unlabelled } = props;
  const text = String(record.fields[field.name] ?? "");
  if (text === "") return null;
  return (
    <div class="field">
      <span class={unlabelled ? "unseen" : "label"}>{words.name(field.label)}</span>
      <p class="prose">{text}</p>
    </div>
  );
}

function ProseArea({ record, field, rows = 3, placeholder, unlabelled, shown }: ProseFieldProps) {
  const { act, words } = useSurface();
  const id = useId();
  const area = useProse(
    `${record.id}/${field.name}`,
    String(record.fields[field.name] ?? ""),
    (base, splice) => act([{ do: "edit", record: record.id, field: field.name, base, splice }]),
  );
  return (
    <div class="field">
      <label for={id} class={unlabelled ? "unseen" : undefined}>
        {words.name(field.label)}
      </label>
      <textarea
        {...UNKEPT}
        class="input"
        id={id}
        ref={(element) => {
          area.current = element;
          if (shown) shown.current = element;
        }}
        rows={rows}
        placeholder={placeholder}
        {...(mayAppear(classOf(record)) ? {} : SAID_TO_NOBODY)}
      />
    </div>
  );
}
