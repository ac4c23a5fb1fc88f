import type { Scalar } from "../../../shared/documents/command.ts";
import type { FormField } from "../../../shared/records/form.ts";
import { useSurface } from "../state/surface.tsx";
import { usePrincipals } from "./principal.tsx";
import { isSaidInSum, sayValue } from "./value.ts";

interface FactsProps {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Scalar>>;
}

/** The fields of a record as they stand, for who may read but not set them. */
export function Facts({ fields, values }: FactsProps) {
  const { words, desk, now } = useSurface();
  const principals = usePrincipals();
  const names = { words, now: now.value, members: desk.value?.members ?? [], principals };
  return (
    <dl class="form">
      {fields
        .filter(({ name }) => !isSaidInSum(name, fields, values))
        .map((field) => (
          <div class="field" key={field.name}>
            <dt class="label">{words.name(field.label)}</dt>
            <dd class="break">{sayValue(field, values[field.name] ?? null, names, values)}</dd>
          </div>
        ))}
    </dl>
  );
}
