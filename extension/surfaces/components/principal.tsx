import { useMemo } from "preact/hooks";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { tintOf } from "./tint.ts";

const LAST = Number.MAX_SAFE_INTEGER;
const orderOf = ({ fields }: DeskRecord): number => (typeof fields.order === "number" ? fields.order : LAST);

export interface PrincipalInfo {
  readonly id: string;
  readonly name: string;
  readonly away: boolean;
  /** The value for `--tint`. */
  readonly tint: string;
  readonly record: DeskRecord;
}

/** The desk's principals, in the order that its people gave them; then by their names. */
export function usePrincipals(): readonly PrincipalInfo[] {
  const { desk, words } = useSurface();
  const query = desk.value && { q: "records" as const, desk: desk.value.id, kinds: ["principal"] };
  const records = useQuery(query).value.value;
  const locale = words.locale.value;
  return useMemo(
    () =>
      (records ?? [])
        .map((record) => ({
          id: record.id,
          name: String(record.fields.fn ?? record.fields.email ?? ""),
          away: record.fields.status === "away",
          tint: tintOf(record.id, String(record.fields.colour ?? "")),
          record,
        }))
        .sort(
          (one, other) =>
            orderOf(one.record) - orderOf(other.record) || one.name.localeCompare(other.name, locale),
        ),
    [records, locale],
  );
}

/** A principal: the dot, always with the name beside it. */
export function Principal({ principal }: { readonly principal: PrincipalInfo }) {
  return (
    <span class="principal">
      <span class="dot" style={{ "--tint": principal.tint }} />
      <span>{principal.name}</span>
    </span>
  );
}
