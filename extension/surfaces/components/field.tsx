import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import type { FormField } from "../../../shared/records/form.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import { maxLength, valueFault } from "../../../shared/records/value.ts";
import { readPhone, sayPhone } from "../state/phone.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { Combobox } from "./combobox.tsx";
import { LineInput } from "./line-input.tsx";
import { memberOptions } from "./member-options.ts";
import { MomentInput } from "./moment.tsx";
import { useSaidDate } from "./said-date.ts";
import { Suggestions } from "./suggestions.tsx";
import { isWallClock, WallClockInput } from "./wall-clock.tsx";

interface FieldProps {
  readonly field: FormField;
  readonly value: Scalar;
  /** A person has decided on a value: for a text while it is typed (within 250 ms), at once for the rest. */
  readonly onSet: (value: Scalar) => void;
}

/** One field of a form, as its definition says: the label, the native control for its type, and what is wrong with it. */
export function Field({ field, value, onSet }: FieldProps) {
  const { words, toasts } = useSurface();
  const id = useId();
  const [fault, setFault] = useState<ReturnType<typeof valueFault>>(null);
  const changed = useChanged();
  const set = (next: Scalar) => {
    const wrong = valueFault(field, next);
    setFault(wrong);
    if (wrong || next === value) return;
    changed.note(value, () => {
      takeBack();
      toasts.show({ text: words.say("undone") });
    });
    onSet(next);
  };
  const takeBack = () => {
    const before = changed.forget();
    setFault(null);
    if (before !== undefined) onSet(before);
  };
  return (
    <div class={field.type === "flag" ? "field flag" : "field"}>
      <label for={id}>{words.name(field.label)}</label>
      {changed.shown && (
        <button
          type="button"
          class="link small take-back"
          aria-label={words.say("field.takeBack", { field: words.name(field.label) })}
          onClick={() => {
            takeBack();
            // The button goes; writing goes on in the field.
            document.getElementById(id)?.focus();
          }}
        >
          {words.say("undo")}
        </button>
      )}
      <Control id={id} field={field} value={value} set={set} invalid={fault !== null} />
      {fault && (
        <p class="problem" id={`${id}-problem`}>
          {words.say(`fault.${fault}`)}
        </p>
      )}
    </div>
  );
}

/** As long as a notice offers to take something back. */
const OFFERED_MS = 10_000;

interface Changed {
  readonly value: Scalar;
  readonly stop: ReturnType<typeof setTimeout>;
  /** The key for undo no longer means it. */
  readonly withdraw: () => void;
}

/** What a field held before it was changed, for ten seconds after the last change; typing on is one change. */
function useChanged() {
  const { toasts } = useSurface();
  const before = useRef<Changed | null>(null);
  const [shown, setShown] = useState(false);
  const forget = () => {
    const held = before.current;
    clearTimeout(held?.stop);
    held?.withdraw();
    before.current = null;
    setShown(false);
    return held?.value;
  };
  useEffect(
    () => () => {
      clearTimeout(before.current?.stop);
      before.current?.withdraw();
    },
    [],
  );
  return {
    shown,
    forget,
    note(value: Scalar, takeBack: () => void) {
      const held = before.current;
      clearTimeout(held?.stop);
      held?.withdraw();
      before.current = {
        value: held ? held.value : value,
        stop: setTimeout(forget, OFFERED_MS),
        withdraw: toasts.offer(takeBack),
      };
      setShown(true);
    },
  };
}

interface ControlProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: Scalar;
  readonly set: (value: Scalar) => void;
  readonly invalid: boolean;
}

const inputTypes = { phone: "tel", email: "email", number: "number", date: "date" } as const;

