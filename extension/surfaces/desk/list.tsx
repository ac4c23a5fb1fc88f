import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Row, RowGroup } from "../../port/surface.ts";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Failed } from "../components/failed.tsx";
import { usePrincipals } from "../components/principal.tsx";
import { useClaim } from "../components/record-list.tsx";
import { ListRow } from "../components/row.tsx";
import { KeyHints } from "../keys/marks.tsx";
import { useKeys } from "../keys/use-keys.ts";
import type { GridRow } from "../rows/grid-row.ts";
import { LongList } from "../rows/long-list.tsx";
import { usePaper } from "../rows/use-paper.ts";
import { useWindow } from "../rows/use-window.ts";
import { makeNew } from "../state/make-new.ts";
import { useSurface } from "../state/surface.tsx";
import { plainMoment, sayDay } from "../state/times.ts";
import { useLatest } from "../state/use-latest.ts";
import { FilterChips } from "./filter-chips.tsx";
import { type Filters, hasOpen, queryOf, standing } from "./filters.ts";
import { lineOf } from "./lines.ts";
import { NothingHere } from "./nothing-here.tsx";
import { SearchBox } from "./search-box.tsx";

interface ListProps {
  readonly list: string;
  /** Over every desk of this device. */
  readonly all?: boolean;
  readonly current: string | null;
  readonly onOpen: (id: string, desk?: string) => void;
  readonly onMenu: () => void;
}

/** A list with its search and filters, however long it is. */
export function DeskList({ list, all = false, current, onOpen, onMenu }: ListProps) {
  const surface = useSurface();
  const { words, now, keys, rights } = surface;
  const principals = usePrincipals();
  const search = useSignal("");
  const chosen = useSignal<Filters>({});
  const kind = kindOf(list);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form that made the desk is gone, and the focus with it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const searching = search.value.trim() !== "";
  const filters = standing(list, chosen.value, searching);
  const query = queryOf(list, filters, search.value, now.value);
  const found = useWindow(query, all);
  const total = found.known?.total ?? 0;
  const create = async () => {
    if (!kind) return;
    await makeNew(surface, kind, onOpen);
  };
  useKeys(kind && !all ? { "list.new": create } : {});
  const principal = principals.find(({ id }) => list === `principal:${id}`);
  const title =
    principal?.name ??
    (kind ? words.name(kind.plural) : words.say(list === "queue" ? "tab.queue" : "tab.today"));
  const narrowed = Object.keys(chosen.value).length > 0;
  const sayGroup = (group: RowGroup["key"]) =>
    isPressure(group) ? words.say(`group.${group}`) : sayDay(dateOf(group), now.value, words.formats.value);
  const happened = query.order === "at";
  const take = (text: string) => {
    // Before anything is drawn: the background searches meanwhile.
    found.expect(queryOf(list, standing(list, chosen.value, text.trim() !== ""), text, now.value));
    search.value = text;
  };
  usePaper({
    title: all ? `${title} · ${words.say("nav.allDesks")}` : title,
    count: (n) => words.say(searching ? "list.found" : "list.count", { n }),
    list: found,
    line: (row) => lineOf(row, surface, principals),
    // Paper is read on other days: "today" would be another.
    head: (group) => (isPressure(group) ? sayGroup(group) : plainMoment(dateOf(group), words.formats.value)),
    beside: current !== null,
  });
  const open = useLatest(onOpen);
  const claim = useLatest(useClaim());
  // What was searched for is marked in the rows that it found, not in those that still stand there.
  const marked = found.known?.search ?? "";
  const draw = useCallback(
    (row: Row, grid: GridRow) => (
      <ListRow
        row={row}
        grid={grid}
        search={marked}
        says={happened ? "hour" : "changed"}
        showKind={!kind}
        current={row.id === current}
        principal={principals.find(({ id }) => id === row.principal)}
        onOpen={() => open(row.id, row.desk)}
        onClaim={() => claim(row)}
      />
    ),
    [marked, happened, kind, current, principals, open, claim],
  );
  return (
    <div class="list">
      <header class="list-head">
        <Button look="icon" label={words.say("nav.menu")} onPress={onMenu}>
          ☰
        </Button>
        <h1 tabIndex={-1} ref={heading}>
          {all ? `${title} · ${words.say("nav.allDesks")}` : title}
        </h1>
        <span class="small quiet" role="status">
          {found.settled && words.say(searching ? "list.found" : "list.count", { n: total })}
        </span>
        {kind && !all && rights.value.write && (
          <Button
            look={found.settled && total === 0 ? "filled" : "plain"}
            keys={keys.chord("list.new")}
            onPress={() => void create()}
          >
            {words.say("list.new")}
          </Button>
        )}
      </header>
      <div class="list-search">
        <SearchBox onSearch={take} />
        <FilterChips list={list} all={all} hasOpen={hasOpen(list)} now={filters} chosen={chosen} />
      </div>
      {found.error && <Failed error={found.error} />}
      {found.settled && total === 0 ? (
        <div class="list-rows">
          {searching || narrowed ? (
            <Empty
              title={words.say("empty.search")}
              action={
                narrowed && <Button onPress={() => (chosen.value = {})}>{words.say("filter.clear")}</Button>
              }
            >
              {words.say("empty.searchHow")}
            </Empty>
          ) : all ? (
            <Empty title={words.say("empty.queue")} />
          ) : (
            <NothingHere list={list} kind={kind !== undefined} />
          )}
        </div>
      ) : (
        <LongList
          label={title}
          list={found}
          idOf={({ id }) => id}
          current={current}
          head={sayGroup}
          render={draw}
        />
      )}
      <KeyHints of={["palette.open", "row.next", "record.claim", "record.assign", "record.status"]} />
    </div>
  );
}

const PRESSURES = ["urgent", "before", "today", "tomorrow", "week", "later", "never"] as const;
const isPressure = (group: RowGroup["key"]): group is (typeof PRESSURES)[number] =>
  PRESSURES.some((each) => each === group);
/** A day's RFC 3339 date. */
const dateOf = (group: RowGroup["key"]) => new Date(Number(group) * 86_400_000).toISOString().slice(0, 10);
