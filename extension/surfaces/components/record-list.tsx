import { useState } from "preact/hooks";
import type { Query, Row } from "../../port/surface.ts";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";
import { Button } from "./button.tsx";
import { type PrincipalInfo, usePrincipals } from "./principal.tsx";
import { ListRow } from "./row.tsx";

export type RowsQuery = Omit<Extract<Query, { q: "rows" }>, "q" | "desk" | "offset" | "limit" | "grouped">;

const PAGE = 50;

/**
 * The rows of a question, a page at a time, kept up to date; null asks nothing. `settled`: these are its rows, not those
 * of an earlier one.
 * @param all of every desk of this device, rather than of the one that is chosen
 */
export function useRows(query: RowsQuery | null, all = false) {
  const { desk } = useSurface();
  const key = JSON.stringify(query);
  const [page, setPage] = useState({ key, limit: PAGE });
  const limit = page.key === key ? page.limit : PAGE;
  const home = all ? "all" : (desk.value?.id ?? null);
  const whole = home === null || query === null ? null : { q: "rows" as const, desk: home, ...query, limit };
  const answer = useQuery(whole).value;
  return {
    rows: answer.value?.rows ?? [],
    total: answer.value?.total ?? 0,
    asked: answer.value !== undefined,
    settled: query === null || (answer.value !== undefined && answer.asked === JSON.stringify(whole)),
    error: answer.error,
    more: () => setPage({ key, limit: Math.min(500, limit + PAGE) }),
    full: limit >= 500,
  };
}

/** Gives the record to the person, or back to nobody if they have it; one of another desk to whom they are there. */
export function useClaim() {
  const surface = useSurface();
  return (row: Pick<Row, "id" | "assignee" | "desk">) => {
    const { act, me, words, rights } = row.desk ? surface.on(row.desk) : surface;
    if (!me.value || !rights.peek().write) return;
    const mine = row.assignee === me.value.id;
    void act(
      [{ do: "set", record: row.id, field: "assignee", value: mine ? null : me.value.id }],
      words.say(mine ? "row.released" : "row.claimed"),
    );
  };
}

interface ListProps {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly label: string;
  readonly showKind?: boolean;
  readonly current?: string | null;
  readonly more?: () => void;
  /** As many as can be shown: narrower words find the rest. */
  readonly full?: boolean;
  /** Offers to tick off what can be done at once. */
  readonly ticks?: boolean;
  /** What their times say. */
  readonly says?: "changed" | "happened";
  /** Whose page it is: what each is about then stands where their name would. */
  readonly of?: { readonly name: string; readonly organization: string };
  readonly onOpen: (row: Row) => void;
}

/** Rows in a list; those beyond the page come when asked for. */
export function RecordList({
  rows,
  total,
  label,
  showKind,
  current,
  more,
  full,
  ticks,
  says = "changed",
  of,
  onOpen,
}: ListProps) {
  const { words, act } = useSurface();
  const principals = new Map<string, PrincipalInfo>(usePrincipals().map((each) => [each.id, each]));
  const claim = useClaim();
  return (
    <>
      <ul class="rows" aria-label={label}>
        {rows.map((row) => (
          <li key={row.id}>
            <ListRow
              row={row}
              current={row.id === current}
              {...(showKind && { showKind })}
              says={says}
              {...(of && { of })}
              principal={row.principal ? principals.get(row.principal) : undefined}
              onOpen={() => onOpen(row)}
              onClaim={() => claim(row)}
              onDone={
                ticks
                  ? (state) =>
                      void act(
                        [{ do: "set", record: row.id, field: "status", value: state }],
                        words.say("row.ticked"),
                      )
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      {more && rows.length < total && (
        <p class="more">
          {full ? (
            words.say("list.tooMany", { n: total })
          ) : (
            <Button look="plain" onPress={more}>
              {words.say("list.more", { n: total - rows.length })}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