function Control({ id, field, value, set, invalid }: ControlProps) {
  const { words, desk } = useSurface();
  const common = {
    id,
    class: "input",
    "aria-invalid": invalid,
    "aria-describedby": invalid ? `${id}-problem` : undefined,
  };
  switch (field.type) {
    case "flag":
      return (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case "choice":
      return (
        <Choice
          {...common}
          value={value}
          set={set}
          usual={field.usual}
          options={Object.entries(field.options ?? {}).map(([option, label]) => [option, words.name(label)])}
        />
      );
    case "member":
      return (
        <Combobox
          {...common}
          value={String(value ?? "")}
          none={words.say("assign.nobody")}
          options={memberOptions(words, desk.value?.members ?? [], value)}
          onChoose={(next) => set(next || null)}
        />
      );
    case "record":
      return <RecordChoice {...common} of={field.of ?? ""} value={value} set={set} />;
    case "instant":
      return (
        <MomentInput
          {...common}
          orDate={field.orDate === true}
          value={typeof value === "string" ? value : null}
          set={set}
        />
      );
    case "line":
      // What was written otherwise, by a newer version or by hand, is not lost behind a calendar.
      if (field.wallClock && (value === null || isWallClock(String(value))))
        return <WallClockInput {...common} value={value === null ? null : String(value)} set={set} />;
      return <LineControl {...common} field={field} value={value} set={set} />;
    default:
      return <LineControl {...common} field={field} value={value} set={set} />;
  }
}

interface LineControlProps extends Omit<ControlProps, "invalid"> {
  readonly class: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

function LineControl({ field, value, set, ...attributes }: LineControlProps) {
  const surface = useSurface();
  const phone = field.type === "phone";
  const [entered, setEntered] = useState(false);
  const type = field.type in inputTypes ? inputTypes[field.type as keyof typeof inputTypes] : "text";
  const list = `${attributes.id}-known`;
  const said = useSaidDate(type === "date" ? String(value ?? "") : "");
  const saidId = `${attributes.id}-said`;
  return (
    <>
      <LineInput
        {...attributes}
        aria-describedby={
          [attributes["aria-describedby"], said && saidId].filter(Boolean).join(" ") || undefined
        }
        type={type}
        {...(type === "text" ? { maxLength: maxLength(field) } : {})}
        {...(field.suggest ? { list, onFocus: () => setEntered(true) } : {})}
        value={value === null ? "" : phone ? sayPhone(String(value), surface.words) : String(value)}
        {...(phone ? { tidy: (text: string) => sayPhone(readPhone(text, surface), surface.words) } : {})}
        onText={(text, leaving) => {
          const typed = phone ? readPhone(text, surface) : text.trim();
          const next = typed === "" ? null : field.type === "number" ? Number(typed) : typed;
          // Half an address is not yet wrong: that is said when the person leaves the field.
          if (leaving || !valueFault(field, next)) set(next);
        }}
      />
      {said && (
        <span class="said-date small quiet" id={saidId}>
          {said}
        </span>
      )}
      {field.suggest && entered && <Suggestions id={list} of={field.suggest} />}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly class: string;
  readonly value: Scalar;
  readonly set: (value: Scalar) => void;
  readonly usual: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ value, set, usual = "", options, ...attributes }: ChoiceProps) {
  const chosen = value === null ? usual : String(value);
  return (
    <select {...attributes} value={chosen} onChange={(event) => set(event.currentTarget.value || null)}>
      {usual === "" && <option value="">—</option>}
      {options.map(([option, label]) => (
        <option key={option} value={option} selected={option === chosen}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface RecordChoiceProps {
  readonly id: string;
  readonly class: string;
  readonly of: string;
  readonly value: Scalar;
  readonly set: (value: Scalar) => void;
}

function RecordChoice({ of, value, set, ...attributes }: RecordChoiceProps) {
  const { desk } = useSurface();
  const query = desk.value && of ? { q: "records" as const, desk: desk.value.id, kinds: [of] } : null;
  const records = useQuery(query).value.value ?? [];
  return (
    <Combobox
      {...attributes}
      value={String(value ?? "")}
      none="—"
      options={records.map((record) => {
        const { title, under } = summarise(record);
        return { value: record.id, label: title, hint: under };
      })}
      onChoose={(next) => set(next || null)}
    />
  );
}
