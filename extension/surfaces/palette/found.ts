import { kindOf } from "../../../shared/records/kinds.ts";
import type { Row } from "../../port/surface.ts";
import { sayUnder } from "../components/row-under.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { sayPast } from "../state/times.ts";
import type { Choice } from "./choices.ts";

const MOST = 12;
const PEOPLE = ["contact", "principal"];

/**
 * Records that hold every typed word, people first; the last word may be the beginning of one. `settled`: they are
 * those of what is typed now, not of what was typed before.
 */
export function useFound(
  typed: string,
  onOpen: (record: string) => void,
): { readonly choices: readonly Choice[]; readonly settled: boolean } {
  const { words, desk, now } = useSurface();
  const search = typed.trim().slice(0, 200);
  const query =
    desk.value && search
      ? { q: "rows" as const, desk: desk.value.id, search, order: "updated" as const, limit: MOST }
      : null;
  const { value, asked } = useQuery(query).value;
  if (!query) return { choices: [], settled: true };
  const choiceOf = (row: Row): Choice => {
    const kind = kindOf(row.kind);
    const person = PEOPLE.includes(row.kind);
    const state = kind?.states[row.status];
    const facts = [
      kind && words.name(kind.label),
      sayUnder(row, false, now.peek(), words),
      state && words.name(state.label),
      person ? "" : sayPast(row.updatedAt, now.peek(), words.formats.peek()),
    ];
    return {
      id: row.id,
      group: words.say(person ? "palette.people" : "palette.found"),
      label: row.title || (kind ? words.name(kind.label) : row.kind),
      under: facts.filter(Boolean).join(" · "),
      run: () => onOpen(row.id),
    };
  };
  const rows = [...(value?.rows ?? [])].sort(
    (one, other) => Number(PEOPLE.includes(other.kind)) - Number(PEOPLE.includes(one.kind)),
  );
  return { choices: rows.map(choiceOf), settled: asked === JSON.stringify(query) };
}
