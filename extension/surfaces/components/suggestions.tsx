import type { FormField } from "../../../shared/records/form.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

/** Where the desk knows each of them from: a kind of record and its field. */
const SOURCES: Readonly<Record<NonNullable<FormField["suggest"]>, readonly [kind: string, field: string]>> = {
  person: ["contact", "fn"],
  organization: ["contact", "org"],
  place: ["trip", "destination"],
};
const MOST = 500;

/** What the browser offers while a line is typed that names this list (`id`) as its own: each value once, in order. */
export function Suggestions({
  id,
  of,
}: {
  readonly id: string;
  readonly of: NonNullable<FormField["suggest"]>;
}) {
  const { desk, words } = useSurface();
  const [kind, field] = SOURCES[of];
  const query = desk.value && { q: "records" as const, desk: desk.value.id, kinds: [kind], limit: MOST };
  const records = useQuery(query).value.value ?? [];
  const values = new Set(records.map(({ fields }) => String(fields[field] ?? "")).filter(Boolean));
  return (
    <datalist id={id}>
      {[...values]
        .sort((one, other) => one.localeCompare(other, words.locale.value))
        .map((value) => (
          <option key={value} value={value} />
        ))}
    </datalist>
  );
}
