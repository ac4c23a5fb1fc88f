import { useRef } from "preact/hooks";
import { formFields } from "../../../shared/records/form.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { template as kind } from "../../../shared/records/template.ts";
import { VARIABLES } from "../../../shared/replies/variable-names.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProseField } from "../components/prose-field.tsx";
import { Form } from "../record/form.tsx";
import { StateActions } from "../record/state-actions.tsx";
import type { Letter } from "../state/letters.ts";
import { useSurface } from "../state/surface.tsx";
import { TemplatePreview, useFilled } from "./template-preview.tsx";

const fields = formFields(kind);
const named = (name: string) => fields.filter((field) => field.name === name);

interface FormProps {
  readonly letter: Letter;
  readonly record: DeskRecord;
}

/** A template of the desk: its fields, what is wrong in them where it is, what can be filled in, and how it comes out. */
export function TemplateForm({ letter, record }: FormProps) {
  const { words, act, now } = useSurface();
  const area = useRef<HTMLTextAreaElement>(null);
  const filled = useFilled(letter);
  const { id } = record;
  const set = (field: string, value: string | number | boolean | null) =>
    void act([{ do: "set", record: id, field, value }]);
  const insert = (name: string) => {
    const { current } = area;
    if (!current) return;
    current.setRangeText(`{{ ${name} }}`, current.selectionStart, current.selectionEnd, "end");
    current.dispatchEvent(new Event("input", { bubbles: true }));
    current.focus();
  };
  const remove = () =>
    act(
      [{ do: "set", record: id, field: "deletedAt", value: new Date(now.peek()).toISOString() }],
      words.say(letter.starter ? "templates.restored" : "templates.removed"),
    );
  const problem = (where: "subject" | "body") =>
    filled &&
    !filled.ok &&
    filled.where === where && (
      <p class="problem" role="status">
        {filled.line === null || where === "subject"
          ? filled.advice
          : words.say("templates.line", { line: filled.line, advice: filled.advice })}
      </p>
    );
  return (
    <div class="stack">
      <Form
        identity={id}
        all
        fields={fields.filter(({ name }) => name !== "subject" && name !== "body")}
        values={record.fields}
        onSet={set}
      />
      {named("subject").map((field) => (
        <Field
          key={field.name}
          field={field}
          value={record.fields.subject ?? null}
          onSet={(value) => set("subject", value)}
        />
      ))}
      {problem("subject")}
      {named("body").map((field) => (
        <ProseField key={field.name} record={record} field={field} rows={8} shown={area} />
      ))}
      {problem("body")}
      <details>
        <summary>{words.say("templates.values")}</summary>
        <div class="stack">
          <p class="small quiet">
            {words.say("templates.valuesWhy", { begin: "{% if phone %}", end: "{% endif %}" })}
          </p>
          <ul class="chips">
            {Object.entries(VARIABLES).map(([name, label]) => (
              <li key={name}>
                <button
                  type="button"
                  class="chip"
                  aria-label={words.say("templates.insert", { name: words.name(label) })}
                  onClick={() => insert(name)}
                >
                  {words.name(label)} <code>{`{{ ${name} }}`}</code>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </details>
      <TemplatePreview letter={letter} />
      <StateActions record={record} kind={kind} plain />
      <div class="buttons">
        <Button look="plain" danger onPress={() => void remove()}>
          {words.say(letter.starter ? "templates.restore" : "templates.remove")}
        </Button>
      </div>
    </div>
  );
}
