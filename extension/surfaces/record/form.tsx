import { useRef } from "preact/hooks";
import type { Scalar } from "../../../shared/documents/command.ts";
import type { FormField } from "../../../shared/records/form.ts";
import { Facts } from "../components/facts.tsx";
import { Field } from "../components/field.tsx";
import { useSurface } from "../state/surface.tsx";

interface FormProps {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Scalar>>;
  /** Another identity is another record: what is folded away is decided anew. */
  readonly identity: string;
  /** Shows every field at once instead of folding the empty ones away. */
  readonly all?: boolean;
  readonly onSet: (field: string, value: Scalar) => void;
}

const SMALL = 6;

/** The fields of a record, as its kind defines them: what is filled stands open, what is empty is one press away. */
export function Form({ fields, values, identity, all, onSet }: FormProps) {
  const { words, rights } = useSurface();
  const filled = (field: FormField) => {
    const value = values[field.name];
    return value !== undefined && value !== null && value !== "" && value !== false;
  };
  const folded = useRef({ identity: "", names: new Set<string>() });
  if (folded.current.identity !== identity) {
    const empty = all || fields.length <= SMALL ? [] : fields.filter((field) => !filled(field));
    folded.current = { identity, names: new Set(empty.map(({ name }) => name)) };
  }
  if (!rights.value.write) return <Facts fields={fields.filter(filled)} values={values} />;
  const control = (field: FormField) => (
    <Field
      key={`${identity}/${field.name}`}
      field={field}
      value={values[field.name] ?? null}
      onSet={(value) => onSet(field.name, value)}
    />
  );
  const open = fields.filter(({ name }) => !folded.current.names.has(name));
  const away = fields.filter(({ name }) => folded.current.names.has(name));
  return (
    <div class="stack">
      {open.length > 0 && <div class="form">{open.map(control)}</div>}
      {away.length > 0 && (
        <details>
          <summary>{words.say("form.more", { n: away.length })}</summary>
          <div class="form">{away.map(control)}</div>
        </details>
      )}
    </div>
  );
}
